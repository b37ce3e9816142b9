// A reader who comes from a search result sees there what was found.

/** Wraps the marks in <mark>; the text itself stays as it is, in whatever elements. */
const wrap = (paragraph, marks) => {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  const nodes = [];
  let length = 0;
  while (walker.nextNode()) {
    nodes.push({ node: walker.currentNode, from: length });
    length += walker.currentNode.data.length;
  }
  for (const { node, from } of nodes) {
    const inside = marks.map(([start, end]) => [Math.max(0, start - from), Math.min(node.data.length, end - from)]);
    for (const [start, end] of inside.filter(([first, last]) => first < last).reverse()) {
      const range = new Range();
      range.setStart(node, start);
      range.setEnd(node, end);
      range.surroundContents(document.createElement("mark"));
    }
  }
};

const clear = (paragraph) => {
  for (const mark of paragraph.querySelectorAll("mark")) mark.replaceWith(...mark.childNodes);
  paragraph.normalize();
};

/** Brings what was found to a third of the height, or less high if the title can then be seen too. */
const scroll = (paragraph) => {
  const { top } = (paragraph.querySelector("mark") ?? paragraph).getBoundingClientRect();
  const third = top - innerHeight / 3;
  // What stays at the top of a window takes less than an eighth of it.
  const title = document.querySelector("h1").getBoundingClientRect().top - innerHeight / 8;
  scrollBy({ top: top - title < innerHeight * 0.7 ? Math.min(third, title) : third, behavior: "instant" });
};

/** Marks what was found in the paragraph of the address, and moves the focus there. */
export const land = (paragraph, marks) => {
  document.querySelectorAll("#text p:has(mark)").forEach(clear);
  document.getElementById("clear-marks")?.remove();
  if (marks.length > 0) {
    wrap(paragraph, marks);
    const button = Object.assign(document.createElement("button"), { type: "button", id: "clear-marks", textContent: document.getElementById("text").dataset.clear });
    button.addEventListener("click", () => {
      clear(paragraph);
      button.remove();
      paragraph.focus();
    });
    document.getElementById("text").after(button);
  }
  paragraph.tabIndex = -1;
  paragraph.focus({ preventScroll: true });
  scroll(paragraph);
  // Until all is there, a browser goes back to where it thinks the paragraph belongs.
  if (document.readyState !== "complete") addEventListener("load", () => scroll(paragraph), { once: true });
};
