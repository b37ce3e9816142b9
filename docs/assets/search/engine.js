// Finds the articles that a query may mean, and compares them with it.

import { matchArticle } from "./match.js";
import { findNearest } from "./nearest.js";
import { findUnit } from "./units.js";
import { say, toLabelWithin } from "./wording.js";
import { intersect, load, loadFacets, readArticle, readPart, toList, toNumbers, unite } from "./words.js";

// How many articles are compared to count a phrase by itself.
const MOST_COUNTED = 60;

const toDay = (year, month, day) => Date.UTC(year, month - 1, day) / 864e5 + 719_163;

/** The first and last day of a year, month or day, as the index counts them. */
const toDays = (date) => {
  const [year, month, day] = date.split("-").map(Number);
  return [toDay(year, month ?? 1, day ?? 1), toDay(year + (month ? 0 : 1), (month ?? 1) + (month && !day ? 1 : 0), day ?? 1) - (day ? 0 : 1)];
};

/** Which articles the facets and the span of time allow; `notes` takes each value that no article has. */
const narrow = async ({ filters, from, to }, notes) => {
  const { days: all } = await load();
  const allowed = new Float32Array(all.length).fill(1);
  const first = from ? toDays(from)[0] : 0;
  const last = to ? toDays(to)[1] : Infinity;
  // An article without a date is in no span of time; it has day 1.
  if (from || to) all.forEach((day, number) => (allowed[number] = day > 1 && day >= first && day <= last ? 1 : 0));
  const facets = Object.keys(filters).length > 0 ? await loadFacets() : [];
  for (const { name, values } of facets.filter((facet) => filters[facet.name])) {
    const chosen = new Float32Array(all.length);
    for (const value of filters[name]) {
      if (Object.hasOwn(values, value)) toNumbers(values[value]).forEach((number) => (chosen[number] = 1));
      else notes.push(say("no_value", { value, facet: toLabelWithin(name) }));
    }
    intersect(allowed, chosen);
  }
  return allowed;
};

const sortBest = (scores) => (a, b) => scores[b] - scores[a] || b - a;
const ORDERS = { date: () => (a, b) => b - a, oldest: (archive) => (a, b) => (archive.days[a] === 1) - (archive.days[b] === 1) || a - b };

/**
 * Finds the articles that a query may mean, as numbers in the order that is asked for; `sure` tells whether it
 * means all of them, or they are still to be compared. `groups` has the articles of each group by itself.
 */
export const findCandidates = async (query, request) => {
  const archive = await load();
  const notes = [...request.notes];
  const [allowed, groups, unwanted] = await Promise.all([
    narrow(request, notes),
    Promise.all(query.wanted.map((units) => Promise.all(units.map(findUnit)))),
    Promise.all(query.unwanted.map(findUnit)),
  ]);
  const united = groups.map(([first, ...others]) => {
    others.forEach((scores) => unite(first, scores));
    return first;
  });
  const all = allowed.slice();
  united.forEach((scores) => intersect(all, scores));
  query.unwanted.forEach((unit, index) => {
    if (unit.sure) unwanted[index].forEach((value, number) => (all[number] = value ? 0 : all[number]));
  });
  const units = [...query.wanted.flat(), ...query.unwanted];
  const order = query.wanted.length === 0 && !request.sort ? ORDERS.date : (ORDERS[request.sort] ?? (() => sortBest(all)));
  return {
    numbers: toList(all).sort(order(archive)),
    sure: units.every((unit) => unit.sure),
    groups: united.map(toList),
    days: archive.days,
    notes: [...notes, ...query.wanted.flat().flatMap(toUnitNotes)],
  };
};

const toUnitNotes = (unit) => {
  if (unit.begun) return [say("begun", { word: unit.text })];
  return unit.tooMany && unit.text.endsWith("*") ? [say("too_many", { word: unit.text })] : [];
};

/** Compares some of the candidates with the query; the best first, unless another order is asked for. */
export const compare = async (numbers, query, { sort }) => {
  const articles = await Promise.all(numbers.map(readArticle));
  const found = articles.flatMap((article, index) => {
    const match = matchArticle(article, query);
    return match ? [{ ...match, article, number: numbers[index] }] : [];
  });
  return sort || query.wanted.length === 0 ? found : found.sort((a, b) => b.score - a.score);
};

/** How many articles have each group of a query, in whatever place: `about` tells that it isn't more than that. */
export const countAlone = ({ wanted }, { groups }) =>
  Promise.all(wanted.map(async (units, index) => {
    const numbers = groups[index];
    if (units.every((unit) => unit.sure)) return { units, count: numbers.length };
    const found = await compare(numbers.slice(0, MOST_COUNTED), { wanted: [units], unwanted: [] }, {});
    return numbers.length > MOST_COUNTED ? { units, count: numbers.length, about: true } : { units, count: found.length };
  }));

/** The words of the archive nearest to one that stands nowhere in it, at most three. */
export const suggest = async (word) => findNearest(word, await readPart("vocabulary")).slice(0, 3);
