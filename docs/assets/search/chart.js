// The articles that are found, in time: a bar a year or month, each a link to the articles of it alone.

import { make } from "./result.js";
import { toSearchAddress } from "./request.js";
import { say, sayNumber, sayPeriod } from "./wording.js";

const SVG = "http://www.w3.org/2000/svg";
const HEIGHT = 60;
const LABELS = { 4: 6, 7: 4 };

// What part of the width a label takes on a phone.
const LABEL = 0.12;

// Within so many years, months are told apart.
const FEW_YEARS = 3;

const draw = (name, attributes, ...children) => {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
};

/** How many articles there are of each year or month between the first and the last: `[["1998-03", 2], …]`. */
const countPeriods = (dates) => {
  const years = dates.map((date) => date.getUTCFullYear());
  const [first, last] = [Math.min(years[0], years.at(-1)), Math.max(years[0], years.at(-1))];
  const size = last - first < FEW_YEARS ? 7 : 4;
  const counts = new Map();
  for (let year = first; year <= last; year += 1) {
    for (let month = 1; month <= (size === 7 ? 12 : 1); month += 1) counts.set(`${year}-${String(month).padStart(2, "0")}`.slice(0, size), 0);
  }
  for (const date of dates) {
    const period = date.toISOString().slice(0, size);
    counts.set(period, counts.get(period) + 1);
  }
  return [...counts];
};

/** Makes the chart of the articles of these days, as the index counts them, and its words; nothing if all are of one period. */
export const makeChart = (days, request, about) => {
  const dates = days.filter((day) => day > 1).sort((a, b) => a - b).map((day) => new Date((day - 719_163) * 864e5));
  if (dates.length < 2) return [];
  const periods = countPeriods(dates);
  const found = periods.filter(([, number]) => number > 0);
  if (found.length < 2) return [];
  const highest = found.reduce((most, [, number]) => Math.max(most, number), 0);
  const width = 100 / periods.length;
  const toHref = (period) => toSearchAddress({ ...request, from: period, to: period });
  const bars = periods.flatMap(([period, number], index) => {
    const x = `${index * width}%`;
    const place = index / periods.length > 1 - LABEL ? { x: `${(index + 1) * width}%`, "text-anchor": "end" } : { x };
    const label = index % Math.ceil(periods.length / LABELS[period.length]) === 0 ? [draw("text", { ...place, y: HEIGHT + 16 }, sayPeriod(period, "short"))] : [];
    if (number === 0) return label;
    const height = (HEIGHT * number) / highest;
    const bar = draw("a", { href: toHref(period), tabindex: -1 },
      draw("title", {}, `${sayPeriod(period)}: ${number}`),
      draw("rect", { class: "target", x, y: 0, width: `${width}%`, height: HEIGHT }),
      draw("rect", { x, y: HEIGHT - height, width: `${width * 0.9}%`, height }));
    return [bar, ...label];
  });
  // What it says stands in words too, with the same links.
  const drawing = draw("svg", { width: "100%", height: HEIGHT + 20, "aria-hidden": "true" }, ...bars,
    draw("line", { x1: 0, x2: "100%", y1: HEIGHT, y2: HEIGHT }), draw("text", { x: "100%", y: -4, "text-anchor": "end" }, sayNumber(highest)));
  const items = found.map(([period, number]) =>
    make("li", {}, make("a", { href: toHref(period), textContent: sayPeriod(period) }), ` ${sayNumber(number)}`));
  const unit = periods[0][0].length === 4 ? "by_year" : "by_month";
  const undated = days.length - dates.length;
  const summary = say(about ? `about_${unit}` : unit);
  const textContent = undated > 0 ? say("undated", { summary, count: undated }) : summary;
  return [drawing, make("details", { className: "quiet" }, make("summary", { textContent }), make("ul", {}, ...items))];
};
