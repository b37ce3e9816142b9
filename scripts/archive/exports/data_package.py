"""The whole archive as data: a Frictionless data package (https://datapackage.org/standard/data-package/).

Its records are the table that `scripts/add --records` takes in again; rows of other tables belong to one.
"""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from archive.catalogue.catalogue import Catalogue
from archive.catalogue.record_view import View
from archive.sources.site import Site
from archive.sources.table import FIELDS

# Type and description of a column.
_Columns = Mapping[str, tuple[str, str]]

_SLUG = ("string", "The article")
# The columns of each table. Rows that have a number are told apart by it.
TABLES: dict[str, _Columns] = {
    "records": {name: ("date" if name == "updated" else "string", text) for name, text in FIELDS.items()},
    "paragraphs": {
        "slug": _SLUG,
        "number": ("integer", "Of the paragraph, from 1"),
        "line": ("integer", "Its first line in the text file, from 1"),
        "last_line": ("integer", "Its last line"),
        "text": ("string", "As received, line by line"),
        "kept": ("boolean", "Whether its lines keep the white space at their ends"),
        "label": ("string", "What is kept, such as verse; null if it isn't said"),
        "furniture": ("string", "What it is of the page around the article; null if it is the article's"),
    },
    "authors": {
        "slug": _SLUG,
        "number": ("integer", "Of the author, from 1"),
        "name": ("string", "In full, as stated"),
        "family": ("string", "Of a person"),
        "given": ("string", "Of a person, if it is known"),
        "particle": ("string", "What stands in small letters before the family name, such as van"),
        "suffix": ("string", "Such as Jr. or III"),
        "is_body": ("boolean", "Whether it is a body, whose name is not taken apart"),
    },
    "names": {
        "slug": _SLUG,
        "group": ("string", "people, places, bodies or subjects"),
        "name": ("string", "As it stands in the index"),
        "other_forms": ("array", "In which forms it is printed, but for the name itself"),
        "paragraphs": ("array", "The numbers of those that print it"),
    },
    "found_at": {"slug": _SLUG, "address": ("string", "Where the same text was found")},
}
# What has line ends is JSON; CSV may be empty.
_KINDS = dict.fromkeys(TABLES, "csv") | {"paragraphs": "json"}


def list_data(catalogue: Catalogue, site: Site) -> Iterator[tuple[str, str]]:
    """Yield path and text of each file of the package."""
    package = {
        "name": "news-archive",
        "title": site.name,
        "description": site.description,
        "homepage": site.address,
        "profile": "data-package",
        **render_origin(catalogue.views),
        "resources": [describe(name, columns) for name, columns in TABLES.items()],
    }
    yield "data/datapackage.json", json.dumps(package, ensure_ascii=False, indent=1) + "\n"
    for name, columns in TABLES.items():
        rows = ({"slug": view["slug"]} | row for view in catalogue.views for row in list_rows(name, view))
        render = render_csv if _KINDS[name] == "csv" else render_json
        yield f"data/{name}.{_KINDS[name]}", render(list(columns), rows)


def render_origin(views: Sequence[View]) -> View:
    """Return where the articles were published, as far as it is stated, and the rights in the package.

    They are those that every article has; otherwise each row says its own.
    """
    rights = {(view["rights"]["uri"], view["rights"]["label"]) for view in views}
    is_one = len(rights) == 1 and None not in next(iter(rights))
    titles = sorted({view["publication"] for view in views if view["publication"]})
    return {
        **({"licenses": [{"path": uri, "title": label} for uri, label in rights]} if is_one else {}),
        **({"sources": [{"title": title} for title in titles]} if titles else {}),
    }


def describe(name: str, columns: _Columns) -> View:
    """Return the description of a table."""
    record = {"fields": ["slug"], "reference": {"resource": "records", "fields": ["slug"]}}
    key = ["slug"] if name == "records" else [part for part in ("slug", "number") if "number" in columns]
    return {
        "name": name,
        "path": f"{name}.{_KINDS[name]}",
        "format": _KINDS[name],
        "encoding": "utf-8",
        "profile": "tabular-data-resource",
        "schema": {
            "fields": [
                {"name": column, "type": kind, "description": text}
                for column, (kind, text) in columns.items()
            ],
            **({"primaryKey": key} if key else {}),
            **({} if name == "records" else {"foreignKeys": [record]}),
        },
    }


def list_rows(name: str, view: View) -> Iterable[View]:
    """Return the rows of an article in a table, whose columns they may lack or exceed."""
    if name == "records":
        return [view["row"]]
    if name == "paragraphs":
        labels = {item["paragraph"]: item["label"] for item in view["furniture"]}
        return (item | {"furniture": labels.get(item["number"])} for item in view["paragraphs"])
    if name == "authors":
        return (item | {"number": number} for number, item in enumerate(view["authors"], start=1))
    if name == "names":
        groups = [*view["names"].items(), ("subjects", view["subjects"])]
        return (
            {"group": group, "other_forms": item.get("printed", []), "paragraphs": []} | item
            for group, found in groups
            for item in found
        )
    return ({"address": address} for address in view["found_at"])


def render_csv(columns: Sequence[str], rows: Iterable[View]) -> str:
    """Return rows as CSV (RFC 4180); lists, and what is true or not, are JSON."""
    buffer = io.StringIO(newline="")
    writer = csv.DictWriter(buffer, columns, extrasaction="ignore")
    writer.writeheader()
    writer.writerows({name: to_cell(value) for name, value in row.items()} for row in rows)
    return buffer.getvalue()


def to_cell(value: object) -> object:
    """Return a value as it stands in CSV."""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | bool) else value


def render_json(columns: Sequence[str], rows: Iterable[View]) -> str:
    """Return rows as JSON: the names of the columns once, then a list for each row."""
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    lines = [encode(columns), *(encode([row.get(name) for name in columns]) for row in rows)]
    return "[\n" + ",\n".join(lines) + "\n]\n"
