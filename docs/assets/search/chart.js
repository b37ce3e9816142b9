// The articles that are found, in time: a bar a year or month, each a link to the articles of it alone.

import { make } from "./result.js";
import { toSearchAddress } from "./request.js";
import { count, say, sayNumber, sayPeriod } from "./wording.js";

// How many bars have a label, at most.
const LABELS = 5;

// In what part of the width a label can begin.
const LABELLED = 0.88;

/** A day as the index writes it as the beginning of a date: `1998-03`. */
const toDate = (day) => String(day).padStart(8, "0").replace(/(..)..$/u, "-$1");

// Within so many years, months are told apart.
const FEW_YEARS = 3;

/** How many articles there are of each year or month between the first and the last: `[["1998-03", 2], …]`. */
const countPeriods = (dates) => {
  const [first, last] = [dates[0], dates.at(-1)].map((date) => Number(date.slice(0, 4)));
  const size = last - first < FEW_YEARS ? 7 : 4;
  const counts = new Map();
  const add = (date, number) => counts.set(date.slice(0, size), (counts.get(date.slice(0, size)) ?? 0) + number);
  for (let year = first; year <= last; year += 1) {
    for (let month = 1; month <= 12; month += 1) add(toDate(year * 10_000 + month * 100), 0);
  }
  for (const date of dates) add(date, 1);
  return [...counts];
};

/** Makes the bars of the articles of these days, as the index counts them, then their words; nothing if all are of one period. */
export const makeChart = (days, request, about) => {
  const dates = days.filter(Boolean).map(toDate).sort();
  const periods = dates.length > 0 ? countPeriods(dates) : [];
  const found = periods.filter(([, number]) => number > 0);
  if (found.length < 2) return [];
  const highest = Math.max(...found.map(([, number]) => number));
  const toHref = (period) => toSearchAddress({ ...request, from: period, to: period });
  const bars = periods.map(([period, number], index) => {
    const bar = make("a", { tabIndex: -1 });
    if (index % Math.ceil(periods.length / LABELS) === 0 && index / periods.length < LABELLED) bar.dataset.label = sayPeriod(period, "short");
    if (number > 0) Object.assign(bar, { href: toHref(period), title: `${sayPeriod(period)}: ${number}` });
    bar.style.setProperty("--part", number / highest);
    return bar;
  });
  // What they say stands in words too, with the same links.
  const items = found.map(([period, number]) =>
    make("li", {}, make("a", { href: toHref(period), textContent: sayPeriod(period) }), ` ${sayNumber(number)}`));
  const undated = days.length - dates.length;
  const unit = say(periods[0][0].length === 4 ? "by_year" : "by_month");
  const summary = about ? `${unit}: ${count("about_articles", days.length)}` : unit;
  const textContent = undated > 0 ? say("undated", { summary, count: undated }) : summary;
  const drawing = make("div", { className: "bars", ariaHidden: true }, ...bars);
  drawing.dataset.most = sayNumber(highest);
  return [drawing, make("details", { className: "quiet" }, make("summary", { textContent }), make("ul", {}, ...items))];
};
