"""Records as rows of a table: what the archive exports as `data/records.csv`, and takes in again.

A cell of a list has its items parted by `|`. Evidence, names that are printed otherwise, and authors that
their names alone don't tell apart are JSON, so that a row says all that its record says.
"""

import json
from collections.abc import Iterable
from datetime import date

from archive.sources.authors import Author, parse_authors, to_author_words
from archive.sources.dates import ArticleDate
from archive.sources.fact import NOTHING_STATED, Fact
from archive.sources.record import Furniture, Kept, Name, Record

FACTS = {
    "title": "Empty if not stated",
    "subtitle": "Empty if there is none",
    "date": "As known, in EDTF; empty if not stated",
    "publication": "Where it was first published; empty if not stated",
    "author": "Empty if not stated; JSON where names alone don't tell persons and bodies apart",
}
GROUPS = ("people", "places", "bodies")
LISTS = (*GROUPS, "subjects", "found_at", "was")
LINES = ("furniture", "kept")
PLAIN = ("slug", "sha256", "kind", "rights", "rights_note", "encoding", "layout", "received_as", "updated")
NAMES = "printed_names"
HISTORY = ("printings", "replaced")

# Each column with what it holds.
FIELDS = {
    "slug": "The address of the article: articles/SLUG/",
    "file": "The name of the text file as received",
    "sha256": "SHA-256 of the text file",
    **{
        f"{key}{end}": said
        for key, value in FACTS.items()
        for end, said in (
            ("", value),
            ("_basis", f"How the {key} is known"),
            ("_evidence", "By what it is known: JSON, or the one quotation or source"),
        )
    },
    "kind": "The genre of the text",
    "language": "BCP 47; of several, parted by |, the main one first",
    "people": "Names, parted by |",
    "places": "Names, parted by |",
    "bodies": "Names, parted by |",
    NAMES: "JSON: the printed and filed forms of names that are not printed as they are",
    "subjects": "Headings, parted by |",
    "rights": "The address of a rights statement",
    "rights_note": "What is to be noted on the rights",
    "found_at": "Addresses, parted by |",
    "furniture": "Lines of the page around the article, each with what it is, parted by |",
    "encoding": "Of the text file, if it is not UTF-8",
    "layout": "lines, or blocks",
    "kept": "Lines that are shown as typed, parted by |",
    "printings": "JSON: where else, and on which days, the same text was printed",
    "replaced": "JSON: the sums of texts that stood in its place, and until when",
    "received_on": "The day on which the file was received, in EDTF",
    "received_from": "From whom or where it was received",
    "received_as": "Where the file lay when it was received, if it was under another name",
    "was": "Slugs that the article had before, parted by |",
    "updated": "The day on which the record was last changed",
}


def to_row(name: str, record: Record) -> dict[str, str]:
    """Return the record of the text file of a name as one row: a cell for each column."""
    received = record.received
    row = {key: str(getattr(record, key) or "") for key in PLAIN}
    row |= {
        "file": f"{name}.txt",
        "language": to_list_cell(record.languages),
        "received_on": received.on.edtf if received and received.on else "",
        "received_from": (received.source or "") if received else "",
        NAMES: to_json({group: forms for group in GROUPS if (forms := to_forms(getattr(record, group)))}),
    }
    for key in FACTS:
        row |= to_fact_cells(key, getattr(record, key))
    for key in LISTS:
        row[key] = to_list_cell(str(getattr(item, "name", item)) for item in getattr(record, key))
    for key in LINES:
        row[key] = to_list_cell(map(to_lines_cell, getattr(record, key)))
    for key in HISTORY:
        row[key] = to_json(getattr(record, key))
    return {column: row[column] for column in FIELDS}


def to_fact_cells(key: str, fact: Fact[object] | None) -> dict[str, str]:
    """Return the three cells of a fact: value, basis, evidence."""
    if fact is None:
        return {key: "", f"{key}_basis": "", f"{key}_evidence": ""}
    value = fact.value
    written = to_author_cell(value) if isinstance(value, tuple) else getattr(value, "edtf", value)
    return {
        key: str(written or ""),
        f"{key}_basis": fact.basis,
        f"{key}_evidence": to_json(fact.evidence),
    }


def to_author_cell(authors: tuple[Author, ...]) -> str:
    """Return authors in words, or as JSON where the words would be read as other ones."""
    words = to_author_words(authors)
    if parse_authors(words) == authors and not words.startswith("["):
        return words
    return to_json(list(map(to_plain_author, authors)))


def to_plain_author(author: Author) -> dict[str, str]:
    """Return an author as a record has it in full."""
    if author.is_body:
        return {"body": author.name}
    family = " ".join(filter(None, [author.particle, author.family]))
    parts = {"name": author.name, "family": family, "given": author.given, "suffix": author.suffix}
    return {key: value for key, value in parts.items() if value}


def to_forms(names: Iterable[Name]) -> dict[str, dict[str, object]]:
    """Return of each name what its own words don't say: in which forms it is printed, and how it is filed."""
    forms: dict[str, dict[str, object]] = {}
    for name in names:
        if name.printed != (name.name,):
            forms.setdefault(name.name, {})["printed"] = name.printed
        if name.filed:
            forms.setdefault(name.name, {})["filed"] = name.filed
    return forms


def to_lines_cell(item: Furniture | Kept) -> str:
    """Return lines with what they are: `1-2 headline`."""
    return f"{item.lines} {item.label}" if item.label else str(item.lines)


def to_list_cell(items: Iterable[str]) -> str:
    """Return the items of a list parted by `|`, or as JSON where that would part one of them."""
    found = list(items)
    joined = "|".join(found)
    is_plain = not any("|" in item for item in found) and not joined.startswith("[")
    return joined if is_plain else to_json(found)


def to_json(value: object) -> str:
    """Return a value as JSON, of a record's parts what they have; nothing if it is empty."""
    return json.dumps(value, ensure_ascii=False, default=to_plain) if value else ""


def to_plain(part: object) -> object:
    """Return a part of a record for JSON: a date as it is written, anything else by its keys."""
    if isinstance(part, date):
        return part.isoformat()
    if isinstance(part, ArticleDate):
        return part.edtf
    return {key: item for key, item in vars(part).items() if item and item != NOTHING_STATED}
