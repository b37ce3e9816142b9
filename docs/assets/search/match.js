// Where a query is found in an article, word by word and character by character.

import { isJoining, mayPart, startsLonger, toTokens } from "./fold.js";
import { findPlaces, toMarks } from "./places.js";
import { foldGap, toLiteral } from "./query.js";
import { BEGUN, RULED, STEMMED, TYPED } from "./words.js";

const isSubsequence = (part, whole) => {
  const wanted = [...part];
  let index = 0;
  for (const char of whole) if (char === wanted[index]) index += 1;
  return index === wanted.length;
};

const highest = (numbers) => numbers.reduce((most, number) => Math.max(most, number), 0);

/** In which way a form is a word that is asked for; 0 if it isn't. What is `open` may go on. */
const rankForm = (form, word, open, languages) => {
  if (word.forms.includes(form)) return TYPED;
  if (form.includes(".")) return 0;
  if (languages.some((language) => word.family?.[language]?.has(form))) return STEMMED;
  return open && word.forms.some((start) => form.startsWith(start)) ? BEGUN : 0;
};

/** Whether what stands at the end of a unit, or in a language that builds words by joining, may go on. */
const isOpen = ({ words, prefix, exact }, end, { joins }) =>
  !exact && Boolean((prefix && end === words.length) || (joins && startsLonger(words[end - 1].forms[0])));

/** In which way a word of a text is one of a unit; each is looked at once. */
const rankWord = (read, unit, index, context) => {
  const word = unit.words[index];
  const { languages } = context;
  const ranks = ((word.ranks ??= {})[languages] ??= new Map());
  let rank = ranks.get(read);
  if (rank === undefined) {
    const open = isOpen(unit, index + 1, context);
    const best = (forms) => highest(forms.map((form) => rankForm(form, word, open, unit.exact ? [] : languages)));
    rank = Math.max(best(read.forms), Math.min(RULED, best([...(unit.exact && index > 0 ? [] : read.elided), ...(unit.exact ? [] : read.others)])));
    ranks.set(read, rank);
  }
  return rank;
};

/** Whether two words of a text that white space parts are the one that is asked for. */
const isParted = ({ tokens }, at, word, languages) => {
  const [first, second] = [tokens[at], tokens[at + 1]].map((token) => token?.read.forms[0]);
  return second && first[0] === word.forms[0][0] && (mayPart(first, second) || (at === 0 && first.length === 1)) &&
    rankForm(first + second, word, false, languages) > 0 && /^\s+$/u.test(tokens[at + 1].before);
};

/** Each way to read what begins with a word of a text as what begins with a word of a unit: words of both, and the rank. */
const listSteps = (text, at, unit, index, context) => {
  const { exact, words: { [index]: word } } = unit;
  const { read, edges = [] } = text.tokens[at];
  const known = exact ? [] : context.languages;
  const allowed = (edge) => !exact || edge.exact;
  const steps = [[1, 1, rankWord(read, unit, index, context)]];
  for (const { size, form, exact: typed } of edges.filter(allowed)) {
    steps.push([size, 1, Math.min(typed ? TYPED : RULED, rankForm(form, word, isOpen(unit, index + 1, context), known))]);
  }
  if (!exact && isParted(text, at, word, known)) steps.push([2, 1, RULED]);
  for (const edge of word.edges.filter(allowed)) {
    const rank = (form) => Math.min(RULED, rankForm(form, edge, isOpen(unit, index + edge.size, context), known));
    steps.push([1, edge.size, highest(read.forms.map(rank))], ...edges.filter(allowed).map(({ size, form }) => [size, edge.size, rank(form)]));
  }
  return steps.filter(([, , rank]) => rank > 0);
};

/** Where a unit ends that begins with the word at `at`, as the number of the next word, and its rank; nothing if it isn't there. */
const follow = (text, at, unit, context, index = 0, passed = "") => {
  const token = text.tokens[at];
  const gap = passed + (token?.before ?? text.after);
  if (!unit.exact || !unit.gaps[index] || isSubsequence(unit.gaps[index], foldGap(gap))) {
    if (index === unit.words.length) return [at, TYPED];
    for (const [tokensOn, wordsOn, rank] of token ? listSteps(text, at, unit, index, context) : []) {
      const rest = follow(text, at + tokensOn, unit, context, index + wordsOn);
      if (rest) return [rest[0], Math.min(rank, rest[1])];
    }
  }
  return token?.note && index > 0 ? follow(text, at + 1, unit, context, index, gap) : undefined;
};

