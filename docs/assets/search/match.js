// Where a query is found in an article, word by word and character by character.

import { toTokens } from "./fold.js";
import { foldGap, toLiteral } from "./query.js";

const isSubsequence = (part, whole) => {
  const wanted = [...part];
  let index = 0;
  for (const char of whole) if (char === wanted[index]) index += 1;
  return index === wanted.length;
};

/** Whether one of these forms is a word that is asked for, any form of it, or begins with it if the unit says so. */
const holds = (forms, word, prefix, language) =>
  forms.some((form) =>
    word.forms.includes(form) ||
    (!form.includes(".") && (word.family?.[language]?.has(form) || (prefix && word.forms.some((start) => form.startsWith(start))))));

/**
 * Where a unit ends that begins with the word at `at`, as the number of the next word; 0 if it isn't there.
 * Words that a hyphen parts may be one, in the text and in what is typed; in quotation marks, only where the
 * line ends at the hyphen.
 */
const follow = (tokens, after, at, unit, language, index = 0) => {
  const { words, gaps, exact, prefix } = unit;
  const token = tokens[at];
  if (exact && gaps[index] && !isSubsequence(gaps[index], foldGap(token?.before ?? after))) return 0;
  if (index === words.length) return at;
  if (!token) return 0;
  const word = words[index];
  const open = index === words.length - 1 && prefix;
  const step = (tokensOn, wordsOn) => follow(tokens, after, at + tokensOn, unit, language, index + wordsOn);
  const forms = exact || word.forms[0].includes(".") ? token.forms : [...token.forms, ...token.others];
  return (
    (holds(forms, word, open, exact ? "" : language) && step(1, 1)) ||
    (token.joined && (!exact || token.broken) && holds([token.joined], word, open, exact ? "" : language) && step(2, 1)) ||
    (!exact && word.joined && holds(token.forms, { forms: [word.joined] }, index === words.length - 2 && prefix) && step(1, 2)) ||
    0
  );
};

/** The ranges of a text, `[start, end]`, in which one unit of a query is found. */
const findUnit = ({ tokens, after }, unit, language) => {
  const found = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const end = follow(tokens, after, at, unit, language);
    if (end) found.push([tokens[at].start, tokens[end - 1].end]);
  }
  return found;
};

/** Ranges in order, those that touch made one. */
const toMarks = (found) => {
  const marks = [];
  for (const [start, end] of found.flat().sort(([a], [b]) => a - b)) {
    const last = marks.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else marks.push([start, end]);
  }
  return marks;
};

/** How near one another the groups stand: 1 if side by side, less the further apart, 0 if one is missing. */
const toNearness = (found) => {
  if (found.length === 0 || found.some((ranges) => ranges.length === 0)) return 0;
  const starts = found.flatMap((ranges, group) => ranges.map(([start]) => ({ start, group }))).sort((a, b) => a.start - b.start);
  const latest = new Map();
  let shortest = Infinity;
  for (const { start, group } of starts) {
    latest.set(group, start);
    if (latest.size === found.length) shortest = Math.min(shortest, start - Math.min(...latest.values()));
  }
  return 1 / (1 + shortest / (12 * found.length));
};

const PLACES = { title: ["heading"], author: ["authors"], undefined: ["heading", "names", "authors", "paragraphs"] };

/** For each group of a query, the ranges in each text of each part of an article. */
const findGroups = (article, groups) =>
  Object.fromEntries(PLACES[undefined].map((place) => [place, article[place].map((text) => {
    const read = toTokens(text);
    return groups.map((group) => group.flatMap((unit) =>
      (PLACES[unit.field].includes(place) ? findUnit(read, unit, article.language) : [])));
  })]));

const isIn = (texts, group) => texts.some((found) => found[group].length > 0);
const share = (found) => found.filter((ranges) => ranges.length > 0).length / (found.length || 1);
const shareOf = (texts, groups) => groups.filter((_, group) => isIn(texts, group)).length / (groups.length || 1);
const highest = (numbers) => numbers.reduce((most, number) => Math.max(most, number), 0);

/**
 * Compares an article with a query. Returns null unless it has one unit of each group that is wanted and none
 * that isn't; else its score and the paragraphs that hold the most of the query, each with its marks.
 */
export const matchArticle = (article, { wanted, unwanted, literal }) => {
  if (unwanted.length > 0) {
    const places = Object.values(findGroups(article, unwanted.map((unit) => [unit])));
    if (unwanted.some((_, group) => places.some((texts) => isIn(texts, group)))) return null;
  }
  const found = findGroups(article, wanted);
  const places = Object.values(found);
  if (!wanted.every((_, group) => places.some((texts) => isIn(texts, group)))) return null;
  const best = highest(found.paragraphs.map(share));
  const hits = found.paragraphs.flatMap((groups, index) =>
    (best > 0 && share(groups) === best ? [{ number: index + 1, text: article.paragraphs[index], marks: toMarks(groups) }] : []));
  const count = found.paragraphs.flat(2).length;
  const asTyped = hits.some(({ text }) => toLiteral(text).includes(literal)) ? 1 : 0;
  const score =
    8 * shareOf(found.heading, wanted) + 4 * shareOf([...found.names, ...found.authors], wanted) +
    2 * highest(found.paragraphs.map(toNearness)) + best + asTyped / 2 + count / (count + 10);
  return { score, hits };
};
