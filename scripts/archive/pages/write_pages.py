"""Writes the generated files below docs/, and only those that differ."""

import os
from collections.abc import Container, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from archive.pages import listing, page
from archive.sources.progress import show_progress

# The folders of docs/ that hold nothing but what is generated, and the templates of generated pages.
FOLDERS = ("articles", "index", "years")
_HALF = ".new-"
TEMPLATES = (page.TEMPLATE, listing.TEMPLATE)


@dataclass(frozen=True)
class Written:
    """How many files were written, left as they were, and removed."""

    written: int
    unchanged: int
    removed: int

    def __str__(self) -> str:
        """Return the three counts in words."""
        return f"{self.written} written, {self.unchanged} unchanged, {self.removed} removed"


def write_pages(docs: Path, files: Iterable[tuple[str, bytes]]) -> Written:
    """Make the generated folders hold these files, by path below docs/, and no page that is gone."""
    remove_halves(docs)
    paths, folders, written = set(), set(), 0
    for name, data in show_progress(files, "file"):
        path = docs / name
        if path.parent not in folders:
            path.parent.mkdir(parents=True, exist_ok=True)
            folders.add(path.parent)
        paths.add(path)
        written += write_if_different(path, data)
    stale = find_generated(docs, paths)
    for path in stale:
        path.unlink()
    return Written(written, len(paths) - written, len(stale))


def remove_halves(docs: Path) -> None:
    """Remove what a build that was killed had not finished writing."""
    for folder in FOLDERS:
        for path in (docs / folder).rglob(f"{_HALF}*"):
            path.unlink()


def write_if_different(path: Path, data: bytes) -> bool:
    """Write the data unless the file holds it; another process sees the old file or the new, whole."""
    with suppress(FileNotFoundError):
        if path.read_bytes() == data:
            return False
    half = path.with_name(f"{_HALF}{os.getpid()}-{path.name}")
    try:
        half.write_bytes(data)
        half.replace(path)
    except BaseException:
        half.unlink(missing_ok=True)
        raise
    return True


def find_generated(docs: Path, kept: Container[Path]) -> list[Path]:
    """Return the pages that were generated and are not kept, each after its original."""
    found = []
    for path in (path for folder in FOLDERS for path in sorted((docs / folder).rglob("*.md"))):
        if path not in kept and is_generated(path.read_bytes()):
            original = path.with_suffix(".txt")
            found.extend([original, path] if original.is_file() else [path])
    return found


def is_generated(page: bytes) -> bool:
    """Return whether a page was generated: its template tells it from one that a person wrote."""
    return any(f"\ntemplate: {name}\n".encode() in page for name in TEMPLATES)
