// Reads the data of the search from the site. The offline edition has read-offline.js in its place.

const BASE = new URL("../../", import.meta.url);
const read = new Map();

// Milliseconds that another archive has to answer; this one has all the time that it needs.
const PATIENCE = 5000;

const ARCHIVE = "search-index/archive.json";

const load = async (address, isOther) => {
  // What names the newest index is asked for each time; all else has another address when it changes.
  const cache = address.endsWith(ARCHIVE) ? "no-cache" : "default";
  const response = await fetch(address, { cache, ...(isOther && { signal: AbortSignal.timeout(PATIENCE) }) });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
};

/** The data of a JSON file of this site, or of another, which is read once. */
export const readData = (path, base) => {
  const address = toAddress(path, base);
  if (!read.has(address)) read.set(address, load(address, base));
  return read.get(address);
};

/** Forgets what was read, so that what failed can be tried again from the beginning. */
export const forgetData = () => read.clear();

/** The address of a folder of this site, or of another. */
export const toAddress = (folder, base = BASE) => new URL(folder, base).href;

/** The addresses of the other archives that are searched too. */
export const readOthers = async () => (await readData(ARCHIVE)).also;

// Every search begins with it.
readOthers().catch(() => {});
