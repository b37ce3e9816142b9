"""The text file of an article: its bytes, and the paragraphs that a reader sees."""

from collections.abc import Iterator
from dataclasses import dataclass

from archive.problem import Problem

# U+0000 is the one character of decoded UTF-8 that HTML has no way to hold:
# https://html.spec.whatwg.org/multipage/parsing.html#parse-error-unexpected-null-character
NOT_IN_HTML = "\0"


@dataclass(frozen=True)
class Paragraph:
    """A line of the file that isn't blank, without the white space at its ends.

    `number` and `line` count from 1; the page shows the paragraph under the id `pN`.
    """

    number: int
    line: int
    text: str


@dataclass(frozen=True)
class Text:
    """A text file: its bytes, and its paragraphs; each is None where it can't be known."""

    data: bytes | None
    paragraphs: tuple[Paragraph, ...] | None


def parse_text(path: str, data: bytes) -> tuple[Text, list[Problem]]:
    """Return the text that the bytes of a file hold, and what keeps it from being shown."""
    try:
        decoded = parse_utf8(data)
    except ValueError as error:
        return Text(data, None), [Problem(path, 1, str(error))]
    paragraphs = tuple(to_paragraphs(decoded))
    return Text(data, paragraphs or None), list(check_text(path, decoded))


def parse_utf8(data: bytes) -> str:
    """Return the characters that the bytes encode; raise ValueError with a sentence if they encode none."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        message = f"is not UTF-8: byte 0x{data[error.start]:02x} at offset {error.start}"
        raise ValueError(message) from error


def to_paragraphs(text: str) -> Iterator[Paragraph]:
    """Yield every line that isn't blank; lines end at U+000A alone, so that no other character is lost."""
    number = 0
    for line, content in enumerate(text.split("\n"), start=1):
        if stripped := content.strip():
            number += 1
            yield Paragraph(number, line, stripped)


def check_text(path: str, text: str) -> Iterator[Problem]:
    """Yield a problem if the text says nothing or holds a character that a page can't show."""
    if not text.strip():
        yield Problem(path, 1, "is blank" if text else "is empty")
    for line, content in enumerate(text.split("\n"), start=1):
        if NOT_IN_HTML in content:
            yield Problem(path, line, "holds U+0000, which a page can't show")
