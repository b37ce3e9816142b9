// Finds the articles that a query may mean from the index, and compares them with it. What is in the index is
// said in scripts/archive/search/index.py.

import { matchArticle } from "./match.js";
import { findNearest } from "./nearest.js";
import { forgetData, readData } from "./read.js";
import { stem } from "./stem.js";

const IN_HEADING = 8;
const IN_NAMES = 16;
const IN_AUTHORS = 32;
const PLACES = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

// More files of words are not read for the words that begin alike.
const MOST_FILES = 8;

// How many articles are compared to count a phrase by itself.
const MOST_COUNTED = 60;

const toScore = (place, field) => {
  if (field === "title") return place & IN_HEADING;
  if (field === "author") return place & IN_AUTHORS;
  const times = place % IN_HEADING;
  return 1 + times / (times + 10) + (place & IN_HEADING ? 8 : 0) + (place & (IN_NAMES | IN_AUTHORS) ? 4 : 0);
};

const toNumbers = (gaps) => {
  let number = 0;
  return gaps.map((gap) => (number += gap));
};

let days;

/** What is known of all articles: `days` says on which each begins, as the number of days from the first of year 1. */
const load = async () => {
  const archive = await readData("search-index/archive.json");
  days ??= toNumbers(archive.days);
  return { ...archive, days };
};

/** Forgets what was loaded, so that a search that failed can be tried again from the beginning. */
export const forget = () => {
  days = undefined;
  forgetData();
};

const readPart = async (name) => readData(`search-index/${(await load()).folder}/${name}.json`);

/** The facets of the whole archive, each with its label, its values, and the numbers of the articles that have each. */
export const loadFacets = async () => readPart("facets");

const readArticle = (number) => readPart(`texts/${number}`);

/** Which file has a key: the last that begins with it or before it. */
const findFile = (firsts, key) => {
  let low = 0;
  let high = firsts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (firsts[middle] <= key) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};

const find = async (kind, key) => {
  const archive = await load();
  const file = findFile(archive[kind], key);
  const entries = file < 0 ? {} : await readPart(`${kind}/${file}`);
  return Object.hasOwn(entries, key) ? entries[key] : undefined;
};

/** What the index has of the words that begin with a form; nothing if these are too many. */
const findBegun = async (form) => {
  const { words } = await load();
  const first = Math.max(0, findFile(words, form));
  const last = findFile(words, `${form}\uffff`);
  if (last - first >= MOST_FILES) return undefined;
  const files = await Promise.all(Array.from({ length: last - first + 1 }, (_, index) => readPart(`words/${first + index}`)));
  // What has one of these marks is a family of words, or initials.
  return files.flatMap((file) => Object.keys(file).filter((key) => key.startsWith(form) && !/[=:.]/u.test(key)).map((key) => file[key]));
};

/** Each article's score for what the index has; 0 for those that have nothing of it. */
const score = (entries, size, field) => {
  const scores = new Float32Array(size);
  for (const [gaps, places] of entries) {
    let number = 0;
    gaps.forEach((gap, index) => {
      number += gap;
      const found = toScore(places ? PLACES.indexOf(places[index]) : 1, field);
      if (found > scores[number]) scores[number] = found;
    });
  }
  return scores;
};

const unite = (all, more) => all.forEach((value, number) => (all[number] = Math.max(value, more[number])));
const intersect = (all, more) => all.forEach((value, number) => (all[number] = value && more[number] && value + more[number]));
const toList = (scores) => [...scores.keys()].filter((number) => scores[number] > 0);

/** The entry of all English words that have the stem of a form; it may be that of the stem itself. */
const findEnglish = async (form) => {
  const name = stem(form);
  const [family, own] = await Promise.all([find("words", `${name}=`), find("words", name)]);
  return family ?? (own?.[2] === 1 ? [...own.slice(0, 2), { en: [name] }] : undefined);
};

