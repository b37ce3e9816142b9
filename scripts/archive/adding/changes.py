"""Changes to what is in the archive: a corrected text, another printing, keys of a record.

Every line of a record that isn't changed, and every comment, stays as it is.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from pathlib import Path

from archive.adding.drafting.render import render_key
from archive.sources.check_record import check_record, parse_reading
from archive.sources.encoding import DEFAULT, decode
from archive.sources.lines import LineRange, parse_line_range, split_lines
from archive.sources.plain_yaml import Plain, parse_yaml
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

    def write(self) -> None:
        """Write the change into the archive."""
        self.record.write_text(self.written, encoding="utf-8", newline="\n")
        if self.data is not None:
            self.record.with_suffix(TEXT).write_bytes(self.data)


def set_keys(written: str, keys: Mapping[str, Plain | None]) -> str:
    """Return a record with other values under some of its keys, at its end if they are new; None strikes one.

    Raise ValueError if two keys of it stand on one line.
    """
    lines = written.rstrip("\n").split("\n")
    _, places, _ = parse_yaml("", written)
    starts = {str(place[0]): line - 1 for place, line in places.items() if len(place) == 1}
    if len(set(starts.values())) < len(starts):
        raise ValueError("has two keys on one line; write each on a line of its own")
    for key in sorted(keys, key=lambda key: starts.get(key, len(lines)), reverse=True):
        value = keys[key]
        start = starts.get(key, len(lines))
        lines[start : find_end(lines, start)] = [] if value is None else render_key(key, value, None)
    return "\n".join([*lines, ""])


def find_end(lines: list[str], start: int) -> int:
    """Return the line after the last one that belongs to a key: each is inset, or an item of a list."""
    end = start + 1
    for at in range(start + 1, len(lines)):
        if lines[at].startswith((" ", "\t", "- ")):
            end = at + 1
        elif lines[at] and not lines[at].startswith("#"):
            break
    return end


def list_items(record: WrittenRecord, key: str) -> list[Plain]:
    """Return what a record lists under a key."""
    items = record.keys.get(key)
    return list(items) if isinstance(items, list) else []


def correct(record: Path, data: bytes, encoding: str, today: str) -> Change:
    """Return the change that puts a text in the place of another, with its record."""
    old = record.with_suffix(TEXT).read_bytes()
    written = decode(record.read_bytes(), DEFAULT)
    before = parse_written(str(record), written)
    then: Plain = {"sha256": hashlib.sha256(old).hexdigest(), "until": today}
    reading = parse_reading(before)
    keys: dict[str, Plain | None] = {
        "sha256": hashlib.sha256(data).hexdigest(),
        "replaced": [*list_items(before, "replaced"), then],
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
    return {
        key: [other for item in list_items(record, key) if (other := move_item(item, moved))] or None
        for key in ("furniture", "kept")
        if key in record.keys
    }


def move_item(item: Plain, moved: Mapping[int, int]) -> Plain | None:
    """Return lines as a record has them by their new numbers; None if one of their ends is gone."""
    name = next((name for name in ("line", "lines") if isinstance(item, dict) and name in item), None)
    written = item[name] if isinstance(item, dict) and name else item
    lines = parse_line_range(str(written))
    if lines.first not in moved or lines.last not in moved:
        return None
    other = str(LineRange(moved[lines.first], moved[lines.last]))
    return {**item, name: other} if isinstance(item, dict) and name else other


def add_printing(record: Path, printing: Mapping[str, Plain], today: str) -> Change:
    """Return the change that names another printing of a text; raise ValueError if it is named already."""
    written = decode(record.read_bytes(), DEFAULT)
    named = list_items(parse_written(str(record), written), "printings")
    if dict(printing) in named:
        raise ValueError("names this printing already")
    after = set_keys(written, {"printings": [*named, dict(printing)], "updated": today})
    return Change(record, after, "names another printing")
