"""Words of a text as the search compares them, by the table that the browser reads too.

The table is docs/assets/search/folding.json: patterns in the syntax that `regex` (V1) and browsers (flag v)
share, and letters. What of Latin has a capital and isn't decomposed by Unicode is spelt as anyascii spells
it (https://pypi.org/project/anyascii/); the zeros are those of Unicode's decimal digits. How the table is
applied stands here and in docs/assets/search/fold.js; tests/test_stem.py compares both.
"""

import json
import unicodedata
from functools import cache
from html import unescape
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import regex

_TABLE = json.loads(
    (Path(__file__).resolve().parents[3] / "docs" / "assets" / "search" / "folding.json").read_text("utf-8")
)


def _compile(pattern: str) -> regex.Pattern[str]:
    """Compile a pattern of the table; names that it holds in `<>` stand for others."""
    for name, part in reversed(_TABLE["names"].items()):
        pattern = pattern.replace(f"<{name}>", part)
    return regex.compile(pattern, regex.VERSION1)


_WORD = _compile("|".join(_TABLE["words"]))
_HYPHENATED = _compile(_TABLE["hyphenated"])
_BROKEN = _compile(_TABLE["broken"])
_PARTS = [_compile(pattern) for pattern in _TABLE["parts"]]
_ENTITY = _compile(_TABLE["entity"])
_DROPPED = _compile(_TABLE["dropped"])
_SPELLINGS = str.maketrans(_TABLE["spellings"])
_LETTERS = str.maketrans(
    {letter: to for to, letters in _TABLE["letters"].items() for letter in letters}
    | {chr(ord(zero) + digit): str(digit) for zero in _TABLE["zeros"] for digit in range(10)}
)


class Token(NamedTuple):
    """A word: the forms that spell it, the others under which it is found, and where it stands.

    `Größe` has the forms `grosse` and `groesse`; `Trump’s` is found as `trump` too, `L.A.` as `la`.
    """

    forms: tuple[str, ...]
    others: tuple[str, ...]
    start: int
    end: int


def fold(text: str) -> str:
    """Fold case, accents, digits and letters of many kinds; nothing but plain letters and digits is left."""
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).lower())
    return str(_DROPPED.sub("", decomposed)).translate(_LETTERS)


@cache
def list_forms(word: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the forms that spell a word, and the others under which it is found; none if nothing is left."""
    form = fold(word)
    if "." in word and not "0" <= form[:1] <= "9":
        return ("".join(f"{fold(letter)}." for letter in word.replace(".", "")),), (form,)
    lower = unicodedata.normalize("NFC", word).lower()
    spelt = fold(lower.translate(_SPELLINGS))
    forms = (form,) if spelt == form else (form, spelt)
    others = tuple(fold(part.sub("", lower)) for part in _PARTS if part.search(lower))
    return (forms, others) if form else ((), ())


def decode_entities(text: str) -> str:
    """Return a text with the characters that HTML's entities in it stand for."""
    return str(_ENTITY.sub(lambda match: unescape(match[0]), text)) if "&" in text else text


def find_tokens(text: str) -> list[Token]:
    """Return the words of a text whose entities are decoded, in order."""
    found = ((match.span(), list_forms(match[0])) for match in _WORD.finditer(text))
    return [Token(*forms, *span) for span, forms in found if forms[0]]


def find_joined(text: str) -> list[tuple[int, str, bool]]:
    """Return what two words give that a hyphen parts: which word, their form, and if a line ends there."""
    tokens = find_tokens(text)
    gaps = ((text[a.end : b.start], a, b) for a, b in pairwise(tokens))
    return [
        (number, fold(a.forms[0] + b.forms[0]), broken)
        for number, (gap, a, b) in enumerate(gaps)
        if (broken := bool(_BROKEN.fullmatch(gap))) or _HYPHENATED.fullmatch(gap)
    ]


def find_words(text: str) -> list[str]:
    """Return the words of a text, in order, as it spells them."""
    return [match[0] for match in _WORD.finditer(text)]


def has_broken_words(text: str) -> bool:
    """Return whether a text whose entities are decoded has a word that is broken at a line end."""
    return "\n" in text and _BROKEN.search(text) is not None
