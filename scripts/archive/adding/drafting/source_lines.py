"""The lines of a text that aren't blank, and which of them are the header of an e-mail."""

from collections.abc import Sequence
from dataclasses import dataclass

from archive.adding.drafting.patterns import opens_with

_FEWEST_FIELDS = 3


@dataclass(frozen=True)
class SourceLine:
    """A line that isn't blank: its number from 1, its text without white space at its ends, its block."""

    number: int
    text: str
    block: int


def list_lines(lines: Sequence[str]) -> list[SourceLine]:
    """Return the lines that aren't blank; those between two blank lines are a block."""
    found, block = [], 0
    for number, content in enumerate(lines, start=1):
        if text := content.strip():
            found.append(SourceLine(number, text, block))
        else:
            block += 1
    return found


def list_mail_header(lines: Sequence[SourceLine], language: str) -> list[SourceLine]:
    """Return the lines of the header with which an e-mail opens; none if the text is no e-mail."""
    header: list[SourceLine] = []
    for line in lines:
        if line.block != lines[0].block or not (header or opens_with("mail", line.text, language)):
            break
        header.append(line)
    fields = sum(opens_with("mail", line.text, language) for line in header)
    is_mail = fields >= _FEWEST_FIELDS and any(opens_with("subject", line.text, language) for line in header)
    return header if is_mail else []
