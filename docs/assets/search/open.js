// Loaded with every page: opens the search when it is asked for, and loads the rest of it only then.

const form = document.querySelector("#search .search-form");
let dialog;

const own = document.currentScript.src;

/** What a script gives: it puts that into `archive.data`. */
globalThis.archive = {
  load: (src) => new Promise((resolve, reject) => {
    const onload = () => resolve(globalThis.archive.data);
    document.head.append(Object.assign(document.createElement("script"), { src, onload, onerror: reject }));
  }),
};

/** Loads the rest of the search, which scripts/archive/site/search_script.py makes one script. */
let loading;
const load = () => (loading ??= globalThis.archive.load(new URL("search.js", own)));

const written = document.getElementById("search-dialog");

const buildDialog = () => {
  // A template's markup, of our own words; what the reader or an article says never comes near it.
  document.body.insertAdjacentHTML("beforeend", written.text);
  const element = document.body.lastElementChild;
  element.querySelector("button").addEventListener("click", () => element.close());
  const sheet = document.createElement("link");
  sheet.rel = "stylesheet";
  sheet.href = new URL("search.css", own);
  document.head.append(sheet);
  return element;
};

const openers = document.querySelectorAll("[data-search-open]");
const headerField = document.querySelector("form[data-search-open] input");

/** Shows the dialog; what the reader typed into the field of the header goes on in its own. */
const show = () => {
  const before = document.activeElement;
  dialog.showModal();
  const field = dialog.querySelector("input");
  if (headerField.value) field.value = headerField.value;
  else field.select();
  // One search field at a time; a hidden one gets no focus back by itself.
  for (const opener of openers) opener.style.visibility = "hidden";
  dialog.onclose = () => {
    for (const opener of openers) opener.style.visibility = "";
    headerField.value = "";
    before.focus();
  };
};

const open = async () => {
  if (form) {
    form.elements.q.select();
    return;
  }
  const isNew = !dialog;
  dialog ??= buildDialog();
  if (!dialog.open) show();
  // The reader may type already while the rest is on its way.
  if (!isNew) return;
  try {
    (await load()).startDialog(dialog);
  } catch {
    dialog.append(Object.assign(document.createElement("p"), { role: "alert", textContent: written.title }));
  }
};

const isTyping = (target) => target.closest?.("input, textarea, select, [contenteditable]");

addEventListener("keydown", (event) => {
  const command = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k";
  const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
  if (command || slash) {
    event.preventDefault();
    open();
  }
});
for (const opener of openers) {
  for (const way of ["click", "submit"]) {
    opener.addEventListener(way, (event) => {
      event.preventDefault();
      open();
    });
  }
}
// To come upon the field by the keyboard opens nothing; to type into it does.
headerField?.addEventListener("input", open);

const land = async () => {
  const { href, ...found } = JSON.parse(sessionStorage.getItem("found") ?? "{}");
  const paragraph = document.getElementById(location.hash.slice(1))?.closest("#text p");
  if (href !== location.href || !paragraph) return;
  sessionStorage.removeItem("found");
  (await load()).land(paragraph, found);
};

addEventListener("hashchange", land);
land();
if (form) {
  const notYet = document.querySelector(".not-yet");
  load().then(({ startPage }) => {
    notYet.remove();
    startPage(form);
  }, () => (notYet.style.animation = "none"));
}
