"""From the YAML of a record to a Record, or to everything that is wrong with it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from difflib import get_close_matches
from functools import cache
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from archive.sources.fact import Evidence, Fact
from archive.sources.history import RemovedRecord
from archive.sources.paragraphs import KeptRange
from archive.sources.plain_yaml import Location, Plain
from archive.sources.problem import Problem
from archive.sources.record import Furniture, Name, ReadingKeys, Record
from archive.sources.short_form import BASES
from archive.sources.text import NO_TEXT, Reading, Text
from archive.sources.written_record import WrittenRecord, parse_written

Kind = TypeVar("Kind")

# What each type of pydantic's errors says in our words:
# https://docs.pydantic.dev/latest/errors/validation_errors/
_SENTENCES = {
    "rule": "{sentence}",
    "missing": "is missing",
    "unexpected_keyword_argument": "is not a key that a record has here",
    "string_type": "must be text",
    "tuple_type": "must be a list, such as [one, another]",
    "dataclass_type": "must be a mapping of keys to values",
    "literal_error": "must be one of {expected}",
}


@dataclass(frozen=True)
class ParsedRecord:
    """What a record says: a Record, or its problems."""

    record: Record | None
    problems: list[Problem]


def parse_record(path: str, written: str, text: Text) -> ParsedRecord:
    """Return the record as written in YAML, and everything that is wrong with it beside its text."""
    return check_record(parse_written(path, written), text)


def check_record(written: WrittenRecord, text: Text) -> ParsedRecord:
    """Return the record that plain values make, and everything that is wrong with it beside its text."""
    if not written.lines:
        return ParsedRecord(None, list(written.problems))
    record, details = validate(Record, written.plain, text)
    problems = [*written.problems, *to_problems(written.path, written.lines, details)]
    return ParsedRecord(None if problems else record, problems)


def check_removed(written: WrittenRecord) -> tuple[RemovedRecord | None, list[Problem]]:
    """Return what a record says whose text was taken away, and what is wrong with it."""
    removed, details = validate(RemovedRecord, written.plain)
    return removed, [*written.problems, *to_problems(written.path, written.lines, details)]


def find_wrong_keys(plain: dict[str, Plain], text: Text) -> set[str]:
    """Return the keys whose values break a rule beside a text; of those that are missing, nothing is said."""
    return {str(detail["loc"][0]) for detail in validate(Record, plain, text)[1]} & plain.keys()


def parse_reading(written: WrittenRecord) -> Reading | None:
    """Return how a record says that its text is to be read; None if it says so in words that break a rule."""
    if said := validate(ReadingKeys, written.keys)[0]:
        kept = tuple(KeptRange(item.lines, item.label) for item in said.kept)
        return Reading(said.encoding, said.layout, kept)
    return None


def validate(kind: type[Kind], plain: Plain, text: Text = NO_TEXT) -> tuple[Kind | None, list[ErrorDetails]]:
    """Return what a plain value makes of a kind of record, and which rules of pydantic and ours it breaks."""
    adapter: TypeAdapter[Kind] = _make_adapter(kind)  # type: ignore[arg-type]  # every class is hashable
    try:
        return adapter.validate_python(plain, context=text), []
    except ValidationError as error:
        return None, error.errors(include_url=False, include_input=False)


# It takes a while to make one.
_make_adapter = cache(TypeAdapter)


def to_problems(path: str, lines: Mapping[Location, int], details: list[ErrorDetails]) -> Iterator[Problem]:
    """Yield one problem an error, at the line of the key that it is about or of the nearest one above."""
    for detail in details:
        location = to_written_location(detail["loc"], lines)
        nearest = next(location[:end] for end in range(len(location), -1, -1) if location[:end] in lines)
        yield Problem(path, lines[nearest], f"{to_words(location)} {to_sentence(detail, location)}")


def to_sentence(detail: ErrorDetails, written: Location) -> str:
    """Return what is wrong in our words, with what to do where a person may not know."""
    sentence = _SENTENCES[detail["type"]].format(**detail.get("ctx", {}))
    match detail["type"], detail["loc"], written:
        case "unexpected_keyword_argument", (*_, str(key)), _:
            known = [name for name in list_keys(of_record=len(written) == 1) if name != key]
            meant = get_close_matches(key, known, n=1)
            return f"{sentence}; {meant[0]} is" if meant else sentence
        case "missing", (*_, "basis"), (_,):
            return "must say how it is known: add printed, published or inferred"
        case "missing", ("title" | "date" as name,), _:
            return f"{sentence}; if nobody says it, write {name}: not stated"
        case "rule", (*_, "quote"), (name,):
            return f"{sentence}; say how it is known: {name}: {{value: …, printed: …}}, published or inferred"
    return sentence


def list_keys(*, of_record: bool) -> list[str]:
    """Return the keys that a record has, or those that stand below them."""
    kinds = (Record,) if of_record else (Fact, Evidence, Name, Furniture)
    return [item.name for kind in kinds for item in fields(kind)] + ([] if of_record else list(BASES))


def to_written_location(location: Location, lines: Mapping[Location, int]) -> Location:
    """Return where a record has what the long form of a fact has at a location: `author printed`."""
    match location:
        case (name, "evidence", int(index), *inner) if (name, "evidence") not in lines:
            for basis in BASES:
                if (name, basis, index) in lines:
                    found = (name, basis, index, *inner)
                    return found if found in lines else found[:3]
                if index == 0 and (name, basis) in lines:
                    found = (name, basis, *inner)
                    return found if found in lines else found[:2]
            return (name,)
        case (name, "basis" | "value") | ("language" as name, int()) if location not in lines:
            return (name,)
    return location


def to_words(location: Location) -> str:
    """Return a location as a person says it, lists counted from 1: `people 3 name`."""
    return " ".join(str(part + 1) if isinstance(part, int) else part for part in location) or "the record"
