// What the search says, in the language of the site. The build writes the words, from docs/theme/words/.

import words from "./wording.json" with { type: "json" };

const plural = new Intl.PluralRules(words.language);
const collator = new Intl.Collator(words.language, { numeric: true });

const fill = (sentence, values) => sentence.split(/\{(\w+)\}/u).flatMap((part, index) => (index % 2 ? values[part] : part));

/** A sentence in parts, its values among them, which may be elements or lists of these. */
export const sayParts = (key, values) => fill(words.finds[key], values);

/** A sentence with its values. */
export const say = (key, values = {}) => sayParts(key, values).join("");

/** A number as the language writes it. */
export const sayNumber = (number) => number.toLocaleString(words.language);

/** The order of the alphabet of the language, and of numbers in it. */
export const compare = (one, other) => collator.compare(one, other);

/** A number and what it counts: `1 article`, `2 articles`. */
export const count = (key, number) => {
  const forms = words.counts[key];
  return fill(forms[plural.select(number)] ?? forms.other, { count: sayNumber(number) }).join("");
};

/** A year or month in words. */
export const sayPeriod = (period, month = "long") =>
  (period.length === 4 ? period : new Date(period).toLocaleDateString(words.language, { month, year: "numeric", timeZone: "UTC" }));

/** A year, month or day in words. */
export const sayDate = (date) =>
  (date.length < 10 ? sayPeriod(date) : new Date(date).toLocaleDateString(words.language, { dateStyle: "long", timeZone: "UTC" }));

/** What a facet is called. */
export const toLabel = (name) => words.facets[name];
