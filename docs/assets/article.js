// What a reader does with an article: cites a paragraph, shares the page, sets its text, verifies it.

// The build writes the words, from docs/theme/words/: scripts/archive/site/search_script.py.
import wording from "./words.json" with { type: "json" };

const { reading: words, settings, verifying } = wording;
const say = (sentence, values) => sentence.replace(/\{(\w+)\}/gu, (_, name) => values[name]);

const text = document.getElementById("text");
const citation = document.getElementById("citation").textContent.trim();
const paragraphs = [...text.querySelectorAll("p[id]")];

const make = (name, properties, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};

const copy = async (passage, status, said) => {
  try {
    await navigator.clipboard.writeText(passage);
    status.textContent = said;
  } catch {
    status.textContent = words.not_allowed;
  }
};

// As many words of a passage are enough to find it by, at its beginning and at its end.
const FEW = 6;

// In a directive of an address, a comma, a hyphen and an ampersand mean something.
const encode = (parts) => encodeURIComponent(parts.join(" ")).replaceAll("-", "%2D");

/** The words by which a browser finds a passage: https://wicg.github.io/scroll-to-text-fragment/ */
const toDirective = (passage) => {
  const all = passage.trim().split(/\s+/u);
  return all.length > 2 * FEW ? `${encode(all.slice(0, FEW))},${encode(all.slice(-FEW))}` : encode(all);
};

const toAddress = (id) => `${location.href.replace(/[?#].*/s, "")}#${id}`;

/** The address of a passage of a paragraph: it leads there too when another paragraph is put in before it. */
const toLink = (id, passage) => `${toAddress(id)}:~:text=${toDirective(passage)}`;

// The number of a paragraph becomes a link. All of them are one stop of the keyboard, with arrows within it.

const numbers = paragraphs.map((paragraph, index) => {
  const name = say(words.paragraph, { number: index + 1 });
  const link = make("a", { className: "paragraph-number", href: `#${paragraph.id}`, tabIndex: index ? -1 : 0, title: say(words.number, { paragraph: name }) });
  link.ariaLabel = name;
  if (index === 0) link.ariaDescription = words.arrows;
  paragraph.prepend(link);
  return link;
});

const STEPS = { ArrowUp: (at) => at - 1, ArrowDown: (at) => at + 1, Home: () => 0, End: () => numbers.length - 1 };

const moveTo = (link) => {
  for (const other of numbers) other.tabIndex = other === link ? 0 : -1;
  link.focus();
};

const status = document.createElement("output");
const tools = make("div", { id: "paragraph-tools" });
tools.setAttribute("role", "group");
let chosen;

const close = () => {
  tools.remove();
  chosen?.classList.remove("chosen");
};

const choose = (paragraph) => {
  close();
  chosen = paragraph;
  chosen.classList.add("chosen");
  status.textContent = "";
  tools.ariaLabel = chosen.firstElementChild.ariaLabel;
  // At the head of the paragraph, where the reader is looking, and the paragraph stays where it was.
  const { top } = chosen.getBoundingClientRect();
  chosen.before(tools);
  scrollBy({ top: chosen.getBoundingClientRect().top - top, behavior: "instant" });
  tools.scrollIntoView({ block: "nearest", behavior: "instant" });
  // The address names the paragraph; the page stays where the reader has it.
  history.replaceState(history.state, "", `#${chosen.id}`);
  tools.firstElementChild.focus({ preventScroll: true });
};

/** Copies a passage, the citation, and the address of the first of the paragraphs that they stand in. */
const copyCited = (passage, within, said) => {
  const [first, last] = [within.at(0).id.slice(1), within.at(-1).id.slice(1)];
  const place = first === last ? say(words.paragraph, { number: first }) : say(words.paragraphs, { first, last });
  copy(`${passage}\n\n${citation} ${place}: ${toAddress(within[0].id)}`, said, words.passage_copied);
};

const addTool = (name, act) => {
  const button = make("button", { type: "button", className: "md-button", textContent: name });
  button.addEventListener("click", act);
  tools.append(button);
};

addTool(words.copy_link, () => copy(toLink(chosen.id, chosen.textContent), status, words.link_copied));
addTool(words.copy_cited, () => copyCited(chosen.textContent, [chosen], status));
tools.append(status);

