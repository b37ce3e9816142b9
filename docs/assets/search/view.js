// The search as a reader sees it, the same on the search page and in the dialog. Text is only ever put in as text.

import { compare, findCandidates, forget, loadFacets, suggest, toBatch, toSearchAddress } from "./engine.js";
import { FACETS, parseQuery, toRequest } from "./query.js";
import { count, make, makeResult } from "./result.js";

const FEW = 10;

// Milliseconds within which another key makes a search needless.
const BETWEEN_KEYS = 30;

/** How much was found; where phrases are still to be compared, no more than about how much. */
const toStatus = (query, shown, left, paragraphs) => {
  const within = query.wanted.length > 0 ? `, ${count(paragraphs, "paragraph")}` : "";
  if (left === 0) return count(shown, "article") + within;
  const exact = query.unwanted.length === 0 && query.wanted.every((unit) => !unit.phrase);
  return `${exact ? "" : "About "}${count(shown + left, "article")}; the first ${shown} here${within}`;
};

const makeFacet = ([name, label], counts, chosen) => {
  const select = make("select", { name }, make("option", { value: "", textContent: "any" }));
  for (const [value, number] of Object.entries(counts)) {
    select.append(make("option", { value, textContent: `${value} (${number})`, selected: value === chosen }));
  }
  return make("label", {}, `${label} `, select);
};

/**
 * Builds the search below a form with a field `q`. Returns `run(request, typing)`, which shows what is found.
 */
export const buildSearch = (form) => {
  const status = make("p", { id: "search-status", className: "known" });
  status.setAttribute("role", "status");
  const help = make("div", { id: "search-help" });
  const results = make("ol", { id: "search-results" });
  const more = make("button", { type: "button", textContent: "More articles", hidden: true });
  const options = make("fieldset", { className: "facets" }, make("legend", { className: "visually-hidden", textContent: "Narrow and sort" }));
  const refine = make("details", {}, make("summary", { textContent: "Narrow and sort" }), options);
  form.append(refine);
  form.after(status, help, results, more);
  let newest = 0;
  let facetsAsked = false;

  const clear = () => {
    results.replaceChildren();
    help.replaceChildren();
    more.hidden = true;
  };

  const showFacets = async (request) => {
    facetsAsked = true;
    const facets = await loadFacets();
    const sort = make("select", { name: "sort" }, make("option", { value: "", textContent: "best match" }),
      make("option", { value: "date", textContent: "newest", selected: request.sort === "date" }));
    const selects = Object.entries(FACETS).map((facet) => makeFacet(facet, facets[facet[0]] ?? {}, request.filters[facet[0]][0]));
    options.replaceChildren(options.firstChild, ...selects, make("label", {}, "Order ", sort));
  };

  const showMissing = async (missing) => {
    for (const word of missing) {
      const links = (await suggest(word)).flatMap((near) => [" ", make("a", { href: toSearchAddress(near), textContent: near })]);
      help.append(make("p", {}, `No article holds the word “${word}”.`, ...(links.length > 0 ? [" The nearest words are:", ...links] : [])));
    }
  };

  const showFailure = (request, typing) => {
    const again = make("button", { type: "button", textContent: "Try again" });
    again.addEventListener("click", () => run(request, typing));
    clear();
    status.textContent = "The search index could not be loaded.";
    help.append(again);
  };

  const show = async (request, query, { results: candidates, missing }, { isNewest, work }) => {
    const size = toBatch(query);
    let shown = 0;
    let paragraphs = 0;
    let next = 0;
    const showBatch = async () => {
      const batch = candidates.slice(next, next + size);
      const found = await compare(batch, query, request);
      if (!isNewest()) return 0;
      next += batch.length;
      shown += found.length;
      paragraphs += found.reduce((sum, { hits }) => sum + hits.length, 0);
      const left = candidates.length - next;
      results.append(...found.map(makeResult));
      more.hidden = left === 0;
      status.textContent = toStatus(query, shown, left, paragraphs);
      return left;
    };
    const showMore = async () => {
      const enough = shown + FEW;
      while (shown < enough && (await showBatch()) > 0);
    };
    clear();
    // While some are on their way, a click would bring the same ones.
    more.onclick = () => results.ariaBusy === "false" && work(showMore);
    await showMore();
    if (isNewest() && shown === 0) await showMissing(missing);
  };

  const find = async (request, typing, turn) => {
    const query = parseQuery(request.q, typing);
    const filtered = Object.values(request.filters).flat().length > 0;
    // A reader sees what narrows the results, and can change it.
    if (filtered || request.sort === "date") refine.open = true;
    if (refine.open) await showFacets(request);
    if (query.wanted.length + query.unwanted.length === 0 && !filtered) {
      clear();
      status.textContent = "";
      return;
    }
    const candidates = await findCandidates(query, request);
    if (turn.isNewest()) await show(request, query, candidates, turn);
  };

  const run = async (request, typing = false) => {
    const number = (newest += 1);
    const isNewest = () => number === newest;
    const work = async (step) => {
      results.ariaBusy = "true";
      try {
        await step();
      } catch {
        await forget();
        if (isNewest()) showFailure(request, typing);
      }
      if (isNewest()) results.ariaBusy = "false";
    };
    await work(async () => {
      if (typing) await new Promise((resolve) => setTimeout(resolve, BETWEEN_KEYS));
      if (isNewest()) await find(request, typing, { isNewest, work });
    });
  };

  refine.addEventListener("toggle", () => {
    if (refine.open && !facetsAsked) run(toRequest(new FormData(form)));
  });
  results.addEventListener("click", (event) => {
    if (event.target.closest?.("a[href*='#p']")) sessionStorage.setItem("found", form.elements.q.value);
  });
  return run;
};
