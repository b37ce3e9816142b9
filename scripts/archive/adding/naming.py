"""The names of new texts: those of their files; where two are alike, with the names of their folders."""

import re
import unicodedata
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from pathlib import PurePath

from archive.adding.files import Candidate

_NOWHERE = re.compile(r'[<>:"/\\|?*]+')
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)\s*", re.IGNORECASE)
_MOST_BYTES = 200


def list_alike(candidates: Sequence[Candidate]) -> frozenset[str]:
    """Return the names that several files have, in small letters."""
    counts = Counter(to_stem(candidate).casefold() for candidate in candidates)
    return frozenset(name for name, count in counts.items() if count > 1)


def find_name(candidate: Candidate, alike: Container[str], taken: Container[str]) -> str | None:
    """Return the first free name for a file, or None; `alike` and `taken` are in small letters."""
    for name in list_possible(candidate):
        if name.casefold() not in taken and name.casefold() not in alike:
            return name
    return None


def list_possible(candidate: Candidate) -> Iterator[str]:
    """Yield the name of a file, then with its folder before it, then with the one around that, and so on."""
    name = to_stem(candidate)
    yield name
    for folder in reversed(candidate.folders):
        name = to_portable(f"{folder}-{name}")
        yield name


def to_stem(candidate: Candidate) -> str:
    """Return the name of a file without its ending, as every system can hold it."""
    return to_portable(PurePath(candidate.received_as).stem)


def to_portable(name: str) -> str:
    """Return a name that every system can hold, as near to the one that is given as can be.

    https://learn.microsoft.com/windows/win32/fileio/naming-a-file; on macOS and elsewhere the same letters
    may be written in two ways, and no name has more than 255 bytes, those of its folders and ending included.
    """
    name = "".join(char if char.isprintable() else "-" for char in unicodedata.normalize("NFC", name))
    name = _NOWHERE.sub("-", name).strip(" ").rstrip(".- ")
    name = name.encode()[:_MOST_BYTES].decode("utf-8", "ignore").rstrip(". ")
    return f"{name}-text" if not name or _DEVICE.fullmatch(name.split(".")[0]) else name


def was_renamed(candidate: Candidate, name: str) -> bool:
    """Return whether a file lay in a folder, or had another name or ending, which its record has to say."""
    return candidate.received_as != f"{name}.txt"
