"""From plain values to data classes: each field says in its annotation by which rule it is read.

`slug: Annotated[str, slug]` is read by the rule `slug` from the key of that name, `Annotated[str, one_line,
"from"]` from the key `from`. A rule takes a plain value and the text beside the record; it returns what the
value stands for, or raises Broken.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import MISSING, dataclass, fields
from difflib import get_close_matches
from functools import cache
from typing import Any, NamedTuple, TypeVar, get_type_hints

from archive.sources.plain_yaml import Location, Plain
from archive.sources.text import Text

Kind = TypeVar("Kind", bound=object)
Rule = Callable[[Plain, Text], Any]

MISSES = "is missing"


class Said(NamedTuple):
    """What is wrong at a location, and what to do; `{key}` in the advice is the key that it is about."""

    at: Location
    sentence: str
    advice: str = ""


class Broken(ValueError):  # noqa: N818 (a rule is broken)
    """Everything that is wrong in a value, each at its location in it."""

    def __init__(self, *said: Said) -> None:
        """Keep what is said."""
        super().__init__(*said)
        self.said = said


@dataclass(frozen=True)
class Field:
    """The keys under which a record may have a field, the rule that reads it, whether it must be there."""

    keys: tuple[str, ...]
    rule: Rule
    needed: bool


def broken(sentence: str) -> Broken:
    """Return the error that says in which way a rule is broken; the key it is about comes before it."""
    return Broken(Said((), sentence))


@cache
def list_fields(kind: type) -> dict[str, Field]:
    """Return the fields of a data class by their names."""
    hints = get_type_hints(kind, include_extras=True)
    found = {}
    for item in fields(kind):
        rule, *keys = hints[item.name].__metadata__
        found[item.name] = Field(tuple(keys) or (item.name,), rule, item.default is MISSING)
    return found


def parse_fields(
    kind: type[Kind], value: Plain, text: Text, /, also: Iterable[str] | None = (), **rules: Rule
) -> Kind:
    """Return the data class that a mapping gives, or raise all that is wrong with it.

    `also` are other keys that may be meant by a misspelt one; None if keys that are unknown don't matter.
    """
    if not isinstance(value, dict):
        raise broken("must be a mapping of keys to values")
    found: dict[str, Any] = {}
    said: list[Said] = []
    known = list_fields(kind)  # type: ignore[arg-type]  # mypy takes no class for hashable
    unknown = dict.fromkeys(value)
    for name, item in known.items():
        key = next((key for key in item.keys if key in value), None)
        if key is not None:
            del unknown[key]
            found[name] = _read(rules.get(name, item.rule), value[key], text, key, said)
        elif item.needed:
            said.append(Said((item.keys[0],), MISSES))
    if also is not None:
        said.extend(_list_unknown(unknown, [*(key for item in known.values() for key in item.keys), *also]))
    if said:
        raise Broken(*said)
    return kind(**found)


def many(rule: Rule) -> Rule:
    """Return the rule of a list whose every item keeps a rule."""

    def parse(value: Plain, text: Text) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise broken("must be a list, such as [one, another]")
        said: list[Said] = []
        found = tuple(_read(rule, item, text, index, said) for index, item in enumerate(value))
        if said:
            raise Broken(*said)
        return found

    return parse


def one_of(*values: str) -> Rule:
    """Return the rule of a value that is one of a few."""

    def parse(value: Plain, _: Text) -> str:
        if value not in values:
            *others, last = map(repr, values)
            raise broken(f"must be one of {', '.join(others)} or {last}")
        return str(value)

    return parse


def _read(rule: Rule, value: Plain, text: Text, key: str | int, said: list[Said]) -> Any:  # noqa: ANN401 (as the rule)
    """Return what stands under a key; None if it breaks its rule, and then add to what is said."""
    try:
        return rule(value, text)
    except Broken as error:
        said.extend(item._replace(at=(key, *item.at)) for item in error.said)
        return None


def _list_unknown(keys: Iterable[str], known: list[str]) -> Iterator[Said]:
    for key in keys:
        meant = get_close_matches(key, [name for name in known if name != key], n=1)
        yield Said((key,), "is not a key that a record has here", f"{meant[0]} is" if meant else "")
