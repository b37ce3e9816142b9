"""The text file of an article: its bytes, and the paragraphs that a reader sees."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from archive.sources.problem import Problem

# U+0000 is the one character of decoded UTF-8 that HTML has no way to hold:
# https://html.spec.whatwg.org/multipage/parsing.html#parse-error-unexpected-null-character
NOT_IN_HTML = "\0"

# Far beyond any press text, and still built and read in comfort.
LARGEST_TEXT = 10_000_000
MOST_LINES = 200_000


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
    paragraphs = tuple(parse_paragraphs(decoded))
    return Text(data, paragraphs or None), list(check_text(path, decoded))


def parse_utf8(data: bytes) -> str:
    """Return the characters that the bytes encode; raise ValueError with a sentence if they encode none."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        message = f"is not UTF-8: byte 0x{data[error.start]:02x} at offset {error.start}"
        raise ValueError(message) from error


def parse_paragraphs(text: str) -> Iterator[Paragraph]:
    """Yield every line that isn't blank; lines end at U+000A alone, so that no other character is lost."""
    number = 0
    for line, content in enumerate(text.split("\n"), start=1):
        if stripped := content.strip():
            number += 1
            yield Paragraph(number, line, stripped)


def find_paragraphs(forms: Iterable[str], paragraphs: Sequence[Paragraph]) -> tuple[int, ...]:
    """Return the numbers of the paragraphs that print one of the forms as a word of its own."""
    # Most paragraphs hold none: that is told first, since it takes no call.
    found = {p.number for form in forms for p in paragraphs if form in p.text and is_printed(form, p.text)}
    return tuple(sorted(found))


def find_quote(quote: str, paragraphs: Iterable[Paragraph]) -> int:
    """Return the number of the first paragraph that holds a quotation; a checked record has no other."""
    return next(p.number for p in paragraphs if quote in p.text)


def is_printed(form: str, text: str) -> bool:
    """Return whether a text prints a form, and not only as a part of longer words."""
    start = text.find(form)
    while start >= 0:
        if not _is_joined(text, start) and not _is_joined(text, start + len(form)):
            return True
        start = text.find(form, start + 1)
    return False


def _is_joined(text: str, at: int) -> bool:
    """Return whether one word goes on across a position."""
    before, after = text[at - 1 : at], text[at : at + 1]
    if not (_begins_words(before) and _begins_words(after)):
        return False
    # Words that were run together in error begin with a capital: `ICEHe's`.
    return not (after.isupper() and (before.islower() or text[at + 1 : at + 2].islower()))


def _begins_words(char: str) -> bool:
    """Return whether a character is of a script in which spaces part the words: one with capitals."""
    return char.isdigit() or char.lower() != char.upper()


def check_text(path: str, text: str) -> Iterator[Problem]:
    """Yield a problem if the text says nothing or holds a character that a page can't show."""
    if not text.strip():
        yield Problem(path, 1, "is blank" if text else "is empty")
    if (lines := text.count("\n")) > MOST_LINES:
        yield Problem(path, 1, f"has {lines:,} lines; at most {MOST_LINES:,} are taken")
    if NOT_IN_HTML in text:
        for line, content in enumerate(text.split("\n"), start=1):
            if NOT_IN_HTML in content:
                yield Problem(path, line, "holds U+0000, which a page can't show")
