"""Names that a text prints: of people, places and bodies, as far as the words around them tell which."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from zoneinfo import available_timezones

import regex

from archive.adding.drafting.calendar import list_locales, list_months, list_weekdays
from archive.adding.drafting.name_words import (
    AFTER_PERSON,
    BEFORE_PERSON,
    BODIES,
    ENDS_SENTENCE,
    NO_NAMES,
    OPENINGS,
    TITLES,
)

MOST_NAMES = 40
# As many characters beside a name tell what it is of.
_BESIDE = 60

# Capitals of any script begin names; apostrophes, hyphens and initials are parts of them.
_WORD = r"(?:\p{Lu}[\p{L}\p{M}]*(?:[’'-]\p{L}[\p{L}\p{M}]*)*)"
_INITIAL = r"(?:\p{Lu}\.)"
_LINK = r"(?:(?:of|the|de|del|la|le|du|des|da|do|di|van|von|der|den|und|y|&|al|bin) )"
_NAME = regex.compile(
    rf"(?<![\p{{L}}\p{{N}}’'-])(?:{_WORD}|{_INITIAL})(?: {_LINK}{{0,2}}(?:{_WORD}|{_INITIAL}))*"
)


@dataclass(frozen=True)
class Names:
    """Names by what they are of; of those in `unsure`, the words around them don't tell."""

    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()


def find_names(texts: Iterable[str], language: str) -> Names:
    """Return the names in the paragraphs of a text, each group in the order in which they first stand."""
    kinds: dict[str, Counter[str]] = {}
    for text in texts:
        for name, kind in list_names(text, language):
            kinds.setdefault(name, Counter())[kind] += 1
    groups: dict[str, list[str]] = {"people": [], "places": [], "bodies": [], "unsure": []}
    for name, found in kinds.items():
        known = [kind for kind in found if kind != "unsure"]
        if len(known) == 1:
            groups[known[0]].append(name)
        elif " " in name or known or found["unsure"] > 1:
            groups["unsure"].append(name)
    return Names(**{group: tuple(names[:MOST_NAMES]) for group, names in groups.items()})


def list_names(text: str, language: str) -> Iterable[tuple[str, str]]:
    """Yield each name of a paragraph with what it is of."""
    if text.isupper():
        return
    ordinary = list_weekdays(language) | list_months(language).keys()
    for match in _NAME.finditer(text):
        name, start = match[0], match.start()
        if ENDS_SENTENCE.search(text[max(0, start - _BESIDE) : start]):
            name, start = drop_first_word(name, start, text)
        titled = TITLES.match(name)
        if titled:
            name, start = name[titled.end() :], start + titled.end()
        words = name.split()
        if (
            not words
            or words[0].casefold() in ordinary
            or all(word in NO_NAMES or word.casefold() in OPENINGS for word in words)
        ):
            continue
        before, after = text[max(0, start - _BESIDE) : start], text[match.end() : match.end() + _BESIDE]
        yield name, find_kind(name, before, after, language, titled=bool(titled))


def drop_first_word(name: str, start: int, text: str) -> tuple[str, int]:
    """Return a name at the start of a sentence without a first word that may be an ordinary one."""
    first, _, rest = name.partition(" ")
    is_ordinary = first.casefold() in OPENINGS or re.search(rf"[a-zà-ÿ] {re.escape(first)}\b", text)
    if not rest:
        return "", start
    return (rest, start + len(first) + 1) if is_ordinary or TITLES.match(f"{rest} ") else (name, start)


def find_kind(name: str, before: str, after: str, language: str, *, titled: bool) -> str:
    """Return what a name is of, by its own words and those beside it."""
    words = name.split()
    if BODIES.search(name) and len(words) > 1:
        return "bodies"
    if name in list_places(language):
        return "places"
    is_full = len(words) > 1 and not any(word in {"of", "the", "and", "&"} for word in words)
    if is_full and (titled or AFTER_PERSON.match(after) or BEFORE_PERSON.search(before)):
        return "people"
    return "unsure"


@cache
def list_places(language: str) -> frozenset[str]:
    """Return names of countries in the language of a text, and of cities that give time zones their names."""
    countries = {
        name
        for locale in list_locales(language)[:2]
        for code, name in locale.territories.items()
        if not code.isdecimal()
    }
    zones = {
        zone.rpartition("/")[2].replace("_", " ") for zone in available_timezones() if zone.count("/") == 1
    }
    return frozenset(
        countries | {zone for zone in zones if zone.isascii() and not zone.isupper() and "+" not in zone}
    )
