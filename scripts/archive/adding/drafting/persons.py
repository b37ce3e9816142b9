"""Which names of a byline are persons for certain, by closed lists of what such names are made of."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from faker.providers import person
from nameparser import HumanName

from archive.sources.authors import Author, parse_authors

_INITIAL = len("Q.")
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)+")
_BETWEEN = re.compile(r"(\s+(?:(?i:and|und)|y|et|e|en|&)\s+|[,;]\s*)")


@cache
def list_known(part: str) -> frozenset[str]:
    """Return the `first` or `last` names of many languages, in small letters."""
    names: set[str] = set()
    for found in iter_modules(person.__path__, f"{person.__name__}."):
        provider = import_module(found.name).Provider
        for attribute, values in vars(provider).items():
            if f"{part}_name" in attribute and isinstance(values, tuple | list | dict):
                names.update(name.casefold() for name in values if isinstance(name, str))
    return frozenset(names)


def to_authors(names: str) -> tuple[Author, ...]:
    """Return the authors that a byline names, in capitals as names are written elsewhere."""
    return parse_authors(to_plain_case(names))


@dataclass(frozen=True)
class Closed:
    """Words that no person's name begins with, or ends in, and given names that no other list has."""

    first: frozenset[str]
    last: frozenset[str]
    given: frozenset[str]


def may_be_persons(names: str, closed: Closed) -> bool:
    """Return whether no name begins or ends as those of other things do."""
    return all(first not in closed.first and last not in closed.last for first, last in split_names(names))


def are_persons(names: str, common: AbstractSet[str], closed: Closed) -> bool:
    """Return whether all names are of persons for certain.

    A given name is known or is initials; a family name is known, or is no word that the text has in small
    letters (`common`).
    """
    given = list_known("first") | closed.given
    return may_be_persons(names, closed) and all(
        first != last
        and (_INITIALS.fullmatch(first) or given.issuperset(first.split("-")))
        and (last in list_known("last") or last not in common)
        and len(last) > _INITIAL
        for first, last in split_names(names)
    )


def split_names(names: str) -> Iterator[tuple[str, str]]:
    """Yield the first and the last word of each name, in small letters."""
    for name in _BETWEEN.split(names)[::2]:
        words = name.casefold().split()
        yield words[0], words[-1]


def to_plain_case(names: str) -> str:
    """Return names with those that are all capitals as they are written otherwise."""
    parts = _BETWEEN.split(names)
    return "".join(
        part.casefold() if index % 2 else _capitalize(part) if part.replace("Mc", "MC").isupper() else part
        for index, part in enumerate(parts)
    )


def _capitalize(name: str) -> str:
    parsed = HumanName(name)
    parsed.capitalize(force=True)
    return str(parsed)
