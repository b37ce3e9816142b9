// The search in a dialog over any page.

import { buildSearch, toParameters, toRequest } from "./view.js";

const build = () => {
  const dialog = document.createElement("dialog");
  dialog.className = "search-dialog md-typeset";
  dialog.setAttribute("aria-label", "Search the archive");
  // Fixed markup; what the reader or an article says never comes near it.
  dialog.innerHTML = `
    <form class="search-form" role="search" method="get">
      <label for="dialog-field">Search the full text</label>
      <div>
        <input type="search" id="dialog-field" name="q" autocomplete="off" spellcheck="false" enterkeyhint="search">
        <button type="button">Close</button>
      </div>
    </form>`;
  document.body.append(dialog);
  return dialog;
};

const moveFocus = (dialog, event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const stops = [dialog.querySelector("input"), ...dialog.querySelectorAll("#search-results a, #search-results summary")].filter(
    (element) => element.checkVisibility(),
  );
  const at = stops.indexOf(document.activeElement);
  if (!step || at === -1) return;
  event.preventDefault();
  stops[Math.max(0, Math.min(stops.length - 1, at + step))].focus();
};

let dialog;

/** Opens the dialog; a search made earlier on this page is still in it. */
export const open = () => {
  if (!dialog) {
    dialog = build();
    const form = dialog.querySelector("form");
    const run = buildSearch(form);
    const read = () => toRequest(new FormData(form));
    form.action = new URL("../../search/", import.meta.url);
    form.addEventListener("input", (event) => run(read(), event.target === form.elements.q));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      location.assign(`${form.action}?${toParameters(read())}`);
    });
    form.querySelector("button").addEventListener("click", () => dialog.close());
    dialog.addEventListener("keydown", (event) => moveFocus(dialog, event));
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog || event.target.closest("a")) dialog.close();
    });
  }
  dialog.showModal();
  dialog.querySelector("input").select();
};
