"""Names that a text prints: of people, places and bodies, as far as the words around them tell which."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, partial
from itertools import islice
from zoneinfo import available_timezones

import regex

from archive.adding.drafting.calendar import list_locales, list_months, list_weekdays
from archive.adding.drafting.observation import Observation
from archive.adding.drafting.patterns import find_opening
from archive.adding.drafting.rules import compile_rules
from archive.sources.lines import parse_line_range
from archive.sources.paragraphs import flatten
from archive.sources.plain_yaml import Plain
from archive.sources.printed import find_paragraphs

UNSURE = "unsure"
_rule = partial(compile_rules, "names")
_MOST_NAMES = 40
# As many characters beside a name tell what it is of.
_BESIDE = 60
# Capitals of any script begin names; apostrophes, hyphens and initials are parts of them.
_PART = r"(?:\p{Lu}[\p{L}\p{M}]*(?:[’'-]\p{L}[\p{L}\p{M}]*)*|\p{Lu}\.)"
_LINK = r"(?:(?:of|the|de|del|la|le|du|des|da|do|di|van|von|der|den|und|y|&|al|bin) )"
_NAME = regex.compile(rf"(?<![\p{{L}}\p{{N}}’'-]){_PART}(?: {_LINK}{{0,2}}{_PART})*")
_ENDS_SENTENCE = regex.compile(r"(?:^|[.!?…:;*•]|[.!?,…:]?[\"“”«»‘(—–>\[-])\s*[\"“”«»‘'(]*\s*$")


def list_names(seen: Observation, furniture: Sequence[Plain]) -> Iterator[tuple[str, list[Plain]]]:
    """Yield the names of each group in the order in which they first stand, and those of no sure one."""
    kinds: dict[str, Counter[str]] = {}
    for text in list_texts(seen, furniture):
        for name, kind in find_names(text, seen.language):
            kinds.setdefault(name, Counter())[kind] += 1
    for group in ("people", "places", "bodies", UNSURE):
        names: Iterator[Plain] = (name for name, found in kinds.items() if to_group(name, found) == group)
        yield group, list(islice(names, _MOST_NAMES))


def to_group(name: str, found: Counter[str]) -> str | None:
    """Return what a name is of, by what it seems to be each time; None if it may be an ordinary word."""
    known = [kind for kind in found if kind != UNSURE]
    if len(known) == 1:
        return known[0]
    return UNSURE if " " in name or known or found[UNSURE] > 1 else None


def propose_place(seen: Observation) -> Plain | None:
    """Return the place of the dateline as a name with the forms that the text prints."""
    for line in seen.body[:1]:
        openings = (find_opening(opener, line.text, seen.language) for opener in ("dateline", "place"))
        printed = next((found.place for found in openings if found and found.place), "")
        place = printed.split(",")[0].strip(" .")
        forms: list[Plain] = [
            form
            for form in dict.fromkeys((place, place.title()))
            if form and find_paragraphs([form], seen.paragraphs)
        ]
        return {"name": place.title(), "printed": forms} if forms else None
    return None


def list_texts(seen: Observation, furniture: Sequence[Plain]) -> Iterator[str]:
    """Yield what names may stand in: paragraphs without page furniture; of lines kept as typed, each."""
    ranges = [parse_line_range(str(item["line"])) for item in furniture if isinstance(item, dict)]
    labelled = {line for lines in ranges for line in lines.to_range()}
    for paragraph in seen.paragraphs:
        if not labelled.intersection(paragraph.lines):
            yield from map(flatten, paragraph.text.split("\n")) if paragraph.kept else [paragraph.flat]


def find_names(text: str, language: str) -> Iterator[tuple[str, str]]:
    """Yield each name of a paragraph with what it is of."""
    if text.isupper():
        return
    ordinary = list_weekdays(language) | list_months(language).keys()
    for match in _NAME.finditer(text):
        name, start = match[0], match.start()
        if _ENDS_SENTENCE.search(text[max(0, start - _BESIDE) : start]):
            name, start = drop_first_word(name, start, text, language)
        titled = _rule("titles", language).match(name)
        if titled:
            name, start = name[titled.end() :], start + titled.end()
        words = name.split()
        is_name = words and words[0].casefold() not in ordinary
        if is_name and not all(map(_rule("no names", language).fullmatch, words)):
            before, after = text[max(0, start - _BESIDE) : start], text[match.end() : match.end() + _BESIDE]
            yield name, find_kind(name, before, after, language, titled=bool(titled))


def drop_first_word(name: str, start: int, text: str, language: str) -> tuple[str, int]:
    """Return a name at the start of a sentence without a first word that may be an ordinary one."""
    first, _, rest = name.partition(" ")
    is_ordinary = (
        _rule("no names", language).fullmatch(first)
        or _rule("titles", language).match(f"{rest} ")
        or regex.search(rf"[a-zà-ÿ] {regex.escape(first)}\b", text)
    )
    if not rest:
        return "", start
    return (
        (rest, start + len(first) + 1)
        if is_ordinary or _rule("titles", language).match(f"{rest} ")
        else (name, start)
    )


def find_kind(name: str, before: str, after: str, language: str, *, titled: bool) -> str:
    """Return what a name is of, by its own words and those beside it."""
    words = name.split()
    if _rule("bodies", language).search(name) and len(words) > 1:
        return "bodies"
    if name in list_places(language):
        return "places"
    is_full = len(words) > 1 and not any(word in {"of", "the", "and", "&"} for word in words)
    titled = titled or bool(_rule("after a person", language).match(after))
    is_person = titled or _rule("before a person", language).search(before)
    return "people" if is_full and is_person else UNSURE


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
