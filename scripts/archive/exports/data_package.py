"""The whole archive as data: a Frictionless data package (https://datapackage.org/standard/data-package/)."""

import csv
import io
import json
from collections.abc import Sequence

from archive.catalogue.record_view import View
from archive.sources.site import Site
from archive.sources.table import FIELDS

_PARAGRAPH_FIELDS: list[dict[str, str]] = [
    {"name": "slug", "type": "string", "description": "The article"},
    {"name": "number", "type": "integer", "description": "Of the paragraph, from 1"},
    {"name": "line", "type": "integer", "description": "Its first line in the text file, from 1"},
    {"name": "last_line", "type": "integer", "description": "Its last line"},
    {
        "name": "text",
        "type": "string",
        "description": "As received, line by line",
    },
    {
        "name": "kept",
        "type": "boolean",
        "description": "Whether its lines keep the white space at their ends",
    },
    {"name": "label", "type": "string", "description": "What is kept, such as verse; null if it isn't said"},
]


def render_data_package(views: Sequence[View], site: Site) -> dict[str, str]:
    """Return the files of the package by name."""
    package = {
        "name": "news-archive",
        "title": site.name,
        "description": site.description,
        "homepage": site.address,
        "profile": "data-package",
        "resources": [
            render_resource("records", "records.csv", "csv", list(map(render_field, FIELDS))),
            render_resource("paragraphs", "paragraphs.json", "json", _PARAGRAPH_FIELDS),
        ],
    }
    return {
        "datapackage.json": json.dumps(package, ensure_ascii=False, indent=1) + "\n",
        "records.csv": render_csv(views),
        "paragraphs.json": render_paragraphs(views),
    }


def render_field(name: str) -> dict[str, str]:
    """Return a column of the records."""
    kind = "date" if name == "updated" else "string"
    return {"name": name, "type": kind, "description": FIELDS[name]}


def render_resource(name: str, path: str, kind: str, fields: list[dict[str, str]]) -> dict[str, object]:
    """Return the description of a file of the package."""
    return {
        "name": name,
        "path": path,
        "format": kind,
        "encoding": "utf-8",
        "profile": "tabular-data-resource",
        "schema": {"fields": fields},
    }


def render_csv(views: Sequence[View]) -> str:
    """Return the records as CSV (RFC 4180)."""
    buffer = io.StringIO(newline="")
    writer = csv.DictWriter(buffer, FIELDS)
    writer.writeheader()
    writer.writerows(view["row"] for view in views)
    return buffer.getvalue()


def render_paragraphs(views: Sequence[View]) -> str:
    """Return every paragraph of every article as JSON, one a line."""
    names = [field["name"] for field in _PARAGRAPH_FIELDS]
    known = ({"slug": view["slug"], **paragraph} for view in views for paragraph in view["paragraphs"])
    rows = ({name: row[name] for name in names} for row in known)
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    return f"[\n{lines}\n]\n"
