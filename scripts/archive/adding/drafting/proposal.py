"""A line of a text, and what a draft proposes to record, with the words that say so."""

from dataclasses import dataclass


@dataclass(frozen=True)
class SourceLine:
    """A line that isn't blank: its number from 1, its text without white space at its ends, its block."""

    number: int
    text: str
    block: int


@dataclass(frozen=True)
class Proposal:
    """The value of a fact and the words that print it; several, if they stand in several paragraphs."""

    value: str
    quotes: tuple[str, ...]


@dataclass(frozen=True)
class Label:
    """Lines that belong to the page, not to the article, and what they are."""

    first: int
    last: int
    label: str


def list_lines(lines: list[str]) -> list[SourceLine]:
    """Return the lines that aren't blank; those between two blank lines are a block."""
    found, block = [], 0
    for number, content in enumerate(lines, start=1):
        if text := content.strip():
            found.append(SourceLine(number, text, block))
        else:
            block += 1
    return found
