"""Names that a text prints: of people, places and bodies, as far as the words around them tell which."""

from collections import Counter
from collections.abc import Container, Iterator
from functools import cache, partial
from zoneinfo import available_timezones

import regex

from archive.adding.drafting.observation import Observation
from archive.adding.drafting.patterns import find_opening
from archive.adding.drafting.rules import compile_rules, list_locales, list_months, list_weekdays
from archive.sources.paragraphs import flatten
from archive.sources.plain_yaml import Plain
from archive.sources.printed import find_paragraphs
from archive.sources.table import GROUPS

UNSURE = "unsure"
_rule = partial(compile_rules, "names")
_MOST_NAMES = 40
_OF_NO_PERSON = frozenset({"of", "the", "and", "&"})
# As many characters beside a name tell what it is of.
_BESIDE = 60
# Capitals of any script begin names; apostrophes, hyphens and initials are parts of them.
_PART = r"(?:\p{Lu}[\p{L}\p{M}]*(?:[’'-]\p{L}[\p{L}\p{M}]*)*|\p{Lu}\.)"
_LINK = r"(?:(?:of|the|de|del|la|le|du|des|da|do|di|van|von|der|den|und|y|&|al|bin) )"
_NAME = regex.compile(rf"(?<![\p{{L}}\p{{N}}’'-]){_PART}(?: {_LINK}{{0,2}}{_PART})*")
_ENDS_SENTENCE = regex.compile(r"(?:^|[.!?…:;*•]|[.!?,…:]?[\"“”«»‘(—–>\[-])\s*[\"“”«»‘'(]*\s*$")


def find_names(seen: Observation, labelled: Container[int]) -> dict[str, list[Plain]]:
    """Return the names of each group in the order in which they first stand, and those of no sure one.

    What stands in a line that is `labelled` as page furniture isn't looked at.
    """
    kinds: dict[str, Counter[str]] = {}
    for paragraph in seen.paragraphs:
        if not any(line in labelled for line in paragraph.lines):
            texts = map(flatten, paragraph.text.split("\n")) if paragraph.kept else [paragraph.flat]
            for name, kind in (found for text in texts for found in list_named(text, seen.language)):
                kinds.setdefault(name, Counter())[kind] += 1
    names: dict[str, list[Plain]] = {group: [] for group in (*GROUPS, UNSURE)}
    for name, found in kinds.items():
        group = to_group(name, found)
        if group and len(names[group]) < _MOST_NAMES:
            names[group].append(name)
    return names | {"places": [*list_places_of_dateline(seen), *names["places"]]}


def to_group(name: str, found: Counter[str]) -> str | None:
    """Return what a name is of, by what it seems to be each time; None if it may be an ordinary word."""
    known = [kind for kind in found if kind != UNSURE]
    if len(known) == 1:
        return known[0]
    return UNSURE if " " in name or known or found[UNSURE] > 1 else None


def list_places_of_dateline(seen: Observation) -> Iterator[Plain]:
    """Yield the place of the dateline as a name with the forms that the text prints."""
    for line in seen.body[:1]:
        openings = (find_opening(opener, line.text, seen.language) for opener in ("dateline", "place"))
        printed = next((found.place for found in openings if found and found.place), "")
        place = printed.split(",")[0].strip(" .")
        forms = filter(None, dict.fromkeys((place, place.title())))
        if found := [form for form in forms if find_paragraphs([form], seen.paragraphs)]:
            yield {"name": place.title(), "printed": [*found]}


def list_named(text: str, language: str) -> Iterator[tuple[str, str]]:
    """Yield each name of a paragraph with what it is of."""
    if text.isupper():
        return
    ordinary = list_weekdays(language) | list_months(language).keys()
    for match in _NAME.finditer(text):
        name, end = match[0], match.end()
        if _ENDS_SENTENCE.search(text[: match.start()][-_BESIDE:]):
            name = drop_first_word(name, text, language)
        title = _rule("titles", language).match(name)
        name = name[title.end() :] if title else name
        words = name.split()
        is_name = words and words[0].casefold() not in ordinary
        if is_name and not all(map(_rule("no names", language).fullmatch, words)):
            before, after = text[: end - len(name)][-_BESIDE:], text[end : end + _BESIDE]
            is_beside = _rule("after a person", language).match(after)
            is_beside = is_beside or _rule("before a person", language).search(before)
            yield name, find_kind(name, language, is_person=bool(title or is_beside))


def drop_first_word(name: str, text: str, language: str) -> str:
    """Return a name at the start of a sentence without a first word that may be an ordinary one."""
    first, _, rest = name.partition(" ")
    is_ordinary = (
        not rest
        or _rule("no names", language).fullmatch(first)
        or _rule("titles", language).match(f"{rest} ")
        or regex.search(rf"[a-zà-ÿ] {regex.escape(first)}\b", text)
    )
    return rest if is_ordinary else name


def find_kind(name: str, language: str, *, is_person: bool) -> str:
    """Return what a name is of, by its own words and by whether those beside it stand beside persons."""
    words = name.split()
    if len(words) > 1 and _rule("bodies", language).search(name):
        return "bodies"
    if name in list_places(language):
        return "places"
    return "people" if is_person and len(words) > 1 and _OF_NO_PERSON.isdisjoint(words) else UNSURE


@cache
def list_places(language: str) -> frozenset[str]:
    """Return names of countries in the language of a text, and of cities that give time zones their names."""
    territories = (pair for locale in list_locales(language)[:2] for pair in locale.territories.items())
    countries = {name for code, name in territories if not code.isdecimal()}
    zones = (zone for zone in available_timezones() if zone.count("/") == 1)
    cities = {zone.rpartition("/")[2].replace("_", " ") for zone in zones}
    return frozenset(countries | {city for city in cities if not city.isupper() and "+" not in city})
