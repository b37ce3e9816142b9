"""Which names of a byline are persons for certain, by closed lists of what such names are made of."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from faker.providers import person
from nameparser import HumanName

from archive.adding.drafting.rules import read_rules
from archive.sources.authors import Author, parse_authors

_INITIAL = len("Q.")
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)+")
_BETWEEN = re.compile(r"(\s+(?:(?i:and|und)|y|et|e|en|&)\s+|[,;]\s*)")


@cache
def list_known(part: str) -> frozenset[str]:
    """Return the `first` or `last` names of many languages, in small letters."""
    names = {*read_rules()["persons"]["given"]} if part == "first" else set()
    for found in iter_modules(person.__path__, f"{person.__name__}."):
        provider = import_module(found.name).Provider
        for attribute, values in vars(provider).items():
            if f"{part}_name" in attribute and isinstance(values, tuple | list | dict):
                names.update(name.casefold() for name in values if isinstance(name, str))
    return frozenset(names)


def may_be_persons(names: str) -> bool:
    """Return whether no name begins or ends as those of other things do."""
    closed = read_rules()["persons"]
    return all(
        first not in closed["first"] and last not in closed["last"] for first, last in split_names(names)
    )


def are_persons(names: str, common: AbstractSet[str]) -> bool:
    """Return whether all names are of persons for certain.

    A given name is known or is initials; a family name is known, or is no word that the text has in small
    letters (`common`).
    """
    return may_be_persons(names) and all(
        first != last
        and (_INITIALS.fullmatch(first) or list_known("first").issuperset(first.split("-")))
        and (last in list_known("last") or last not in common)
        and len(last) > _INITIAL
        for first, last in split_names(names)
    )


def split_names(names: str) -> Iterator[tuple[str, str]]:
    """Yield the first and the last word of each name, in small letters."""
    for name in _BETWEEN.split(names)[::2]:
        words = name.casefold().split()
        yield words[0], words[-1]


def to_authors(names: str) -> tuple[Author, ...]:
    """Return the authors that a byline names, those all in capitals as they are written elsewhere."""
    names_and_between = _BETWEEN.split(names)
    for index, part in enumerate(names_and_between):
        if index % 2:
            names_and_between[index] = part.casefold()
        elif part.replace("Mc", "MC").isupper():
            name = HumanName(part)
            name.capitalize(force=True)
            names_and_between[index] = str(name)
    return parse_authors("".join(names_and_between))
