"""From the YAML of a record to a Record, or to everything that is wrong with it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from archive.sources.plain_yaml import Location, parse_yaml
from archive.sources.problem import Problem
from archive.sources.record import Record
from archive.sources.text import Text

# What each type of pydantic's errors says in our words:
# https://docs.pydantic.dev/latest/errors/validation_errors/
_SENTENCES = {
    "rule": "{sentence}",
    "missing": "is missing",
    "unexpected_keyword_argument": "is not a key that a record has here",
    "string_type": "must be text",
    "int_type": "must be a whole number",
    "int_parsing": "must be a whole number",
    "int_parsing_size": "must be a whole number",
    "tuple_type": "must be a list",
    "dataclass_type": "must be a mapping of keys to values",
    "literal_error": "must be one of {expected}",
}


@cache
def _adapter() -> TypeAdapter[Record]:
    return TypeAdapter(Record)


@dataclass(frozen=True)
class ParsedRecord:
    """What a YAML text holds: the record, or its problems; and the slug as written, with its line."""

    path: str
    record: Record | None
    problems: list[Problem]
    slug: str | None
    slug_line: int


def parse_record(path: str, written: str, text: Text) -> ParsedRecord:
    """Return the record as written in YAML, and everything that is wrong with it beside its text."""
    plain, lines, problems = parse_yaml(path, written)
    record = None
    if lines:
        try:
            record = _adapter().validate_python(plain, context=text)
        except ValidationError as error:
            details = error.errors(include_url=False, include_input=False)
            problems.extend(to_problems(path, lines, details))
    slug = plain.get("slug") if isinstance(plain, dict) else None
    return ParsedRecord(
        path=path,
        record=None if problems else record,
        problems=problems,
        slug=slug if isinstance(slug, str) else None,
        slug_line=lines.get(("slug",), 1),
    )


def to_problems(path: str, lines: Mapping[Location, int], details: list[ErrorDetails]) -> Iterator[Problem]:
    """Yield one problem an error, at the line of the key that it is about or of the nearest one above."""
    for detail in details:
        location = detail["loc"]
        nearest = next(location[:end] for end in range(len(location), -1, -1) if location[:end] in lines)
        sentence = _SENTENCES[detail["type"]].format(**detail.get("ctx", {}))
        yield Problem(path, lines[nearest], f"{to_words(location)} {sentence}")


def to_words(location: Location) -> str:
    """Return a location as a person says it, lists counted from 1: `people 3 name`."""
    return " ".join(str(part + 1) if isinstance(part, int) else part for part in location) or "the record"
