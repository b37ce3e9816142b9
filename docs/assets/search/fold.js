// Words of a text as the search compares them. scripts/archive/fold.py folds the index in the same way.

const LETTER = "[\\p{L}\\p{N}\\p{M}]";
const APOSTROPHES = "'’ʼ‘";
const INITIALS = `\\p{L}(?:\\.\\p{L})+(?!${LETTER})\\.?`;
const WORD = new RegExp(`${INITIALS}|${LETTER}+(?:[${APOSTROPHES}]${LETTER}+)*`, "gu");
const POSSESSIVE = new RegExp(`[${APOSTROPHES}]s$`, "iu");
const ELISION = new RegExp(`^[dlo][${APOSTROPHES}](?=..)`, "iu");

/** Folds case, accents and apostrophes; nothing but letters and digits is left. */
export const fold = (text) =>
  text.normalize("NFKD").toLowerCase().normalize("NFKD").replace(/[^\p{L}\p{N}]|\u02bc/gu, "");

/**
 * The words of a text, in order: where each stands, its form, and the other forms under which it is
 * found (`Trump’s` as `trump`, `O’Connell` as `connell`, `L.A.` as `la`).
 */
export const toTokens = (text) =>
  [...text.matchAll(WORD)]
    .map((match) => {
      const [word] = match;
      const initials = word.includes(".");
      const form = initials ? [...word.replaceAll(".", "")].map((letter) => `${fold(letter)}.`).join("") : fold(word);
      const others = initials
        ? [fold(word)]
        : [POSSESSIVE, ELISION].filter((part) => part.test(word)).map((part) => fold(word.replace(part, "")));
      return { start: match.index, end: match.index + word.length, form, others };
    })
    .filter((token) => token.form);

/** The form under which the index holds a word; initials stand apart from words of the same letters. */
export const toIndexed = (form) => (form.includes(".") ? `qz${form.replaceAll(".", "")}` : form);
