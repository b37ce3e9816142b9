// The English stemmer that the index uses, Snowball 3.1: https://snowballstem.org/algorithms/english/stemmer.html

const EXCEPTIONS = {
  skis: "ski", skies: "sky", idly: "idl", gently: "gentl", ugly: "ugli", early: "earli", only: "onli", singly: "singl",
};
const HAS_STEM = /^(?!(?:sky|news|howe|atlas|cosmos|bias|andes)$)[a-z]{3,}$/u;
const INVARIANT = /^(?:(?:cann|earr|even|herr|inn|out)ing|(?:exc|proc|succ)eed(?:ly)?)$/u;
const WHOLE_REGION = /^(?:arsen|commun|emerg|gener|inter|later|organ|past|univers)/u;

// Each step replaces the longest ending that fits, if it lies in the region.
const STEP_2 = {
  ization: "ize", ational: "ate", ogist: "og", fulness: "ful", ousness: "ous", iveness: "ive", tional: "tion",
  biliti: "ble", lessli: "less", entli: "ent", ation: "ate", alism: "al", aliti: "al", ousli: "ous",
  iviti: "ive", fulli: "ful", enci: "ence", anci: "ance", abli: "able", izer: "ize", ator: "ate",
  alli: "al", bli: "ble", ogi: "og", li: "",
};
const STEP_3 = {
  ational: "ate", tional: "tion", alize: "al", icate: "ic", iciti: "ic", ative: "", ical: "ic",
  ness: "", ful: "",
};
const STEP_4 = Object.fromEntries(
  "ement ance ence able ible ment ant ent ism ate iti ous ive ize ion al er ic".split(" ").map((end) => [end, ""]),
);

const VOWEL = "[aeiouy]";
const SHORT_SYLLABLE = /(?:^[aeiouy][^aeiouy]|[^aeiouy][aeiouy][^aeiouywxY]|past)$/u;
const hasVowel = (part) => /[aeiouy]/u.test(part);
const after = (word, from) => word.slice(from).match(new RegExp(`^.*?${VOWEL}[^aeiouy]`, "u"))?.[0].length + from || word.length;

const replaceEnding = (word, endings, from, allowed = () => true) => {
  const end = Object.keys(endings).find((ending) => word.endsWith(ending));
  const start = word.length - (end?.length ?? 0);
  return end !== undefined && start >= from && allowed(end, word.slice(0, start))
    ? word.slice(0, start) + endings[end]
    : word;
};

const step1a = (word) => {
  if (word.endsWith("sses")) return word.slice(0, -2);
  if (/ie[ds]$/u.test(word)) return word.slice(0, word.length > 4 ? -2 : -1);
  return /[aeiouy].+s$/u.test(word) && !/[us]s$/u.test(word) ? word.slice(0, -1) : word;
};

const step1b = (word, r1) => {
  const eed = word.match(/eed(?:ly)?$/u);
  if (eed) return eed.index >= r1 ? word.slice(0, eed.index + 2) : word;
  if (/^[^aeiouy]ying$/u.test(word)) return `${word[0]}ie`;
  const stem = word.replace(/(?:ed|ing)(?:ly)?$/u, "");
  if (stem === word || !hasVowel(stem)) return word;
  if (/(?:at|bl|iz)$/u.test(stem)) return `${stem}e`;
  if (/(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/u.test(stem)) return /^[aeo]..$/u.test(stem) ? stem : stem.slice(0, -1);
  return r1 === stem.length && SHORT_SYLLABLE.test(stem) ? `${stem}e` : stem;
};

const step5 = (word, r1, r2) => {
  const last = word.length - 1;
  if (word[last] === "l" && last >= r2 && word[last - 1] === "l") return word.slice(0, -1);
  const cut = word[last] === "e" && (last >= r2 || (last >= r1 && !SHORT_SYLLABLE.test(word.slice(0, -1))));
  return cut ? word.slice(0, -1) : word;
};

/** The stem of a folded word; a word of any other script than a to z stays as it is. */
export const stem = (form) => {
  if (!HAS_STEM.test(form)) return form;
  if (Object.hasOwn(EXCEPTIONS, form)) return EXCEPTIONS[form];
  let word = form.replace(/^y/u, "Y").replace(/([aeiouy])y/gu, "$1Y");
  const r1 = word.match(WHOLE_REGION)?.[0].length ?? after(word, 0);
  const r2 = after(word, r1);
  word = step1a(word);
  if (INVARIANT.test(word)) return word;
  word = step1b(word, r1);
  word = word.replace(/(?<=.[^aeiouy])[yY]$/u, "i");
  word = replaceEnding(word, STEP_2, r1, (end, rest) =>
    end === "ogi" ? rest.endsWith("l") : end !== "li" || /[cdeghkmnrt]$/u.test(rest));
  word = replaceEnding(word, STEP_3, r1, (end, rest) => end !== "ative" || rest.length >= r2);
  word = replaceEnding(word, STEP_4, r2, (end, rest) => end !== "ion" || /[st]$/u.test(rest));
  return step5(word, r1, r2).toLowerCase();
};
