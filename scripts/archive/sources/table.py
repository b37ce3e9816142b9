"""Records as rows of a table: what the archive exports as `data/records.csv`, and takes in again.

A cell of a list has its items parted by `|`. Evidence, names that are printed otherwise, and authors that
their names alone don't tell apart are JSON, so that a row says all that its record says.
"""

import json
from collections.abc import Iterable

from archive.sources.authors import Author, parse_authors, to_author_words
from archive.sources.fact import Evidence, Fact
from archive.sources.history import Printing, Received
from archive.sources.record import Furniture, Kept, Name, Record

FACTS = ("title", "subtitle", "date", "publication", "author")
GROUPS = ("people", "places", "bodies")
LISTS = (*GROUPS, "subjects", "found_at", "was")
LINES = ("furniture", "kept")
PLAIN = ("slug", "sha256", "kind", "language", "rights", "rights_note", "encoding", "layout", "received_as")
NAMES = "printed_names"
HISTORY = ("printings", "replaced")

# Each column with what it holds.
FIELDS = {
    "slug": "The address of the article: articles/SLUG/",
    "file": "The name of the text file as received",
    "sha256": "SHA-256 of the text file",
    "title": "Empty if not stated",
    "title_basis": "How the title is known",
    "title_evidence": "By what it is known: JSON, or the one quotation or source",
    "subtitle": "Empty if there is none",
    "subtitle_basis": "How the subtitle is known",
    "subtitle_evidence": "By what it is known",
    "date": "As known, in EDTF; empty if not stated",
    "date_basis": "How the date is known",
    "date_evidence": "By what it is known",
    "publication": "Where it was first published; empty if not stated",
    "publication_basis": "How the publication is known",
    "publication_evidence": "By what it is known",
    "author": "Empty if not stated; JSON where names alone don't tell persons and bodies apart",
    "author_basis": "How the author is known",
    "author_evidence": "By what it is known",
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
    row = {"file": f"{name}.txt", "updated": record.updated.isoformat() if record.updated else ""}
    row |= {key: getattr(record, key) or "" for key in PLAIN}
    row["language"] = to_list_cell(record.languages)
    row |= to_received_cells(record.received)
    for key in FACTS:
        row |= to_fact_cells(key, getattr(record, key))
    for key in LISTS:
        row[key] = to_list_cell(str(getattr(item, "name", item)) for item in getattr(record, key))
    for key in LINES:
        row[key] = to_list_cell(map(to_lines_cell, getattr(record, key)))
    row["printings"] = to_json(list(map(to_plain_printing, record.printings)))
    row["replaced"] = to_json(
        [{"sha256": item.sha256, "until": item.until.isoformat()} for item in record.replaced]
    )
    row[NAMES] = to_json({group: forms for group in GROUPS if (forms := to_forms(getattr(record, group)))})
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
        f"{key}_evidence": to_json([to_plain_evidence(item) for item in fact.evidence]),
    }


def to_plain_printing(printing: Printing) -> dict[str, object]:
    """Return another printing as a record has it in full."""
    date = printing.date.value
    values = (
        ("publication", printing.publication, printing.publication.value),
        ("date", printing.date, date and date.edtf),
    )
    return {
        key: {"value": value, "basis": fact.basis, "evidence": list(map(to_plain_evidence, fact.evidence))}
        for key, fact, value in values
        if value
    }


def to_received_cells(received: Received | None) -> dict[str, str]:
    """Return the cells of how a text was received."""
    on = received.on.edtf if received and received.on else ""
    return {"received_on": on, "received_from": (received.source or "") if received else ""}


def to_plain_evidence(evidence: Evidence) -> dict[str, str]:
    """Return a piece of evidence as a mapping."""
    return {key: value for key in ("quote", "source", "note") if (value := getattr(evidence, key))}


def to_author_cell(authors: tuple[Author, ...]) -> str:
    """Return authors in words, or as JSON where the words would be read as other ones."""
    words = to_author_words(authors)
    if parse_authors(words) == authors and not words.startswith("["):
        return words
    return json.dumps([to_plain_author(author) for author in authors], ensure_ascii=False)


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
            forms.setdefault(name.name, {})["printed"] = list(name.printed)
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
    return joined if is_plain else json.dumps(found, ensure_ascii=False)


def to_json(value: object) -> str:
    """Return a value as JSON; nothing if it is empty."""
    return json.dumps(value, ensure_ascii=False) if value else ""
