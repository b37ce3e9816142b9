// The places of a paragraph where the words of a query stand closest together.

// Characters of a place: what an excerpt can show.
const WIDTH = 240;

// Places that a reader can step through, and words that are marked wherever they stand.
const MOST_PLACES = 50;
const MOST_MARKS = 50;

/** Ranges in order, those that touch made one. */
export const toMarks = (found) => {
  const marks = [];
  for (const [start, end] of found.flat().sort(([a], [b]) => a - b)) {
    const last = marks.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else marks.push([start, end]);
  }
  return marks;
};

/** For each match, the place that ends with it: it weighs more the rarer and nearer its words, and is whole if it has all. */
const listPlaces = (found) => {
  const weights = found.map(({ length }) => 1 / Math.sqrt(length));
  const matches = found.flatMap((ranges, group) => ranges.map(([from, to]) => ({ from, to, group }))).sort((a, b) => a.from - b.from);
  const counts = found.map(() => 0);
  let first = 0;
  return matches.map(({ to, group }) => {
    counts[group] += 1;
    // What is too far, or stands again nearer, is no part of it.
    while (matches[first].to < to && (to - matches[first].from > WIDTH || counts[matches[first].group] > 1)) {
      counts[matches[first].group] -= 1;
      first += 1;
    }
    const { from } = matches[first];
    const weight = counts.reduce((sum, number, index) => (number > 0 ? sum + weights[index] : sum), 0);
    return { from, to, weight: weight - (to - from) / 1e5, isWhole: !counts.includes(0) };
  });
};

/**
 * The places where the most of what is found stands together, in order, with the number `best` of the closest, and
 * the marks that are shown: of what stands everywhere, only those in these places. `nearness` is 1 where all stands
 * side by side, less the further apart, and 0 where it isn't.
 */
export const findPlaces = (found) => {
  const ranked = listPlaces(found).sort((a, b) => b.weight - a.weight || a.from - b.from);
  const [closest] = ranked;
  const chosen = [];
  for (const place of ranked) {
    if (chosen.length === MOST_PLACES || place.weight < closest.weight * 0.75) break;
    if (chosen.every(({ from, to }) => place.to < from || place.from > to)) chosen.push(place);
  }
  const places = chosen.map(({ from, to }) => [from, to]).sort(([a], [b]) => a - b);
  const isShown = (start) => places.some(([from, to]) => start >= from && start < to);
  const marks = toMarks(found.map((ranges) => (ranges.length > MOST_MARKS ? ranges.filter(([start]) => isShown(start)) : ranges)));
  const nearness = closest?.isWhole ? 1 / (1 + (closest.to - closest.from) / (12 * found.length)) : 0;
  return { places, marks, best: places.findIndex(([from]) => from === closest?.from), nearness };
};
