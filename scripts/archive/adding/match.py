"""Which row of a table is about which file."""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import PurePath

from archive.adding.files import Candidate
from archive.adding.rows import Row, said


def index_rows(rows: Iterable[Row], candidates: Sequence[Candidate]) -> dict[str, Row]:
    """Return the rows by path, by file name where one file alone has it, and by SHA-256."""
    counts = Counter(candidate.path.name for candidate in candidates)
    index: dict[str, Row] = {}
    for row in rows:
        file = row.cells["file"].strip()
        keys = [file, *([PurePath(file).name] if counts[PurePath(file).name] == 1 else [])]
        if counts[file] > 1:
            keys.remove(file)
        for key in [*keys, said(row.cells, "sha256")]:
            if key:
                index.setdefault(key, row)
    return index
