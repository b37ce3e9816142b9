"""The whole archive as data: a Frictionless data package (https://datapackage.org/standard/data-package/)."""

import csv
import io
import json
from collections.abc import Sequence

from archive.sources.article import Article
from archive.sources.site import Site

_RECORD_FIELDS = {
    "slug": "The address of the article: articles/SLUG/",
    "file": "The name of the text file as received",
    "sha256": "SHA-256 of the text file",
    "title": "Empty if not stated",
    "title_basis": "How the title is known",
    "subtitle": "Empty if there is none",
    "date": "As known, in EDTF; empty if not stated",
    "date_basis": "How the date is known",
    "publication": "Where it was first published; empty if not stated",
    "publication_basis": "How the publication is known",
    "author": "Empty if not stated",
    "author_basis": "How the author is known",
    "kind": "The genre of the text",
    "language": "BCP 47",
    "people": "Names, parted by |",
    "places": "Names, parted by |",
    "bodies": "Names, parted by |",
    "subjects": "Headings, parted by |",
    "rights": "The address of a rights statement",
    "updated": "The day on which the record was last changed",
}


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
            to_resource("records", "records.csv", "csv", [*map(to_field, _RECORD_FIELDS)]),
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
    return {"name": name, "type": kind, "description": _RECORD_FIELDS[name]}


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
    writer = csv.DictWriter(buffer, _RECORD_FIELDS)
    writer.writeheader()
    writer.writerows(to_row(article) for article in articles)
    return buffer.getvalue().encode()


def to_row(article: Article) -> dict[str, object]:
    """Return a record as one row."""
    record = article.record
    date = record.date.value
    return {
        "slug": record.slug,
        "file": f"{article.name}.txt",
        "sha256": record.sha256,
        "title": record.title.value,
        "title_basis": record.title.basis,
        "subtitle": record.subtitle.value if record.subtitle else None,
        "date": date.edtf if date else None,
        "date_basis": record.date.basis,
        "publication": record.publication.value,
        "publication_basis": record.publication.basis,
        "author": article.author_words,
        "author_basis": record.author.basis,
        "kind": record.kind,
        "language": record.language,
        "people": "|".join(name.name for name in record.people),
        "places": "|".join(name.name for name in record.places),
        "bodies": "|".join(name.name for name in record.bodies),
        "subjects": "|".join(record.subjects),
        "rights": record.rights,
        "updated": record.updated.isoformat() if record.updated else None,
    }


def to_paragraphs_json(articles: Sequence[Article]) -> bytes:
    """Return every paragraph of every article as JSON, one a line."""
    rows = (
        {"slug": article.record.slug, "number": p.number, "line": p.line, "text": p.text}
        for article in articles
        for p in article.paragraphs
    )
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    return f"[\n{lines}\n]\n".encode()
