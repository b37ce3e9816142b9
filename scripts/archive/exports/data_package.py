"""The whole archive as data: a Frictionless data package (https://datapackage.org/standard/data-package/)."""

import csv
import io
import json
from collections.abc import Sequence

from archive.sources.article import Article
from archive.sources.site import Site
from archive.sources.table import FIELDS, to_row


def render_data_package(articles: Sequence[Article], site: Site) -> dict[str, bytes]:
    """Return the files of the package by name."""
    records, paragraphs = to_csv(articles), to_paragraphs_json(articles)
    package = {
        "name": "news-archive",
        "title": site.name,
        "description": site.description,
        "homepage": site.address,
        "profile": "data-package",
        "resources": [
            to_resource("records", "records.csv", "csv", [*map(to_field, FIELDS)]),
            to_resource("paragraphs", "paragraphs.json", "json", _PARAGRAPH_FIELDS),
        ],
    }
    described = (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode()
    return {"datapackage.json": described, "records.csv": records, "paragraphs.json": paragraphs}


_PARAGRAPH_FIELDS: list[dict[str, str]] = [
    {"name": "slug", "type": "string", "description": "The article"},
    {"name": "number", "type": "integer", "description": "Of the paragraph, from 1"},
    {"name": "line", "type": "integer", "description": "Of the text file, from 1"},
    {"name": "text", "type": "string", "description": "As received, without white space at its ends"},
]


def to_field(name: str) -> dict[str, str]:
    """Return a column of the records."""
    kind = "date" if name == "updated" else "string"
    return {"name": name, "type": kind, "description": FIELDS[name]}


def to_resource(name: str, path: str, kind: str, fields: list[dict[str, str]]) -> dict[str, object]:
    """Return the description of a file of the package."""
    return {
        "name": name,
        "path": path,
        "format": kind,
        "encoding": "utf-8",
        "profile": "tabular-data-resource",
        "schema": {"fields": fields},
    }


def to_csv(articles: Sequence[Article]) -> bytes:
    """Return the records as CSV (RFC 4180)."""
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, FIELDS)
    writer.writeheader()
    writer.writerows(to_row(article.name, article.record) for article in articles)
    return buffer.getvalue().encode()


def to_paragraphs_json(articles: Sequence[Article]) -> bytes:
    """Return every paragraph of every article as JSON, one a line."""
    rows = (
        {"slug": article.record.slug, "number": p.number, "line": p.line, "text": p.text}
        for article in articles
        for p in article.paragraphs
    )
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    return f"[\n{lines}\n]\n".encode()
