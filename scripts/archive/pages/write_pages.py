"""Writes the generated files below docs/, and only those that differ; what a person wrote there stays."""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from archive.sources.progress import show_progress

# The folders of docs/ that hold nothing but what is generated.
FOLDERS = ("articles", "index", "years")

# Lists what was generated, by path below docs/, so that nothing else is ever overwritten or removed.
_LIST = "articles/.generated"
_HALF = ".new-"


@dataclass(frozen=True)
class Written:
    """How many files were written, left as they were, and removed; and which are a person's own."""

    written: int
    unchanged: int
    removed: int
    by_hand: tuple[str, ...]

    def __str__(self) -> str:
        """Return the counts in words."""
        said = f"{self.written} written, {self.unchanged} unchanged, {self.removed} removed"
        return f"{said}; written by hand, and left so: {', '.join(self.by_hand)}" if self.by_hand else said


def write_pages(docs: Path, files: Iterable[tuple[str, bytes]]) -> Written:
    """Make docs/ hold these generated files, by path below it, and none that is gone."""
    (docs / _LIST).parent.mkdir(parents=True, exist_ok=True)
    remove_halves(docs)
    before = read_generated(docs)
    generated: set[str] = set()
    by_hand, written = [], 0
    with (docs / _LIST).open("a", encoding="utf-8") as listed:
        for name, data in show_progress(files, "file"):
            if name not in before and is_different(docs / name, data):
                by_hand.append(name)
                continue
            generated.add(name)
            if name not in before:
                # Listed before it is written: what a killed build leaves doesn't look like a person's.
                print(name, file=listed, flush=True)
            written += write_if_different(docs / name, data)
    gone = before - generated
    for name in gone:
        (docs / name).unlink(missing_ok=True)
    write_if_different(docs / _LIST, "".join(f"{name}\n" for name in sorted(generated)).encode())
    return Written(written, len(generated) - written, len(gone), tuple(by_hand))


def read_generated(docs: Path) -> set[str]:
    """Return the paths of the files that the last build wrote, or was about to."""
    with suppress(FileNotFoundError):
        return set((docs / _LIST).read_text("utf-8").splitlines())
    return set()


def list_by_hand(docs: Path) -> Iterator[Path]:
    """Yield each file and folder in docs/ and its theme that isn't generated."""
    generated = {*FOLDERS, "theme", *read_generated(docs)}
    yield from (path for path in docs.iterdir() if path.name not in generated)
    yield from (path for path in docs.glob("theme/*") if path.name != "generated")


def remove_halves(docs: Path) -> None:
    """Remove what a build that was killed had not finished writing."""
    in_folders = (path for name in FOLDERS for path in (docs / name).rglob(f"{_HALF}*"))
    for path in [*docs.glob(f"{_HALF}*"), *in_folders]:
        path.unlink()


def is_different(path: Path, data: bytes) -> bool:
    """Return whether there is a file, and it holds something else."""
    return path.is_file() and path.read_bytes() != data


def write_if_different(path: Path, data: bytes) -> bool:
    """Write the data unless the file holds it; another process sees the old file or the new, whole."""
    with suppress(FileNotFoundError):
        if path.read_bytes() == data:
            return False
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f"{_HALF}{os.getpid()}-{path.name}")
    try:
        half.write_bytes(data)
        half.replace(path)
    except BaseException:
        half.unlink(missing_ok=True)
        raise
    return True
