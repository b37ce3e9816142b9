// Finds the articles that a query may mean, in this archive and those that are searched with it, and compares them.

import { askEach, attempt, listFaults } from "./archives.js";
import { readDate } from "./dates.js";
import { matchArticle } from "./match.js";
import { fold } from "./fold.js";
import { findNearest } from "./nearest.js";
import { findUnit } from "./units.js";
import { count, say, sayDate, toLabel } from "./wording.js";
import { ALLOWED, find, intersect, loadArchive, readArticle, readPart, toList, toNumbers, unite } from "./words.js";

// How many articles are compared to count those that hold a phrase.
const MOST_COUNTED = 60;

// How many longer words are offered.
const MOST_LONGER = 5;

/** The first or last day of a year, month or day, as the index writes days: 19980301; `rest` fills what isn't said. */
const toDay = (date, rest) => Number(date.replaceAll("-", "").padEnd(8, rest));

/** Which articles the facets and the span of time allow; `missing` takes each value that no article has. */
const narrow = async (archive, { filters, from, to }, missing) => {
  const { days: all } = await loadArchive(archive);
  const allowed = new Float32Array(all.length).fill(ALLOWED);
  const [first, last] = [toDay(from, "0"), toDay(to, "9")];
  // An article without a date is in no span of time; it has day 0.
  if (from || to) all.forEach((day, number) => (allowed[number] = day && day >= first && day <= last ? ALLOWED : 0));
  const facets = Object.keys(filters).length > 0 ? await readPart(archive, "facets") : [];
  for (const { name, values } of facets.filter((facet) => filters[facet.name])) {
    const chosen = new Float32Array(all.length);
    for (const value of filters[name]) {
      if (Object.hasOwn(values, value)) toNumbers(values[value]).forEach((number) => (chosen[number] = ALLOWED));
      else missing.push(say("no_value", { value, facet: toLabel(name) }));
    }
    intersect(allowed, chosen);
  }
  return allowed;
};

const listUnits = ({ wanted, unwanted, dated }) => [...wanted.flat(), ...unwanted, ...(dated?.printed?.wanted.flat() ?? [])];

/** The scores of the articles for each group of a query. */
const scoreGroups = async (archive, { wanted }) => {
  const groups = await Promise.all(wanted.map((units) => Promise.all(units.map((unit) => findUnit(archive, unit)))));
  return groups.map(([first, ...others]) => {
    others.forEach((scores) => unite(first, scores));
    return first;
  });
};

/** Which articles have a date by their record, as precisely as it is asked for. */
const findDated = ({ days, precise: [years, months] }, date) => {
  const [first, last] = [toDay(date, "0"), toDay(date, "9")];
  return days.map((day, number) => (day >= first && day <= last && (date.length === 4 || (!years.has(number) && (date.length === 7 || !months.has(number)))) ? 0.5 : 0));
};

/** The score of each article of one archive, for the whole query and for each group of it. */
const scoreArchive = async (archive, query, request) => {
  const missing = [];
  const { dated } = query;
  const [all, groups, printed, unwanted] = await Promise.all([
    narrow(archive, request, missing),
    scoreGroups(archive, query),
    dated?.printed ? scoreGroups(archive, dated.printed) : [],
    Promise.all(query.unwanted.map((unit) => findUnit(archive, unit))),
  ]);
  const allowed = all.slice();
  groups.forEach((scores) => intersect(all, scores));
  let byRecord = [];
  if (dated) {
    const more = Float32Array.from(findDated(archive, dated.date));
    intersect(more, allowed);
    byRecord = toList(more);
    for (const scores of printed) {
      intersect(scores, allowed);
      unite(more, scores);
    }
    unite(all, more);
  }
  query.unwanted.forEach((unit, index) => {
    if (unit.sure) unwanted[index].forEach((value, number) => (all[number] = value ? 0 : all[number]));
  });
  return { archive, query, all, byRecord: new Set(byRecord), missing };
};

/** The parts of what is found in each archive; the articles of one count on from those of the one before. */
const findParts = async (query, request) => {
  // What is asked takes in what an archive has of its words, so each is asked a copy.
  const asked = structuredClone(query);
  const found = await askEach((archive) => scoreArchive(archive, archive.base ? structuredClone(asked) : query, request));
  let from = 0;
  return found.map((part) => {
    from += part.all.length;
    return { ...part, from: from - part.all.length };
  });
};

