// Compares this page with the original file, and the file with the SHA-256 of its record.

// What Python's strip() takes off: white space and the separators of ASCII, but no byte order mark.
const SPACE = "[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]";
const ENDS = new RegExp(`^${SPACE}+|${SPACE}+$`, "g");

const say = (sentences) => {
  const lines = sentences.map((sentence) => Object.assign(document.createElement("p"), { textContent: sentence }));
  document.getElementById("verified").replaceChildren(...lines);
};

const toHex = (buffer) => [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** The lines of a file that aren't blank, as Python strips them. */
const toLines = (bytes) =>
  new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })
    .decode(bytes)
    .split("\n")
    .map((line) => line.replace(ENDS, ""))
    .filter(Boolean);

const compareSums = (sum, recorded) =>
  sum === recorded
    ? `The original file has the SHA-256 that its record gives: ${sum}.`
    : `The original file differs from its record: its SHA-256 is ${sum}, but the record gives ${recorded}.`;

const compareTexts = (shown, lines) => {
  const different = lines.flatMap((line, index) => (line === shown[index] ? [] : [index + 1]));
  if (shown.length !== lines.length) {
    return `The page differs from the original file: it has ${shown.length} paragraphs, the file has ${lines.length} lines that aren't blank.`;
  }
  return different.length === 0
    ? `Each of the ${lines.length} paragraphs of this page is a line of the original file, character for character.`
    : `The page differs from the original file in paragraph ${different.join(", ")}.`;
};

/** Fetches the original and says in words what was compared, and what came of it. */
export const verify = async (text) => {
  say(["Fetching the original file."]);
  try {
    const response = await fetch(document.getElementById("verify").dataset.original, { cache: "no-store" });
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
    if (!crypto.subtle) throw new Error("the browser computes SHA-256 over https only");
    const bytes = await response.arrayBuffer();
    const sum = toHex(await crypto.subtle.digest("SHA-256", bytes));
    const shown = [...text.querySelectorAll("p")].map((paragraph) => paragraph.textContent);
    say([compareSums(sum, document.getElementById("sha256").textContent), compareTexts(shown, toLines(bytes))]);
  } catch (error) {
    say([`This copy could not be verified: ${error.message}.`]);
  }
};