/** The ranges of a text, `[start, end, rank]`, in which one unit of a query is found, beginning before a word. */
const findIn = (text, unit, context, before = text.tokens.length) => {
  const found = [];
  const [word] = unit.words;
  for (let at = 0; at < before; at += 1) {
    const token = text.tokens[at];
    // Most words are no beginning of it, which is told at once.
    if (token.edges || word.edges.length > 0 || rankWord(token.read, unit, 0, context) > 0 || (!unit.exact && isParted(text, at, word, context.languages))) {
      const [end, rank] = follow(text, at, unit, context) ?? [];
      if (end) found.push([token.start, end, unit.joint ? Math.min(RULED, rank) : rank]);
    }
  }
  return found;
};

const endAt = ({ tokens }, found) => found.map(([start, end, rank]) => [start, tokens[end - 1].end, rank]);

/** The ranges of a phrase that begins in a paragraph and goes on in those that follow it. */
const findOver = (texts, index, follows, unit, context) => {
  const tail = texts[index].tokens.slice(-unit.words.length);
  const tokens = [...tail];
  let [at, { after }] = [index, texts[index]];
  while (tokens.length < tail.length + unit.words.length + 1 && texts[(at = follows[at] ?? at + 1)]) {
    texts[at].tokens.slice(0, unit.words.length + 1).forEach((token, number) => tokens.push(number > 0 ? token : { ...token, before: `${after}\n${token.before}` }));
    ({ after } = texts[at]);
  }
  return findIn({ tokens, after }, unit, context, tail.length).flatMap(([start, end, rank]) =>
    (end > tail.length ? [[start, tail.at(-1).end, Math.min(RULED, rank)]] : []));
};

const PLACES = { title: ["heading"], author: ["authors"], undefined: ["heading", "names", "authors", "paragraphs"] };

const readTexts = (article) => Object.fromEntries(PLACES[undefined].map((place) => [place, article[place].map(toTokens)]));

/** For each group of a query, the ranges in each text of each part of an article that was read. */
const findGroups = (article, read, groups) => {
  const languages = article.language.split(" ");
  const context = { languages, joins: isJoining(languages) };
  return Object.fromEntries(PLACES[undefined].map((place) => [place, read[place].map((text, index, texts) =>
    groups.map((group) => group.flatMap((unit) => {
      if (!PLACES[unit.field].includes(place)) return [];
      const over = place === "paragraphs" && unit.exact && unit.words.length > 1 ? findOver(texts, index, article.follows, unit, context) : [];
      return [...endAt(text, findIn(text, unit, context)), ...over];
    })))]));
};

const isIn = (texts, group) => texts.some((found) => found[group].length > 0);
const shareOf = (texts, groups) => groups.filter((_, group) => isIn(texts, group)).length / (groups.length || 1);

/** In which way an article has the group that it has in the worst way. */
const toTier = (places, groups) =>
  groups.reduce((worst, _, group) => Math.min(worst, highest(places.flatMap((texts) => texts.flatMap((found) => found[group].map(([, , rank]) => rank))))), TYPED);

/**
 * Compares an article with a query. Returns null unless it has one unit of each group that is wanted and none
 * that isn't; else its score and the paragraphs that hold the most of the query, each with its places and marks.
 */
export const matchArticle = (article, { wanted, unwanted, literal }) => {
  const read = readTexts(article);
  if (unwanted.length > 0) {
    const places = Object.values(findGroups(article, read, unwanted.map((unit) => [unit])));
    if (unwanted.some((_, group) => places.some((texts) => isIn(texts, group)))) return null;
  }
  const found = findGroups(article, read, wanted);
  const places = Object.values(found);
  if (!wanted.every((_, group) => places.some((texts) => isIn(texts, group)))) return null;
  const best = highest(found.paragraphs.map((groups) => shareOf([groups], wanted)));
  const shown = found.paragraphs.map(findPlaces);
  const hits = found.paragraphs.flatMap((groups, index) =>
    (best > 0 && shareOf([groups], wanted) === best ? [{ number: index + 1, text: article.paragraphs[index], all: toMarks(groups), ...shown[index] }] : []));
  const count = found.paragraphs.flat(2).length;
  const asTyped = hits.some(({ text }) => toLiteral(text).includes(literal)) ? 0.5 : 0;
  const score =
    100 * toTier(places, wanted) + 8 * shareOf(found.heading, wanted) + 4 * shareOf([...found.names, ...found.authors], wanted) +
    2 * highest(shown.map(({ nearness }) => nearness)) + best + asTyped + count / (count + 10);
  return { score, hits };
};
