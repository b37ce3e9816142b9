// A reader who comes from a search result sees there what was found.

import { make } from "./result.js";

/** Wraps the marks of a paragraph, which is text and the link of its number, in <mark>, and returns these. */
const wrap = (paragraph, marks) => {
  // A browser parts a long text.
  paragraph.normalize();
  const text = paragraph.lastChild;
  // From the end, so that what was counted still holds.
  return marks.toReversed().map(([start, end]) => {
    const range = new Range();
    range.setStart(text, start);
    range.setEnd(text, end);
    const mark = make("mark");
    range.surroundContents(mark);
    return mark;
  }).reverse();
};

const clear = (paragraph) => {
  for (const mark of paragraph.querySelectorAll("mark")) mark.replaceWith(...mark.childNodes);
  paragraph.normalize();
};

/** Brings what was found to a third of the height, or less high if the title can then be seen too. */
const scroll = (element) => {
  const { top } = element.getBoundingClientRect();
  const third = top - innerHeight / 3;
  // What stays at the top of a window takes less than an eighth of it.
  const title = document.querySelector("h1").getBoundingClientRect().top - innerHeight / 8;
  scrollBy({ top: top - title < innerHeight * 0.7 ? Math.min(third, title) : third, behavior: "instant" });
};

const makeButton = (textContent, onclick) => make("button", { type: "button", textContent, onclick });

/** Marks what was found in the paragraph of the address, moves the focus there, and lets a reader step through the places. */
export const land = (paragraph, { marks, places, at }) => {
  document.querySelectorAll("#text p:has(mark)").forEach(clear);
  document.getElementById("found-tools")?.remove();
  let shown = paragraph;
  if (marks.length > 0) {
    const words = document.getElementById("text").dataset;
    const wrapped = wrap(paragraph, marks);
    const starts = places.map(([from]) => wrapped[marks.findIndex(([, end]) => from < end)]);
    let place = Math.max(0, places.findIndex(([from]) => from === at[0]));
    shown = starts[place];
    const step = (by) => {
      place = (place + by + places.length) % places.length;
      scroll(starts[place]);
    };
    const steps = places.length > 1 ? [makeButton(words.previous, () => step(-1)), makeButton(words.next, () => step(1))] : [];
    const button = makeButton(words.clear, () => {
      clear(paragraph);
      tools.remove();
      paragraph.focus();
    });
    button.id = "clear-marks";
    const tools = make("div", { id: "found-tools" }, ...steps, button);
    document.getElementById("text").after(tools);
  }
  paragraph.tabIndex = -1;
  paragraph.focus({ preventScroll: true });
  scroll(shown);
  // Until all is there, a browser goes back to where it thinks the paragraph belongs.
  if (document.readyState !== "complete") addEventListener("load", () => scroll(shown), { once: true });
};
