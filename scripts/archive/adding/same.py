"""Texts that are in the archive already: with the same bytes, or the same but for line ends."""

import hashlib
import re
from dataclasses import dataclass, field

_LINE_END = re.compile(rb"\r\n?")


@dataclass
class Known:
    """The texts of the archive by their bytes, and by their bytes with line feeds alone."""

    exact: dict[str, str] = field(default_factory=dict)
    alike: dict[str, str] = field(default_factory=dict)

    def add(self, data: bytes, name: str) -> None:
        """Remember a text under the name of its file."""
        self.exact.setdefault(to_sum(data), name)
        self.alike.setdefault(to_sum(to_plain(data)), name)

    def find(self, data: bytes) -> tuple[str, str] | None:
        """Return the text that is the same as one, and what both have in common; None if there is none."""
        if same := self.exact.get(to_sum(data)):
            return same, f"is in the archive already: {same} has the same bytes"
        if same := self.alike.get(to_sum(to_plain(data))):
            return same, f"is in the archive already: {same} has the same text, with other line ends"
        return None


def to_plain(data: bytes) -> bytes:
    """Return the bytes of a text with line feeds alone, and none at its end."""
    return _LINE_END.sub(b"\n", data).rstrip(b"\n")


def to_sum(data: bytes) -> str:
    """Return the SHA-256 of bytes."""
    return hashlib.sha256(data).hexdigest()
