"""A line of a text that shows in which encoding it is: the first with a character that is not ASCII."""

from collections.abc import Iterable

from archive.adding.drafting.proposal import SourceLine

_AROUND = 30


def show_encoding(text: Iterable[SourceLine]) -> str | None:
    """Return the characters on which an encoding hangs, with the words around them and their line."""
    for line in text:
        at = next((index for index, char in enumerate(line.text) if not char.isascii()), None)
        if at is not None:
            start, end = max(0, at - _AROUND), at + _AROUND
            before, after = "…" * (start > 0), "…" * (end < len(line.text))
            return f"line {line.number}: {before}{line.text[start:end]}{after}"
    return None
