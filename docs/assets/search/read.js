// Reads the data of the search from the site. The offline edition has read-offline.js in its place.

const BASE = new URL("../../", import.meta.url);
const read = new Map();

const load = async (path) => {
  // What names the newest index is asked for each time; all else has another address when it changes.
  const response = await fetch(new URL(path, BASE), { cache: path.endsWith("archive.json") ? "no-cache" : "default" });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
};

/** The data of a JSON file of the site, which is read once. */
export const readData = (path) => {
  if (!read.has(path)) read.set(path, load(path));
  return read.get(path);
};

// Every search begins with it.
readData("search-index/archive.json").catch(() => {});

/** Forgets what was read, so that what failed can be tried again from the beginning. */
export const forgetData = () => read.clear();

/** The address of a folder of the site. */
export const toAddress = (folder) => new URL(folder, BASE).href;
