// Compares this page with the original file, and the file with the SHA-256 of its record.

// What Python's strip() takes off: white space and the separators of ASCII, but no byte order mark.
const SPACE = "[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";
const ENDS = new RegExp(`^${SPACE}+|${SPACE}+$`, "g");

const say = (sentences) => {
  const lines = sentences.map((sentence) => Object.assign(document.createElement("p"), { textContent: sentence }));
  document.getElementById("verified").replaceChildren(...lines);
};

const toHex = (buffer) => [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

const LINE_END = /\r\n|[\n\r\v\f\x85\u2028\u2029]/;

/** The lines of a text that aren't blank, as Python strips them. */
const toLines = (text) =>
  text
    .split(LINE_END)
    .map((line) => line.replace(ENDS, ""))
    .filter(Boolean);

/** The characters of a file; only a byte order mark of UTF-8 or UTF-16 is no part of them. */
const decode = (bytes, encoding) => {
  const [first, second] = new Uint8Array(bytes);
  const marked = { 0xfffe: "utf-16le", 0xfeff: "utf-16be" }[(first << 8) | second];
  return new TextDecoder(marked ?? encoding, { fatal: true }).decode(bytes);
};

const fill = (sentence, values) => sentence.replace(/\{(\w+)\}/gu, (_, name) => values[name]);

const compareSums = (sum, recorded, words) => fill(sum === recorded ? words.same_sum : words.other_sum, { sum, recorded });

const compareTexts = (paragraphs, lines, words) => {
  const shown = paragraphs.flatMap((paragraph) => toLines(paragraph.textContent).map((line) => ({ line, number: paragraph.id.slice(1) })));
  if (shown.length !== lines.length) return fill(words.other_count, { shown: shown.length, count: lines.length });
  const different = new Set(lines.flatMap((line, index) => (line === shown[index].line ? [] : [shown[index].number])));
  return different.size === 0
    ? fill(words.same_text, { count: paragraphs.length })
    : fill(words.other_text, { numbers: [...different].join(", ") });
};

/** Fetches the original and says in these words what was compared, and what came of it. */
export const verify = async (text, words) => {
  say([words.fetching]);
  try {
    const response = await fetch(document.getElementById("verified").dataset.original, { cache: "no-store" });
    if (!response.ok) throw new Error(fill(words.answered, { status: response.status }));
    if (!crypto.subtle) throw new Error(words.no_crypto);
    const bytes = await response.arrayBuffer();
    const sum = toHex(await crypto.subtle.digest("SHA-256", bytes));
    const lines = toLines(decode(bytes, document.getElementById("sha256").dataset.encoding ?? "utf-8"));
    // The limit is what no comparison with the site itself can show.
    say([compareSums(sum, document.getElementById("sha256").textContent, words), compareTexts([...text.querySelectorAll("p")], lines, words), words.limit]);
  } catch (error) {
    say([fill(words.failed, { reason: error.message })]);
  }
};
