// The archives that are searched: this one, and others that it names. One that fails is left out, and named.

import { say } from "./wording.js";
import { listArchives, readPart } from "./words.js";

/** What comes of a step; nothing where another archive fails, which is then left out of all that follows. */
export const attempt = async (archive, step) => {
  try {
    return await step(archive);
  } catch (error) {
    if (!archive.base) throw error;
    archive.fault = error instanceof SyntaxError ? "other_form" : "no_answer";
    return undefined;
  }
};

/** What comes of a step in each archive that answers; this one is the first. */
export const askEach = async (step) => {
  const archives = (await listArchives()).filter(({ fault }) => !fault);
  return (await Promise.all(archives.map((archive) => attempt(archive, step)))).filter(Boolean);
};

/** A sentence for each archive that is left out. */
export const listFaults = async () =>
  (await listArchives()).filter(({ fault }) => fault).map(({ name, fault }) => say(fault, { name }));

/** The facets of all archives together, each with values in other words, and how many articles have each of its values. */
export const countFacets = async () => {
  const facets = {};
  for (const { name, words, values } of (await askEach((archive) => readPart(archive, "facets"))).flat()) {
    const { counts } = (facets[name] ??= { name, words, counts: new Map() });
    facets[name].words = { ...words, ...facets[name].words };
    for (const [value, { length }] of Object.entries(values)) counts.set(value, (counts.get(value) ?? 0) + length);
  }
  return Object.values(facets);
};
