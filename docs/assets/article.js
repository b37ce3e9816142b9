// The number of a paragraph opens what can be done with it: copy its address, or the passage with its citation.

const text = document.getElementById("text");
const citation = document.getElementById("citation").textContent.trim();

const make = (name, properties, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};

const status = make("p", {});
status.setAttribute("role", "status");
const copyLink = make("button", { type: "button", textContent: "Copy link" });
const copyCited = make("button", { type: "button", textContent: "Copy with citation" });
const tools = make("div", { id: "paragraph-tools", popover: "auto" }, copyLink, copyCited, status);
tools.setAttribute("role", "dialog");
text.after(tools);

let paragraph;

const button = document.getElementById("verify");
button.addEventListener("click", async () => {
  const { verify } = await import("./verify.js");
  await verify(text);
});
// A page may not read a file beside it.
if (location.protocol === "file:") button.remove();

const toAddress = () => `${location.href.replace(/[?#].*/s, "")}#${paragraph.id}`;

const copy = async (words, said) => {
  try {
    await navigator.clipboard.writeText(words);
    status.textContent = said;
  } catch {
    status.textContent = "The browser did not allow it.";
  }
};

copyLink.addEventListener("click", () => copy(toAddress(), "The link is copied."));
copyCited.addEventListener("click", () =>
  copy(`${paragraph.textContent}\n\n${citation} Paragraph ${paragraph.id.slice(1)}: ${toAddress()}`, "Passage and citation are copied."));

const open = (link) => {
  paragraph = link.parentElement;
  status.textContent = "";
  tools.setAttribute("aria-label", link.getAttribute("aria-label"));
  tools.showPopover();
  const { left, bottom } = link.getBoundingClientRect();
  const furthest = document.documentElement.clientWidth - tools.offsetWidth - 8;
  tools.style.left = `${Math.max(8, Math.min(left, furthest)) + scrollX}px`;
  tools.style.top = `${bottom + scrollY}px`;
  copyLink.focus({ preventScroll: true });
};

tools.addEventListener("toggle", (event) => {
  const focused = document.activeElement;
  if (event.newState === "closed" && (focused === document.body || tools.contains(focused))) {
    paragraph.firstElementChild.focus({ preventScroll: true });
  }
});
for (const link of text.querySelectorAll("p > a:first-child")) link.ariaHasPopup = "dialog";
text.addEventListener("click", (event) => {
  const link = event.target.closest?.("p > a:first-child");
  // First the page goes to the paragraph, then its tools open where it stands.
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) setTimeout(open, 50, link);
});
