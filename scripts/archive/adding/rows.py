"""From a row of a table to the keys of a record, as `archive.sources.table` writes them."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from archive.adding.drafting.calendar import find_dates
from archive.sources.paragraphs import Paragraph, flatten
from archive.sources.plain_yaml import Plain
from archive.sources.printed import is_quoted
from archive.sources.table import FACTS, GROUPS, HISTORY, LINES, LISTS, NAMES, PLAIN

RECEIVED = {"received_on": "on", "received_from": "from"}


@dataclass(frozen=True)
class Row:
    """A row of a table, given by its path: the line on which it begins, and its cells by their columns."""

    table: str
    line: int
    cells: Mapping[str, str]

    @property
    def languages(self) -> list[str]:
        """Return the languages that the row gives, the main one first."""
        return to_items(self.cells.get("language", ""))


def to_keys(row: Row, paragraphs: Sequence[Paragraph], language: str) -> dict[str, Plain | None]:
    """Return what a row says of a record, None for what it says is not there; raise ValueError for no JSON.

    A column that the table has not is left to the draft, and so is a fact with neither value nor basis
    if the table has no column for its basis.
    """
    cells = row.cells
    keys: dict[str, Plain | None] = {key: cells[key] or None for key in (*PLAIN, "updated") if key in cells}
    keys |= {"language": [*row.languages]} if len(row.languages) > 1 else {}
    for key in FACTS:
        if key in cells and (cells[key] or f"{key}_basis" in cells):
            keys[key] = to_fact(key, cells, paragraphs, language, PurePath(row.table).name)
    for key in (*LISTS, *LINES):
        if key in cells:
            keys[key] = [to_item(key, item) for item in to_items(cells[key])] or None
    for key in HISTORY:
        if key in cells:
            keys[key] = to_plain(json.loads(cells[key])) if cells[key] else None
    if cells.keys() & RECEIVED.keys():
        said = {key: cells[column] for column, key in RECEIVED.items() if cells.get(column)}
        keys["received"] = {**said} or None
    forms = to_mapping(cells.get(NAMES, ""))
    for group in GROUPS:
        if isinstance(names := keys.get(group), list):
            keys[group] = [to_name(str(name), forms.get(group)) for name in names]
    return keys


def to_fact(
    key: str, cells: Mapping[str, str], paragraphs: Sequence[Paragraph], language: str, table: str
) -> Plain | None:
    """Return a fact in its long form; without evidence, the words of the text are, or else the table is."""
    written, basis = cells[key], cells.get(f"{key}_basis", "")
    evidence = to_evidence(cells.get(f"{key}_evidence", ""), basis)
    if not written:
        if not basis:
            return None
        return {"basis": basis, "evidence": evidence} if evidence else {"basis": basis}
    quote = (
        find_words(key, written, paragraphs, language) if not evidence and basis in {"", "printed"} else None
    )
    if quote:
        basis, evidence = "printed", [{"quote": quote}]
    elif not evidence and basis != "printed":
        evidence = [{"source": table}]
    value: Plain = to_plain(json.loads(written)) if key == "author" and written.startswith("[") else written
    return {"value": value, "basis": basis or "inferred", "evidence": evidence}


def find_words(key: str, value: str, paragraphs: Sequence[Paragraph], language: str) -> str | None:
    """Return the words of a text that print a value: the same, in other capitals, or of the same date."""
    if is_quoted(value, paragraphs):
        return value
    sought = flatten(value).casefold()
    for paragraph in paragraphs:
        if key == "date":
            words = [found.words for found in find_dates(paragraph.flat, language) if found.edtf == value]
            if words:
                return flatten(words[0])
        start = paragraph.flat.casefold().find(sought)
        found = paragraph.flat[start : start + len(sought)]
        # Letters may be more in small ones than in capitals.
        if start >= 0 and found.casefold() == sought:
            return found
    return None


def to_evidence(cell: str, basis: str) -> list[Plain]:
    """Return evidence from JSON; any other text is one quotation of what is printed, else one source."""
    if cell.startswith("["):
        found = to_plain(json.loads(cell))
        return found if isinstance(found, list) else []
    return [{"quote" if basis == "printed" else "source": cell}] if cell else []


def to_items(cell: str) -> list[str]:
    """Return the items of a list."""
    if cell.startswith("["):
        return [str(item) for item in json.loads(cell)]
    return [item.strip() for item in cell.split("|") if item.strip()]


def to_item(key: str, item: str) -> Plain:
    """Return an item as a record has it; lines have what they are behind their numbers."""
    if key not in LINES:
        return item
    lines, _, label = item.partition(" ")
    return {"lines": lines, "label": label} if label else {"lines": lines}


def to_name(name: str, forms: object) -> Plain:
    """Return a name with the forms that the table has for it."""
    known = forms.get(name) if isinstance(forms, dict) else None
    return {"name": name, **known} if isinstance(known, dict) else name


def to_mapping(cell: str) -> dict[str, object]:
    """Return what JSON has by name; nothing if the cell is empty."""
    found = json.loads(cell) if cell else {}
    if not isinstance(found, dict):
        raise json.JSONDecodeError("is no mapping", cell, 0)
    return {str(key): to_plain(value) for key, value in found.items()}


def to_plain(value: object) -> Plain:
    """Return JSON as the plain values of a record: text, lists and mappings."""
    if isinstance(value, list):
        return [to_plain(item) for item in value]
    if isinstance(value, dict):
        return {str(key): to_plain(item) for key, item in value.items()}
    return str(value)
