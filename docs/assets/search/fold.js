// Words of a text as the search compares them. scripts/archive/catalogue/fold.py folds the index in the same way.

const LETTER = "[\\p{L}\\p{N}\\p{M}]";
const APOSTROPHES = "'’ʼ‘";
const INITIALS = `\\p{L}(?:\\.\\p{L})+(?!${LETTER})\\.?`;
const WORD = new RegExp(`${INITIALS}|${LETTER}+(?:[${APOSTROPHES}]${LETTER}+)*`, "gu");
const POSSESSIVE = new RegExp(`[${APOSTROPHES}]s$`, "iu");
const HYPHEN = /^[-‐]$/u;
const ELISION = new RegExp(`^[dlo][${APOSTROPHES}](?=..)`, "iu");

/** Folds case, accents and apostrophes; nothing but letters and digits is left. */
export const fold = (text) =>
  text.normalize("NFKD").toLowerCase().normalize("NFKD").replace(/[^\p{L}\p{N}]|\u02bc/gu, "");

const toToken = ({ 0: word, index: start }) => {
  const end = start + word.length;
  if (word.includes(".")) {
    const form = [...word.replaceAll(".", "")].map((letter) => `${fold(letter)}.`).join("");
    return { start, end, form, others: [fold(word)] };
  }
  const others = [POSSESSIVE, ELISION].filter((part) => part.test(word)).map((part) => fold(word.replace(part, "")));
  return { start, end, form: fold(word), others };
};

/**
 * The words of a text, in order: where each stands, its form, and the other forms under which it is
 * found (`Trump’s` as `trump`, `O’Connell` as `connell`, `L.A.` as `la`, `co-workers` as `coworkers`).
 */
export const toTokens = (text) => {
  const tokens = [...text.matchAll(WORD)].map(toToken);
  tokens.forEach((token, index) => {
    const next = tokens[index + 1];
    if (next && HYPHEN.test(text.slice(token.end, next.start))) token.others.push(fold(token.form + next.form));
  });
  return tokens.filter(({ form }) => form);
};

// Begins what the index holds beside words: a letter that no article is likely to begin a word with.
const MARK = "ꙮ";

/** The form under which the index holds a word; initials stand apart from words of the same letters. */
export const toIndexed = (form) => (form.includes(".") ? MARK + form.replaceAll(".", "") : form);

/** The form under which the index holds a value of a facet; the digit keeps it from being stemmed. */
export const toFacet = (name, value) => `${MARK}${name}${fold(value)}0`;
