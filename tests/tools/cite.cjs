// Cites CSL items by citeproc-js: items as JSON on the standard input, a locale and styles as arguments.
// Prints a list for each style: the citation of each item, its italics between tags.

const CSL = require("citeproc");
const { readFileSync } = require("fs");

const [locale, ...styles] = process.argv.slice(2).map((path) => readFileSync(path, "utf8"));
const items = JSON.parse(readFileSync(0));
const system = { retrieveLocale: () => locale, retrieveItem: (id) => items[id] };

const cite = (style) => {
  const engine = new CSL.Engine(system, style, "en-US", true);
  return items.map((_, id) => {
    engine.updateItems([id]);
    return engine.makeBibliography()[1][0].replace(/<\/?div[^>]*>/g, "").trim();
  });
};

console.log(JSON.stringify(styles.map(cite)));
