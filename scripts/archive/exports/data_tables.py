"""The tables of the data package whose rows belong to a record: paragraphs, authors, names, addresses."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from archive.catalogue.record_view import View

_SLUG = ("slug", "string", "The article")


@dataclass(frozen=True)
class Table:
    """A table whose rows belong to an article: name, type and description of each column, and its key.

    As CSV it may be empty; what has line ends is JSON.
    """

    name: str
    fields: tuple[tuple[str, str, str], ...]
    key: tuple[str, ...] = ()
    kind: str = "csv"

    @property
    def columns(self) -> list[str]:
        """Return the names of the columns."""
        return [name for name, _, _ in self.fields]


TABLES = (
    Table(
        "paragraphs",
        (
            _SLUG,
            ("number", "integer", "Of the paragraph, from 1"),
            ("line", "integer", "Its first line in the text file, from 1"),
            ("last_line", "integer", "Its last line"),
            ("text", "string", "As received, line by line"),
            ("kept", "boolean", "Whether its lines keep the white space at their ends"),
            ("label", "string", "What is kept, such as verse; null if it isn't said"),
            ("furniture", "string", "What it is of the page around the article; null if it is the article's"),
        ),
        ("slug", "number"),
        "json",
    ),
    Table(
        "authors",
        (
            _SLUG,
            ("number", "integer", "Of the author, from 1"),
            ("name", "string", "In full, as stated"),
            ("family", "string", "Of a person"),
            ("given", "string", "Of a person, if it is known"),
            ("particle", "string", "What stands in small letters before the family name, such as van"),
            ("suffix", "string", "Such as Jr. or III"),
            ("is_body", "boolean", "Whether it is a body, whose name is not taken apart"),
        ),
        ("slug", "number"),
    ),
    Table(
        "names",
        (
            _SLUG,
            ("group", "string", "people, places, bodies or subjects"),
            ("name", "string", "As it stands in the index"),
            ("other_forms", "array", "In which forms it is printed, but for the name itself"),
            ("paragraphs", "array", "The numbers of those that print it"),
        ),
    ),
    Table("found_at", (_SLUG, ("address", "string", "Where the same text was found"))),
)


def render_csv(columns: Sequence[str], rows: Iterable[View]) -> str:
    """Return rows as CSV (RFC 4180)."""
    buffer = io.StringIO(newline="")
    writer = csv.DictWriter(buffer, columns)
    writer.writeheader()
    writer.writerows(rows)
    return buffer.getvalue()


def list_rows(table: Table, view: View) -> Iterator[View]:
    """Yield the rows of an article in a table, each with all columns of it."""
    furniture = {item["paragraph"]: item["label"] for item in view["furniture"]}
    names = [*view["names"].items(), ("subjects", view["subjects"])]
    known: dict[str, Iterable[View]] = {
        "paragraphs": (item | {"furniture": furniture.get(item["number"])} for item in view["paragraphs"]),
        "authors": (item | {"number": number} for number, item in enumerate(view["authors"], start=1)),
        "names": (
            {"other_forms": item.get("printed", []), "paragraphs": [], "group": group} | item
            for group, found in names
            for item in found
        ),
        "found_at": ({"address": address} for address in view["found_at"]),
    }
    for row in known[table.name]:
        yield {name: (row | {"slug": view["slug"]})[name] for name in table.columns}


def render_table(table: Table, views: Sequence[View]) -> str:
    """Return a table of all articles; lists in CSV, and what is true or not, are JSON."""
    rows = (row for view in views for row in list_rows(table, view))
    if table.kind == "csv":
        return render_csv(table.columns, ({name: to_cell(row[name]) for name in row} for row in rows))
    # The names of the columns once, then a list for each row: a row of a JSON table may be one.
    listed = (table.columns, *(list(row.values()) for row in rows))
    lines = ",\n".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in listed)
    return f"[\n{lines}\n]\n"


def to_cell(value: object) -> object:
    """Return a value as it stands in CSV."""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | bool) else value
