// Narrows the list on the home page by the facets of its articles; what is chosen stands in the address. The
// timeline becomes one stop of the keyboard.

const filter = document.getElementById("filter");
const list = document.getElementById("articles");
const items = [...list.querySelectorAll("[data-facets]")].map((element) => ({ element, facets: JSON.parse(element.dataset.facets) }));

const selects = [...document.querySelectorAll("#filter select")];

const show = () => {
  const chosen = selects.filter(({ value }) => value).map(({ name, value }) => [name, value]);
  for (const { element, facets } of items) element.hidden = !chosen.every(([name, value]) => facets[name].includes(value));
  for (const section of list.querySelectorAll("section")) section.hidden = !section.querySelector("li:not([hidden])");
  const shown = items.filter(({ element }) => !element.hidden).length;
  filter.querySelector("[role=status]").textContent = chosen.length > 0 ? filter.dataset.shown.replace("{shown}", shown).replace("{all}", items.length) : "";
  return chosen;
};

const fromAddress = () => {
  const wanted = new URLSearchParams(location.search);
  for (const select of selects) {
    select.value = wanted.get(select.name) ?? "";
    if (select.selectedIndex === -1) select.value = "";
  }
  show();
};

if (filter) {
  filter.addEventListener("change", () => {
    const query = new URLSearchParams(show()).toString();
    // A file has no address that could be changed.
    if (location.protocol !== "file:") history.pushState(null, "", query ? `?${query}` : location.pathname);
  });
  addEventListener("popstate", fromAddress);
  fromAddress();
}

// The dots stand from the newest to the oldest, as the list does; time goes from left to right.
const STEPS = { ArrowRight: -1, ArrowLeft: 1, ArrowDown: 1, ArrowUp: -1, Home: Infinity, End: -Infinity };
const dots = [...document.querySelectorAll(".timeline a:not([tabindex])")];

const rove = (to) => dots.forEach((dot, index) => dot.setAttribute("tabindex", index === to ? 0 : -1));

rove(0);
for (const [at, dot] of dots.entries()) {
  dot.addEventListener("keydown", (event) => {
    if (!(event.key in STEPS)) return;
    event.preventDefault();
    const to = Math.max(0, Math.min(dots.length - 1, at + STEPS[event.key]));
    rove(to);
    dots[to].focus();
  });
}
