"""Which files hold texts to add, under which names these come in, and why others are passed over."""

import re
import unicodedata
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from archive.adding.outcome import PassedOver, RefusedError
from archive.sources.problem import Problem

# Files with these endings, or with none, are taken out of a folder, in capitals too.
_TEXTS = ("", ".txt", ".text", ".story")
# What no system, or not every one, takes in a name: https://learn.microsoft.com/windows/win32/fileio/naming-a-file
_NOWHERE = re.compile(r'[<>:"/\\|?*]+')
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)\s*", re.IGNORECASE)
_MOST_BYTES = 200


@dataclass(frozen=True)
class Candidate:
    """A file that may hold a text: its path below the folder that was named, and its folders.

    `data` are the bytes of standard input, which no path leads to.
    """

    path: Path
    received_as: str
    folders: tuple[str, ...]
    data: bytes | None = None

    def refuse(self, sentence: str) -> RefusedError:
        """Return what keeps the file out."""
        return RefusedError(Problem(str(self.path), 1, sentence))


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
            if any(part.startswith(".") for part in inside.parts):
                yield PassedOver(found, "is hidden")
            elif found.suffix.lower() not in _TEXTS:
                yield PassedOver(found, f"ends in {found.suffix}, not in .txt, .text or .story")
            else:
                yield Candidate(found, inside.as_posix(), (path.resolve().name, *inside.parent.parts))


def list_shared_names(candidates: Sequence[Candidate]) -> frozenset[str]:
    """Return the names that several files have, in small letters."""
    counts = Counter(next(list_possible(candidate)).casefold() for candidate in candidates)
    return frozenset(name for name, count in counts.items() if count > 1)


def find_name(candidate: Candidate, taken: Container[str]) -> str | None:
    """Return the first name for a file that isn't `taken`, in small letters; None if all are."""
    return next((name for name in list_possible(candidate) if name.casefold() not in taken), None)


def list_possible(candidate: Candidate) -> Iterator[str]:
    """Yield the name of a file, then with its folder before it, then with the one around that, and so on."""
    name = to_portable(PurePath(candidate.received_as).stem)
    yield name
    for folder in reversed(candidate.folders):
        name = to_portable(f"{folder}-{name}")
        yield name


def to_portable(name: str) -> str:
    """Return a name that every system can hold, as near to the one that is given as can be.

    On macOS and elsewhere the same letters may be written in two ways, and no name has more than 255 bytes,
    those of its folders and ending included.
    """
    name = "".join(char if char.isprintable() else "-" for char in unicodedata.normalize("NFC", name))
    name = _NOWHERE.sub("-", name).strip(" ").rstrip(".- ")
    name = name.encode()[:_MOST_BYTES].decode("utf-8", "ignore").rstrip(". ")
    return f"{name}-text" if not name or _DEVICE.fullmatch(name.split(".")[0]) else name
