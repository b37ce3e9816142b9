// The articles that are found, in time: a bar a year or month, each a link to the articles of it alone.

import { make } from "./result.js";
import { toSearchAddress } from "./request.js";
import { say, sayNumber, sayPeriod } from "./wording.js";

// How many bars have a label, of years and of months.
const LABELS = { 4: 6, 7: 4 };

// In this last part of the width, a label ends with its bar.
const LAST = 0.12;

// Within so many years, months are told apart.
const FEW_YEARS = 3;

/** How many articles there are of each year or month between the first and the last: `[["1998-03", 2], …]`. */
const countPeriods = (dates) => {
  const [first, last] = [dates[0], dates.at(-1)].map((date) => date.getUTCFullYear());
  const size = last - first < FEW_YEARS ? 7 : 4;
  const counts = new Map();
  const add = (date, number) => {
    const period = date.toISOString().slice(0, size);
    counts.set(period, (counts.get(period) ?? 0) + number);
  };
  for (let month = 0; month < 12 * (last - first + 1); month += 1) add(new Date(Date.UTC(first, month)), 0);
  for (const date of dates) add(date, 1);
  return [...counts];
};

/** Makes the bars of the articles of these days, as the index counts them, then their words; nothing if all are of one period. */
export const makeChart = (days, request, about) => {
  const dates = days.filter((day) => day > 1).sort((a, b) => a - b).map((day) => new Date((day - 719_163) * 864e5));
  const periods = dates.length > 0 ? countPeriods(dates) : [];
  const found = periods.filter(([, number]) => number > 0);
  if (found.length < 2) return [];
  const highest = Math.max(...found.map(([, number]) => number));
  const toHref = (period) => toSearchAddress({ ...request, from: period, to: period });
  const bars = periods.map(([period, number], index) => {
    const bar = make("a", { tabIndex: -1, className: index / periods.length > 1 - LAST ? "last" : "" });
    if (index % Math.ceil(periods.length / LABELS[period.length]) === 0) bar.dataset.label = sayPeriod(period, "short");
    if (number > 0) Object.assign(bar, { href: toHref(period), title: `${sayPeriod(period)}: ${number}` });
    bar.style.setProperty("--part", number / highest);
    return bar;
  });
  // What they say stands in words too, with the same links.
  const items = found.map(([period, number]) =>
    make("li", {}, make("a", { href: toHref(period), textContent: sayPeriod(period) }), ` ${sayNumber(number)}`));
  const unit = periods[0][0].length === 4 ? "by_year" : "by_month";
  const undated = days.length - dates.length;
  const summary = say(about ? `about_${unit}` : unit);
  const textContent = undated > 0 ? say("undated", { summary, count: undated }) : summary;
  const drawing = make("div", { className: "bars", ariaHidden: true }, ...bars);
  drawing.dataset.most = sayNumber(highest);
  return [drawing, make("details", { className: "quiet" }, make("summary", { textContent }), make("ul", {}, ...items))];
};