text.addEventListener("click", (event) => {
  const link = event.target.closest?.(".paragraph-number");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  moveTo(link);
  choose(link.parentElement);
});
text.addEventListener("keydown", (event) => {
  const at = numbers.indexOf(event.target);
  if (event.key === "Escape" && tools.isConnected) {
    moveTo(chosen.firstElementChild);
    close();
  } else if (at !== -1 && event.key in STEPS) {
    event.preventDefault();
    moveTo(numbers[Math.max(0, Math.min(numbers.length - 1, STEPS[event.key](at)))]);
  }
});

// What is selected is copied likewise, from a bar at the edge of the window; the keyboard finds it after the selection.

const bar = make("div", { id: "selection-tools" });
const barStatus = document.createElement("output");
const cite = make("button", { type: "button", className: "md-button md-button--primary", textContent: words.copy_cited });
const linkTo = make("button", { type: "button", className: "md-button", textContent: words.copy_link });
bar.append(cite, linkTo, barStatus);

const findSelected = () => {
  const selection = getSelection();
  if (selection.isCollapsed || !text.contains(selection.getRangeAt(0).commonAncestorContainer)) return [];
  return paragraphs.filter((paragraph) => selection.containsNode(paragraph, true));
};

document.addEventListener("selectionchange", () => {
  const selected = findSelected();
  if (selected.length === 0) bar.remove();
  else if (bar.previousElementSibling !== selected.at(-1)) {
    barStatus.textContent = "";
    selected.at(-1).after(bar);
  }
});
cite.addEventListener("click", () => copyCited(getSelection().toString().trim(), findSelected(), barStatus));
linkTo.addEventListener("click", () => copy(toLink(findSelected()[0].id, getSelection().toString()), barStatus, words.link_copied));
// A click must not take the selection away.
for (const button of [cite, linkTo]) button.addEventListener("pointerdown", (event) => event.preventDefault());

// Share by the system's own sheet where there is one, else copy the address: beside the text, and below it.

for (const place of document.querySelectorAll(".article-aside nav, .as-found > p")) {
  const label = make("span", { textContent: navigator.share ? words.share : words.copy_link });
  // With a role of its own it would be no part of the button's name.
  label.ariaLive = "polite";
  const button = make("button", { type: "button", className: "share" }, label);
  button.addEventListener("click", () => {
    const url = location.href.replace(/[?#].*/s, "");
    if (navigator.share) navigator.share({ title: document.querySelector("h1").textContent, url }).catch(() => {});
    else copy(url, label, words.copied);
  });
  place.append(" ", button);
}

// Text size and line length, kept in the browser as Material keeps the palette.

const CHOICES = {
  size: { small: settings.small, "": settings.normal_size, large: settings.large, larger: settings.larger },
  measure: { narrow: settings.narrow, "": settings.normal_measure, wide: settings.wide },
};

const makeSetting = ([name, choices]) => {
  const select = make("select", { name }, ...Object.entries(choices).map(([value, label]) => new Option(label, value)));
  select.value = globalThis.__md_get(`__${name}`) ?? "";
  select.addEventListener("change", () => {
    document.documentElement.setAttribute(`data-${name}`, select.value);
    globalThis.__md_set(`__${name}`, select.value);
  });
  return make("label", {}, settings[name], " ", select);
};

const box = make("div", { id: "reading-settings", popover: "auto", ariaLabel: settings.title }, ...Object.entries(CHOICES).map(makeSetting));
box.setAttribute("role", "group");
const opener = make("button", { type: "button", className: "md-header__button md-icon", title: settings.title, ariaLabel: settings.title });
opener.setAttribute("popovertarget", box.id);
document.querySelector(".md-header__title").after(opener, box);

const verifyButton = make("button", { type: "button", id: "verify", className: "md-button", textContent: wording.verify });
verifyButton.addEventListener("click", async () => {
  try {
    await (await import("./verify.js")).verify(text, verifying);
  } catch {
    document.getElementById("verified").textContent = words.no_verifier;
  }
});
// A page may not read a file beside it.
if (location.protocol !== "file:") document.getElementById("verified").before(" ", verifyButton);
