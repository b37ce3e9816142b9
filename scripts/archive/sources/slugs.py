"""Slugs: the part of an article's address that stands for it, made of small letters, digits and hyphens."""

import re
import unicodedata
from collections.abc import Container
from itertools import count

LONGEST_SLUG = 60

# MkDocs shows a page of these names as the start page of its folder.
START_PAGES = frozenset({"index", "readme"})

# Letters that Unicode doesn't take apart into one of a to z and a mark.
_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)


def is_slug(value: str) -> bool:
    """Return whether a text is small letters and digits in groups joined by hyphens."""
    return bool(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value))


def to_slug(text: str) -> str:
    """Return the slug that a title or name makes, cut after a word; empty if it has no letter of a to z."""
    folded = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    plain = "".join(char for char in folded if not unicodedata.combining(char) and char not in "'’‘ʼ")
    # A slug that says half of the words in another script would say something else.
    if (
        sum(char.isalpha() and not char.isascii() for char in plain)
        > sum(char.isascii() for char in plain) / 2
    ):
        return ""
    words = re.findall(r"[a-z0-9]+", plain)
    slug = ""
    for word in words:
        longer = f"{slug}-{word}" if slug else word[:LONGEST_SLUG]
        if len(longer) > LONGEST_SLUG:
            break
        slug = longer
    return f"{slug}-text" if slug in START_PAGES else slug


def to_free_slug(slug: str, taken: Container[str]) -> str:
    """Return the slug, or with the first number behind it that makes it unlike all others."""
    if slug not in taken:
        return slug
    for number in count(2):
        end = f"-{number}"
        numbered = slug[: LONGEST_SLUG - len(end)].rstrip("-") + end
        if numbered not in taken:
            return numbered
    raise AssertionError
