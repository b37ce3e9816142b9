"""Reads a table of records: a column `file`, and any other columns of `data/records.csv`."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from archive.adding.files import Candidate
from archive.sources.encoding import DEFAULT, UndecodableError, decode
from archive.sources.problem import Problem
from archive.sources.read_articles import read_text
from archive.sources.table import FIELDS

KEY = "file"


@dataclass(frozen=True)
class Row:
    """A row of a table, given by its path: the line on which it begins, and its cells by their columns."""

    table: str
    line: int
    cells: Mapping[str, str]


def read_table(path: Path) -> tuple[list[Row], list[Problem]]:
    """Return the rows of a table, and what keeps it from being read."""
    data, problems = read_text(path)
    if problems:
        return [], problems
    try:
        return parse_table(str(path), decode(data, DEFAULT))
    except UndecodableError as error:
        return [], [Problem(str(path), error.line, f"{error}; save it as UTF-8")]
    except csv.Error as error:
        return [], [Problem(str(path), 1, f"is not CSV: {error}")]


def parse_table(path: str, text: str) -> tuple[list[Row], list[Problem]]:
    """Return the rows of a table, and a problem for each column or row that is none."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=find_delimiter(text), strict=True)
    columns = [column.strip() for column in next(reader, [])]
    problems = [Problem(path, 1, sentence) for sentence in check_columns(columns)]
    rows: list[Row] = []
    files: dict[str, int] = {}
    line = reader.line_num + 1
    for values in reader:
        row = Row(path, line, dict(zip(columns, map(str.strip, values), strict=False)))
        line = reader.line_num + 1
        if any(values):
            sentences = check_row(row, len(values), len(columns), files)
            problems.extend(Problem(path, row.line, sentence) for sentence in sentences)
            files.setdefault(row.cells.get(KEY, ""), row.line)
            rows.append(row)
    return rows, problems


def find_delimiter(text: str) -> str:
    """Return what stands between the columns: a comma, or the semicolon or tab that spreadsheets write."""
    first = text.split("\n", 1)[0]
    return max(",;\t", key=first.count)


def check_columns(columns: Sequence[str]) -> Iterator[str]:
    """The columns are those of the archive's own table, each once, and one of them is `file`."""
    if KEY not in columns:
        yield f"has no column {KEY}: the name of the text that a row is about"
    for column, count in Counter(columns).items():
        if column not in FIELDS:
            yield f"has a column '{column}' that no record has; there are {', '.join(FIELDS)}"
        elif count > 1:
            yield f"has the column {column} twice"


def check_row(row: Row, cells: int, columns: int, files: Mapping[str, int]) -> Iterator[str]:
    """A row has a cell for each column at most, and names a file that no other row has named."""
    file = row.cells.get(KEY, "")
    if cells > columns:
        yield f"has {cells} cells, but the table has {columns} columns"
    elif not file:
        yield f"has no {KEY}"
    elif file in files:
        yield f"names {file} again, as line {files[file]} does"


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
