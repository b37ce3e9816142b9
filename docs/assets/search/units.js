// Which articles may hold a unit of a query, by what the index has of its words.

import { find, findBegun, intersect, load, score, unite } from "./words.js";
import { stem } from "./stem.js";

/** The entry of all English words that have the stem of a form; it may be that of the stem itself. */
const findEnglish = async (archive, form) => {
  const name = stem(form);
  const [family, own] = await Promise.all([find(archive, "words", `${name}=`), find(archive, "words", name)]);
  return family ?? (own?.[2] === 1 ? [...own.slice(0, 2), { en: [name] }] : undefined);
};

/** The entries of every form of a word; `word.family` is set to these forms, by language. */
const findForms = async (archive, word, exact) => {
  const plain = word.forms.filter((form) => !form.includes("."));
  const inOthers = exact ? [] : plain.map((form) => `${form}:`);
  const found = (await Promise.all([
    ...[...word.forms, ...inOthers].map((key) => find(archive, "words", key)),
    ...(exact ? [] : plain.map((form) => findEnglish(archive, form))),
  ])).filter(Boolean);
  word.family = {};
  for (const [language, forms] of found.flatMap(([, , family]) => Object.entries(family ?? {}))) {
    word.family[language] = new Set([...(word.family[language] ?? []), ...forms]);
  }
  return found;
};

/** The score of each article for one word of a unit, in whatever form; the last may be the beginning of others. */
const findWord = async (archive, word, unit, isLast) => {
  const size = archive.days.length;
  const found = await findForms(archive, word, unit.exact);
  const scores = score(found, size, unit.field);
  if (!isLast || !unit.prefix) return scores;
  if (unit.prefix !== "always" && scores.some(Boolean)) {
    unit.prefix = "";
    unit.whole = true;
    return scores;
  }
  const begun = (await Promise.all(word.forms.map((form) => findBegun(archive, form)))).flat();
  unit.tooMany = begun.includes(undefined);
  if (unit.tooMany) unit.prefix = "";
  else unite(scores, score(begun, size, unit.field));
  unit.begun = unit.prefix && unit.prefix !== "always" && scores.some(Boolean);
  return scores;
};

/** Whether all forms of a word that are in the index are frequent, so that the index has its pairs. */
const isFrequent = async (archive, word, often) => {
  const found = (await Promise.all(word.forms.map((form) => find(archive, "words", form)))).filter(Boolean);
  return found.length > 0 && found.every(([gaps]) => gaps.length > often);
};

const findPair = async (archive, first, second) => {
  const { often } = await load(archive);
  if (first.joined || !(await isFrequent(archive, first, often)) || !(await isFrequent(archive, second, often))) return undefined;
  const keys = first.forms.flatMap((a) => second.forms.map((b) => `${a} ${b}`));
  return score((await Promise.all(keys.map((key) => find(archive, "pairs", key)))).filter(Boolean), archive.days.length);
};

/** The score of each article of an archive for a unit; `unit.sure` tells whether that is exact, or they are still to be compared. */
export const findUnit = async (archive, unit) => {
  const { days: { length: size } } = await load(archive);
  const { words } = unit;
  unit.sure = words.length === 1 && !unit.exact;
  const found = await Promise.all(words.map((word, index) => findWord(archive, word, unit, index === words.length - 1)));
  if (!unit.exact) {
    const joined = await Promise.all(words.map((word) => (word.joined ? findForms(archive, { forms: [word.joined] }) : [])));
    joined.map((entries) => score(entries, size, unit.field)).forEach((scores, index) => {
      unite(found[index], scores);
      if (found[index + 1]) unite(found[index + 1], scores);
    });
  }
  const isPlain = (word, index) => unit.exact || (Object.keys(word.family).length === 0 && !(unit.prefix && index === words.length - 1));
  const pairs = await Promise.all(words.slice(1).map((word, index) =>
    (isPlain(words[index], index) && isPlain(word, index + 1) ? findPair(archive, words[index], word) : undefined)));
  const [all, ...others] = [...found, ...pairs.filter(Boolean)];
  others.forEach((scores) => intersect(all, scores));
  return all;
};
