// What the index has of a word, and the scores of articles that come of it. What is in the index is said in
// scripts/archive/search/index.py.

import { forgetData, readData, readOthers } from "./read.js";

// The form of the index that is read here.
const FORM = 4;

const IN_HEADING = 8;
const IN_NAMES = 16;
const IN_AUTHORS = 32;
const BY_RULE = 64;

// More files of words are not read for the words that begin alike.
const MOST_FILES = 8;

/** How a word is found: as typed, by a rule, by its stem, as the beginning of a longer one. */
export const TYPED = 4;
export const RULED = 3;
export const STEMMED = 2;
export const BEGUN = 1;

// More than all else that a score is made of.
const TIER = 1024;

/** The score of what nothing is asked of. */
export const ALLOWED = TYPED * TIER;

const toScore = (place, field) => {
  if (field === "title") return place & IN_HEADING;
  if (field === "author") return place & IN_AUTHORS;
  const times = place % IN_HEADING;
  return 1 + times / (times + 10) + (place & IN_HEADING ? 8 : 0) + (place & (IN_NAMES | IN_AUTHORS) ? 4 : 0);
};

/** The numbers that a list of gaps holds. */
export const toNumbers = (gaps) => {
  let number = 0;
  return gaps.map((gap) => (number += gap));
};

let archives;

/** This archive, and the others that are searched too: these have an address, and in `fault` why they are left out. */
export const listArchives = async () => {
  if (!archives) {
    const others = await readOthers();
    archives = [{ only: others.length === 0 }, ...others.map((base) => ({ base, name: base }))];
  }
  return archives;
};

/**
 * What is known of all articles of an archive: `days` says on which each begins, as 19980301; 0 has no date.
 */
export const loadArchive = async (archive) => {
  const data = await readData("search-index/archive.json", archive.base);
  if (data.form !== FORM) throw new SyntaxError("the index has another form");
  archive.name = data.name;
  if (!archive.days) {
    archive.days = toNumbers(data.days);
    archive.texts = toNumbers(data.texts);
    archive.joining = new Set(toNumbers(data.joining));
    archive.precise = data.precise.map((gaps) => new Set(toNumbers(gaps)));
  }
  return { ...data, days: archive.days };
};

/** Forgets what was loaded, so that a search that failed can be tried again from the beginning. */
export const forget = () => {
  archives = undefined;
  forgetData();
};

/** The data of a file of the index. */
export const readPart = async (archive, name) => readData(`search-index/${(await loadArchive(archive)).folder}/${name}.json`, archive.base);

/** Which file has a key: the last that begins with it or before it. */
const findFile = (firsts, key) => firsts.findLastIndex((first) => first <= key);

/** An article of an archive by its number. */
export const readArticle = async (archive, number) => {
  await loadArchive(archive);
  const file = findFile(archive.texts, number);
  return (await readPart(archive, `texts/${file}`))[number - archive.texts[file]];
};

/** What the index has of a word or a pair; nothing if no article has it. */
export const find = async (archive, kind, key) => {
  const file = findFile((await loadArchive(archive))[kind], key);
  const entries = file < 0 ? {} : await readPart(archive, `${kind}/${file}`);
  return Object.hasOwn(entries, key) ? entries[key] : undefined;
};

/** What the index has of the words that begin with a form; nothing if these are too many. */
export const findBegun = async (archive, form) => {
  const { words } = await loadArchive(archive);
  const first = Math.max(0, findFile(words, form));
  const last = findFile(words, `${form}\uffff`);
  if (last - first >= MOST_FILES) return undefined;
  const files = await Promise.all(Array.from({ length: last - first + 1 }, (_, index) => readPart(archive, `words/${first + index}`)));
  // What has one of these marks is a family of words, initials, or a list of longer words.
  return files.flatMap((file) => Object.keys(file).filter((key) => key.startsWith(form) && !/[=:.<]/u.test(key)).map((key) => file[key]));
};

/** Each article's score for what the index has, found in one way or by a rule; 0 for those that have nothing of it. */
export const score = (entries, size, field, way = TYPED, among) => {
  const scores = new Float32Array(size);
  for (const [gaps, places] of entries) {
    let number = 0;
    gaps.forEach((gap, index) => {
      number += gap;
      const place = places ? places.charCodeAt(index) - 48 : 1;
      const worth = toScore(place, field);
      const found = worth && worth + TIER * (place & BY_RULE ? Math.min(way, RULED) : way);
      if (found > scores[number] && (!among || among.has(number))) scores[number] = found;
    });
  }
  return scores;
};

/** Adds to some scores those of others where they are higher. */
export const unite = (all, more) => all.forEach((value, number) => (all[number] = Math.max(value, more[number])));

const add = (one, other) => Math.min(Math.floor(one / TIER), Math.floor(other / TIER)) * TIER + (one % TIER) + (other % TIER);

/** Keeps of some scores what others have too: found in the way of what is found worst. */
export const intersect = (all, more) => all.forEach((value, number) => (all[number] = value && more[number] && add(value, more[number])));
/** The numbers of the articles that have a score. */
export const toList = (scores) => [...scores.keys()].filter((number) => scores[number] > 0);
