"""What is written into the archive: a new text, a corrected one, another printing, keys of a record.

Every line of a record that isn't changed, and every comment, stays as it is.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from difflib import SequenceMatcher
from pathlib import Path

from archive.adding.drafting.render import render_key, to_flow
from archive.adding.outcome import Change, RefusedError
from archive.adding.read_table import Row
from archive.adding.rows import to_keys
from archive.adding.taken import read_record, to_sum
from archive.sources.check_record import check_record, parse_reading
from archive.sources.encoding import DEFAULT, decode
from archive.sources.fact import to_long_form
from archive.sources.languages import UNDETERMINED
from archive.sources.lines import LineRange, parse_line_range, split_lines
from archive.sources.plain_yaml import Plain
from archive.sources.problem import Problem
from archive.sources.read_articles import TEXT, read_text
from archive.sources.text import Reading, Text, parse_text
from archive.sources.written_record import WrittenRecord, complete_draft, parse_written


def read_held(record: Path) -> tuple[WrittenRecord, Text]:
    """Return a record of the archive as it is written, with its text; refuse one that can't be read."""
    written = read_record(record)
    data, problems = read_text(record.with_suffix(TEXT))
    text, found = parse_text(str(record.with_suffix(TEXT)), data, parse_reading(written) or Reading())
    if wrong := [*written.problems, *(problems or found)]:
        raise RefusedError(*wrong)
    return written, text


def set_keys(record: WrittenRecord, keys: Mapping[str, Plain | None]) -> WrittenRecord:
    """Return a record with other values under some keys, at its end if they are new; None strikes one."""
    lines = decode(record.data, DEFAULT).rstrip("\n").split("\n")
    starts = {str(place[0]): line - 1 for place, line in record.lines.items() if len(place) == 1}
    if len(set(starts.values())) < len(starts):
        sentence = "has two keys on one line; write each on a line of its own"
        raise RefusedError(Problem(record.path, 1, sentence))
    for key in sorted(keys, key=lambda key: starts.get(key, len(lines)), reverse=True):
        value = keys[key]
        start = starts.get(key, len(lines))
        lines[start : find_end(lines, start)] = [] if value is None else render_key(key, value, None)
    written = "\n".join([*lines, ""])
    after = parse_written(record.path, written)
    if after.problems:
        raise RefusedError(*after.problems)
    return replace(after, data=written.encode())


def find_end(lines: Sequence[str], start: int) -> int:
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


def correct(path: Path, data: bytes, encoding: str) -> Change:
    """Return the change that puts a text in the place of the one that a record is about."""
    before, old = read_held(path)
    today = to_today()
    then: Plain = {"sha256": to_sum(old.data or b""), "until": today}
    moved = move_lines(before, decode(old.data or b"", old.encoding), decode(data, encoding))
    keys: dict[str, Plain | None] = {
        "sha256": to_sum(data),
        "replaced": [*list_items(before, "replaced"), then],
        "updated": today,
        **moved,
    }
    if encoding != DEFAULT or "encoding" in before.keys:
        keys["encoding"] = encoding if encoding != DEFAULT else None
    after = set_keys(before, keys)
    text, _ = parse_text("", data, parse_reading(after) or Reading())
    problems = tuple(check_record(after, text).problems)
    return Change(path, after.data, "has a new text in its place", data, problems=problems)


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
    if isinstance(item, dict):
        name = "line" if "line" in item else "lines"
        other = move_item(item.get(name, ""), moved)
        return {**item, name: other} if other else None
    try:
        lines = parse_line_range(str(item))
    except ValueError:
        return item
    first, last = moved.get(lines.first), moved.get(lines.last)
    return str(LineRange(first, last)) if first and last else None


def add_printing(path: Path, printing: Mapping[str, Plain]) -> Change:
    """Return the change that names another printing of a text."""
    before, _ = read_held(path)
    named = list_items(before, "printings")
    if dict(printing) in named:
        raise RefusedError(Problem(str(path), 1, "names this printing already"))
    after = set_keys(before, {"printings": [*named, dict(printing)], "updated": to_today()})
    return Change(path, after.data, "names another printing")


def amend(path: Path, row: Row) -> Change | None:
    """Return the change of a record that a row asks for; None if there is none.

    A cell that is empty changes nothing, and a value that the record has already keeps its evidence.
    """
    before, text = read_held(path)
    language = before.keys.get("language") or UNDETERMINED
    keys = to_keys(row, text.paragraphs or (), str(language[0] if isinstance(language, list) else language))
    changed = {key: value for key, value in keys.items() if value and is_other(before.keys.get(key), value)}
    if not changed:
        return None
    after = set_keys(before, {**changed, "updated": to_today()})
    found = check_record(complete_draft(after, path.stem, text.data), text).problems
    if found:
        raise RefusedError(*(Problem(row.table, row.line, problem.message) for problem in found))
    said = (
        f"{key}: {to_flow(before.keys[key]) if key in before.keys else '(nothing)'} → {to_flow(value)}"
        for key, value in changed.items()
    )
    return Change(path, after.data, "; ".join(said))


def is_other(before: Plain | None, value: Plain) -> bool:
    """Return whether a row says other than a record does; only what it says in full takes other evidence."""
    one, other = to_long_form(before), to_long_form(value)
    if isinstance(one, dict) and isinstance(other, dict) and "value" in one:
        return bool(one["value"] != other.get("value"))
    return one != other


def to_today() -> str:
    """Return the day on which texts are added."""
    return datetime.now().astimezone().date().isoformat()
