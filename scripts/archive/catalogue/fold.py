"""Words of a text as the search compares them, by the table that the browser reads too.

The table is docs/assets/search/folding.json: patterns in the syntax that `regex` (V1) and browsers (flag v)
share, and letters. What of Latin has a capital and isn't decomposed by Unicode is spelt as anyascii spells
it (https://pypi.org/project/anyascii/). How the table is applied stands here and in
docs/assets/search/fold.js; tests/test_stem.py compares both.
"""

import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from html import unescape
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple
from unicodedata import decimal

import regex

TABLE = json.loads(
    (Path(__file__).resolve().parents[3] / "docs" / "assets" / "search" / "folding.json").read_text("utf-8")
)


def _compile(pattern: str) -> regex.Pattern[str]:
    """Compile a pattern of the table; names that it holds in `<>` stand for others."""
    for name, part in reversed(TABLE["names"].items()):
        pattern = pattern.replace(f"<{name}>", part)
    return regex.compile(pattern, regex.VERSION1)


_WORD = _compile("|".join(TABLE["words"]))
_INITIAL = _compile(TABLE["initial"])
_ACRONYM = _compile(TABLE["acronym"])
_NOTE = _compile(TABLE["note"])
_RUNS = {name: _compile(pattern) for name, pattern in TABLE["runs"].items()}
_HYPHENATED = _compile(TABLE["hyphenated"])
_BROKEN = _compile(TABLE["broken"])
_POSSESSIVE = _compile(TABLE["possessive"])
_ELIDED = _compile(TABLE["elided"])
_ENTITY = _compile(TABLE["entity"])
_DROPPED = _compile(TABLE["dropped"])
_SPELLINGS = str.maketrans(TABLE["spellings"])


class _Letters(dict[int, str]):
    """What stands in the place of letters, and of digits of any script once a text has them."""

    def __missing__(self, code: int) -> str:
        """Return a character that is no letter of the table: a digit as a plain one, or as it is."""
        self[code] = str(decimal(chr(code), chr(code)))
        return self[code]


_LETTERS = _Letters((ord(letter), to) for to, letters in TABLE["letters"].items() for letter in letters)

# Most texts have neither initials nor a number with a space: that is told by one quick look.
_HINT = re.compile(r"\b[^\W\d_][\u0300-\u036f]*(?:\.\s*[-‐‑]?|\s+)[^\W\d_](?![^\W\d_])|\d\s\d{3}")

# Of a row of initials, so many are read together beside all of them: `R. R.` of `J. R. R.`
_MOST_INITIALS = 4


class Forms(NamedTuple):
    """The forms that spell a word, that of it without an elided word before it, and what else it is found as.

    `Größe` has the forms `grosse` and `groesse`, `US` those of `us` and `U.S.`; `l’eau` is found as `eau`,
    in quotation marks too; `Trump’s` as `trump`, but not in quotation marks.
    """

    forms: tuple[str, ...] = ()
    elided: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


class Token(NamedTuple):
    """A word of a text, and where it stands; a `note` is a figure that a reader may leave out of a phrase."""

    read: Forms
    start: int
    end: int
    note: bool


class Edge(NamedTuple):
    """Words of a text that can be read as one: the number of the first, how many, and the form they have.

    `exact` tells whether a phrase in quotation marks may read them so.
    """

    first: int
    size: int
    form: str
    exact: bool


def fold(text: str) -> str:
    """Fold case, accents, digits and letters of many kinds; nothing but plain letters and digits is left."""
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).lower())
    return str(_DROPPED.sub("", decomposed)).translate(_LETTERS)


@cache
def list_forms(word: str) -> Forms:
    """Return under what a word is found; nothing if it has neither letter nor digit."""
    form = fold(word)
    if not form:
        return Forms()
    lower = unicodedata.normalize("NFC", word).lower()
    spelt = fold(lower.translate(_SPELLINGS))
    dotted = "".join(f"{fold(letter)}." for letter in word) if _ACRONYM.fullmatch(word) else form
    elided, others = (
        (fold(part.sub("", lower)),) if part.search(lower) else () for part in (_ELIDED, _POSSESSIVE)
    )
    return Forms(tuple(dict.fromkeys((form, spelt, dotted))), elided, others)


