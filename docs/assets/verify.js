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

const compareSums = (sum, recorded) =>
  sum === recorded
    ? `The original file has the SHA-256 that its record gives: ${sum}.`
    : `The original file differs from its record: its SHA-256 is ${sum}, but the record gives ${recorded}.`;

const compareTexts = (paragraphs, lines) => {
  const shown = paragraphs.flatMap((paragraph) => toLines(paragraph.textContent).map((line) => ({ line, number: paragraph.id.slice(1) })));
  if (shown.length !== lines.length) {
    return `The page differs from the original file: it has ${shown.length} lines, the file has ${lines.length} that aren't blank.`;
  }
  const different = new Set(lines.flatMap((line, index) => (line === shown[index].line ? [] : [shown[index].number])));
  return different.size === 0
    ? `The ${paragraphs.length} paragraphs of this page are the lines of the original file, in order, character for character.`
    : `The page differs from the original file in paragraph ${[...different].join(", ")}.`;
};

// What no comparison with the site itself can show.
const LIMIT = "Whoever can change this site can change what this was compared with.";

/** Fetches the original and says in words what was compared, and what came of it. */
export const verify = async (text) => {
  say(["Fetching the original file."]);
  try {
    const response = await fetch(document.getElementById("verify").dataset.original, { cache: "no-store" });
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    if (!crypto.subtle) throw new Error("the browser computes SHA-256 over https only");
    const bytes = await response.arrayBuffer();
    const sum = toHex(await crypto.subtle.digest("SHA-256", bytes));
    const lines = toLines(decode(bytes, document.getElementById("verify").dataset.encoding ?? "utf-8"));
    say([compareSums(sum, document.getElementById("sha256").textContent), compareTexts([...text.querySelectorAll("p")], lines), LIMIT]);
  } catch (error) {
    say([`This copy could not be verified: ${error.message}.`]);
  }
};
