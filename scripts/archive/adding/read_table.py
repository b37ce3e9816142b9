"""Reads a table of records: a column `file`, and any other columns of `data/records.csv`."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePath

from archive.adding.files import Candidate
from archive.adding.rows import Row
from archive.sources.encoding import DEFAULT, UndecodableError, decode
from archive.sources.problem import Problem
from archive.sources.read_articles import read_text
from archive.sources.table import FIELDS

KEY = "file"


def read_table(path: Path) -> tuple[list[Row], list[Problem]]:
    """Return the rows of a table, and what keeps it from being read."""
    data, problems = read_text(path)
    if problems:
        return [], problems
    try:
        text = decode(data, DEFAULT)
        return parse_table(str(path), text)
    except UndecodableError as error:
        return [], [Problem(str(path), error.line, f"{error}; save it as UTF-8")]
    except csv.Error as error:
        return [], [Problem(str(path), 1, f"is not CSV: {error}")]


def parse_table(path: str, text: str) -> tuple[list[Row], list[Problem]]:
    """Return the rows of a table, and a problem for each column or row that is none."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=find_delimiter(text), strict=True)
    columns = [column.strip() for column in next(reader, [])]
    problems = list(check_columns(path, columns))
    rows: list[Row] = []
    files: dict[str, int] = {}
    last = reader.line_num
    for values in reader:
        line, last = last + 1, reader.line_num
        if not any(values):
            continue
        cells = [value.strip() for value in values]
        if len(values) > len(columns):
            problems.append(
                Problem(path, line, f"has {len(values)} cells, but the table has {len(columns)} columns")
            )
            continue
        row = Row(path, line, dict(zip(columns, cells, strict=False)))
        file = row.cells.get(KEY, "")
        if not file:
            problems.append(Problem(path, line, f"has no {KEY}"))
        elif first := files.get(file):
            problems.append(Problem(path, line, f"names {file} again, as line {first} does"))
        files.setdefault(file, line)
        rows.append(row)
    return ([] if problems else rows), problems


def find_delimiter(text: str) -> str:
    """Return what stands between the columns: a comma, or the semicolon or tab that spreadsheets write."""
    first = text.split("\n", 1)[0]
    return max(",;\t", key=first.count)


def check_columns(path: str, columns: list[str]) -> Iterator[Problem]:
    """The columns are those of the archive's own table, each once, and one of them is `file`."""
    if KEY not in columns:
        yield Problem(path, 1, f"has no column {KEY}: the name of the text that a row is about")
    for index, column in enumerate(columns):
        if column not in FIELDS:
            yield Problem(
                path, 1, f"has a column '{column}' that no record has; there are {', '.join(FIELDS)}"
            )
        elif column in columns[:index]:
            yield Problem(path, 1, f"has the column {column} twice")


def index_rows(rows: Iterable[Row], candidates: Sequence[Candidate]) -> dict[str, Row]:
    """Return the rows by path, by file name where one file alone has it, and by SHA-256."""
    counts = Counter(candidate.path.name for candidate in candidates)
    index: dict[str, Row] = {}
    for row in rows:
        file = row.cells[KEY]
        keys = [file] if counts[file] <= 1 else []
        keys += [PurePath(file).name] if counts[PurePath(file).name] == 1 else []
        for key in filter(None, [*keys, row.cells.get("sha256")]):
            index.setdefault(key, row)
    return index
