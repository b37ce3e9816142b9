"""Prints the data package of a built site in the bulk format of OpenSearch and Elasticsearch.

For each article a line that says what is done, then a line that is its document, with its paragraphs:
https://docs.opensearch.org/latest/api-reference/document-apis/bulk/. Its mapping: docs/guide/scaling.md.
"""

import argparse
import csv
import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from itertools import groupby
from operator import itemgetter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
INDEX = "articles"
TABLES = ("records.csv", "authors.csv", "paragraphs.json")

# The columns of records.csv that a document has: of one value, and of several, parted by |.
PLAIN = (
    *("slug", "title", "title_basis", "subtitle", "date", "date_basis"),
    *("publication", "publication_basis", "author_basis", "kind", "language", "rights"),
)
LISTS = ("people", "places", "bodies", "subjects")


def list_lines(data: Path) -> Iterator[str]:
    """Yield the lines for the articles of a data package, one article at a time in memory."""
    with ExitStack() as stack:
        opened = {
            name: stack.enter_context((data / name).open(encoding="utf-8", newline="")) for name in TABLES
        }
        # Each row of paragraphs.json stands on a line of its own, the names of the columns on the first, and
        # every table has the same order.
        rows = (
            json.loads(line.rstrip(",\n")) for line in opened["paragraphs.json"] if line.strip() not in "[]"
        )
        columns = next(rows)
        paragraphs = _Groups(dict(zip(columns, row, strict=True)) for row in rows)
        authors = _Groups(csv.DictReader(opened["authors.csv"]))
        for row in csv.DictReader(opened["records.csv"]):
            slug = row["slug"]
            yield to_json({"index": {"_index": INDEX, "_id": slug}})
            yield to_json(to_document(row, authors.take(slug), paragraphs.take(slug)))


class _Groups:
    """The rows of a table, which stand in the order of the records, group by group."""

    def __init__(self, rows: Iterator[dict[str, str]]) -> None:
        self._groups = groupby(rows, itemgetter("slug"))
        self._next = self._read()

    def _read(self) -> tuple[str, list[dict[str, str]]]:
        slug, rows = next(self._groups, ("", iter(())))
        return slug, list(rows)

    def take(self, slug: str) -> list[dict[str, str]]:
        """Return the rows of an article; none if the next ones are of another."""
        if self._next[0] != slug:
            return []
        rows, self._next = self._next[1], self._read()
        return rows


def to_document(
    row: dict[str, str], authors: Sequence[dict[str, str]], paragraphs: Sequence[dict[str, str]]
) -> dict[str, object]:
    """Return an article as a document; what isn't known has no field."""
    known = {name: row[name] for name in PLAIN if row[name]}
    several = {name: row[name].split("|") for name in LISTS if row[name]}
    return {
        **known,
        **several,
        "author": [author["name"] for author in authors],
        "paragraphs": [{"number": item["number"], "text": item["text"]} for item in paragraphs],
    }


def to_json(data: object) -> str:
    """Return data as JSON on one line."""
    return json.dumps(data, ensure_ascii=False)


def main(argv: Sequence[str] | None = None) -> int:
    """Print the lines of the data package that the command line names; return 0."""
    parser = argparse.ArgumentParser(description=__doc__)
    default = ROOT / "site" / "data"
    parser.add_argument("data", type=Path, nargs="?", default=default, help="the folder of the data package")
    options = parser.parse_args(argv)
    missing = [name for name in TABLES if not (options.data / name).is_file()]
    if missing:
        parser.error(f"{options.data} has no {missing[0]}; scripts/build makes it")
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    for line in list_lines(options.data):
        print(line)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
