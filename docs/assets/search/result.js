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

/** The address of a paragraph, and what landing.js marks there; `at` is the place that it leads to. */
export const makeLink = (article, { number, marks, places, best, at = places[best] }, ...children) => {
  const link = make("a", { href: `${toArticleAddress(article)}#p${number}` }, ...children);
  link.dataset.marks = JSON.stringify({ marks, places, at });
  return link;
};

/** Whole words of a paragraph around a place, of which all is shown; all of it if it is short. */
const toExcerpt = (text, [from, to]) => {
  if (text.length <= EXCERPT) return [0, text.length];
  const before = to <= EXCERPT ? 0 : Math.max(0, Math.min(from, from - Math.round((EXCERPT - (to - from)) / 3)));
  const space = text.indexOf(" ", before);
  const start = before > 0 && space >= 0 && space < from ? space + 1 : before;
  const end = Math.max(to, start + EXCERPT);
  if (end >= text.length) return [start, text.length];
  return [start, Math.max(text.lastIndexOf(" ", end), to)];
};

const makeExcerpt = ({ text, marks, places, best }) => {
  const [start, end] = toExcerpt(text, places[best]);
  const excerpt = make("span", { className: "excerpt", dir: "auto" }, start > 0 ? "…\u00a0" : "");
  let at = start;
  for (const [from, to] of marks.filter((mark) => mark[0] >= start && mark[1] <= end)) {
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
