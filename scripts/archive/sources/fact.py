"""A fact: its value, how it is known, and by what; in the long form of a record, or in a short one.

`author: {value: Hannah Pellow, printed: By Hannah Pellow}` says what the long form says with `basis`
and `evidence`. The key says how the fact is known, and its value says by what: one piece of evidence or
a list of them, each a mapping with `quote` or `source`, or a string. What is printed is quoted; a string
beside the other two is a source, so that no quotation goes unchecked. `author: Hannah Pellow` is short for
a value that the text prints as it stands, and a list for several such values.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Annotated, Any, Generic, TypeVar

from archive.sources.fields import MISSES, Broken, Rule, Said, broken, many, one_of, parse_fields
from archive.sources.plain_yaml import Location, Plain
from archive.sources.rules import one_line
from archive.sources.text import Text
from archive.sources.text_rules import printed

NOT_STATED = "not stated"

# The ways in which a fact is known, best first, and what a string beside each is.
BASES = {"printed": "quote", "published": "source", "inferred": "source"}

_HOW = "say how it is known: {key}: {value: …, printed: …}, published or inferred"

Value = TypeVar("Value")
# Where a piece of evidence is written, and whether it is a string there.
_Place = tuple[Location, bool]


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """What a fact is known by: a quotation from the file or a source outside it, and how it bears."""

    quote: Annotated[str | None, printed] = None
    source: Annotated[str | None, one_line] = None
    note: Annotated[str | None, one_line] = None

    def __post_init__(self) -> None:
        """Evidence is either a quotation or a source."""
        if (self.quote is None) == (self.source is None):
            raise broken("must have either a quote or a source")


@dataclass(frozen=True, kw_only=True)
class Fact(Generic[Value]):
    """A value, how it is known, and by what; a fact that isn't stated has no value.

    Which rule the value keeps hangs on the fact.
    """

    basis: Annotated[str, one_of(*BASES, NOT_STATED)]
    value: Annotated[Value | None, one_line] = None
    evidence: Annotated[tuple[Evidence, ...], many(partial(parse_fields, Evidence))] = ()

    def __post_init__(self) -> None:
        """A fact has a value unless it is not stated, and evidence as its basis says.

        What is printed has a quote as evidence; what is published, a source; what is inferred, either.
        """
        if self.basis == NOT_STATED and self.value is not None:
            raise broken("has a value, so its basis can't be 'not stated'")
        if self.basis != NOT_STATED and self.value is None:
            raise broken("has no value, so its basis must be 'not stated'")
        if self.basis == "printed" and not any(item.quote for item in self.evidence):
            raise broken("is printed, so its evidence must have a quote")
        if self.basis == "published" and not any(item.source for item in self.evidence):
            raise broken("is published, so its evidence must have a source")
        if self.basis == "inferred" and not self.evidence:
            raise broken("is inferred, so it must have evidence")


NOTHING_STATED: Fact[Any] = Fact(basis=NOT_STATED)


def fact(rule: Rule) -> Rule:
    """Return the rule of a fact whose value keeps a rule."""

    def parse(value: Plain, text: Text) -> Fact[object]:
        long, places = _spread(value)
        try:
            found: Fact[object] = parse_fields(Fact, long, text, BASES, value=rule)
        except Broken as error:
            raise Broken(*(_to_written(item, value, places) for item in error.said)) from error
        return found

    return parse


def to_long_form(value: Plain | None) -> Plain | None:
    """Return the long form of a fact in a short form; anything else as it is."""
    return value and _spread(value)[0]


def _spread(value: Plain) -> tuple[Plain, list[_Place]]:
    """Return the long form of a fact, and where the short form has each piece of evidence."""
    if value == NOT_STATED:
        return {"basis": NOT_STATED}, []
    quotes = value if isinstance(value, list) else [value]
    if quotes and all(isinstance(item, str) for item in quotes):
        evidence: list[Plain] = [{"quote": item} for item in quotes]
        return {"value": value, "basis": "printed", "evidence": evidence}, [((), True)] * len(quotes)
    if not isinstance(value, dict) or not {"basis", "evidence"}.isdisjoint(value):
        return value, []
    ways = [basis for basis in BASES if basis in value]
    if not ways:
        return value, []
    pieces = [piece for basis in ways for piece in _list_pieces(basis, value[basis])]
    others: dict[str, Plain] = {key: item for key, item in value.items() if key not in BASES}
    long: Plain = {**others, "basis": ways[0], "evidence": [piece for piece, _ in pieces]}
    return long, [place for _, place in pieces]


def _list_pieces(basis: str, written: Plain) -> Iterator[tuple[Plain, _Place]]:
    """Yield each piece of evidence, and where it is written; a string is one of the kind of its basis."""
    for index, item in enumerate(written if isinstance(written, list) else [written]):
        is_text = isinstance(item, str)
        at = (basis, index) if isinstance(written, list) else (basis,)
        yield {BASES[basis]: item} if is_text else item, (at, is_text)


def _to_written(said: Said, value: Plain, places: list[_Place]) -> Said:
    """Return what is said of the long form at the place where a record has it."""
    match said.at:
        case ("basis",) if said.sentence == MISSES:
            return Said((), "must say how it is known: add printed, published or inferred")
        case ("evidence", int(_), *_) if places and not isinstance(value, dict):
            return Said((), said.sentence, _HOW)
        case ("evidence", int(index), *inner) if places:
            at, is_text = places[index]
            return said._replace(at=at if is_text else (*at, *inner))
    return said
