// The concordance: every match in a line of its own, between what precedes and what follows (keyword in context).

import { makeLink, make, toArticleAddress } from "./result.js";
import { fold } from "./fold.js";
import { toSearchAddress } from "./request.js";
import { say } from "./wording.js";

const CONTEXT = 60;

// By so much of what precedes and follows lines are sorted.
const READ = 300;

const toLine = (text) => text.replace(/\s+/gu, " ");

/** The lines of some articles that were found. */
export const toLines = (found) =>
  found.flatMap(({ article, hits }) => hits.flatMap((hit) => hit.all.map(([start, end]) => ({
    article,
    hit: { ...hit, marks: [[start, end]], places: [[start, end]], best: 0 },
    left: toLine(hit.text.slice(Math.max(0, start - READ), start)),
    match: toLine(hit.text.slice(start, end)),
    right: toLine(hit.text.slice(end, end + READ)),
  }))));

const toKey = {
  right: ({ right }) => right.split(/\s+/u).map(fold).filter(Boolean).join(" "),
  left: ({ left }) => left.split(/\s+/u).map(fold).filter(Boolean).reverse().join(" "),
};

/** Lines by what follows or what precedes, or as they were found. */
export const sortLines = (lines, by) =>
  (toKey[by] ? lines.map((line) => [toKey[by](line), line]).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, line]) => line) : lines);

const shorten = { left: (text) => text.slice(-CONTEXT).replace(text.length > CONTEXT ? /^\S*\s/u : "", ""), right: (text) => text.slice(0, CONTEXT).replace(text.length > CONTEXT ? /\s\S*$/u : "", "") };

const makeRow = ({ article, hit, left, match, right }) => {
  const where = make("td", {}, makeLink(article, hit, `${article.title} ¶ ${hit.number}`), make("span", { className: "known", textContent: ` ${[article.date[1], !article.archive.only && article.archive.name].filter(Boolean).join(" · ")}` }));
  const cells = [[shorten.left(left), "left"], [match, "match"], [shorten.right(right), "right"]].map(([text, className]) => make("td", { className, dir: "auto", textContent: text }));
  return make("tr", {}, ...cells, where);
};

const makeHead = (name, by, request) => {
  const chosen = request.by === by;
  const head = make("th", {}, make("a", { href: toSearchAddress({ ...request, by }), textContent: name }));
  if (chosen) head.ariaSort = "ascending";
  return head;
};

/** Makes the table of lines, whose heads are links that sort it. */
export const makeTable = (lines, request) =>
  make("table", { className: "lines" },
    make("caption", { textContent: say("lines_caption") }),
    make("thead", {}, make("tr", {}, makeHead(say("precedes"), "left", request), make("th", { textContent: say("match") }),
      makeHead(say("follows"), "right", request), makeHead(say("article"), "", request))),
    make("tbody", {}, ...lines.map(makeRow)));

const toCell = (value) => (/[",\n\r]/u.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

/** The lines as CSV: https://www.rfc-editor.org/info/rfc4180; an article of another archive has its address there. */
export const toCsv = (lines) =>
  [["article", "date", "paragraph", "left", "match", "right"], ...lines.map(({ article, hit, left, match, right }) =>
    [article.archive.base ? toArticleAddress(article) : article.slug, article.date[0] ?? "", hit.number, left, match, right])]
    .map((row) => `${row.map(toCell).join(",")}\r\n`).join("");
