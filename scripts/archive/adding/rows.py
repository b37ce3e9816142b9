"""From a row of a table to the keys of a record, as `archive.sources.table` writes them."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath

from archive.adding.drafting.calendar import find_dates
from archive.adding.outcome import RefusedError
from archive.adding.read_table import Row
from archive.sources.paragraphs import Paragraph, flatten
from archive.sources.plain_yaml import Plain
from archive.sources.printed import is_quoted
from archive.sources.problem import Problem
from archive.sources.table import FACTS, JSON, LINES, LISTS, NAMES, PLAIN

RECEIVED = {"received_on": "on", "received_from": "from"}


def to_keys(row: Row, paragraphs: Sequence[Paragraph], language: str) -> dict[str, Plain | None]:
    """Return what a row says of a record, None for what is not there; refuse a cell that is no JSON."""
    try:
        return {key: value or None for key, value in list_keys(row, paragraphs, language)}
    except ValueError as error:
        raise RefusedError(Problem(row.table, row.line, f"has no JSON in a cell: {error}")) from error


def list_keys(row: Row, paragraphs: Sequence[Paragraph], language: str) -> Iterator[tuple[str, Plain | None]]:
    """Yield the keys of a record about which a row says anything; raise ValueError for no JSON.

    A column that the table has not is left to the draft, and so is a fact with neither value nor basis
    if the table has no column for its basis.
    """
    cells = row.cells
    forms = parse_json(cells.get(NAMES) or "{}")
    if not isinstance(forms, dict):
        raise json.JSONDecodeError(f"{NAMES} is no mapping", cells[NAMES], 0)
    for key, cell in cells.items():
        if key in PLAIN:
            yield key, cell
        elif key in FACTS and (cell or f"{key}_basis" in cells):
            yield key, to_fact(key, row, paragraphs, language)
        elif key in (*LISTS, *LINES):
            yield key, [to_item(key, item, forms.get(key)) for item in to_items(cell)]
        elif key in JSON:
            yield key, parse_json(cell or "[]")
        elif key == "language":
            main, *others = cell.split("|")
            yield key, [main, *others] if others else main
    if cells.keys() & RECEIVED.keys():
        yield "received", {key: cells[column] for column, key in RECEIVED.items() if cells.get(column)}


def to_fact(key: str, row: Row, paragraphs: Sequence[Paragraph], language: str) -> Plain | None:
    """Return a fact in its long form; without evidence, the words of the text are, or else the table is."""
    written, basis = row.cells[key], row.cells.get(f"{key}_basis", "")
    evidence = to_evidence(row.cells.get(f"{key}_evidence", ""), basis)
    if not written:
        return {"basis": basis, **({"evidence": evidence} if evidence else {})} if basis else None
    if not evidence and basis in {"", "printed"} and (quote := find_quote_of(written, paragraphs, language)):
        basis, evidence = "printed", [{"quote": quote}]
    elif not evidence and basis != "printed":
        evidence = [{"source": PurePath(row.table).name}]
    value = parse_json(written) if key == "author" and written.startswith("[") else written
    return {"value": value, "basis": basis or "inferred", "evidence": evidence}


def find_quote_of(value: str, paragraphs: Sequence[Paragraph], language: str) -> str | None:
    """Return the words of a text that print a value: the same, in other capitals, or of the same date."""
    if is_quoted(value, paragraphs):
        return value
    sought = flatten(value).casefold()
    for paragraph in paragraphs:
        for date in find_dates(paragraph.flat, language):
            if date.edtf == value:
                return flatten(date.words)
        start = paragraph.flat.casefold().find(sought)
        found = paragraph.flat[start : start + len(sought)]
        # Letters may be more in small ones than in capitals.
        if start >= 0 and found.casefold() == sought:
            return found
    return None


def find_main_language(cells: Mapping[str, str]) -> str | None:
    """Return the first language that a row gives; None if it gives none."""
    return cells.get("language", "").split("|")[0] or None


def to_evidence(cell: str, basis: str) -> Plain:
    """Return evidence from JSON; any other text is one quotation of what is printed, else one source."""
    if not cell or cell.startswith("["):
        return parse_json(cell or "[]")
    return [{"quote" if basis == "printed" else "source": cell}]


def to_items(cell: str) -> list[str]:
    """Return the items of a list."""
    if cell.startswith("["):
        return list(map(str, json.loads(cell)))
    return [item.strip() for item in cell.split("|") if item.strip()]


def to_item(key: str, item: str, forms: Plain | None) -> Plain:
    """Return an item as a record has it: lines with what they are, a name with those of its `forms`."""
    if key in LINES:
        lines, _, label = item.partition(" ")
        return {"lines": lines, "label": label} if label else {"lines": lines}
    known = forms.get(item) if isinstance(forms, dict) else None
    return {"name": item, **known} if isinstance(known, dict) else item


def parse_json(cell: str) -> Plain:
    """Return JSON as the plain values of a record; raise ValueError if it is none."""
    return to_plain(json.loads(cell))


def to_plain(value: object) -> Plain:
    """Return what JSON holds as text, lists and mappings."""
    if isinstance(value, list):
        return list(map(to_plain, value))
    if isinstance(value, dict):
        return {key: to_plain(item) for key, item in value.items()}
    return str(value)