/** The entries of every form of a word; `word.family` is set to these forms, by language. */
const findForms = async (word, exact) => {
  const plain = word.forms.filter((form) => !form.includes("."));
  const inOthers = exact ? [] : plain.map((form) => `${form}:`);
  const found = (await Promise.all([
    ...[...word.forms, ...inOthers].map((key) => find("words", key)),
    ...(exact ? [] : plain.map(findEnglish)),
  ])).filter(Boolean);
  word.family = {};
  for (const [language, forms] of found.flatMap(([, , family]) => Object.entries(family ?? {}))) {
    word.family[language] = new Set([...(word.family[language] ?? []), ...forms]);
  }
  return found;
};

/** The score of each article for one word of a unit, in whatever form; the last may be the beginning of others. */
const findWord = async (word, unit, isLast, size) => {
  const found = await findForms(word, unit.exact);
  const scores = score(found, size, unit.field);
  if (!isLast || !unit.prefix) return scores;
  if (unit.prefix !== "always" && scores.some(Boolean)) {
    unit.prefix = "";
    return scores;
  }
  const begun = (await Promise.all(word.forms.map(findBegun))).flat();
  unit.tooMany = begun.includes(undefined);
  if (unit.tooMany) unit.prefix = "";
  else unite(scores, score(begun, size, unit.field));
  unit.begun = unit.prefix && unit.prefix !== "always" && scores.some(Boolean);
  return scores;
};

/** Whether all forms of a word that are in the index are frequent, so that the index has its pairs. */
const isFrequent = async (word, often) => {
  const found = (await Promise.all(word.forms.map((form) => find("words", form)))).filter(Boolean);
  return found.length > 0 && found.every(([gaps]) => gaps.length > often);
};

const findPair = async (first, second, { often, days: { length } }) => {
  if (first.joined || !(await isFrequent(first, often)) || !(await isFrequent(second, often))) return undefined;
  const keys = first.forms.flatMap((a) => second.forms.map((b) => `${a} ${b}`));
  return score((await Promise.all(keys.map((key) => find("pairs", key)))).filter(Boolean), length);
};

/** The score of each article for a unit; `unit.sure` tells whether that is exact, or they are still to be compared. */
const findUnit = async (unit) => {
  const archive = await load();
  const size = archive.days.length;
  const { words } = unit;
  unit.sure = words.length === 1 && !unit.exact;
  const found = await Promise.all(words.map((word, index) => findWord(word, unit, index === words.length - 1, size)));
  if (!unit.exact) {
    const joined = await Promise.all(words.map((word) => (word.joined ? findForms({ forms: [word.joined] }) : [])));
    joined.map((entries) => score(entries, size, unit.field)).forEach((scores, index) => {
      unite(found[index], scores);
      if (found[index + 1]) unite(found[index + 1], scores);
    });
  }
  const isPlain = (word, index) => unit.exact || (Object.keys(word.family).length === 0 && !(unit.prefix && index === words.length - 1));
  const pairs = await Promise.all(words.slice(1).map((word, index) =>
    (isPlain(words[index], index) && isPlain(word, index + 1) ? findPair(words[index], word, archive) : undefined)));
  const [all, ...others] = [...found, ...pairs.filter(Boolean)];
  others.forEach((scores) => intersect(all, scores));
  return all;
};

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
  for (const { name, label, values } of facets.filter((facet) => filters[facet.name])) {
    const chosen = new Float32Array(all.length);
    for (const value of filters[name]) {
      if (Object.hasOwn(values, value)) toNumbers(values[value]).forEach((number) => (chosen[number] = 1));
      else notes.push(`No article has “${value}” as ${label.toLowerCase()}.`);
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
  if (unit.begun) return [`No article holds “${unit.text}” as a whole word; these hold words that begin with it.`];
  return unit.tooMany && unit.text.endsWith("*") ? [`Too many words begin with “${unit.text}”.`] : [];
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
