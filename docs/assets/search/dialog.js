// The search in a dialog over any page.

import { toParameters } from "./request.js";
import { buildSearch } from "./view.js";

const steer = (dialog, event) => {
  // In a search field that isn't empty, Escape would only empty it.
  if (event.key === "Escape") dialog.close();
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const all = dialog.querySelectorAll("[type=search], #search-help a, #search-results :is(a, summary)");
  const stops = [...all].filter((element) => element.checkVisibility());
  const at = stops.indexOf(document.activeElement);
  if (!step || at === -1) return;
  event.preventDefault();
  stops[Math.max(0, Math.min(stops.length - 1, at + step))].focus();
};

/** Sets up the search in its dialog, which is open already. */
export const startDialog = (dialog) => {
  const form = dialog.querySelector("form");
  const { run, read } = buildSearch(form);
  form.addEventListener("input", (event) => run(read(), event.target === form.elements.q));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    location.assign(`${form.action}?${toParameters(read())}`);
  });
  dialog.addEventListener("keydown", (event) => steer(dialog, event));
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog || event.target.closest("a")) dialog.close();
  });
  if (form.elements.q.value) run(read(), true);
};
