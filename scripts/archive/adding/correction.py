"""Changes to what is in the archive: a corrected text in the place of one, another printing of one."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from pathlib import Path

from archive.adding.amend import set_keys
from archive.adding.drafting.stated import find_named_date
from archive.adding.files import Candidate
from archive.adding.shared import SAID
from archive.sources.check_record import check_record, parse_reading
from archive.sources.encoding import DEFAULT, decode
from archive.sources.lines import LineRange, parse_line_range, split_lines
from archive.sources.plain_yaml import Plain
from archive.sources.problem import Problem
from archive.sources.read_articles import TEXT
from archive.sources.text import parse_text
from archive.sources.written_record import WrittenRecord, parse_written


@dataclass(frozen=True)
class Change:
    """What is to stand in a record, its text if that changes, and what is wrong with it then."""

    record: Path
    written: str
    said: str
    data: bytes | None = None
    problems: tuple[Problem, ...] = ()


def correct(record: Path, data: bytes, encoding: str, today: str) -> Change:
    """Return the change that puts a text in the place of another, with its record."""
    old = record.with_suffix(TEXT).read_bytes()
    written = decode(record.read_bytes(), DEFAULT)
    before = parse_written(str(record), written)
    replaced = before.keys.get("replaced", [])
    then: Plain = {"sha256": hashlib.sha256(old).hexdigest(), "until": today}
    reading = parse_reading(before)
    keys: dict[str, Plain | None] = {
        "sha256": hashlib.sha256(data).hexdigest(),
        "replaced": [*(replaced if isinstance(replaced, list) else []), then],
        "updated": today,
        **move_lines(before, decode(old, (reading and reading.encoding) or DEFAULT), decode(data, encoding)),
    }
    if encoding != DEFAULT or "encoding" in before.keys:
        keys["encoding"] = encoding if encoding != DEFAULT else None
    after = set_keys(written, keys)
    changed = replace(parse_written(str(record), after), data=after.encode())
    reading = parse_reading(changed)
    problems = check_record(changed, parse_text("", data, reading)[0]).problems if reading else []
    return Change(record, after, "has a new text in its place", data, tuple(problems))


def move_lines(record: WrittenRecord, old: str, new: str) -> dict[str, Plain | None]:
    """Return furniture and kept lines of a record by the numbers that they have in another text."""
    moved: dict[int, int] = {}
    matcher = SequenceMatcher(None, split_lines(old), split_lines(new), autojunk=False)
    for block in matcher.get_matching_blocks():
        moved |= {block.a + at + 1: block.b + at + 1 for at in range(block.size)}
    keys: dict[str, Plain | None] = {}
    for key in ("furniture", "kept"):
        items = record.keys.get(key)
        if isinstance(items, list):
            keys[key] = [other for item in items if (other := move_item(item, moved))] or None
    return keys


def move_item(item: Plain, moved: Mapping[int, int]) -> Plain | None:
    """Return lines as a record has them by their new numbers; None if one of their ends is gone."""
    name = next((name for name in ("line", "lines") if isinstance(item, dict) and name in item), None)
    written = item[name] if isinstance(item, dict) and name else item
    lines = parse_line_range(str(written))
    if lines.first not in moved or lines.last not in moved:
        return None
    other = str(LineRange(moved[lines.first], moved[lines.last]))
    return {**item, name: other} if isinstance(item, dict) and name else other


def to_printing(candidate: Candidate, publication: str | None) -> dict[str, Plain]:
    """Return the printing that a person, the name of a file and that of its folder tell of."""
    name = "/".join([*candidate.folders, candidate.received_as])
    printing: dict[str, Plain] = {}
    if publication:
        printing["publication"] = {"value": publication, "inferred": SAID}
    if day := find_named_date(name):
        printing["date"] = {"value": day, "inferred": f"The name of the file: {name}"}
    return printing


def add_printing(record: Path, printing: Mapping[str, Plain], today: str) -> Change:
    """Return the change that names another printing of a text; raise ValueError if it is named already."""
    written = decode(record.read_bytes(), DEFAULT)
    before = parse_written(str(record), written).keys.get("printings", [])
    named = before if isinstance(before, list) else []
    if dict(printing) in named:
        raise ValueError("names this printing already")
    after = set_keys(written, {"printings": [*named, dict(printing)], "updated": today})
    return Change(record, after, "names another printing")


def write_change(change: Change) -> None:
    """Write a change into the archive."""
    change.record.write_text(change.written, encoding="utf-8", newline="\n")
    if change.data is not None:
        change.record.with_suffix(TEXT).write_bytes(change.data)
