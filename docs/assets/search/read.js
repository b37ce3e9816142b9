// Reads the data of the search: from the site, or in the offline edition from scripts that hold it.

const BASE = new URL("../../", document.currentScript.src);
const isOffline = BASE.protocol === "file:";
const read = new Map();

// Milliseconds that another archive has to answer; this one has all the time that it needs.
const PATIENCE = 5000;

const ARCHIVE = "search-index/archive.json";

/** The address of a folder or file of this site, or of another. */
export const toAddress = (path, base = BASE) => new URL(isOffline ? path.replace(/\/$/u, "/index.html") : path, base).href;

const load = async (address, isOther) => {
  // From file:// a browser loads scripts only.
  if (isOffline) return globalThis.archive.load(`${address}.js`);
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

/** The addresses of the other archives that are searched too; what is asked of a folder stays there. */
export const readOthers = async () => (isOffline ? [] : (await readData(ARCHIVE)).also);
