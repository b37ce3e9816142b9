// Words of a text as the search compares them, by the table that scripts/archive/catalogue/fold.py reads too.

import TABLE from "./folding.json" with { type: "json" };

const NAMES = Object.entries(TABLE.names).reverse();

/** A pattern of the table; names that it holds in `<>` stand for others. */
const compile = (pattern, flags = "v") =>
  new RegExp(NAMES.reduce((whole, [name, part]) => whole.replaceAll(`<${name}>`, part), pattern), flags);

const WORD = compile(TABLE.words.join("|"), "gv");
const HYPHENATED = compile(`^${TABLE.hyphenated}$`);
const BROKEN = compile(`^(?:${TABLE.broken})$`);
const PARTS = TABLE.parts.map((pattern) => compile(pattern));
const ENTITY = compile(TABLE.entity, "gv");
const DROPPED = compile(TABLE.dropped, "gv");
const LETTERS = new Map(Object.entries(TABLE.letters).flatMap(([to, letters]) => [...letters].map((letter) => [letter, to])));
for (const zero of TABLE.zeros) {
  for (let digit = 0; digit < 10; digit += 1) LETTERS.set(String.fromCodePoint(zero.codePointAt(0) + digit), `${digit}`);
}

/** Folds case, accents, digits and letters of many kinds; nothing but plain letters and digits is left. */
export const fold = (text) => {
  const plain = text.normalize("NFKD").toLowerCase().normalize("NFKD").replace(DROPPED, "");
  return /^[a-z\d]*$/u.test(plain) ? plain : [...plain].map((letter) => LETTERS.get(letter) ?? letter).join("");
};

const toForms = (word) => {
  const form = fold(word);
  if (word.includes(".") && !/^\d/u.test(form)) {
    return { forms: [[...word.replaceAll(".", "")].map((letter) => `${fold(letter)}.`).join("")], others: [form] };
  }
  const lower = word.normalize("NFC").toLowerCase();
  const spelt = fold([...lower].map((letter) => TABLE.spellings[letter] ?? letter).join(""));
  const others = PARTS.filter((part) => part.test(lower)).map((part) => fold(lower.replace(part, "")));
  return { forms: spelt === form ? [form] : [form, spelt], others };
};

const known = new Map();

/** The forms that spell a word, and the others under which it is found: `L.A.` as `la`, `Trump’s` as `trump`. */
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

/**
 * The words of a text, in order: `start` and `end` in the text, `forms` that spell it, `others` under which
 * it is found, and `before`, what stands between it and the word before. Where a hyphen parts it from the
 * next, `joined` is the form of both, and `broken` tells that the line ends there. `after` is the text's end.
 */
export const toTokens = (text) => {
  const { decoded, places } = text.includes("&") ? decodeEntities(text) : { decoded: text };
  const place = places ? (index) => places[index] : (index) => index;
  const tokens = [];
  let from = 0;
  for (const { 0: word, index } of decoded.matchAll(WORD)) {
    const { forms, others } = listForms(word);
    if (forms[0]) {
      const before = decoded.slice(from, index);
      const last = tokens.at(-1);
      if (last && (HYPHENATED.test(before) || BROKEN.test(before))) {
        last.joined = fold(last.forms[0] + forms[0]);
        last.broken = before.includes("\n");
      }
      from = index + word.length;
      tokens.push({ start: place(index), end: place(from), forms, others, before });
    }
  }
  return { tokens, after: decoded.slice(from) };
};
