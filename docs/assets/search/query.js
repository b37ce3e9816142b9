// What a reader asks for, as the search understands it: words, "phrases", -exclusions, OR, title:, author:.

import { findRuns, mayPart, toTokens } from "./fold.js";
import { say } from "./wording.js";

const QUOTES = /["“”]/u;
const FIELDS = /(?:^|\s)(?<minus>-?)(?:(?<field>title|author):)?$/iu;
// What stands between two words that are typed as one: soto-martinez, SecurityCameraKing.com, 图书馆.
const WITHIN = /^[^\s\p{Pd}\p{Ps}\p{Pe}\p{Pi}\p{Pf}"“”/…,;!?]*$|^[-‐‑]$/u;

/** A text as typed, but for case and the kind of apostrophe: how it is spelled decides between equal finds. */
export const toLiteral = (text) => text.toLowerCase().replace(/[’ʼ‘]/gu, "'");

/** Folds what stands between two words: only punctuation and symbols are left, and quotation marks are alike. */
export const foldGap = (gap) =>
  gap.normalize("NFKD").replace(/[\s\p{Pd}\p{M}\p{Cf}¬'’ʼ‘]/gu, "").replace(/[“”]/gu, '"');

/** The words of some tokens, each with what it gives with those after it; initials in a row are one word. */
const toWords = (tokens) => {
  const words = [];
  for (let at = 0; at < tokens.length;) {
    const { read, before } = tokens[at];
    const edges = (tokens[at].edges ?? []).filter(({ size }) => at + size <= tokens.length);
    const initials = edges.findLast(({ form }) => form.endsWith("."));
    words.push({ before, ...(initials ? { forms: [initials.form], edges: [] } : { forms: read.forms, edges: edges.map((edge) => ({ ...edge, forms: [edge.form] })) }) });
    at += initials?.size ?? 1;
  }
  return words;
};

/** One unit of a query: words in a row. What is `exact` is quoted; else any form of each word is meant. */
const toUnit = (tokens, after, { field, ...rest }) => {
  const words = toWords(tokens);
  return { words, gaps: [...words.map(({ before }) => foldGap(before)), foldGap(after)], field: field?.toLowerCase(), ...rest };
};

/** The units of a text without white space but in a number or initials; what punctuation parts makes more than one. */
const toUnits = (text, start, rest) => {
  const runs = [];
  const { tokens } = toTokens(text);
  let reached = 0;
  tokens.forEach((token, index) => {
    if (index > 0 && (rest.minus || index < reached || WITHIN.test(token.before))) runs.at(-1).push(token);
    else runs.push([token]);
    for (const { size, exact } of token.edges ?? []) if (exact) reached = Math.max(reached, index + size);
  });
  return runs.map((run) =>
    toUnit(run, "", { ...rest, text: text.slice(run[0].start, run.at(-1).end), start: start + run[0].start, end: start + run.at(-1).end }));
};

// A quotation mark opens if a word follows it and none stands right before it; else it closes.
const opens = (text, index) => /^(?:$|[\s\-:(])/u.test(text.charAt(index - 1)) && /\S/u.test(text.charAt(index + 1));

/** Where the phrase ends that opens at `start`: at the mark that closes it, counting marks within it. */
const findEnd = (text, start) => {
  const same = text[start] === '"' ? /"/u : /[“”]/u;
  let depth = 0;
  for (let index = start; index < text.length; index += 1) {
    if (same.test(text[index])) depth += opens(text, index) ? 1 : -1;
    if (depth === 0) return index;
  }
  return text.length;
};

/** Parts a query into what is quoted and what is not, each with its place. */
const toParts = (text) => {
  const parts = [];
  let rest = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (QUOTES.test(text[index])) {
      if (!opens(text, index)) {
        // A mark that closes nothing: the reader quoted a passage that has marks of its own.
        if (/^\s*["“]/u.test(text)) return [{ quoted: text.trim().replace(/^["“]|["”]$/gu, ""), start: 0, end: text.length }];
        continue;
      }
      const end = findEnd(text, index);
      const { minus, field } = FIELDS.exec(text.slice(rest, index))?.groups ?? {};
      const before = index - (minus?.length ?? 0) - (field ? field.length + 1 : 0);
      parts.push({ plain: text.slice(rest, before), start: rest });
      parts.push({ quoted: text.slice(index + 1, end).replace(end === text.length ? /["”]$/u : /$^/u, ""), minus, field, start: before, end: end + 1 });
      rest = end + 1;
      index = end;
    }
  }
  return [...parts, { plain: text.slice(rest), start: rest }];
};

// What of a word without quotation marks means nothing here, though it may elsewhere.
const FOREIGN = /^-?(?:(?:title|author):$|(?:year|date|from|to|publication|kind|person|place|subject|language):)|[\p{L}\p{N}][*?][\p{L}\p{N}]|^\*/iu;

const toNote = (word) => say("not_understood", { word });

/** What white space parts, but for that within a number or initials: each with its place. */
const split = (plain) => {
  const runs = findRuns(plain);
  const parts = [];
  for (const { 0: word, index } of plain.matchAll(/\S+/gu)) {
    const last = parts.at(-1);
    if (runs.some(([from, to]) => last?.end > from && index < to)) last.end = index + word.length;
    else parts.push({ index, end: index + word.length });
  }
  return parts.map(({ index, end }) => ({ word: plain.slice(index, end), index }));
};

/** The units of what isn't quoted, with every OR between them; `notes` takes what isn't understood. */
const readPlain = ({ plain, start }, notes) =>
  split(plain).flatMap(({ word, index }) => {
    if (word === "OR") return [{ or: true }];
    if (FOREIGN.test(word) || /^(?:AND|NOT|NEAR)$/u.test(word)) notes.push(toNote(word));
    const { minus, field, rest } = /^(?<minus>-(?=[^-\s]))?(?:(?<field>title|author):)?(?<rest>.*)$/isu.exec(word).groups;
    const units = toUnits(rest, start + index + word.length - rest.length, { minus, field });
    if (units.length > 0 && /[\p{L}\p{N}\p{M}]\*$/u.test(rest)) units.at(-1).prefix = true;
    return units;
  });

const readQuoted = ({ quoted, minus, field, start, end }) => {
  const { tokens, after } = toTokens(quoted);
  return tokens.length > 0 ? [toUnit(tokens, after, { exact: true, minus, field, text: `"${quoted}"`, start, end })] : [];
};

/** Puts units that an OR joins into one group; all groups are wanted, one unit of each will do. */
const group = (units, notes, typing) => {
  const wanted = [];
  const unwanted = [];
  units.forEach((unit, index) => {
    const before = units[index - 1];
    if (unit.or) {
      const joins = [before, units[index + 1]].every((side) => side && !side.or && !side.minus);
      if (!joins && !(typing && index === units.length - 1)) notes.push(toNote("OR"));
    } else if (unit.minus) unwanted.push(unit);
    else if (before?.or && index > 1 && !units[index - 2].or && !units[index - 2].minus) wanted.at(-1).push(unit);
    else wanted.push([unit]);
  });
  return { wanted, unwanted };
};

/** The form of a group that is a single word of letters. */
const toPlainForm = ([{ words, exact, field }, ...others]) =>
  (others.length > 0 || words.length > 1 || exact || field || /[\p{N}.]/u.test(words[0].forms[0]) ? "" : words[0].forms[0]);

/** Lets two words in a row be one too, or initials: `water fire`, `Waterfire`; `U S`, `US`. */
const addJoints = (wanted) => {
  const plain = wanted.map(toPlainForm);
  wanted.slice(1).forEach((next, index) => {
    const areLetters = plain[index].length === 1 && plain[index + 1].length === 1;
    if (!areLetters && !mayPart(plain[index], plain[index + 1])) return;
    const [[first], [second]] = [wanted[index], next];
    const forms = areLetters ? [`${plain[index]}.${plain[index + 1]}.`]
      : first.words[0].forms.flatMap((a) => second.words[0].forms.map((b) => a + b)).filter((form) => !form.includes("."));
    const joint = { ...first, words: [{ forms, edges: [] }], prefix: second.prefix, joint: true };
    wanted[index].push(joint);
    next.push(joint);
  });
};

/**
 * Parses a query: one unit of each group of `wanted` must be found, and none of `unwanted`. `notes` says what
 * isn't understood. While a reader is `typing`, the last word stands for every word that begins with it; else it is
 * `unfinished`: it does so where it stands nowhere whole.
 */
export const parseQuery = (typed, typing) => {
  const text = typed.normalize("NFC");
  const notes = [];
  const units = toParts(text).flatMap((part) => (part.quoted === undefined ? readPlain(part, notes) : readQuoted(part)));
  const last = units.at(-1);
  if (last && !last.or && !last.exact && !last.minus && !last.prefix && /^\S*$/u.test(text.slice(last.end))) {
    const { forms } = last.words.at(-1);
    if (!forms[0].includes(".")) last[typing ? "prefix" : "unfinished"] = true;
  }
  if (units.length === 0 && text.trim()) notes.push(say("nothing"));
  const { wanted, unwanted } = group(units, notes, typing);
  addJoints(wanted);
  if (/(?:^|\s)-?\(.*\sOR\s/u.test(text)) notes.push(toNote("("));
  return { wanted, unwanted, notes: typing ? [] : [...new Set(notes)], typed: text.trim(), literal: toLiteral(text.trim()) };
};
