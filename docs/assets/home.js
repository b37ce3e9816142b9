// Narrows the list on the home page by the facets of its articles; what is chosen stands in the address.

const form = document.getElementById("filter");
const list = document.getElementById("articles");
const items = [...list.querySelectorAll("[data-facets]")].map((element) => ({ element, facets: JSON.parse(element.dataset.facets) }));

const show = () => {
  const chosen = [...new FormData(form)].filter(([, value]) => value);
  for (const { element, facets } of items) element.hidden = !chosen.every(([name, value]) => facets[name].includes(value));
  for (const section of list.querySelectorAll("section")) section.hidden = !section.querySelector("li:not([hidden])");
  const shown = items.filter(({ element }) => !element.hidden).length;
  form.querySelector("[role=status]").textContent = chosen.length > 0 ? `${shown} of ${items.length} articles` : "";
  return chosen;
};

const fromAddress = () => {
  const wanted = new URLSearchParams(location.search);
  for (const select of form.querySelectorAll("select")) {
    select.value = wanted.get(select.name) ?? "";
    if (select.selectedIndex === -1) select.value = "";
  }
  show();
};

if (form) {
  form.addEventListener("change", () => {
    const query = new URLSearchParams(show()).toString();
    // A file has no address that could be changed.
    if (location.protocol !== "file:") history.pushState(null, "", query ? `?${query}` : location.pathname);
  });
  addEventListener("popstate", fromAddress);
  fromAddress();
}
