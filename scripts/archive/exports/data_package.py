"""The whole archive as data: a Frictionless data package (https://datapackage.org/standard/data-package/)."""

import json
from collections.abc import Iterator, Sequence

from archive.catalogue.catalogue import Catalogue
from archive.catalogue.record_view import View
from archive.exports.data_tables import TABLES, Table, render_csv, render_table
from archive.sources.site import Site
from archive.sources.table import FIELDS


def list_data(catalogue: Catalogue, site: Site) -> Iterator[tuple[str, str]]:
    """Yield path and text of each file of the package."""
    for name, text in render_data_package(catalogue.views, site).items():
        yield f"data/{name}", text


def render_data_package(views: Sequence[View], site: Site) -> dict[str, str]:
    """Return the files of the package by name."""
    package = {
        "name": "news-archive",
        "title": site.name,
        "description": site.description,
        "homepage": site.address,
        "profile": "data-package",
        **render_licences(views),
        **render_sources(views),
        "resources": [render_records(), *map(render_resource, TABLES)],
    }
    return {
        "datapackage.json": json.dumps(package, ensure_ascii=False, indent=1) + "\n",
        "records.csv": render_csv(list(FIELDS), (view["row"] for view in views)),
        **{f"{table.name}.{table.kind}": render_table(table, views) for table in TABLES},
    }


def render_licences(views: Sequence[View]) -> View:
    """Return the rights in the package: those that every article has; otherwise each row says its own."""
    found = {(view["rights"]["uri"], view["rights"]["label"]) for view in views}
    if len(found) != 1 or None in next(iter(found)):
        return {}
    return {"licenses": [{"path": uri, "title": label} for uri, label in found]}


def render_sources(views: Sequence[View]) -> View:
    """Return where the articles were published, as far as it is stated."""
    titles = sorted({view["publication"] for view in views if view["publication"]})
    return {"sources": [{"title": title} for title in titles]} if titles else {}


def render_records() -> View:
    """Return the description of the table of records, which `scripts/add --records` takes in again."""
    kinds = {"updated": "date"}
    fields = [
        {"name": name, "type": kinds.get(name, "string"), "description": text}
        for name, text in FIELDS.items()
    ]
    return describe("records", "csv", {"fields": fields, "primaryKey": ["slug"]})


def render_resource(table: Table) -> View:
    """Return the description of a table whose every row belongs to a record."""
    fields = [{"name": name, "type": kind, "description": text} for name, kind, text in table.fields]
    key = {"primaryKey": list(table.key)} if table.key else {}
    record = {"fields": ["slug"], "reference": {"resource": "records", "fields": ["slug"]}}
    return describe(table.name, table.kind, {"fields": fields, **key, "foreignKeys": [record]})


def describe(name: str, kind: str, schema: View) -> View:
    """Return the description of a file of the package."""
    return {
        "name": name,
        "path": f"{name}.{kind}",
        "format": kind,
        "encoding": "utf-8",
        "profile": "tabular-data-resource",
        "schema": schema,
    }
