// The search page: what is asked for stands in the address, so that it can be shared and Back works.

import { findPlace, isReturn, keepPlace, returnTo } from "./place.js";
import { toParameters, toRequest } from "./request.js";
import { buildSearch } from "./view.js";

/** Sets up the search on its own page. */
export const startPage = (form) => {
  const { run, read, tell } = buildSearch(form);
  const field = form.elements.q;
  // While a reader types, what was asked for last gets one entry of the history, not one for each key.
  let isTyping = !location.search;

  const keep = () => keepPlace(...tell());
  const fromAddress = async (place) => {
    // In the offline edition the address doesn't say what was asked for last.
    const request = place?.request ?? toRequest(location.search);
    field.value = request.q;
    isTyping = false;
    const isWhole = await run(request, false, place?.shown);
    if (place && isWhole) returnTo(place);
  };
  const fromForm = (typing) => {
    const request = read();
    const address = `?${toParameters(request)}`;
    // A file has no address that could be changed.
    if (location.protocol !== "file:" && address !== (location.search || "?")) {
      if (!isTyping) keep();
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
  history.scrollRestoration = "manual";
  addEventListener("popstate", () => fromAddress(findPlace()));
  addEventListener("pagehide", keep);
  // What the reader typed while this was on its way counts for more than the address.
  const place = isReturn() ? findPlace() : undefined;
  if (field.value && !place) fromForm(true);
  else fromAddress(place);
  if (!location.search && !place) {
    isTyping = true;
    field.focus();
  }
};
