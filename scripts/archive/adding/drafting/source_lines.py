"""The lines of a text that aren't blank, and what each says that it is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from archive.adding.drafting.patterns import Reading, find_opening, read_line

MAIL = "header of the e-mail"
_FEWEST_FIELDS = 3
# Three spaces or a tab inside a line set a column.
_COLUMN = re.compile(r"\S(?:\t|\s{3,})\s*\S")
_SMALL = re.compile(r"(?<![^\W\d_])[^\W\d_A-Z][^\W\d_]+")


@dataclass(frozen=True)
class SourceLine:
    """A line that isn't blank: its number from 1, its text without white space at its ends, its block.

    `indent` counts the white space before it; `has_columns` tells that white space parts it into cells.
    """

    number: int
    text: str
    block: int
    reading: Reading
    indent: int = 0
    has_columns: bool = False

    @property
    def kind(self) -> str:
        """Return what the line is for certain; nothing if that isn't known."""
        return self.reading.kind if self.reading.is_sure else ""

    @property
    def is_plain(self) -> bool:
        """Return whether nothing in the line says what it is; a few words in capitals may be a name."""
        return not self.kind and self.reading.kind in {"", "person"}


def list_source_lines(lines: Sequence[str], language: str) -> list[SourceLine]:
    """Return the lines that aren't blank; those between two blank lines are a block."""
    common = frozenset(word for line in lines for word in _SMALL.findall(line))
    found, block = [], 0
    for number, content in enumerate(lines, start=1):
        if text := content.strip():
            indent = len(content) - len(content.lstrip())
            reading = read_line(text, language, common)
            has_columns = bool(_COLUMN.search(content))
            found.append(SourceLine(number, text, block, reading, indent, has_columns))
        else:
            block += 1
    header = list(list_mail_header(found, language))
    return header + found[len(header) :]


def list_mail_header(lines: Sequence[SourceLine], language: str) -> Iterator[SourceLine]:
    """Yield the lines of the header with which an e-mail opens; none if the text is no e-mail."""
    header = [line for line in lines if line.block == lines[0].block]
    fields = [line.text for line in header if find_opening("mail", line.text, language)]
    is_mail = len(fields) >= _FEWEST_FIELDS and fields[0] == header[0].text
    if is_mail and any(find_opening("subject", field, language) for field in fields):
        for line in header:
            openings = (find_opening(opener, line.text, language) for opener in ("subject", "mail date"))
            said = next(filter(None, openings), Reading())
            yield replace(line, reading=replace(said, kind=MAIL, is_sure=True))
