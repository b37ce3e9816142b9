// Reads the data of the search in the offline edition: from file:// a browser loads scripts only.

const BASE = new URL("../../", import.meta.url);
const read = new Map();

const load = (path) =>
  new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement("script"), { src: new URL(`${path}.js`, BASE) });
    script.addEventListener("load", () => {
      script.remove();
      resolve(globalThis.archiveData);
    });
    script.addEventListener("error", () => reject(new Error(`${path} could not be loaded`)));
    document.head.append(script);
  });

/** The data of a JSON file of the site, which stands in a script and is read once. */
export const readData = (path) => {
  if (!read.has(path)) read.set(path, load(path));
  return read.get(path);
};

/** Forgets what was read, so that what failed can be tried again from the beginning. */
export const forgetData = () => read.clear();

/** The address of a folder of the site. */
export const toAddress = (folder) => new URL(`${folder}index.html`, BASE).href;

/** No other archive is searched: what is asked of a folder stays there. */
export const readOthers = async () => [];
