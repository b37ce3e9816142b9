// What is said where nothing is found.

import { compareAll, countFound, findCandidates, findLonger, suggest } from "./engine.js";
import { parseQuery } from "./query.js";
import { isRefined, toRequest, toSearchAddress } from "./request.js";
import { make, makeResult } from "./result.js";
import { count, say, sayNumber, sayParts } from "./wording.js";

// How many articles are shown that the nearest spelling finds.
const FEW_INSTEAD = 10;

/** A link to a search. */
export const makeAnchor = (request, textContent) => make("a", { href: toSearchAddress(request), textContent });

/** Puts something between the items of a list. */
const separate = (items, ...between) => items.flatMap((item, index) => (index > 0 ? [...between, item].flat() : item));

/** What each group of a query finds alone, in the whole archive. */
const countAlone = ({ wanted }) =>
  Promise.all(wanted.map(async (units) => ({ units: units.filter(({ joint }) => !joint), ...(await countFound({ wanted: [units], unwanted: [], typed: "" }, toRequest(""))) })));

/** What is found alone of a query whose parts are not found together. */
const makeAlone = (alone, request) => {
  const items = alone.map(({ units, number, about }) => {
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
  for (const { units: [unit, ...others] } of alone.filter(({ number }) => number === 0)) {
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
  const found = await compareAll(numbers.slice(0, FEW_INSTEAD), nearest, request);
  if (!isNewest() || found.length === 0) return;
  instead.append(make("h2", { textContent: say("instead", { query: q }) }), make("ol", {}, ...found.map(makeResult)));
};

/** What of a query may stand within longer words. */
const listShort = ({ wanted }) =>
  wanted.flatMap(([unit]) => (unit.words.length === 1 && !unit.exact && !unit.field && unit.words[0].forms[0].length > 3 ? [unit] : []));

/** How many articles a query finds, as a link to them; nothing if there are none. */
const makeFound = async (request) => {
  const { number, about } = await countFound(parseQuery(request.q, false), request);
  return number > 0 ? makeAnchor(request, count(about ? "about_articles" : "articles", number)) : undefined;
};

/** Offers the longer words that hold a word that is asked for, where it stands nowhere or words are built by joining. */
export const showLonger = async ({ query, request, isNewest, help }, isNowhere = () => false) => {
  for (const unit of listShort(query)) {
    const words = await findLonger(unit.words[0].forms[0], isNowhere(unit));
    const replace = (word) => ({ ...request, q: replaceUnits(request.q, [{ unit, word }]) });
    const found = words.length > 0 && (await makeFound(replace(words.join(" OR "))));
    if (found && isNewest()) {
      const items = words.map((word) => makeAnchor(replace(word), word));
      help.append(make("p", {}, ...sayParts("longer", { words: separate(items, ", "), articles: found })));
    }
  }
};

/** Says what a phrase that stands nowhere finds without quotation marks; returns that query. */
const showUnquoted = async ({ query, request, isNewest, help }) => {
  const q = replaceUnits(request.q, query.wanted.flat().flatMap((unit) => (unit.exact ? [{ unit, word: unit.text.slice(1, -1) }] : [])));
  const found = await makeFound({ ...request, q });
  if (isNewest()) help.append(make("p", {}, say("no_phrase"), ...(found ? [" ", ...sayParts("unquoted", { articles: found })] : [])));
  return found ? undefined : { ...request, q };
};

/** Says what is found alone, within longer words, without quotation marks, and with another spelling. */
export const showNothing = async (turn) => {
  const { query, request, isNewest, help, typing } = turn;
  if (!typing) document.querySelector("details.help")?.setAttribute("open", "");
  const alone = await countAlone(query);
  if (!isNewest()) return;
  if (alone.length > 1 && alone.some(({ number }) => number > 0)) help.append(makeAlone(alone, request));
  if (isRefined(request) && alone.length > 0 && alone.every(({ number }) => number > 0)) {
    help.append(make("p", {}, makeAnchor({ ...toRequest(""), q: request.q }, say("whole"))));
  }
  const nowhere = new Set(alone.filter(({ number }) => number === 0).map(({ units: [unit] }) => unit));
  await showLonger(turn, (unit) => nowhere.has(unit));
  if (query.wanted.flat().some(({ exact }) => exact) && ![...nowhere].some(({ exact }) => !exact)) {
    const plain = await showUnquoted(turn);
    if (!plain || !isNewest()) return;
    await showNearest({ ...turn, request: plain }, await countAlone(parseQuery(plain.q, false)));
  } else await showNearest(turn, alone);
};
