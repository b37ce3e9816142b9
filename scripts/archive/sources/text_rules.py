"""The rules that look into the text file beside a record, one function a rule; each docstring is the rule.

The text is in the validation context. Where it can't be read, which is a problem of its own, a value passes.
"""

import hashlib
from itertools import pairwise
from typing import Protocol

from pydantic import ValidationInfo

from archive.sources.lines import LineRange, parse_line_range
from archive.sources.printed import find_paragraphs, is_quoted
from archive.sources.rules import broken, sum_of_bytes
from archive.sources.text import Text


class HasLines(Protocol):
    """What names lines of the file."""

    @property
    def lines(self) -> LineRange:
        """Return the lines."""


def sha256(value: str, info: ValidationInfo) -> str:
    """The SHA-256 is that of the text file's bytes (FIPS 180-4), as 64 small hexadecimal digits."""
    sum_of_bytes(value)
    data = _text(info).data
    if data is not None and (actual := hashlib.sha256(data).hexdigest()) != value:
        raise broken(f"differs from that of the text file, which is {actual}")
    return value


def printed(value: str, info: ValidationInfo) -> str:
    """A quotation or printed name stands in one paragraph of the file; white space of any kind is a space."""
    paragraphs = _text(info).paragraphs
    if paragraphs is not None and not is_quoted(value, paragraphs):
        raise broken(f"does not stand in the text: '{value}'")
    return value


def printed_name(value: str, info: ValidationInfo) -> str:
    """A printed name stands in the file as words of its own, not only inside longer ones."""
    paragraphs = _text(info).paragraphs
    if paragraphs is None or find_paragraphs([value], paragraphs):
        return value
    raise broken(f"stands only inside longer words: '{printed(value, info)}'")


def lines_of_text(value: object, info: ValidationInfo) -> LineRange:
    """Lines are one or two numbers of lines of the file that aren't blank, counted from 1: 7, or 3-9."""
    if isinstance(value, LineRange):
        return value
    if not isinstance(value, str):
        raise broken("must be the number of a line, or two such as 3-9")
    try:
        found = parse_line_range(value)
    except ValueError as error:
        raise broken(str(error)) from error
    paragraphs = _text(info).paragraphs
    for line in (found.first, found.last) if paragraphs is not None else ():
        if not any(line in paragraph.lines for paragraph in paragraphs or ()):
            raise broken(f"must be the number of a line that isn't blank, not {line}")
    return found


def lines_apart(value: tuple[HasLines, ...]) -> tuple[HasLines, ...]:
    """No line is kept twice."""
    ordered = sorted(value, key=lambda item: item.lines)
    for before, after in pairwise(ordered):
        if after.lines.first <= before.lines.last:
            raise broken(f"names line {after.lines.first} twice")
    return value


def _text(info: ValidationInfo) -> Text:
    if not isinstance(info.context, Text):
        raise TypeError("a record is checked beside its text: pass the Text as validation context")
    return info.context
