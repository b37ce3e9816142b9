"""Writes the generated files of docs/articles/, and only those that differ."""

import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from archive.page import TEMPLATE


@dataclass(frozen=True)
class Written:
    """How many files were written, left as they were, and removed."""

    written: int
    unchanged: int
    removed: int

    def __str__(self) -> str:
        """Return the three counts in words."""
        return f"{self.written} written, {self.unchanged} unchanged, {self.removed} removed"


def write_pages(folder: Path, files: Mapping[str, bytes]) -> Written:
    """Make the folder hold these files, and no page of an article that is gone."""
    folder.mkdir(parents=True, exist_ok=True)
    written = sum(write_if_different(folder / name, data) for name, data in files.items())
    stale = [path for path in find_generated(folder) if path.name not in files]
    for path in stale:
        path.unlink()
    return Written(written, len(files) - written, len(stale))


def write_if_different(path: Path, data: bytes) -> bool:
    """Write the data unless the file holds it; another process sees the old file or the new, whole."""
    if path.is_file() and path.read_bytes() == data:
        return False
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        # mkstemp lets only its owner read; a page is for everyone.
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return True


def find_generated(folder: Path) -> list[Path]:
    """Return the originals and pages that were generated: a text before its page, which tells them apart."""
    found = []
    for page in sorted(folder.glob("*.md")):
        if f"\ntemplate: {TEMPLATE}\n".encode() in page.read_bytes():
            original = page.with_suffix(".txt")
            found.extend([original, page] if original.is_file() else [page])
    return found
