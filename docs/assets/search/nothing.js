// What is said where nothing is found.

import { compare, countAlone, findCandidates, suggest } from "./engine.js";
import { parseQuery } from "./query.js";
import { isRefined, toRequest, toSearchAddress } from "./request.js";
import { make, makeResult } from "./result.js";
import { say, sayNumber, sayParts } from "./wording.js";

// How many articles are shown that the nearest spelling finds.
const FEW = 10;

/** A link to a search. */
export const makeAnchor = (request, textContent) => make("a", { href: toSearchAddress(request), textContent });

/** Puts something between the items of a list. */
export const separate = (items, ...between) => items.flatMap((item, index) => (index > 0 ? [...between, item].flat() : item));

/** What is found alone of a query whose parts are not found together. */
const makeAlone = (alone, request) => {
  const items = alone.map(({ units, count: number, about }) => {
    const text = units.map(({ field, text: typed }) => (field ? `${field}:${typed}` : typed)).join(" OR ");
    const link = number > 0 ? makeAnchor({ ...request, q: text }, text) : text;
    return [link, ` ${about ? say("about", { count: sayNumber(number) }) : sayNumber(number)}`];
  });
  return make("p", {}, ...sayParts("alone", { items: separate(items, ", ") }));
};

/** A query in which each of some units stands as another word. */
const replaceUnits = (text, replaced) =>
  replaced.toSorted((a, b) => b.unit.start - a.unit.start)
    .reduce((query, { unit, word }) => query.slice(0, unit.start) + word + query.slice(unit.end), text.normalize("NFC"));

/** Shows what is found with the nearest spelling of the words that stand nowhere. */
const showNearest = async ({ request, isNewest, help, instead }, alone) => {
  const replaced = [];
  for (const { units: [unit, ...others] } of alone.filter(({ count: number }) => number === 0)) {
    if (others.length === 0 && unit.words.length === 1 && !unit.exact && !unit.field) {
      const near = await suggest(unit.words[0].forms[0]);
      const toAnchor = (word) => makeAnchor({ ...request, q: replaceUnits(request.q, [{ unit, word }]) }, word);
      const offer = near.length > 0 ? [" ", ...sayParts("nearest", { words: separate(near.map(toAnchor), " ") })] : [];
      if (isNewest()) help.append(make("p", {}, say("no_word", { word: unit.text }), ...offer));
      if (near.length > 0) replaced.push({ unit, word: near[0] });
    }
  }
  if (replaced.length === 0) return;
  const q = replaceUnits(request.q, replaced);
  const nearest = parseQuery(q, false);
  const { numbers } = await findCandidates(nearest, request);
  const found = await compare(numbers.slice(0, FEW), nearest, request);
  if (!isNewest() || found.length === 0) return;
  instead.append(make("h2", { textContent: say("instead", { query: q }) }), make("ol", {}, ...found.map(makeResult)));
};

/** Says what is found alone, and with another spelling, where nothing is found together. */
export const showNothing = async (turn) => {
  const { query, request, candidates, isNewest, help } = turn;
  const alone = await countAlone(query, candidates);
  if (!isNewest()) return;
  if (alone.length > 1 && alone.some(({ count: number }) => number > 0)) help.append(makeAlone(alone, request));
  const whole = { ...toRequest(""), q: request.q };
  if (isRefined(request) && alone.length > 0 && alone.every(({ count: number }) => number > 0)) {
    help.append(make("p", {}, ...sayParts("whole", { link: makeAnchor(whole, say("whole_link")) })));
  }
  await showNearest(turn, alone);
};