def decode_entities(text: str) -> str:
    """Return a text with the characters that HTML's entities in it stand for."""
    return str(_ENTITY.sub(lambda match: unescape(match[0]), text)) if "&" in text else text


def find_tokens(text: str) -> list[Token]:
    """Return the words of a text whose entities are decoded, in order."""
    found = ((match, list_forms(match[0])) for match in _WORD.finditer(text))
    return [
        Token(read, *match.span(), _is_note(text, *match.span(), first))
        for first, (match, read) in enumerate((match, read) for match, read in found if read.forms)
    ]


def _is_note(text: str, start: int, end: int, first: int) -> bool:
    note = _NOTE.match(text, start) if first > 0 and text[start].isdigit() else None
    return note is not None and note.end() == end


def find_edges(text: str, tokens: Sequence[Token]) -> list[Edge]:
    """Return which words of a text can be read as one."""
    return [*_find_joints(text, tokens), *_find_runs(text, tokens)]


def _find_joints(text: str, tokens: Sequence[Token]) -> Iterator[Edge]:
    """Yield what words give that hyphens part: each two, and all of a row."""
    row, begun, exact = "", 0, True
    for number, (one, other) in enumerate(pairwise(tokens)):
        gap = text[one.end : other.start]
        # The stop of an initial is no part of what stands between words.
        gap = gap.removeprefix(".") if _INITIAL.fullmatch(text, one.start, one.end) else gap
        broken = _BROKEN.fullmatch(gap) is not None
        if not broken and not _HYPHENATED.fullmatch(gap):
            row = ""
            continue
        forms = one.read.forms[0], other.read.forms[0]
        if not row:
            begun, row, exact = number, forms[0], True
        row += forms[1]
        exact = exact and broken
        yield Edge(number, 2, fold("".join(forms)), broken)
        if number > begun:
            yield Edge(begun, number + 2 - begun, fold(row), exact)


def _find_runs(text: str, tokens: Sequence[Token]) -> Iterator[Edge]:
    """Yield what initials, a number with spaces, and a capital that stands apart give."""
    for name, run in _RUNS.items():
        for match in run.finditer(text):
            at = [n for n, token in enumerate(tokens) if match.start() <= token.start < match.end()]
            forms = [tokens[number].read.forms[0] for number in at]
            if name == "initials" and at:
                yield from _find_initials(at[0], forms)
            elif len(at) == 2 or name == "number":  # noqa: PLR2004
                yield Edge(at[0], len(at), fold("".join(forms)), exact=True)


def _find_initials(first: int, letters: Sequence[str]) -> Iterator[Edge]:
    count = len(letters)
    for size in range(2, count + 1):
        for at in range(count - size + 1):
            if size <= _MOST_INITIALS or size == count:
                dotted = "".join(f"{letter}." for letter in letters[at : at + size])
                yield Edge(first + at, size, dotted, exact=True)
    yield Edge(first, count, fold("".join(letters)), exact=False)


def find_seams(text: str) -> list[tuple[int, int]]:
    """Return the parts of a text that are read as one in spite of white space in them, in order."""
    found = [_BROKEN.finditer(text)] if "\n" in text else []
    if _HINT.search(text):
        found += [_RUNS["initials"].finditer(text), _RUNS["number"].finditer(text)]
    spans = [match.span() for matches in found for match in matches]
    capital = _RUNS["capital"].match(text)
    return sorted([*spans, capital.span()] if capital else spans)


def find_words(text: str) -> list[str]:
    """Return the words of a text, in order, as it spells them."""
    return [match[0] for match in _WORD.finditer(text)]
