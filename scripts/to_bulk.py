"""Prints the data package of a built site in the bulk format of OpenSearch and Elasticsearch.

For each article a line that says what is done, then a line that is its document, with its paragraphs:
https://docs.opensearch.org/latest/api-reference/document-apis/bulk/. Its mapping: docs/guide/scaling.md.
"""

import argparse
import csv
import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
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
    """Yield the lines for the articles of a data package, the text of one article at a time in memory."""
    authors = defaultdict(list)
    for author in read_csv(data / "authors.csv"):
        authors[author["slug"]].append(author["name"])
    # Both tables have the same order, and no article is without a paragraph.
    texts = groupby(read_paragraphs(data / "paragraphs.json"), itemgetter("slug"))
    for row, (slug, paragraphs) in zip(read_csv(data / "records.csv"), texts, strict=True):
        document: dict[str, object] = {name: row[name] for name in PLAIN if row[name]}
        document |= {name: row[name].split("|") for name in LISTS if row[name]}
        document["author"] = authors[slug]
        document["paragraphs"] = [{"number": item["number"], "text": item["text"]} for item in paragraphs]
        yield json.dumps({"index": {"_index": INDEX, "_id": slug}})
        yield json.dumps(document, ensure_ascii=False)


def read_csv(path: Path) -> Iterator[dict[str, str]]:
    """Yield the rows of a table."""
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def read_paragraphs(path: Path) -> Iterator[dict[str, object]]:
    """Yield the rows of a table, each on a line of its own, the names of the columns on the first."""
    with path.open(encoding="utf-8") as file:
        rows = (json.loads(line.rstrip(",\n")) for line in file if line.strip() not in "[]")
        columns = next(rows)
        yield from (dict(zip(columns, row, strict=True)) for row in rows)


def main(argv: Sequence[str] | None = None) -> int:
    """Print the lines of the data package that the command line names; return 0."""
    parser = argparse.ArgumentParser(description=__doc__)
    folder = "the folder of the data package"
    parser.add_argument("data", type=Path, nargs="?", default=ROOT / "site" / "data", help=folder)
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