/** The orders in which articles may be listed, by their days and scores. */
const toOrders = (days, all) => {
  const date = (a, b) => days[b] - days[a] || b - a;
  return { date, oldest: (a, b) => !days[a] - !days[b] || days[a] - days[b] || a - b, best: (a, b) => all[b] - all[a] || date(a, b) };
};

/**
 * Finds the articles that a query may mean, as numbers in the order that is asked for; `sure` tells whether it
 * means all of them, or they are still to be compared.
 */
export const findCandidates = async (query, request) => {
  const languages = (await askEach(loadArchive)).flatMap((known) => known.languages);
  query.dated = readDate(query, languages);
  let parts = await findParts(query, request);
  const isUnfinished = (unit) => unit.unfinished;
  const last = query.wanted.flat().find(isUnfinished);
  // What stands nowhere whole may be the beginning of words.
  if (last && !parts.some((part) => part.query.wanted.flat().find(isUnfinished).whole)) {
    Object.assign(last, { unfinished: false, prefix: true, begun: true });
    parts = await findParts(query, request);
  }
  const days = parts.flatMap(({ archive }) => archive.days);
  const all = parts.flatMap((part) => [...part.all]);
  const order = request.sort || (query.wanted.length > 0 ? "best" : "date");
  const missing = parts[0].missing.filter((note) => parts.every((part) => part.missing.includes(note)));
  const units = parts.flatMap((part) => part.query.wanted.flat());
  const notes = units.filter(({ begun, tooMany, text }) => begun || (tooMany && text.endsWith("*"))).map(({ begun, text }) => say(begun ? "begun" : "too_many", { word: text }));
  const byRecord = parts.reduce((sum, part) => sum + part.byRecord.size, 0);
  if (byRecord > 0) notes.push(say("dated", { date: sayDate(query.dated.date), articles: count("articles", byRecord) }));
  query.parts = parts;
  return {
    numbers: toList(all).sort(toOrders(days, all)[order]),
    sure: listUnits(query).every((unit) => unit.sure),
    days,
    notes: [...request.notes, ...new Set([...missing, ...notes]), ...(await listFaults())],
  };
};

/**
 * Compares some of the candidates with the query; the best first, unless another order is asked for. Where another
 * archive fails meanwhile, the error says that the rest can be asked `again`.
 */
export const compareAll = async (numbers, query, { sort }) => {
  const found = await Promise.all(numbers.map(async (number) => {
    const { archive, query: asked, from, byRecord } = query.parts.findLast((part) => part.from <= number);
    const one = await attempt(archive, async () => {
      const article = await readArticle(archive, number - from);
      // A date may stand as texts print it, or else in the record.
      const match = matchArticle(article, asked) ?? (asked.dated?.printed && matchArticle(article, asked.dated.printed)) ??
        (byRecord.has(number - from) && { score: 0, hits: [] });
      return match ? [{ ...match, article: { ...article, archive }, number }] : [];
    });
    if (!one) throw Object.assign(new Error(archive.fault), { again: true });
    return one;
  }));
  return sort || query.wanted.length === 0 ? found.flat() : found.flat().sort((a, b) => b.score - a.score);
};

/** How many articles a query finds; `about` tells that it isn't more than that. */
export const countFound = async (query, request) => {
  const { numbers, sure } = await findCandidates(query, request);
  if (sure || numbers.length > MOST_COUNTED) return { number: numbers.length, about: !sure };
  return { number: (await compareAll(numbers, query, request)).length };
};

const readVocabulary = async () => [...new Set((await askEach((archive) => readPart(archive, "vocabulary"))).flat())];

/** The words of all archives nearest to one that stands nowhere in them, at most three. */
export const suggest = async (word) => findNearest(word, await readVocabulary()).slice(0, 3);

/** The longer words that hold a word elsewhere than at their beginning; of all languages if it is found nowhere. */
export const findLonger = async (form, isNowhere) => {
  const found = isNowhere ? (await readVocabulary()).filter((word) => fold(word).lastIndexOf(form) > 0)
    : (await askEach((archive) => (archive.joining.size > 0 ? find(archive, "words", `${form}<`) : undefined))).flat();
  return [...new Set(found)].slice(0, MOST_LONGER);
};
