// A reader who comes from a search result sees there what was found.

import { findUnits, toMarks } from "./match.js";
import { parseQuery } from "./query.js";

const isText = { acceptNode: (node) => (node.data ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP) };

/** Wraps the marks in <mark>; the text itself stays as it is. */
const wrap = (paragraph, marks) => {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT, isText);
  const node = walker.nextNode();
  for (const [start, end] of marks.toReversed()) {
    const range = new Range();
    range.setStart(node, start);
    range.setEnd(node, end);
    range.surroundContents(document.createElement("mark"));
  }
};

const clear = (paragraph) => {
  for (const mark of paragraph.querySelectorAll("mark")) mark.replaceWith(...mark.childNodes);
  paragraph.normalize();
};

/** Marks what was looked for in the paragraph of the address, and moves the focus there. */
export const land = (paragraph, looked) => {
  document.querySelectorAll("#text p:has(mark)").forEach(clear);
  document.getElementById("clear-marks")?.remove();
  const { wanted } = parseQuery(looked, true);
  const marks = toMarks(findUnits(paragraph.textContent, wanted));
  if (marks.length > 0) {
    wrap(paragraph, marks);
    const button = Object.assign(document.createElement("button"), { type: "button", id: "clear-marks", textContent: "Clear marks" });
    button.addEventListener("click", () => {
      clear(paragraph);
      button.remove();
      paragraph.focus();
    });
    document.getElementById("text").after(button);
  }
  paragraph.tabIndex = -1;
  paragraph.focus();
};
