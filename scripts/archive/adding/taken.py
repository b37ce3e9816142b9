"""What is in the folder of articles before texts are added."""

import hashlib
import re
from dataclasses import dataclass, field, replace
from pathlib import Path

from archive.sources.alike import Alike
from archive.sources.check_record import parse_reading
from archive.sources.encoding import DEFAULT, UndecodableError, decode
from archive.sources.problem import Problem
from archive.sources.read_articles import RECORD, TEXT, read_text
from archive.sources.text import Reading, parse_text
from archive.sources.written_record import WrittenRecord, parse_written

_LINE_END = re.compile(rb"\r\n?")


@dataclass
class Taken:
    """What an archive has, and what comes into it: texts, names in small letters, slugs.

    The texts are known by the SHA-256 of their bytes, and by that of their bytes with line feeds alone.
    """

    folder: Path
    names: set[str] = field(default_factory=set)
    slugs: set[str] = field(default_factory=set)
    alike: Alike = field(default_factory=Alike)
    exact: dict[str, str] = field(default_factory=dict)
    plain: dict[str, str] = field(default_factory=dict)

    def add(self, data: bytes, path: str) -> None:
        """Remember the bytes of a text that lies at a path."""
        self.exact.setdefault(to_sum(data), path)
        self.plain.setdefault(to_plain_sum(data), path)

    def find(self, data: bytes) -> tuple[str, str] | None:
        """Return the text that is the same as one, and what both have in common; None if there is none."""
        if same := self.exact.get(to_sum(data)):
            return same, f"is in the archive already: {same} has the same bytes"
        if same := self.plain.get(to_plain_sum(data)):
            return same, f"is in the archive already: {same} has the same text, with other line ends"
        return None


def to_plain_sum(data: bytes) -> str:
    """Return the SHA-256 of a text with line feeds alone, and none at its end."""
    return to_sum(_LINE_END.sub(b"\n", data).rstrip(b"\n"))


def to_sum(data: bytes) -> str:
    """Return the SHA-256 of bytes."""
    return hashlib.sha256(data).hexdigest()


def read_taken(articles: Path) -> Taken:
    """Return the texts, names and slugs that an archive has."""
    files = [path for path in sorted(articles.iterdir()) if path.is_file()] if articles.is_dir() else []
    taken = Taken(articles, {path.stem.casefold() for path in files})
    for path in files:
        if path.suffix == RECORD:
            taken.slugs.update(slug for slug, _ in read_record(path).slugs)
        elif path.suffix == TEXT:
            data = path.read_bytes()
            taken.add(data, str(path))
            reading = parse_reading(read_record(path.with_suffix(RECORD))) or Reading()
            taken.alike.add(str(path), parse_text(str(path), data, reading)[0].paragraphs or ())
    return taken


def read_record(path: Path) -> WrittenRecord:
    """Return a record as it is written, with what keeps it from being read."""
    data, problems = read_text(path)
    try:
        written = decode(data, DEFAULT)
    except UndecodableError as error:
        problems = [Problem(str(path), error.line, f"{error}; save it as UTF-8")]
    if problems:
        return WrittenRecord(str(path), {}, {}, tuple(problems))
    return replace(parse_written(str(path), written), data=data)
