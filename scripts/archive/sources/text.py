"""The text file of an article: its bytes, and the paragraphs that a reader sees."""

from collections.abc import Iterator
from dataclasses import dataclass

from archive.sources.encoding import DEFAULT, UndecodableError, decode, find_mark, propose_encoding
from archive.sources.lines import split_lines
from archive.sources.paragraphs import KeptRange, Layout, Paragraph, parse_paragraphs
from archive.sources.problem import Problem

# U+0000 is the one character of decoded text that HTML has no way to hold:
# https://html.spec.whatwg.org/multipage/parsing.html#parse-error-unexpected-null-character
NOT_IN_HTML = "\0"

# Far beyond any press text, and still built and read in comfort.
LARGEST_TEXT = 10_000_000
MOST_LINES = 200_000


@dataclass(frozen=True)
class Reading:
    """How a text is to be read; without an encoding, as its byte order mark says, or else as UTF-8."""

    encoding: str | None = None
    layout: Layout = "lines"
    kept: tuple[KeptRange, ...] = ()


@dataclass(frozen=True)
class Text:
    """A text file: its bytes, and its paragraphs; each is None where it can't be known."""

    data: bytes | None
    paragraphs: tuple[Paragraph, ...] | None
    encoding: str = DEFAULT


NO_TEXT = Text(data=None, paragraphs=None)


def parse_text(path: str, data: bytes, reading: Reading = Reading()) -> tuple[Text, list[Problem]]:
    """Return the text that the bytes of a file hold, and what keeps it from being shown."""
    mark = find_mark(data)
    encoding = mark or reading.encoding or DEFAULT
    try:
        decoded = decode(data, encoding)
    except UndecodableError as error:
        return Text(data, None, encoding), [
            Problem(path, error.line, f"{error}; {to_advice(data, encoding)}")
        ]
    problems = list(check_text(path, decoded, data))
    paragraphs = () if problems else tuple(parse_paragraphs(decoded, reading.layout, reading.kept))
    return Text(data, paragraphs or None, encoding), problems


def to_advice(data: bytes, encoding: str) -> str:
    """Return what to try with bytes that can't be decoded."""
    proposed = propose_encoding(data)
    if proposed and proposed != encoding:
        return f"try encoding: {proposed} in its record"
    return "say in its record which encoding it has, such as encoding: windows-1252"


def check_text(path: str, text: str, data: bytes) -> Iterator[Problem]:
    """Yield a problem if the text says nothing or holds a character that a page can't show."""
    if not text.strip():
        yield Problem(path, 1, "is blank" if text else "is empty")
    if (lines := len(split_lines(text)) - 1) > MOST_LINES:
        yield Problem(path, 1, f"has {lines:,} lines; at most {MOST_LINES:,} are taken")
    if zeros := text.count(NOT_IN_HTML):
        line = len(split_lines(text[: text.index(NOT_IN_HTML)]))
        sentence = f"holds U+0000, which a page can't show{f', {zeros:,} times' if zeros > 1 else ''}"
        proposed = propose_encoding(data)
        if proposed and proposed.startswith("utf-16"):
            sentence += f"; this looks like UTF-16: try encoding: {proposed} in its record"
        yield Problem(path, line, sentence)
