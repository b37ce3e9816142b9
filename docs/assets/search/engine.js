// Asks Pagefind which articles may match, then compares them with the query: https://pagefind.app/docs/api/

import { toFacet } from "./fold.js";
import { matchArticle } from "./match.js";
import { findNearest } from "./nearest.js";

const BASE = new URL("../../", import.meta.url);

/**
 * How many articles are compared at a time. What the index answers about words is exact; about phrases it is
 * not, so more of them are compared before they are counted.
 */
export const toBatch = ({ wanted, unwanted }) => (unwanted.length > 0 || wanted.some((unit) => unit.phrase) ? 30 : 5);

/** The address of an article. */
export const toArticleAddress = (slug) => new URL(`articles/${slug}/`, BASE).href;

/** The address of a search. */
export const toSearchAddress = (query) => new URL(`search/?q=${encodeURIComponent(query)}`, BASE).href;

const readJson = async (name) => {
  const response = await fetch(new URL(name, BASE));
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response.json();
};

let loading;

/** Loads Pagefind and the names of all parts of the index, the oldest first: scripts/archive/search/index.py. */
const load = async () => {
  const [{ createInstance }, { languages }] = await Promise.all([
    import(new URL("pagefind/pagefind.js", BASE)),
    readJson("pagefind/pagefind-entry.json"),
  ]);
  const parts = Object.keys(languages);
  const pagefind = createInstance({ baseUrl: "/" });
  await pagefind.init();
  // Pagefind merges a folder with another; this one has another name for itself.
  const folder = `${new URL("pagefind/", BASE).pathname}./`;
  await Promise.all(parts.slice(1).map((language) => pagefind.mergeIndex(folder, { language })));
  return { pagefind, parts };
};

/** Begins to load Pagefind before there is anything to find. */
export const prepare = () => {
  loading ??= load();
  loading.catch(() => {});
};

/** Forgets what was loaded, so that a search that failed can be tried again from the beginning. */
export const forget = async () => {
  const failed = loading;
  loading = undefined;
  await failed?.then(({ pagefind }) => pagefind.destroy()).catch(() => {});
};

let facets;

/** The facets of the whole archive and how many articles have each of their values. */
export const loadFacets = async () => {
  facets ??= await readJson("pagefind/facets.json");
  return facets;
};

const readArticle = async (result) => JSON.parse((await result.data()).anchors[0].id.replaceAll("␣", " "));

const search = async (term, options) => {
  loading ??= load();
  const { pagefind, parts } = await loading;
  const { results } = await pagefind.search(term, options);
  // Each part is in order of date by itself.
  const toPart = ({ id }) => parts.indexOf(id.slice(0, id.lastIndexOf("_")));
  if (options.sort && parts.length > 1) results.sort((a, b) => toPart(b) - toPart(a));
  return new Map(results.map((result) => [result.id, result]));
};

/** Returns a function that asks the index for a term, and for no term twice. */
const startSearch = (options) => {
  const asked = new Map();
  return (term) => {
    if (!asked.has(term)) asked.set(term, search(term, options));
    return asked.get(term);
  };
};

/** The articles that hold a unit of the query; `prefix` is cleared where the whole word is meant. */
const findUnit = async (unit, ask) => {
  if (unit.prefix !== "always") {
    const whole = await ask(`"${unit.indexed}"`);
    if (whole.size > 0 || !unit.prefix) {
      unit.prefix = "";
      return whole;
    }
  }
  const begun = await ask(unit.indexed);
  const [first] = begun.values();
  // Pagefind shortens a word that begins no word of the index until something matches: that is no find.
  return first && matchArticle(await readArticle(first), { wanted: [unit], unwanted: [] }) ? begun : new Map();
};

const isIn = (maps) => (id) => maps.every((map) => map.has(id));

/**
 * Finds the articles that may match: best first, or newest first if asked for or if nothing ranks them.
 * `missing` lists the words that stand nowhere in the archive.
 */
export const findCandidates = async ({ wanted }, { filters, sort }) => {
  const options = sort === "date" || wanted.length === 0 ? { sort: { date: "desc" } } : {};
  const ask = startSearch(options);
  const facetsChosen = Object.entries(filters).flatMap(([name, values]) => values.map((value) => toFacet(name, value)));
  const sets = await Promise.all([
    ...wanted.map((unit) => findUnit(unit, ask)),
    ...facetsChosen.map((facet) => ask(`"${facet}"`)),
  ]);
  // Pagefind finds what is quoted in no order, but words that aren't with the best first.
  const ranked = options.sort ? (sets[0] ?? (await ask(null))) : await ask(wanted.map((unit) => unit.indexed).join(" "));
  const all = new Map([...ranked, ...(sets[0] ?? [])]);
  const ids = [...all.keys()].filter(isIn(sets));
  const missing = wanted.filter((unit, index) => sets[index].size === 0 && !unit.phrase).map((unit) => unit.form);
  return { results: ids.map((id) => all.get(id)), missing };
};

/** Compares some of the candidates with the query; the best first, or in the order given if by date. */
export const compare = async (results, query, { sort }) => {
  const articles = await Promise.all(results.map(readArticle));
  const found = articles.flatMap((article) => {
    const match = matchArticle(article, query);
    return match ? [{ ...match, article }] : [];
  });
  return sort === "date" || query.wanted.length === 0 ? found : found.sort((a, b) => b.score - a.score);
};

/** The words of the archive nearest to one that stands nowhere in it, at most three. */
export const suggest = async (word) => {
  const near = findNearest(word, await readJson("pagefind/vocabulary.json"));
  // Pagefind finds nothing where a part of the index fails to load.
  if (near[0]?.distance === 0) throw new Error(`The index has lost the word ${word}`);
  return near.slice(0, 3).map(({ spelling }) => spelling);
};
