"""Checks what is to be written for a text as if it had been read: nothing is added that the check refuses."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from archive.adding.addition import Addition
from archive.adding.rows import Row
from archive.sources.check_record import check_record, find_wrong_keys, parse_reading
from archive.sources.plain_yaml import Plain
from archive.sources.problem import Problem
from archive.sources.text import Text, parse_text
from archive.sources.written_record import WrittenRecord


def to_written(addition: Addition, row: Row | None) -> WrittenRecord:
    """Return the record of an addition as if it had been read from the row of a table."""
    path, line = (row.table, row.line) if row else (str(addition.candidate.path), 1)
    return WrittenRecord(path, dict(addition.draft.keys), {(): line})


def to_text(addition: Addition) -> Text:
    """Return the text of an addition as its record says that it is to be read."""
    reading = parse_reading(to_written(addition, None))
    return parse_text("", addition.data, reading)[0] if reading else Text(addition.data, None)


def keep_rules(addition: Addition, said_there: Mapping[str, Plain | None]) -> Addition:
    """Return an addition without what was drafted for a text that a table says to read otherwise."""
    wrong = find_wrong_keys(addition.draft.keys, to_text(addition)) - said_there.keys() - {"slug", "draft"}
    keys = {key: value for key, value in addition.draft.keys.items() if key not in wrong}
    return replace(addition, draft=replace(addition.draft, keys=keys))


def check_addition(addition: Addition, row: Row | None, slugs: set[str]) -> Iterator[Problem]:
    """What is written keeps every rule; of a draft, what is there."""
    written = to_written(addition, row)
    slug = addition.draft.keys["slug"]
    if slug in slugs:
        yield Problem(written.path, written.lines[()], f"slug '{slug}' is taken")
    lacking = dict.fromkeys(addition.lacks, "not stated")
    yield from check_record(
        replace(written, plain={**lacking, **addition.draft.keys}), to_text(addition)
    ).problems
