"""Which files hold texts to add, what each was received as, and why others are passed over."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from archive.sources.encoding import propose_encoding
from archive.sources.problem import to_printable

# Files with these endings, or with none, are taken out of a folder, in capitals too.
_TEXTS = ("", ".txt", ".text", ".story")
# Of the characters of a text, hardly one is a control besides those that set lines and columns.
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1f]")
_MOST_CONTROLS = 0.05
_SAMPLE = 4_000


@dataclass(frozen=True)
class Candidate:
    """A file that may hold a text: its path below the folder that was named, and its folders.

    `data` are the bytes of standard input, which no path leads to.
    """

    path: Path
    received_as: str
    folders: tuple[str, ...]
    data: bytes | None = None


@dataclass(frozen=True)
class PassedOver:
    """A file that is not taken, and why."""

    path: Path
    reason: str

    def __str__(self) -> str:
        """Return both on one line."""
        return to_printable(f"{self.path}: passed over: {self.reason}")


def find_files(paths: Sequence[Path]) -> Iterator[Candidate | PassedOver]:
    """Yield each file that is named, and every file of each folder, in order."""
    for path in paths:
        if not path.is_dir():
            yield Candidate(path, path.name, path.absolute().parent.parts[-1:])
            continue
        for found in sorted(path.rglob("*")):
            if found.is_dir():
                continue
            inside = found.relative_to(path)
            if reason := find_reason(inside):
                yield PassedOver(found, reason)
            else:
                yield Candidate(found, inside.as_posix(), (path.resolve().name, *inside.parent.parts))


def find_reason(path: Path) -> str | None:
    """Return why a file of a folder isn't taken, as far as its name tells."""
    if any(part.startswith(".") for part in path.parts):
        return "is hidden"
    if path.suffix.lower() not in _TEXTS:
        return f"ends in {path.suffix}, not in .txt, .text or .story"
    return None


def is_text(data: bytes) -> bool:
    """Return whether bytes are a text in some encoding: few of its characters are controls."""
    encoding = propose_encoding(data[:_SAMPLE])
    if encoding is None:
        return False
    sample = data[:_SAMPLE].decode("latin-1" if not encoding.startswith("utf-16") else encoding, "replace")
    return len(_CONTROL.findall(sample)) <= len(sample) * _MOST_CONTROLS
