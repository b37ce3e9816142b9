"""What a text prints: where a quotation or a name stands; white space of any kind counts as one space."""

from collections.abc import Iterable, Iterator, Sequence

from archive.sources.paragraphs import Paragraph, flatten


def find_paragraphs(forms: Iterable[str], paragraphs: Sequence[Paragraph]) -> tuple[int, ...]:
    """Return the numbers of the paragraphs that print one of the forms as a word of its own."""
    # Most paragraphs hold none: that is told first, since it takes no call.
    found = {
        p.number
        for form in map(flatten, forms)
        for p in paragraphs
        if form in p.flat and is_printed(form, p.flat)
    }
    return tuple(sorted(found))


def find_quote(quote: str, paragraphs: Iterable[Paragraph]) -> int:
    """Return the number of the first paragraph that holds a quotation; a checked record has no other."""
    sought = flatten(quote)
    return next(p.number for p in paragraphs if sought in p.flat)


def is_quoted(quote: str, paragraphs: Iterable[Paragraph]) -> bool:
    """Return whether a paragraph holds a quotation."""
    sought = flatten(quote)
    return any(sought in p.flat for p in paragraphs)


def is_printed(form: str, text: str) -> bool:
    """Return whether a text prints a form, and not only as a part of longer words."""
    return any(True for _ in find_places(form, text))


def find_places(form: str, text: str) -> Iterator[int]:
    """Yield each index at which a text prints a form, and not only as a part of longer words."""
    start = text.find(form)
    while start >= 0:
        if not _is_joined(text, start) and not _is_joined(text, start + len(form)):
            yield start
        start = text.find(form, start + 1)


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
