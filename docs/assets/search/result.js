// One article among the results, as a reader sees it. Text is only ever put in as text.

import { toAddress } from "./read.js";
import { say, sayParts } from "./wording.js";

const OPEN_HITS = 3;
const EXCERPT = 260;

/** Makes an element with properties and children. */
export const make = (name, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};

/** The address of an article, in whatever archive. */
export const toArticleAddress = ({ slug, archive }) => toAddress(`articles/${slug}/`, archive.base);

/** The address of a paragraph, and what landing.js marks there. */
export const makeLink = (article, { number, marks }, ...children) => {
  const link = make("a", { href: `${toArticleAddress(article)}#p${number}` }, ...children);
  link.dataset.marks = JSON.stringify(marks);
  return link;
};

/** Whole words of a paragraph around its first match; all of it if it is short. */
const toExcerpt = (text, marks) => {
  if (text.length <= EXCERPT) return [0, text.length];
  const [first, last] = marks[0];
  const from = first < EXCERPT / 2 ? 0 : text.slice(0, first).search(/\s/u) < 0 ? first - EXCERPT / 3 : text.indexOf(" ", first - EXCERPT / 3) + 1 || first;
  const start = Math.round(Math.min(from, first));
  if (text.length - start <= EXCERPT) return [start, text.length];
  const end = text.lastIndexOf(" ", start + EXCERPT);
  return [start, end > last ? end : Math.max(last, start + EXCERPT)];
};

const makeExcerpt = ({ text, marks }) => {
  const [start, end] = toExcerpt(text, marks);
  const excerpt = make("span", { className: "excerpt", dir: "auto" }, start > 0 ? "…\u00a0" : "");
  let at = start;
  for (const [from, to] of marks.filter((mark) => mark[1] <= end)) {
    excerpt.append(text.slice(at, from), make("mark", { textContent: text.slice(from, to) }));
    at = to;
  }
  excerpt.append(text.slice(at, end), end < text.length ? "\u00a0…" : "");
  return excerpt;
};

const makeHits = (article, hits) => {
  const items = hits.map((hit) =>
    make("li", {}, makeLink(article, hit, make("span", { className: "number", textContent: `¶ ${hit.number}` }), " ", makeExcerpt(hit))));
  const open = make("ol", { className: "hits" }, ...items.slice(0, OPEN_HITS));
  const rest = items.slice(OPEN_HITS);
  if (rest.length === 0) return hits.length > 0 ? [open] : [];
  return [open, make("details", { className: "quiet" }, make("summary", { textContent: say("more", { count: rest.length }) }), make("ol", { className: "hits" }, ...rest))];
};

const makeKnown = ({ date, publication, kind, authors }) => {
  const [machine, words, basis] = date;
  const when = machine ? [make("time", { dateTime: machine, textContent: words }), `, ${basis}`] : [say("no_date")];
  return make("p", { className: "known" }, ...when, ` · ${[publication, ...authors, kind].join(" · ")}`);
};

/** From which archive an article is, where several are searched. */
const makeFrom = ({ archive }) =>
  (archive.only ? [] : [make("p", { className: "known from" }, ...sayParts("in_archive", { archive: make("a", { href: toAddress("", archive.base), textContent: archive.name }) }))]);

/** Makes a result: the article, what is known of it, and every matching paragraph, the first few open. */
export const makeResult = ({ article, hits }) => {
  const link = make("a", { href: toArticleAddress(article), textContent: article.title });
  return make("li", {}, make("h2", { dir: "auto" }, link), makeKnown(article), ...makeHits(article, hits), ...makeFrom(article));
};
