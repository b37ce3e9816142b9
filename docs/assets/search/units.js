// Which articles may hold a unit of a query, by what the index has of its words.

import { BEGUN, find, findBegun, intersect, loadArchive, RULED, score, STEMMED, TYPED, unite } from "./words.js";
import { mayPart, startsLonger } from "./fold.js";
import { stem } from "./stem.js";

/** The entry of all English words that have the stem of a form; it may be that of the stem itself. */
const findEnglish = async (archive, form) => {
  const name = stem(form);
  const [family, own] = await Promise.all([find(archive, "words", `${name}=`), find(archive, "words", name)]);
  return family ?? (own?.[2] === 1 ? [...own.slice(0, 2), { en: [name] }] : undefined);
};

const findAll = async (keys, look) => (await Promise.all(keys.map(look))).filter(Boolean);

/** The score of each article for every form of a word; `word.family` is set to these forms, by language. */
const findForms = async (archive, word, { exact, field, joint }) => {
  const size = archive.days.length;
  const plain = exact ? [] : word.forms.filter((form) => !form.includes("."));
  const [own, families] = await Promise.all([
    findAll(word.forms, (form) => find(archive, "words", form)),
    findAll(plain.flatMap((form) => [`${form}:`, form]), (key) => (key.endsWith(":") ? find(archive, "words", key) : findEnglish(archive, key))),
  ]);
  word.family = {};
  for (const [language, forms] of families.flatMap(([, , family]) => Object.entries(family ?? {}))) {
    word.family[language] = new Set([...(word.family[language] ?? []), ...forms]);
  }
  const scores = score(own, size, field, joint ? RULED : TYPED);
  unite(scores, score(families, size, field, STEMMED));
  return scores;
};

const beginAll = async (archive, word) => (await Promise.all(word.forms.filter((form) => !form.includes(".")).map((form) => findBegun(archive, form)))).flat();

/** The score of each article for one word of a unit, in whatever form; the last may be the beginning of others. */
const findWord = async (archive, word, unit, isLast) => {
  const size = archive.days.length;
  const scores = await findForms(archive, word, unit);
  // Where words are built by joining, those that begin with a word are found after it.
  if (!unit.exact && archive.joining.size > 0 && startsLonger(word.forms[0])) {
    const begun = await beginAll(archive, word);
    if (!begun.includes(undefined)) unite(scores, score(begun, size, unit.field, BEGUN, archive.joining));
  }
  if (!isLast || !unit.prefix) return scores;
  const begun = await beginAll(archive, word);
  unit.tooMany = begun.includes(undefined);
  if (unit.tooMany) unit.prefix = false;
  else unite(scores, score(begun, size, unit.field, BEGUN));
  unit.begun &&= scores.some(Boolean);
  return scores;
};

/** Whether all forms of a word that are in the index are frequent, so that the index has its pairs. */
const isFrequent = async (archive, { forms }) => {
  const found = await findAll(forms, (form) => find(archive, "words", form));
  const { often } = await loadArchive(archive);
  return found.length > 0 && found.every(([gaps]) => gaps.length > often);
};

const findPair = async (archive, first, second) => {
  if (first.edges.length > 0 || !(await isFrequent(archive, first)) || !(await isFrequent(archive, second))) return undefined;
  const keys = first.forms.flatMap((a) => second.forms.map((b) => `${a} ${b}`));
  return score(await findAll(keys, (key) => find(archive, "pairs", key)), archive.days.length);
};

/** The score of each article that may have a word as two: `fire house` for `firehouse`, which stands nowhere. */
const findParted = async (archive, word, unit) => {
  const [form] = word.forms;
  const parted = score([], archive.days.length);
  for (let at = 1; at < form.length; at += 1) {
    const halves = [form.slice(0, at), form.slice(at)];
    if (mayPart(...halves)) {
      const entries = await findAll(halves, (half) => find(archive, "words", half));
      if (entries.length > 1) {
        const [scores, others] = entries.map((entry) => score([entry], parted.length, unit.field, RULED));
        intersect(scores, others);
        unite(parted, scores);
      }
    }
  }
  if (parted.some(Boolean)) unit.sure = false;
  return parted;
};

/** The score of each article of an archive for a unit; `unit.sure` tells whether that is exact, or they are still to be compared. */
export const findUnit = async (archive, unit) => {
  await loadArchive(archive);
  const { words } = unit;
  unit.sure = words.length === 1 && !unit.exact;
  const found = await Promise.all(words.map((word, index) => findWord(archive, word, unit, index === words.length - 1)));
  unit.whole = found.at(-1).some(Boolean);
  if (unit.sure && !unit.whole && !unit.joint) return findParted(archive, words[0], unit);
  // What several words give as one may stand in their place.
  await Promise.all(words.flatMap((word, index) => word.edges.map(async (edge) => {
    const scores = await findForms(archive, edge, unit);
    found.slice(index, index + edge.size).forEach((each) => unite(each, scores));
  })));
  const isPlain = (word, index) => unit.exact || (Object.keys(word.family).length === 0 && !(unit.prefix && index === words.length - 1));
  const pairs = await Promise.all(words.slice(1).map((word, index) =>
    (isPlain(words[index], index) && isPlain(word, index + 1) ? findPair(archive, words[index], word) : undefined)));
  const [all, ...others] = [...found, ...pairs.filter(Boolean)];
  others.forEach((scores) => intersect(all, scores));
  return all;
};
