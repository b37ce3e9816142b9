// The words of a vocabulary that are nearest to one that isn't in it.

import { fold, SCANS } from "./fold.js";

/** How many letters to change, add, drop or swap: the optimal string alignment distance. */
const toDistance = (a, b, furthest) => {
  if (Math.abs(a.length - b.length) > furthest) return Infinity;
  let before;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    [before, row] = [row, next];
  }
  return row[b.length];
};

/** A word with each pair of letters that scans mistake for one another exchanged, in each place. */
const listScans = (word) =>
  SCANS.flatMap(([a, b]) => [[a, b], [b, a]]).flatMap(([one, other]) =>
    [...word.matchAll(one)].map(({ index }) => word.slice(0, index) + other + word.slice(index + one.length)));

/** The near words, the nearest first, and before all what a scan may have misread; of those, the most frequent. */
export const findNearest = (word, vocabulary) => {
  const furthest = Math.max(1, Math.floor(word.length / 4));
  const scans = new Set(listScans(word));
  return vocabulary
    .map((spelling) => {
      const form = fold(spelling);
      return { spelling, distance: scans.has(form) ? 0.5 : toDistance(word, form, furthest) };
    })
    .filter(({ distance }) => distance > 0 && distance <= furthest)
    .sort((a, b) => a.distance - b.distance)
    .map(({ spelling }) => spelling);
};
