"""Files that are no plain text, told by their content, and how to make a text of each."""

import re

from archive.adding.read_table import KEY, find_delimiter
from archive.sources.encoding import propose_encoding
from archive.sources.table import FIELDS

_SAVE = "open it in a program that shows it, and save it as plain text in UTF-8"
_OFFICE = "save it as plain text in UTF-8, or: soffice --convert-to txt:Text FILE"
_PDF = "pdftotext -layout FILE makes a text of it"
_READ = "type what it shows, or let a program for reading images do it: tesseract FILE NAME"
# How each kind of file begins, with its name: https://www.iana.org/assignments/media-types/
_KINDS = (
    (rb"\s*\{\\rtf", "RTF", _OFFICE),
    (rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype html|html|head|body)\b", "HTML", _SAVE),
    (rb"%PDF-", "PDF", _PDF),
    (rb"PK\x03\x04.{0,4000}?(?:word/|\[Content_Types\])", "DOCX", _OFFICE),
    (rb"PK\x03\x04.{26,60}mimetypeapplication/vnd\.oasis", "ODT", _OFFICE),
    (rb"PK\x03\x04", "ZIP", "unpack it, and add what is in it"),
    (rb"\xd0\xcf\x11\xe0", "DOC", _OFFICE),
    (rb"\x89PNG|\xff\xd8\xff|GIF8|II\*\0|MM\0\*|BM.{4}\0{4}|RIFF....WEBP", "an image", _READ),
    (rb"\x1f\x8b|BZh|\xfd7zXZ|7z\xbc\xaf|Rar!", "an archive", "unpack it, and add what is in it"),
)
# Of the characters of a text, hardly one is a control besides those that set lines and columns.
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1f]")
_MOST_CONTROLS = 0.05
_SAMPLE = 4_000


def find_format(data: bytes) -> str | None:
    """Return what a file is that is no text, and how to make a text of it; None if it may be a text."""
    start = data.removeprefix(b"\xef\xbb\xbf")
    for pattern, name, advice in _KINDS:
        if re.match(pattern, start, re.IGNORECASE | re.DOTALL):
            return f"is {name}, not a text: {advice}"
    if is_table(start):
        return "is a table of records, not a text: scripts/add FOLDER --records TABLE takes it"
    return None if is_text(data) else "holds no text in any encoding that is known"


def is_table(data: bytes) -> bool:
    """Return whether the first line of a file names columns of a table of records."""
    first = data.split(b"\n", 1)[0].decode("utf-8", "replace").strip()
    columns = {column.strip(' "') for column in first.split(find_delimiter(first))}
    return {KEY} < columns <= FIELDS.keys()


def is_text(data: bytes) -> bool:
    """Return whether bytes are a text in some encoding: few of its characters are controls."""
    encoding = propose_encoding(data[:_SAMPLE])
    if encoding is None:
        return False
    sample = data[:_SAMPLE].decode("latin-1" if not encoding.startswith("utf-16") else encoding, "replace")
    return len(_CONTROL.findall(sample)) <= len(sample) * _MOST_CONTROLS
