// One article among the results, as a reader sees it. Text is only ever put in as text.

import { toArticleAddress } from "./engine.js";

const OPEN_HITS = 3;
const EXCERPT = 260;

/** Makes an element with properties and children. */
export const make = (name, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};

/** A number and what it counts: `1 article`, `2 articles`. */
export const count = (number, one) => `${number.toLocaleString("en")} ${one}${number === 1 ? "" : "s"}`;

/** Whole words of a paragraph around its first match; all of it if it is short. */
const toExcerpt = (text, marks) => {
  if (text.length <= EXCERPT) return [0, text.length];
  const first = marks[0][0];
  const from = first < EXCERPT / 2 ? 0 : text.indexOf(" ", first - EXCERPT / 3) + 1 || first;
  const start = Math.min(from, first);
  const end = text.lastIndexOf(" ", start + EXCERPT);
  return [start, text.length - start <= EXCERPT ? text.length : Math.max(end, marks[0][1])];
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

const makeHit = (address) => (hit) =>
  make("li", {}, make("a", { href: `${address}#p${hit.number}` },
    make("span", { className: "number", textContent: `¶ ${hit.number}` }), " ", makeExcerpt(hit)));

const makeHits = (address, hits) => {
  if (hits.length === 0) return [];
  const open = make("ol", { className: "hits" }, ...hits.slice(0, OPEN_HITS).map(makeHit(address)));
  const rest = hits.slice(OPEN_HITS);
  if (rest.length === 0) return [open];
  const more = make("details", {}, make("summary", { textContent: `${rest.length} more` }),
    make("ol", { className: "hits" }, ...rest.map(makeHit(address))));
  return [open, more];
};

const makeKnown = ({ date, publication, kind }) => {
  const [machine, words, basis] = date;
  const when = machine ? [make("time", { dateTime: machine, textContent: words }), `, ${basis}`] : ["date not stated"];
  return make("p", { className: "known" }, ...when, ` · ${publication} · ${kind}`);
};

/** Makes a result: the article, what is known of it, and every matching paragraph, the first few open. */
export const makeResult = ({ article, hits }) => {
  const address = toArticleAddress(article.slug);
  const title = make("h2", { dir: "auto" }, make("a", { href: address, textContent: article.title }));
  return make("li", {}, title, makeKnown(article), ...makeHits(address, hits));
};
