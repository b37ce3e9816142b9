"""Rows of a table about texts that are in the archive: what they change in the records of these."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from archive.adding.changes import Change, set_keys
from archive.adding.drafting.render import to_flow
from archive.adding.rows import Row, to_keys
from archive.sources.check_record import check_record, parse_reading
from archive.sources.encoding import DEFAULT, decode
from archive.sources.fact import to_long_form
from archive.sources.languages import UNDETERMINED
from archive.sources.plain_yaml import Plain
from archive.sources.problem import Problem
from archive.sources.read_articles import TEXT
from archive.sources.text import Reading, parse_text
from archive.sources.written_record import complete_draft, parse_written


def amend(record: Path, row: Row, today: str) -> Iterator[Change | Problem]:
    """Yield the change of a record that a row asks for, or what keeps it out; nothing if there is none.

    A cell that is empty changes nothing, and a value that the record has already keeps its evidence.
    """
    written = decode(record.read_bytes(), DEFAULT)
    data = record.with_suffix(TEXT).read_bytes()
    before = parse_written(str(record), written)
    text, problems = parse_text(str(record), data, parse_reading(before) or Reading())
    if before.problems or problems:
        yield from (*before.problems, *problems)
        return
    try:
        keys = to_keys(row, text.paragraphs or (), find_language(before.keys))
        changed = {key: value for key, value in keys.items() if is_other(before.keys.get(key), value)}
        after = set_keys(written, {**changed, "updated": today})
    except ValueError as error:
        yield Problem(row.table, row.line, f"can't amend {record.name}: {error}")
        return
    parsed = parse_written(str(record), after)
    found = check_record(complete_draft(parsed, record.stem, data), text).problems
    yield from (Problem(row.table, row.line, problem.message) for problem in found)
    if changed and not found:
        yield Change(record, after, "; ".join(describe(before.keys, changed)))


def find_language(keys: Mapping[str, Plain]) -> str:
    """Return the language that a record names; of several, the main one."""
    named = keys.get("language") or UNDETERMINED
    return str(named[0] if isinstance(named, list) else named)


def is_other(before: Plain | None, value: Plain | None) -> bool:
    """Return whether a row says other than a record does; only what it says in full takes other evidence."""
    if value is None:
        return False
    one, other = to_long_form(before), to_long_form(value)
    if (
        isinstance(one, dict)
        and isinstance(other, dict)
        and "value" in one
        and one.get("value") == other.get("value")
    ):
        return False
    return one != other


def describe(before: Mapping[str, Plain], changed: Mapping[str, Plain | None]) -> Iterator[str]:
    """Yield what changes in a record, key by key, as it was and as it is to be."""
    for key, value in changed.items():
        if value is not None:
            yield f"{key}: {to_flow(before[key]) if key in before else '(nothing)'} → {to_flow(value)}"
