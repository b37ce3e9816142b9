"""From the plain values of a record to a Record, or to everything that is wrong with it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from archive.sources.fields import MISSES, Broken, Kind, Said, list_fields, parse_fields
from archive.sources.history import RemovedRecord
from archive.sources.plain_yaml import Plain
from archive.sources.problem import Problem
from archive.sources.record import Record
from archive.sources.text import NO_TEXT, Reading, Text
from archive.sources.written_record import MAY_BE_UNSTATED, WrittenRecord, parse_written


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
    return ParsedRecord(*_check(Record, written, text))


def check_removed(written: WrittenRecord) -> tuple[RemovedRecord | None, list[Problem]]:
    """Return what a record says whose text was taken away, and what is wrong with it."""
    return _check(RemovedRecord, written, NO_TEXT, also=None)


def _check(
    kind: type[Kind], written: WrittenRecord, text: Text, also: Iterable[str] | None = ()
) -> tuple[Kind | None, list[Problem]]:
    problems = list(written.problems)
    if written.lines:
        try:
            found = parse_fields(kind, written.plain, text, also)
        except Broken as error:
            problems.extend(to_problems(written, error.said))
    return None if problems else found, problems


def find_wrong_keys(plain: dict[str, Plain], text: Text) -> set[str]:
    """Return the keys whose values break a rule beside a text; of those that are missing, nothing is said."""
    try:
        parse_fields(Record, plain, text)
    except Broken as error:
        return {str(said.at[0]) for said in error.said if said.at[0] in plain}
    return set()


def parse_reading(written: WrittenRecord) -> Reading | None:
    """Return how a record says that its text is to be read; None if it says so in words that break a rule."""
    rules = {key: list_fields(Record)[key].rule for key in ("encoding", "layout", "kept")}
    try:
        said = {key: rule(written.keys[key], NO_TEXT) for key, rule in rules.items() if key in written.keys}
    except Broken:
        return None
    return Reading(**said)


def to_problems(written: WrittenRecord, all_said: Iterable[Said]) -> Iterator[Problem]:
    """Yield one problem for all that is said, at the line of its key or of the nearest one above."""
    for long, sentence, advice in all_said:
        # The short form of a fact has neither; nor is there a line for what a table says.
        at = long[:-1] if long[-1:] in (("value",), ("basis",)) and long not in written.lines else long
        nearest = next(at[:end] for end in range(len(at), -1, -1) if at[:end] in written.lines)
        place = " ".join(str(part + 1) if isinstance(part, int) else part for part in at) or "the record"
        may_lack = sentence == MISSES and at in {(key,) for key in MAY_BE_UNSTATED}
        what_to_do = "if nobody says it, write {key}: not stated" if may_lack else advice
        tail = f"; {what_to_do.replace('{key}', str(at[-1]))}" if what_to_do else ""
        yield Problem(written.path, written.lines[nearest], f"{place} {sentence}{tail}")
