"""An independent answer to queries, from the source texts alone; it shares no code with the search."""

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

import regex
import snowballstemmer

STEM = cache(snowballstemmer.stemmer("english").stemWord)

# Stands where a hyphen at a line end may part a word or two words.
BROKEN = "\ue000"

LETTERS = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ß": "ss",
        "ı": "i",
        "ħ": "h",
        "ŧ": "t",
        "ς": "σ",
        "ک": "ك",
        "ی": "ي",
        "ى": "ي",
    }
)
UNSPACED = regex.compile(
    r"(?=\p{L})[\p{Han}\p{Hiragana}\p{Katakana}ー\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]\p{M}*"
)
FOLDED_MARKS = ("COMBINING", "ARABIC", "HEBREW")


@cache
def fold(text: str) -> str:
    """Fold case, accents, digits and numbers, drop apostrophes and what is not seen; dashes are white space.

    Quotation marks are alike, each character of a script without spaces stands alone.
    """
    text = regex.sub(r"&#?\w{1,31};", lambda match: html.unescape(match[0]), text)
    text = re.sub("[-‐‑¬\xad][^\\S\n]*\n\\s*", BROKEN, text)
    text = re.sub("[\xad\u200b\u200c\u200d\u2060\ufeff\u0640'’ʼ‘]", "", text)
    text = re.sub("[“”]", '"', text)
    text = re.sub(r"(?<!\d)(\d{1,3})([.,٬\xa0\u202f])(\d{3})(?:\2(\d{3}))?(?!\d|\2\d)", r"\1\3\4", text)
    text = re.sub(r"[-‐‑–—\s]+", " ", text)
    letters = map(_fold_letter, unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).lower()))
    return str(UNSPACED.sub(r" \g<0> ", "".join(letters))).translate(LETTERS)


def _fold_letter(char: str) -> str:
    name = unicodedata.name(char, "")
    if unicodedata.combining(char) and name.startswith(FOLDED_MARKS) and "VOICED" not in name:
        return ""
    if (digit := unicodedata.decimal(char, None)) is not None:
        return str(digit)
    return char


WORD = r"[\p{L}\p{N}\p{M}]"


def to_pattern(phrase: str) -> "regex.Pattern[str]":
    """Return what finds the words of a phrase in order, each whole.

    Punctuation that the phrase has must stand in the text; punctuation that it leaves out may.
    """
    parts = regex.findall(rf"{WORD}+|[^{WORD[1:-1]}\s]", fold(phrase), regex.V1)
    pattern = ""
    for before, part in zip(["", *parts], parts, strict=False):
        is_word, after_word = bool(regex.match(WORD, part)), bool(regex.match(WORD, before))
        if before:
            pattern += rf"[^{WORD[1:-1]}]" + ("+" if is_word and after_word else "*?")
        spelled = f"{BROKEN}?".join(map(re.escape, part))
        pattern += rf"(?<!{WORD}){spelled}(?!{WORD})" if is_word else re.escape(part)
    return regex.compile(pattern, regex.V1)


def find_phrase(phrase: str, texts: dict[str, Iterable[str]]) -> set[tuple[str, int]]:
    """Return every (name of article, number of paragraph) in which the phrase stands."""
    pattern = to_pattern(phrase)
    return {
        (name, number)
        for name, paragraphs in texts.items()
        for number, paragraph in enumerate(paragraphs, start=1)
        if pattern.search(fold(paragraph))
    }


def list_words(text: str) -> Iterator[str]:
    """Yield every word of an English text, and what it is found as besides: `trump` in `Trump’s`."""
    letters = r"[^\W_]+(?:['’][^\W_]+)*"
    for word in re.findall(rf"[^\W\d_](?:\.[^\W\d_])+(?![^\W_])|{letters}", text):
        yield fold(word.replace(".", ""))
        yield fold(re.sub(r"['’][sS]$|^[cdjlmnostCDJLMNOST]['’](?=..)", "", word))
    for before, after in re.findall(rf"(?<![^\W_])(?=({letters})-(?:[^\S\n]*\n\s*)?({letters}))", text):
        yield fold(before + after)


def find_stems(texts: dict[str, Iterable[str]]) -> dict[str, set[str]]:
    """Return for each stem the names of the English articles that have a word of it."""
    found: dict[str, set[str]] = {}
    for name, parts in texts.items():
        for word in {word for part in parts for word in list_words(part)}:
            found.setdefault(STEM(word), set()).add(name)
    return found
