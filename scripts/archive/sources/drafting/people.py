"""Names that a text prints: of people, places and bodies, as far as the words around them tell which."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from zoneinfo import available_timezones

import regex

from archive.sources.drafting.calendar import list_locales, list_months, list_weekdays

MOST_NAMES = 40

# Capitals of any script begin names; apostrophes, hyphens and initials are parts of them.
_WORD = r"(?:\p{Lu}[\p{L}\p{M}]*(?:[’'-]\p{L}[\p{L}\p{M}]*)*)"
_INITIAL = r"(?:\p{Lu}\.)"
_LINK = r"(?:(?:of|the|de|del|la|le|du|des|da|do|di|van|von|der|den|und|y|&|al|bin) )"
_NAME = regex.compile(
    rf"(?<![\p{{L}}\p{{N}}’'-])(?:{_WORD}|{_INITIAL})(?: {_LINK}{{0,2}}(?:{_WORD}|{_INITIAL}))*"
)

_TITLES = re.compile(
    r"(?:Mrs?|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Rev|Father|Sister|Judge|Justice|Mayor|Councill?or"
    r"|Councilman|Councilwoman|Cllr|Coach|Captain|Capt|Sergeant|Sgt|Lt|Lieutenant|Colonel|Col|General|Gen"
    r"|President|Senator|Sen|Rep|Governor|Gov|Minister|Secretary|Chancellor|Bishop|Archbishop|Pope|King"
    r"|Queen|Prince|Princess|Herr|Frau|Señor|Señora|Don|Doña|Monsieur|Madame|Bürgermeister|Chief|Officer"
    r"|Inspector|Detective|Constable|Ambassador)\.? "
)
_SAID = r"(?:said|says|told|added|adding|explained|asked|replied|wrote|argued|recalled|warned|insisted)"
_AFTER_PERSON = re.compile(rf"(?:,)? (?:{_SAID}\b|who\b|whose\b|aged \d)|, (?:\d\d,|{_SAID}\b|who\b)")
_BEFORE_PERSON = re.compile(
    rf"(?:[”\"],? {_SAID}|\b{_SAID} the [a-zà-ÿ ]{{3,30}},|\b(?:dijo|explicó|anunció|dit|sagte)) $"
)
_BODIES = re.compile(
    r"\b(?:Agency|Association|Authority|Bank|Board|Bureau|Centre|Center|Church|Club|College|Commission|Committee"
    r"|Company|Congress|Co-?operative|Corporation|Council|Court|Department|Ferries|Federation|Foundation|Fund"
    r"|Gazette|Government|Group|Hospital|Inc|Institute|League|Ltd|Ministry|Museum|Office|Parliament|Partnership"
    r"|Party|Police|Railway|School|Senate|Service|Society|Trust|Union|University|Ayuntamiento|Diputación"
    r"|Universidad|Ministerio|Gesellschaft|Verein)\b\.?"
)
# Words that begin with a capital for what they are, and are no names.
_NO_NAMES = frozenset(["I", "I'm", "I’m", "I've", "I’ve", "I'd", "I’d", "I'll", "I’ll", "OK"])
_ENDS_SENTENCE = re.compile(r"(?:^|[.!?…:;*•]|[.!?,…:]?[\"“”«»‘(—–>\[-])\s*[\"“”«»‘'(]*\s*$")


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
        if _ENDS_SENTENCE.search(text[:start]):
            name, start = drop_first_word(name, start, text)
        titled = _TITLES.match(name)
        if titled:
            name, start = name[titled.end() :], start + titled.end()
        words = name.split()
        if (
            not words
            or words[0].casefold() in ordinary
            or all(word in _NO_NAMES or word.casefold() in _list_openings() for word in words)
        ):
            continue
        yield name, find_kind(name, text[:start], text[match.end() :], language, titled=bool(titled))


def drop_first_word(name: str, start: int, text: str) -> tuple[str, int]:
    """Return a name at the start of a sentence without a first word that may be an ordinary one."""
    first, _, rest = name.partition(" ")
    is_ordinary = first.casefold() in _list_openings() or re.search(rf"[a-zà-ÿ] {re.escape(first)}\b", text)
    if not rest:
        return "", start
    return (rest, start + len(first) + 1) if is_ordinary or _TITLES.match(f"{rest} ") else (name, start)


def find_kind(name: str, before: str, after: str, language: str, *, titled: bool) -> str:
    """Return what a name is of, by its own words and those beside it."""
    words = name.split()
    if _BODIES.search(name) and len(words) > 1:
        return "bodies"
    if name in list_places(language):
        return "places"
    is_full = len(words) > 1 and not any(word in {"of", "the", "and", "&"} for word in words)
    if is_full and (titled or _AFTER_PERSON.match(after) or _BEFORE_PERSON.search(before)):
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


@cache
def _list_openings() -> frozenset[str]:
    """Return words with which sentences begin and names don't."""
    return frozenset(
        [
            "a",
            "after",
            "all",
            "although",
            "an",
            "and",
            "another",
            "any",
            "as",
            "at",
            "because",
            "before",
            "both",
            "but",
            "by",
            "each",
            "even",
            "every",
            "few",
            "for",
            "from",
            "he",
            "her",
            "here",
            "his",
            "how",
            "if",
            "in",
            "into",
            "it",
            "its",
            "last",
            "like",
            "many",
            "more",
            "most",
            "mr",
            "my",
            "next",
            "no",
            "nobody",
            "not",
            "now",
            "of",
            "on",
            "once",
            "one",
            "only",
            "or",
            "our",
            "out",
            "over",
            "she",
            "since",
            "so",
            "some",
            "such",
            "than",
            "that",
            "the",
            "their",
            "then",
            "there",
            "these",
            "they",
            "this",
            "those",
            "though",
            "thus",
            "yesterday",
            "today",
            "tomorrow",
            "later",
            "earlier",
            "to",
            "two",
            "under",
            "until",
            "we",
            "what",
            "when",
            "where",
            "which",
            "while",
            "who",
            "why",
            "will",
            "with",
            "yet",
            "you",
            "your",
            "three",
            "four",
            "el",
            "la",
            "los",
            "las",
            "un",
            "una",
            "en",
            "con",
            "por",
            "para",
            "según",
            "der",
            "die",
            "das",
            "ein",
            "eine",
            "im",
            "am",
            "in",
            "le",
            "les",
            "une",
            "des",
            "dans",
        ]
    )
