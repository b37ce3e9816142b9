"""Writes the generated files below docs/, and only those that differ.

The places that they have hold nothing else, so that what is gone can be told from what is there: a file that
a person put there is a problem, and stays.
"""

import json
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from archive.sources.problem import Problem
from archive.sources.progress import show_progress
from archive.sources.words import Words

# The folders of docs/ that hold nothing but what is generated, and the files beside them.
FOLDERS = ("articles", "index", "years")
FILES = ("index.md", "search.md")

_HALF = ".new-"
# What the front matter of every generated page has: the template that draws it.
_GENERATED = re.compile(
    rb"---\n(?:(?!---\n).*\n)*?template: (?:article|home|listing|moved|names|removed|search|years)\.html\n"
)


@dataclass(frozen=True)
class Written:
    """How many files were written, left as they were, and removed."""

    written: int
    unchanged: int
    removed: int

    def __str__(self) -> str:
        """Return the counts in words."""
        return f"{self.written} written, {self.unchanged} unchanged, {self.removed} removed"


def check_places(docs: Path) -> Iterator[Problem]:
    """What a build writes has its places in docs/ to itself: a person's page stands elsewhere."""
    for path in list_generated(docs):
        is_page = path.suffix == ".md" and _GENERATED.match(path.read_bytes())
        if not is_page and path.suffix != ".txt" and not path.name.startswith("."):
            yield Problem(str(path), 1, "stands where the build writes; move it elsewhere in docs/")


def list_generated(docs: Path) -> Iterator[Path]:
    """Yield each file that stands in a place of the generated ones."""
    found = [docs / name for name in FILES]
    for name in FOLDERS:
        found += sorted((docs / name).rglob("*"))
    yield from (path for path in found if path.is_file())


def list_by_hand(docs: Path) -> Iterator[Path]:
    """Yield each file and folder in docs/ and its theme that isn't generated."""
    yield from (path for path in docs.iterdir() if path.name not in {*FOLDERS, *FILES, "theme"})
    yield from (path for path in docs.glob("theme/*") if path.name != "generated")


def write_pages(docs: Path, files: Iterable[tuple[str, bytes]]) -> Written:
    """Make docs/ hold these generated files, by path below it, and none that is gone."""
    written, names = 0, set()
    for name, data in show_progress(files, "file"):
        names.add(docs / name)
        written += write_if_different(docs / name, data)
    gone = set(list_generated(docs)) - names
    for path in gone:
        path.unlink()
    return Written(written, len(names) - written, len(gone))


def write_if_different(path: Path, data: bytes) -> bool:
    """Write the data unless the file holds it; another process sees the old file or the new, whole."""
    try:
        if path.read_bytes() == data:
            return False
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f"{_HALF}{os.getpid()}-{path.name}")
    try:
        half.write_bytes(data)
        half.replace(path)
    except BaseException:
        half.unlink(missing_ok=True)
        raise
    return True


def write_words_template(docs: Path, words: Words) -> None:
    """Write the words of the site as a template, which any engine can import, if they differ from it."""
    # What is JSON is a value in templates, too.
    template = f"{{% set words = {json.dumps(words.find(), ensure_ascii=False, indent=1)} %}}\n"
    write_if_different(docs / "theme" / "generated" / "words.html", template.encode())
