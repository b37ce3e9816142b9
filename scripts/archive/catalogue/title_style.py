"""Titles as the styles of citation ask: headline style, sentence style, quotation marks by turns."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from babel.dates import get_day_names, get_month_names

# Articles, conjunctions and prepositions stay small in headline style: Chicago 8.159 (17th edition, which the
# official style goes by) and MLA 2.90. A word of the list stands capitalized at either end.
_SMALL = frozenset(
    re.split(
        r"\s+",
        """a an the and but for nor or so yet as if about above across after against along among around at
        before behind below beneath beside besides between beyond by concerning despite down during
        except from in inside into like near of off on onto out outside over past per since than through
        throughout till to toward towards under underneath until unto up upon versus via vs vs. with
        within without""",
    )
)
_DOUBLE, _SINGLE = ("“", "”"), ("‘", "’")
_CLOSES = dict((_DOUBLE, _SINGLE))
# A sentence within the title ends, but not at `vs.` or `U.S.`
_ENDS = re.compile(r"[:?!][”’\"']*$|(?:^|\W)(?!vs)[a-z]+\.$")
# What stands between hyphens and dashes, without marks before it.
_PART = re.compile(r"(?P<before>^[^\w]*|[-–—][^\w]*)(?P<part>[^-–—]+)")
# A mark opens where no word stands before it.
_STRAIGHT_DOUBLE, _STRAIGHT_SINGLE = (
    re.compile(r'(?<![^\s(\[{—–-])"(?=\S)'),
    re.compile(r"(?<![^\s(\[{—–\"“-])'(?=[^\s\d])"),
)
_WORD = re.compile(r"[^\W_]+(?:[.’'-][^\W_]+)*\.?")
_CAPITAL_WITHIN = re.compile(r"(?<=[^\W_][ ,;])\s?([^\W\d_a-z][^\W_]*(?:[.’'-][^\W_]+)*\.?)")
_BEGINS = re.compile(r"(?:^|[.?!:—–]\s*|\s[-–—]\s*)[“‘\"'(\[]*$")


def is_english(language: str) -> bool:
    """Return whether the capitals of a title follow English usage."""
    return language.split("-", maxsplit=1)[0].lower() == "en"


def to_headline_style(title: str, language: str) -> str:
    """Return an English title with a capital to each word that is not small; any other as it stands.

    A word with a capital of its own keeps its letters: `iPhone`, `L.A.`; so does a title in capitals alone.
    """
    if not is_english(language) or title.isupper():
        return title
    words = title.split(" ")
    last = len(words) - 1
    shown = [
        capitalize(word, keep_small=0 < index < last and not _ENDS.search(words[index - 1]))
        for index, word in enumerate(words)
    ]
    return " ".join(shown)


def capitalize(word: str, *, keep_small: bool) -> str:
    """Return a word with a capital to it and to each part after a hyphen; what is small may stay so."""

    def raise_first(match: re.Match[str]) -> str:
        part = match["part"]
        is_small = part.lower() in _SMALL and (keep_small or match.start() > 0)
        shown = part.lower() if is_small else part[:1].upper() + part[1:]
        return match["before"] + (shown if is_small or part == part.lower() else part)

    return _PART.sub(raise_first, word)


def to_sentence_style(title: str, language: str, names: Iterable[str], text: str) -> str:
    """Return an English title with a capital where a sentence has one; any other as it stands: APA 6.17.

    A word keeps its capital at the beginning, in a name that the record has, and where the text prints it
    with one within a sentence and nowhere without.
    """
    if not is_english(language):
        return title
    kept = {"I", *_calendar_words(), *(word for name in names for word in _WORD.findall(name))}

    def lower(match: re.Match[str]) -> str:
        word = match[0]
        is_mixed = word != word[:1] + word[1:].lower()
        is_kept = is_mixed or word in kept or word.startswith(("I’", "I'"))
        if word.islower() or is_kept or _BEGINS.search(title[: match.start()]):
            return word
        # Last, since it reads the whole text.
        return word if word in find_capitalised(text) else word.lower()

    return _WORD.sub(lower, title)


@lru_cache(maxsize=1)
def find_capitalised(text: str) -> set[str]:
    """Return the words that a text prints with a capital within a sentence, and nowhere without."""
    words = {word.rstrip(".") for word in _WORD.findall(text)}
    return {word for word in _CAPITAL_WITHIN.findall(text) if word.lower().rstrip(".") not in words}


@cache
def _calendar_words() -> frozenset[str]:
    months, days = get_month_names("wide", locale="en"), get_day_names("wide", locale="en")
    return frozenset([*months.values(), *days.values()])


def typeset(title: str, depth: int = 0) -> str:
    """Return a title with curved quotation marks, double and single by turns from a depth on.

    Marks that don't pair, as those of another language may, are left as they are.
    """
    curved = _STRAIGHT_DOUBLE.sub("“", _STRAIGHT_SINGLE.sub("‘", title)).replace('"', "”").replace("'", "’")
    marks: list[str] = []
    shown = []
    for index, char in enumerate(curved):
        if char in "“‘":
            marks.append(char)
            shown.append((_DOUBLE, _SINGLE)[(depth + len(marks) - 1) % 2][0])
        elif (
            marks
            and char == _CLOSES[marks[-1]]
            and not (char == "’" and curved[index + 1 : index + 2].isalnum())
        ):
            marks.pop()
            shown.append((_DOUBLE, _SINGLE)[(depth + len(marks)) % 2][1])
        elif char == "”":
            return curved
        else:
            shown.append(char)
    return curved if marks else "".join(shown)
