"""What a text prints: where a quotation or a name stands; white space of any kind counts as one space."""

import re
from collections.abc import Iterable, Iterator, Sequence

from archive.sources.paragraphs import Paragraph, flatten

# Fewer letters are the beginning of a name rather than a word.
_SHORTEST = 3

_IRISH = re.compile(r"\W?O['’]")


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


def find_quote(quote: str, paragraphs: Iterable[Paragraph]) -> int | None:
    """Return the number of the first paragraph that holds a quotation; None if none does."""
    sought = flatten(quote)
    return next((p.number for p in paragraphs if sought in p.flat), None)


def is_quoted(quote: str, paragraphs: Iterable[Paragraph]) -> bool:
    """Return whether a paragraph holds a quotation."""
    return find_quote(quote, paragraphs) is not None


def is_printed(form: str, text: str) -> bool:
    """Return whether a text prints a form, and not only as a part of longer words."""
    return any(True for _ in find_places(form, text))


def find_places(form: str, text: str) -> Iterator[int]:
    """Yield each index at which a text prints a form, and not only as a part of longer words.

    Words that were run together in error are words. A capital after the end of a form of several words, or
    of capitals alone, begins another if a small letter follows: `ICEHe's`. Before a form that begins with a
    capital, small letters alone are a word, and before one of capitals alone any word is: `saidTrump`,
    `FarICE`. Whatever else is written in one with others is a part of a name: `McDonald`, `YouTube`,
    `FedEx`. So is what has less than three letters: `iPhone`, `JPMorgan`, `macOS`.
    """
    start = text.find(form)
    while start >= 0:
        if _begins(form, text, start) and _ends(form, text, start + len(form)):
            yield start
        start = text.find(form, start + 1)


def _begins(form: str, text: str, at: int) -> bool:
    """Return whether a form begins as a word of its own."""
    if not _is_inside(text, at):
        # The name is `O'Neil`, not `Neil`; other apostrophes part words: `l'ONU`.
        return not _IRISH.fullmatch(text[max(0, at - 3) : at])
    word = _find_word_before(text, at)
    is_word = _is_capitals(form) or (word.islower() and form[:1].isupper() and not form.isupper())
    return len(word) >= _SHORTEST and is_word


def _ends(form: str, text: str, at: int) -> bool:
    """Return whether a form ends as a word of its own."""
    if not _is_inside(text, at):
        return True
    return text[at].isupper() and text[at + 1 : at + 2].islower() and (" " in form or _is_capitals(form))


def _is_inside(text: str, at: int) -> bool:
    """Return whether letters or digits stand on both sides of a position."""
    return _begins_words(text[at - 1 : at]) and _begins_words(text[at : at + 1])


def _find_word_before(text: str, at: int) -> str:
    """Return the small letters before a position, with a capital before them; nothing if more is before."""
    start = at
    while start and text[start - 1].islower():
        start -= 1
    if start and text[start - 1].isupper():
        start -= 1
    return "" if _begins_words(text[start - 1 : start]) else text[start:at]


def _is_capitals(form: str) -> bool:
    """Return whether a form is an abbreviation in capitals alone."""
    return form.isupper() and sum(map(str.isalpha, form)) >= _SHORTEST


def _begins_words(char: str) -> bool:
    """Return whether a character is of a script in which spaces part the words: one with capitals."""
    return char.isdigit() or char.lower() != char.upper()
