// The search page: what is asked for stands in the address, so that it can be shared and Back works.

import { toParameters, toRequest } from "./query.js";
import { buildSearch } from "./view.js";

/** Sets up the search on its own page. */
export const start = (form) => {
  const run = buildSearch(form);
  const field = form.elements.q;

  const fromAddress = () => {
    const request = toRequest(location.search);
    field.value = request.q;
    run(request);
  };
  const fromForm = (remember, typing) => {
    const request = toRequest(new FormData(form));
    // A file has no address that could be changed.
    if (location.protocol !== "file:") history[remember](null, "", `?${toParameters(request)}`);
    run(request, typing);
  };

  field.addEventListener("input", () => fromForm("replaceState", true));
  form.addEventListener("change", (event) => {
    if (event.target !== field) fromForm("pushState", false);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    fromForm("pushState", false);
  });
  addEventListener("popstate", fromAddress);
  // What the reader typed while this was on its way counts for more than the address.
  if (field.value) fromForm("replaceState", true);
  else fromAddress();
  if (!location.search) field.focus();
};
