// Words of a text as the search compares them, by the table that scripts/archive/catalogue/fold.py reads too.

import TABLE from "./folding.json" with { type: "json" };

const NAMES = Object.entries(TABLE.names).reverse();

/** A pattern of the table; names that it holds in `<>` stand for others. */
const compile = (pattern, flags = "v") =>
  new RegExp(NAMES.reduce((whole, [name, part]) => whole.replaceAll(`<${name}>`, part), pattern), flags);

const WORD = compile(TABLE.words.join("|"), "gv");
const RUNS = Object.entries(TABLE.runs).map(([name, pattern]) => [name, compile(pattern, "gv")]);
const NOTE = compile(TABLE.note, "vy");
const [INITIAL, ACRONYM, HYPHENATED, BROKEN] = ["initial", "acronym", "hyphenated", "broken"].map((name) => compile(`^(?:${TABLE[name]})$`));
const [ELIDED, POSSESSIVE] = [compile(TABLE.elided), compile(TABLE.possessive)];
const ENTITY = compile(TABLE.entity, "gv");
const DROPPED = compile(TABLE.dropped, "gv");
const LETTERS = new Map(Object.entries(TABLE.letters).flatMap(([to, letters]) => [...letters].map((letter) => [letter, to])));

/** A digit of any script, of which each has ten in a row. */
const toDigit = (digit) => {
  let zero = digit.codePointAt(0);
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return (digit.codePointAt(0) - zero) % 10;
};

/** Folds case, accents, digits and letters of many kinds; nothing but plain letters and digits is left. */
export const fold = (text) => {
  const plain = text.normalize("NFKD").toLowerCase().normalize("NFKD").replace(DROPPED, "");
  return /^[a-z\d]*$/u.test(plain) ? plain : [...plain].map((letter) => LETTERS.get(letter) ?? (/\p{Nd}/u.test(letter) ? toDigit(letter) : letter)).join("");
};

const toForms = (word) => {
  const form = fold(word);
  const lower = word.normalize("NFC").toLowerCase();
  const spelt = fold([...lower].map((letter) => TABLE.spellings[letter] ?? letter).join(""));
  const dotted = ACRONYM.test(word) ? [...word].map((letter) => `${fold(letter)}.`).join("") : form;
  const without = (part) => (part.test(lower) ? [fold(lower.replace(part, ""))] : []);
  return { forms: [...new Set([form, spelt, dotted])], elided: without(ELIDED), others: without(POSSESSIVE) };
};

const JOINING = TABLE.joining.split(" ");
const known = new Map();

/** Under what a word is found, the same object each time: see `Forms` in scripts/archive/catalogue/fold.py. */
const listForms = (word) => {
  if (!known.has(word)) known.set(word, toForms(word));
  return known.get(word);
};

const decodeEntity = (entity) => {
  const element = document.createElement("i");
  // What has the shape of one entity, and can be nothing else.
  element.innerHTML = entity;
  return element.textContent;
};

/** A text with the characters that HTML's entities in it stand for, and where each of them stands in the source. */
const decodeEntities = (text) => {
  let decoded = "";
  const places = [];
  let at = 0;
  const take = (part, step) => {
    for (let index = 0; index < part.length; index += 1) places.push(at + index * step);
    decoded += part;
  };
  for (const { 0: entity, index } of text.matchAll(ENTITY)) {
    take(text.slice(at, index), 1);
    at = index;
    take(decodeEntity(entity), 0);
    at += entity.length;
  }
  take(text.slice(at), 1);
  return { decoded, places: [...places, text.length] };
};

const addEdge = (tokens, first, size, form, exact) => (tokens[first].edges ??= []).push({ size, form, exact });

/** Adds what words give that hyphens part: each two, and all of a row. */
const addHyphened = (tokens) => {
  let [begun, row, exact] = [0, ""];
  for (let at = 1; at < tokens.length; at += 1) {
    const { before } = tokens[at];
    const broken = BROKEN.test(before);
    const [one, other] = [at - 1, at].map((number) => tokens[number].read.forms[0]);
    if (!broken && !HYPHENATED.test(before)) row = "";
    else {
      if (!row) [begun, row, exact] = [at - 1, one, true];
      row += other;
      exact &&= broken;
      addEdge(tokens, at - 1, 2, fold(one + other), broken);
      if (at - 1 > begun) addEdge(tokens, begun, at + 1 - begun, fold(row), exact);
    }
  }
};

/** Adds what initials, a number with spaces, and a capital that stands apart give. */
const addRuns = (decoded, tokens) => {
  for (const [name, run] of RUNS) {
    let first = 0;
    for (const { 0: { length }, index } of decoded.matchAll(run)) {
      while (tokens[first].at < index) first += 1;
      let end = first;
      while (tokens[end]?.at < index + length) end += 1;
      const count = end - first;
      const letters = tokens.slice(first, end).map(({ read }) => read.forms[0]);
      for (let size = 2; name === "initials" && size <= count; size += 1) {
        for (let at = 0; at + size <= count && (size <= 4 || size === count); at += 1) {
          addEdge(tokens, first + at, size, letters.slice(at, at + size).map((letter) => `${letter}.`).join(""), true);
        }
      }
      if (count === 2 || (count > 0 && name !== "capital")) addEdge(tokens, first, count, fold(letters.join("")), name !== "initials");
    }
  }
};

/**
 * The words of a text, in order: `start` and `end` in the text, what is `read` of it, and `before`, what stands
 * between it and the word before, but for the stop of an initial. `edges` says what it gives with those after it:
 * how many words, their form, and whether a quoted phrase may read them so. A `note` may be left out of a phrase.
 * `after` is the text's end.
 */
export const toTokens = (text) => {
  const { decoded, places } = text.includes("&") ? decodeEntities(text) : { decoded: text };
  const place = places ? (index) => places[index] : (index) => index;
  const tokens = [];
  let from = 0;
  for (const { 0: word, index } of decoded.matchAll(WORD)) {
    const read = listForms(word);
    if (read.forms[0]) {
      const token = { at: index, start: place(index), end: place(index + word.length), read, before: decoded.slice(from, index) };
      from = index + word.length;
      NOTE.lastIndex = index;
      if (tokens.length > 0 && /^\p{Nd}/u.test(word) && NOTE.test(decoded) && NOTE.lastIndex === from) token.note = true;
      if (decoded[from] === "." && INITIAL.test(word)) from += 1;
      tokens.push(token);
    }
  }
  addHyphened(tokens);
  if (tokens.length > 1) addRuns(decoded, tokens);
  return { tokens, after: decoded.slice(from) };
};

/** Whether two words may be typed as one, by their letters. */
export const mayPart = (first, second) => {
  const [least, most, both] = TABLE.parted;
  return first.length >= least && second.length >= most && first.length + second.length >= both;
};

/** Whether longer words that begin with a form are found by it, where words are built by joining. */
export const startsLonger = (form) => form.length > 2 && /^\p{L}/u.test(form);

/** Whether a language, of several in one text, builds words by joining. */
export const isJoining = (languages) => languages.some((language) => JOINING.includes(language));

/** Pairs of letters that scans mistake for one another. */
export const SCANS = TABLE.scans.map((pair) => pair.split(" "));

/** Where a text has numbers, and initials with stops, with white space in them. */
export const findRuns = (text) =>
  RUNS.flatMap(([name, run]) => (name === "capital" ? [] : [...text.matchAll(run)]))
    .filter(([run]) => /[\p{Nd}.]/u.test(run))
    .map(({ 0: { length }, index }) => [index, index + length]);
