// The engine of the offline edition, in the place of engine.js: every article is compared with the query.

import { matchArticle } from "./match.js";
import { findNearest } from "./nearest.js";

const BASE = new URL("../../", import.meta.url);

/** All articles are compared at once: nothing has to be fetched for them. */
export const toBatch = () => Infinity;

/** The address of an article. */
export const toArticleAddress = (slug) => new URL(`articles/${slug}/index.html`, BASE).href;

/** The address of a search. */
export const toSearchAddress = (query) => new URL(`search/index.html?q=${encodeURIComponent(query)}`, BASE).href;

let loading;

const load = () =>
  new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement("script"), { src: new URL("offline-data.js", BASE) });
    script.addEventListener("load", () => resolve(globalThis.offlineData));
    script.addEventListener("error", () => reject(new Error("offline-data.js could not be loaded")));
    document.head.append(script);
  });

/** Begins to load the articles before there is anything to find. */
export const prepare = () => {
  loading ??= load();
  return loading;
};

/** Forgets what was loaded, so that a search that failed can be tried again. */
export const forget = async () => {
  loading = undefined;
};

/** The facets of the whole archive and how many articles have each of their values. */
export const loadFacets = async () => (await prepare()).facets;

const holds = (unit) => (article) => matchArticle(article, { wanted: [unit], unwanted: [] });

const isChosen = (filters) => (article) =>
  Object.entries(filters).every(([name, values]) => values.every((value) => article.facets[name].includes(value)));

/** Finds the articles that hold every unit of the query, newest first; `missing` lists words that stand nowhere. */
export const findCandidates = async ({ wanted }, { filters }) => {
  const { articles } = await prepare();
  for (const unit of wanted) {
    if (unit.prefix && unit.prefix !== "always" && articles.some(holds({ ...unit, prefix: "" }))) unit.prefix = "";
  }
  const results = articles.filter((article) => isChosen(filters)(article) && wanted.every((unit) => holds(unit)(article)));
  const missing = wanted.filter((unit) => !unit.phrase && !articles.some(holds(unit))).map((unit) => unit.form);
  return { results, missing };
};

/** Compares some of the candidates with the query; the best first, or in the order given if by date. */
export const compare = async (results, query, { sort }) => {
  const found = results.flatMap((article) => {
    const match = matchArticle(article, query);
    return match ? [{ ...match, article }] : [];
  });
  return sort === "date" || query.wanted.length === 0 ? found : found.sort((a, b) => b.score - a.score);
};

/** The words of the archive nearest to one that stands nowhere in it, at most three. */
export const suggest = async (word) =>
  findNearest(word, (await prepare()).vocabulary)
    .slice(0, 3)
    .map(({ spelling }) => spelling);
