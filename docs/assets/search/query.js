// What a reader asks for, as the search understands it: words, "quoted phrases", -exclusions, facets, order.

import { toIndexed, toTokens } from "./fold.js";
import { stem } from "./stem.js";

const QUOTES = /["“”]/u;

/** The words of a quoted phrase; `gaps` holds the punctuation around them, which the text must have too. */
const toPhrase = (text) => {
  const tokens = toTokens(text);
  const edges = [0, ...tokens.flatMap(({ start, end }) => [start, end]), text.length];
  const gaps = tokens.map((_, index) => foldGap(text.slice(edges[2 * index], edges[2 * index + 1])));
  gaps.push(foldGap(text.slice(edges.at(-2))));
  const forms = tokens.map(({ form }) => form);
  return { phrase: true, forms, gaps, indexed: forms.map(toIndexed).join(" ") };
};

/** A text as typed, but for case and the kind of apostrophe: how it is spelled decides between equal finds. */
export const toLiteral = (text) => text.toLowerCase().replace(/[’ʼ‘]/gu, "'");

const toWords = (text) =>
  toTokens(text).map(({ form }) => ({ form, stem: stem(form), prefix: "", indexed: toIndexed(form) }));

/** Folds what stands between two words: only punctuation is left, and quotation marks are alike. */
export const foldGap = (gap) => gap.normalize("NFKD").replace(/[\s\-‐–—'’ʼ‘]/gu, "").replace(/[“”]/gu, '"');

// A quotation mark opens if a word follows it and none stands right before it; else it closes.
const opens = (text, index) => /^(?:$|[\s\-(])/u.test(text.charAt(index - 1)) && /\S/u.test(text.charAt(index + 1));

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

const toParts = (text) => {
  const parts = [];
  let rest = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (QUOTES.test(text[index])) {
      if (!opens(text, index)) {
        // A mark that closes nothing: the reader quoted a passage that has marks of its own.
        if (/^\s*["“]/u.test(text)) return [{ quoted: text.trim().replace(/^["“]|["”]$/gu, ""), negative: false }];
        continue;
      }
      const end = findEnd(text, index);
      const negative = /(?:^|\s)-$/u.test(text.slice(0, index));
      parts.push({ plain: text.slice(rest, negative ? index - 1 : index) });
      parts.push({ quoted: text.slice(index + 1, end).replace(end === text.length ? /["”]$/u : /$^/u, ""), negative });
      rest = end + 1;
      index = end;
    }
  }
  return [...parts, { plain: text.slice(rest) }];
};

/**
 * Parses a query into what must be found and what must not be.
 * While a reader is `typing`, the last word stands for every word that begins with it.
 */
export const parseQuery = (text, typing) => {
  const wanted = [];
  const unwanted = [];
  const parts = toParts(text.normalize("NFC"));
  for (const { plain, quoted, negative } of parts) {
    if (quoted !== undefined) {
      const phrase = toPhrase(quoted);
      if (phrase.forms.length > 0) (negative ? unwanted : wanted).push(phrase);
    } else {
      for (const word of plain.split(/\s+/u)) {
        (/^-[^-\s]/u.test(word) ? unwanted : wanted).push(...toWords(word));
      }
    }
  }
  const last = wanted.at(-1);
  if (last && !last.phrase && !parts.at(-1).quoted && /\S$/u.test(text) && !last.form.includes(".")) {
    last.prefix = typing ? "always" : "if nowhere whole";
  }
  return { wanted, unwanted, literal: toLiteral(text.trim()) };
};

/** The facets by which a reader narrows a search, and what they are called. */
export const FACETS = { year: "Year", publication: "Publication", kind: "Kind", person: "Person" };

/** What a query string or a form asks for. */
export const toRequest = (entries) => {
  const values = new URLSearchParams(entries);
  const filters = Object.fromEntries(Object.keys(FACETS).map((name) => [name, values.getAll(name).filter(Boolean)]));
  return { q: values.get("q") ?? "", sort: values.get("sort") === "date" ? "date" : "relevance", filters };
};

/** The query string that asks for the same again. */
export const toParameters = ({ q, sort, filters }) => {
  const values = new URLSearchParams(q ? { q } : {});
  for (const [name, chosen] of Object.entries(filters)) for (const value of chosen) values.append(name, value);
  if (sort === "date") values.set("sort", sort);
  return values.toString();
};
