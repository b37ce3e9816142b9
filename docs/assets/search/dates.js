// A query that is a date: the articles of that date, and how texts print it, in the languages of the archive.

import { toTokens } from "./fold.js";
import { parseQuery } from "./query.js";

const FILLER = /^(?:de|del|di|of|the|den|der|le|el|d)$/u;

// What a reader may type in any archive: 3 June 2013, June 3, 2013, 2013-06-03.
const COMMON = ["en-GB", "en-US", "sv"];

const DAYS = [{ dateStyle: "long" }, { dateStyle: "medium" }];
const MONTHS = ["long", "short", "2-digit"].map((month) => ({ month, year: "numeric" }));

const toFormats = (styles, languages) =>
  [...new Set([...languages, ...COMMON])].flatMap((language) => styles.map((style) => new Intl.DateTimeFormat(language, { ...style, timeZone: "UTC" })));

/** What a date is told by: its words and numbers. */
const toDateKey = (text) =>
  toTokens(text).tokens.map(({ read }) => read.forms[0].replace(/^0|(?<=^\d+)(?:st|nd|rd|th|er)$/gu, "")).filter((word) => !FILLER.test(word)).join(" ");

/** What a query means as a date, as `2013-06-03`; nothing if it is more, or none. `printed` asks for it as texts print it. */
export const readDate = ({ typed }, languages) => {
  const key = toDateKey(typed);
  const words = key.split(" ");
  const year = words.find((word) => /^[12]\d{3}$/u.test(word));
  if (!year || words.length > 7 || /["“”:*]|(?:^|\s)-/u.test(typed)) return undefined;
  if (key === year) return { date: year };
  for (const [size, styles, days] of [[7, MONTHS, [1]], [10, DAYS, words.filter((word) => word < 32)]]) {
    const formats = toFormats(styles, languages);
    for (let month = 0; month < 12; month += 1) {
      for (const day of days) {
        const date = new Date(Date.UTC(year, month, day));
        const printed = formats.map((format) => format.format(date));
        if (printed.some((text) => toDateKey(text) === key)) {
          const phrases = new Set(printed.map((text) => `"${text.replace(/[.,]/gu, "")}"`));
          return { date: date.toISOString().slice(0, size), printed: parseQuery([...phrases].join(" OR "), false) };
        }
      }
    }
  }
  return undefined;
};
