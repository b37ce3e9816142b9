// What narrows and orders the results: facets, a span of time, the order. Nothing of it is ever replaced, so that
// the keyboard keeps its place.

import { countFacets } from "./archives.js";
import { make } from "./result.js";
import { compare, say, sayNumber, toLabel } from "./wording.js";

const makeLabel = (label, field) => make("label", {}, `${label} `, field);

const makeSelect = (name, label, choices) => {
  const select = make("select", { name }, ...choices.map(([value, textContent]) => make("option", { value, textContent })));
  return makeLabel(label, select);
};

const makeField = (name, label) =>
  makeLabel(label, make("input", { name, inputMode: "numeric", size: 8, placeholder: "1998-03" }));

/** A facet has one list more than values that are chosen, once there is one: another value may be added. */
const makeFacet = ({ name, words, counts }) => {
  const labels = [...counts].map(([value, number]) => [value, `${words[value] ?? value} (${sayNumber(number)})`]);
  const choices = labels.sort(([, a], [, b]) => compare(a, b));
  const element = make("span");
  const selects = () => [...element.querySelectorAll("select")];
  const add = () => element.append(" ", makeSelect(name, selects().length > 0 ? say("or") : toLabel(name), [["", say("any")], ...choices]));
  const fit = () => {
    while (selects().length === 0 || selects().at(-1).value) add();
  };
  const set = (chosen) => {
    while (selects().length < chosen.length) add();
    selects().forEach((select, index) => (select.value = chosen[index] ?? ""));
    for (const select of selects().slice(Math.max(1, chosen.length)).filter((one) => one !== document.activeElement)) select.parentElement.remove();
    fit();
  };
  element.addEventListener("change", fit);
  return { element, set, name };
};

/** Builds the fields below a form. `show` brings them up to what is asked for; `isBuilt` tells if they are there, `isBegun` if they will be. */
export const buildOptions = (form) => {
  const fields = make("div", { className: "facets" });
  const refine = make("details", { className: "quiet", ariaLabel: say("narrow") }, make("summary", { textContent: say("narrow") }), fields);
  form.append(refine);
  // Where there is room beside the results, it stands open there.
  refine.open = form.closest("#search") && matchMedia("(min-width: 76.25em)").matches;
  let facets;

  const build = async () => {
    facets = (await countFacets()).map(makeFacet);
    fields.append(...facets.map(({ element }) => element),
      make("span", { className: "span" }, makeField("from", say("from")), makeField("to", say("to"))),
      makeSelect("sort", say("order"), [["", say("best")], ["date", say("newest")], ["oldest", say("oldest")]]));
  };

  let building;
  const show = async (request) => {
    building ??= build();
    await building.catch((error) => {
      building = undefined;
      throw error;
    });
    for (const { set, name } of facets) set(request.filters[name] ?? []);
    for (const name of ["from", "to", "sort"]) {
      if (form.elements[name] !== document.activeElement) form.elements[name].value = request[name];
    }
  };

  return { refine, show, isBuilt: () => facets !== undefined, isBegun: () => building !== undefined };
};
