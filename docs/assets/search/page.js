// The search page: what is asked for stands in the address, so that it can be shared and Back works.

import { toParameters, toRequest } from "./request.js";
import { buildSearch } from "./view.js";

/** Sets up the search on its own page. */
export const start = (form) => {
  const { run, read } = buildSearch(form);
  const field = form.elements.q;
  // While a reader types, what was asked for last gets one entry of the history, not one for each key.
  let isTyping = !location.search;

  const fromAddress = () => {
    const request = toRequest(location.search);
    field.value = request.q;
    isTyping = false;
    run(request);
  };
  const fromForm = (typing) => {
    const request = read();
    const address = `?${toParameters(request)}`;
    // A file has no address that could be changed.
    if (location.protocol !== "file:" && address !== (location.search || "?")) {
      history[isTyping ? "replaceState" : "pushState"](null, "", address);
    }
    isTyping = typing;
    run(request, typing);
  };

  field.addEventListener("input", () => fromForm(true));
  form.addEventListener("change", (event) => {
    if (event.target === field) return;
    isTyping = false;
    fromForm(false);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    fromForm(false);
  });
  addEventListener("popstate", fromAddress);
  // What the reader typed while this was on its way counts for more than the address.
  if (field.value) fromForm(true);
  else fromAddress();
  if (!location.search) {
    isTyping = true;
    field.focus();
  }
};
