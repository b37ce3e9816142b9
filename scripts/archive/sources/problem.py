"""What is wrong with an article, said to a person."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong, and where; `line` counts from 1."""

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        """Return `path:line: what is wrong` on one line, whatever characters the parts hold."""
        return to_printable(f"{self.path}:{self.line}: {self.message}")


def to_printable(text: str) -> str:
    """Return the text with every character that a terminal can't show written as its escape."""
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in text)
