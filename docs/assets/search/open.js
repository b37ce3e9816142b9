// Loaded with every page: opens the search when it is asked for, and loads the rest of it only then.

const PARTS = ["view", "result", "query", "match", "nearest", "fold", "stem"];

const form = document.querySelector("#search .search-form");
let dialog;

/** Begins to load the index. */
const prepare = () => {
  import("../../pagefind/pagefind.js").catch(() => {});
  import("./engine.js").then((engine) => engine.prepare(), () => {});
};

/** Loads a part of the search; all that it needs is asked for at once, not one after the other. */
const load = async (name) => {
  for (const part of PARTS) import(`./${part}.js`).catch(() => {});
  return import(`./${name}.js`);
};

const buildDialog = () => {
  const element = document.createElement("dialog");
  element.className = "search-dialog";
  element.setAttribute("aria-label", "Search the archive");
  // Fixed markup; what the reader or an article says never comes near it.
  element.innerHTML = `
    <form class="search-form" role="search" method="get">
      <label for="dialog-field">Search the full text</label>
      <div>
        <input type="search" id="dialog-field" name="q" autocomplete="off" spellcheck="false" enterkeyhint="search">
        <button type="button">Close</button>
      </div>
    </form>`;
  element.querySelector("form").action = document.getElementById("search-open").dataset.page;
  element.querySelector("button").addEventListener("click", () => element.close());
  const sheet = document.createElement("link");
  sheet.rel = "stylesheet";
  sheet.href = new URL("search.css", import.meta.url);
  document.head.append(sheet);
  document.body.append(element);
  return element;
};

const open = async () => {
  if (form) {
    form.elements.q.select();
    return;
  }
  const isNew = !dialog;
  dialog ??= buildDialog();
  if (!dialog.open) dialog.showModal();
  dialog.querySelector("input").select();
  // The reader may type already while the rest is on its way.
  if (isNew) {
    prepare();
    (await load("dialog")).start(dialog);
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
document.getElementById("search-open").addEventListener("click", open);

const land = async () => {
  const looked = sessionStorage.getItem("found");
  const paragraph = document.getElementById(location.hash.slice(1))?.closest("#text p");
  if (!looked || !paragraph) return;
  sessionStorage.removeItem("found");
  (await import("./landing.js")).land(paragraph, looked);
};

addEventListener("hashchange", land);
land();
if (form) {
  // Without a query there is time until the first key.
  if (location.search) prepare();
  else form.addEventListener("keydown", prepare, { once: true });
  (await load("page")).start(form);
}
