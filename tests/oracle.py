"""An independent answer to phrase queries, from the source files alone; it shares no code with the search."""

import re
import unicodedata
from collections.abc import Iterable


def fold(text: str) -> str:
    """Fold case and accents; drop apostrophes, make quotation marks alike, and dashes white space."""
    text = re.sub("['’ʼ‘]", "", text)
    text = re.sub("[“”]", '"', text)
    text = re.sub(r"[-‐–—\s]+", " ", text)
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(char for char in decomposed if not unicodedata.combining(char)).lower()


def to_pattern(phrase: str) -> re.Pattern[str]:
    """Return what finds the words of a phrase in order, each whole.

    Punctuation that the phrase has must stand in the text; punctuation that it leaves out may.
    """
    parts = re.findall(r"[^\W_]+|[^\w\s]|_", fold(phrase))
    pattern = ""
    for before, part in zip(["", *parts], parts, strict=False):
        is_word, after_word = part.isalnum(), before.isalnum()
        if is_word and after_word:
            pattern += r"[\W_]+"
        elif before:
            pattern += r"[\W_]*?"
        pattern += rf"(?<![^\W_]){re.escape(part)}(?![^\W_])" if is_word else re.escape(part)
    return re.compile(pattern)


def find_phrase(phrase: str, texts: dict[str, Iterable[str]]) -> set[tuple[str, int]]:
    """Return every (name of article, number of paragraph) in which the phrase stands."""
    pattern = to_pattern(phrase)
    return {
        (name, number)
        for name, paragraphs in texts.items()
        for number, paragraph in enumerate(paragraphs, start=1)
        if pattern.search(fold(paragraph))
    }
