"""The rules that look into the text file beside a record, one function a rule; each docstring is the rule.

Where the text can't be read, which is a problem of its own, a value passes.
"""

import hashlib

from archive.sources.fields import broken
from archive.sources.lines import LineRange, parse_line_range
from archive.sources.plain_yaml import Plain
from archive.sources.printed import find_paragraphs, is_quoted
from archive.sources.rules import one_line, sum_of_bytes
from archive.sources.text import Text


def sha256(value: Plain, text: Text) -> str:
    """The SHA-256 is that of the text file's bytes (FIPS 180-4), as 64 small hexadecimal digits."""
    written = sum_of_bytes(value, text)
    if text.data is not None and (actual := hashlib.sha256(text.data).hexdigest()) != written:
        raise broken(f"differs from that of the text file, which is {actual}")
    return written


def printed(value: Plain, text: Text) -> str:
    """A quotation or printed name stands in one paragraph of the file; white space of any kind is a space."""
    quote = one_line(value, text)
    if text.paragraphs is not None and not is_quoted(quote, text.paragraphs):
        raise broken(f"does not stand in the text: '{quote}'")
    return quote


def printed_name(value: Plain, text: Text) -> str:
    """A printed name stands in the file as words of its own, not only inside longer ones."""
    name = printed(value, text)
    if text.paragraphs is not None and not find_paragraphs([name], text.paragraphs):
        raise broken(f"stands only inside longer words: '{name}'")
    return name


def lines_of_text(value: Plain, text: Text) -> LineRange:
    """Lines are one or two numbers of lines of the file that aren't blank, counted from 1: 7, or 3-9."""
    if not isinstance(value, str):
        raise broken("must be the number of a line, or two such as 3-9")
    try:
        found = parse_line_range(value)
    except ValueError as error:
        raise broken(str(error)) from error
    for line in (found.first, found.last) if text.paragraphs is not None else ():
        if not any(line in paragraph.lines for paragraph in text.paragraphs or ()):
            raise broken(f"must be the number of a line that isn't blank, not {line}")
    return found
