// Where a query is found in an article, word by word and character by character.

import { toTokens } from "./fold.js";
import { foldGap, toLiteral } from "./query.js";
import { stem } from "./stem.js";

const wordMatches = (token, unit) =>
  token.form === unit.form ||
  (!unit.form.includes(".") &&
    // A word and its stem begin alike; to compare the first letter saves most of the stemming.
    [token.form, ...token.others].some(
      (form) =>
        form[0] === unit.form[0] &&
        !form.includes(".") &&
        (stem(form) === unit.stem || (unit.prefix && form.startsWith(unit.form))),
    ));

const isSubsequence = (part, whole) => {
  let index = 0;
  for (const char of whole) if (char === part[index]) index += 1;
  return index === part.length;
};

const phraseMatches = (text, tokens, first, { forms, gaps }) => {
  if (first + forms.length > tokens.length) return false;
  return (
    forms.every((form, index) => tokens[first + index].form === form) &&
    gaps.every((gap, index) => {
      const before = tokens[first + index - 1]?.end ?? 0;
      const after = tokens[first + index]?.start ?? text.length;
      return isSubsequence(gap, foldGap(text.slice(before, after)));
    })
  );
};

/** The ranges of a text, `[start, end]`, in which one unit of a query is found. */
const findUnit = (text, tokens, unit) => {
  const found = [];
  tokens.forEach((token, index) => {
    if (unit.phrase) {
      if (phraseMatches(text, tokens, index, unit)) found.push([token.start, tokens[index + unit.forms.length - 1].end]);
    } else if (wordMatches(token, unit)) found.push([token.start, token.end]);
  });
  return found;
};

/** For each unit, the ranges in which a text holds it. */
export const findUnits = (text, units) => {
  const tokens = toTokens(text);
  return units.map((unit) => findUnit(text, tokens, unit));
};

/** Ranges in order, those that touch made one. */
export const toMarks = (found) => {
  const marks = [];
  for (const [start, end] of found.flat().sort(([a], [b]) => a - b)) {
    const last = marks.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else marks.push([start, end]);
  }
  return marks;
};

/** How near one another the units stand: 1 if side by side, less the further apart, 0 if one is missing. */
const toNearness = (found) => {
  if (found.some((ranges) => ranges.length === 0)) return 0;
  const starts = found.flatMap((ranges, unit) => ranges.map(([start]) => ({ start, unit }))).sort((a, b) => a.start - b.start);
  const latest = new Map();
  let shortest = Infinity;
  for (const { start, unit } of starts) {
    latest.set(unit, start);
    if (latest.size === found.length) shortest = Math.min(shortest, start - Math.min(...latest.values()));
  }
  return 1 / (1 + shortest / (12 * found.length));
};

const share = (found) => found.filter((ranges) => ranges.length > 0).length / found.length;

/**
 * Compares an article with a query. Returns null unless every unit is found in its title, names or text;
 * else its score and the paragraphs that hold the most of the query, each with its marks.
 */
export const matchArticle = (article, { wanted, unwanted, literal }) => {
  const fields = [`${article.title}\n${article.subtitle}`, article.names.join("\n"), ...article.paragraphs];
  if (unwanted.length > 0 && fields.some((field) => findUnits(field, unwanted).some((ranges) => ranges.length > 0))) {
    return null;
  }
  if (wanted.length === 0) return { score: 0, hits: [] };
  const [inHeading, inNames, ...inText] = fields.map((field) => findUnits(field, wanted));
  const missing = wanted.filter((_, unit) => [inHeading, inNames, ...inText].every((found) => found[unit].length === 0));
  if (missing.length > 0) return null;
  const best = Math.max(...inText.map(share));
  const hits = inText.flatMap((found, index) =>
    best > 0 && share(found) === best ? [{ number: index + 1, text: article.paragraphs[index], marks: toMarks(found) }] : [],
  );
  const count = inText.flat(2).length;
  const asTyped = hits.some(({ text }) => toLiteral(text).includes(literal)) ? 1 : 0;
  const nearest = Math.max(...inText.map(toNearness));
  const score = 8 * share(inHeading) + 4 * share(inNames) + 2 * nearest + best + asTyped / 2 + count / (count + 10);
  return { score, hits };
};
