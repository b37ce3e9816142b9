// A reader who comes from a search result sees there what was found.

/** Wraps the marks in <mark>, and returns the first element of each; the text itself stays as it is, in whatever elements. */
const wrap = (paragraph, marks) => {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  const pieces = [];
  let from = 0;
  let first = 0;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const { length } = node;
    for (let at = first; at < marks.length && marks[at][0] < from + length; at += 1) {
      const [start, end] = [Math.max(0, marks[at][0] - from), Math.min(length, marks[at][1] - from)];
      if (start < end) pieces.push({ node, start, end, at });
      if (marks[at][1] <= from + length) first = at + 1;
    }
    from += length;
  }
  const wrapped = [];
  // From the end, so that what was counted still holds.
  for (const { node, start, end, at } of pieces.reverse()) {
    const range = new Range();
    range.setStart(node, start);
    range.setEnd(node, end);
    wrapped[at] = document.createElement("mark");
    range.surroundContents(wrapped[at]);
  }
  return wrapped;
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

const makeButton = (textContent, act) => {
  const button = Object.assign(document.createElement("button"), { type: "button", textContent });
  button.addEventListener("click", act);
  return button;
};

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
    const tools = Object.assign(document.createElement("div"), { id: "found-tools" });
    if (places.length > 1) tools.append(makeButton(words.previous, () => step(-1)), makeButton(words.next, () => step(1)));
    const button = makeButton(words.clear, () => {
      clear(paragraph);
      tools.remove();
      paragraph.focus();
    });
    button.id = "clear-marks";
    tools.append(button);
    document.getElementById("text").after(tools);
  }
  paragraph.tabIndex = -1;
  paragraph.focus({ preventScroll: true });
  scroll(shown);
  // Until all is there, a browser goes back to where it thinks the paragraph belongs.
  if (document.readyState !== "complete") addEventListener("load", () => scroll(shown), { once: true });
};
