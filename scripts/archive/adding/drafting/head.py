"""What stands above the text: each line of it with its kind, down to the first line of the text itself."""

import re
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass

from archive.adding.drafting.byline import find_byline, is_role
from archive.adding.drafting.date_line import (
    find_credit,
    find_date_line,
    find_place,
    find_source_line,
    is_change,
)
from archive.adding.drafting.mail import find_headline_field, find_mail_header
from archive.adding.drafting.notice import find_notice
from archive.adding.drafting.proposal import SourceLine
from archive.adding.drafting.publication import find_publication_field

PLAIN, BYLINE, CREDIT, SOURCE, DATE, PUBLICATION, HEADLINE, MAIL = (
    "headline",
    "byline",
    "byline and date",
    "publication and date",
    "date line",
    "name of the publication",
    "headline with its field",
    "header of the e-mail",
)

MOST_LINES = 30
_LONGEST = 150
_STOP = re.compile(r"[.。।؟:;,][\"'”’»)\]]*$")
_ABBREVIATION = re.compile(r"(?:\b[^\W\d_]\.)+[\"'”’»]*$")
_SHORT = 3
# A text is longer than its headline by as much, in scripts that end no sentence with a stop.
_TIMES, _LONG = 2, 60


@dataclass(frozen=True)
class HeadLine:
    """A line above the text, and what it is."""

    line: SourceLine
    kind: str


def read_head(
    text: Sequence[SourceLine], language: str, *, wrapped: bool, kept: Container[int] = ()
) -> list[HeadLine]:
    """Return the lines above the text; `wrapped` tells that its lines are broken at a width."""
    header = find_mail_header(text)
    head = [HeadLine(line, MAIL) for line in header]
    for index, line in enumerate(text[len(header) : MOST_LINES], start=len(header)):
        kind = find_kind(line.text, language)
        if kind is None and head and head[-1].kind == BYLINE and is_role(line.text):
            kind = BYLINE
        if kind is None:
            has_title = any(item.kind in {PLAIN, HEADLINE} for item in head)
            first = next((item.line for item in head if item.kind == PLAIN), None)
            rest = [other.text for other in text[index:] if other.block == line.block]
            if line.number in kept or is_text(rest, language, first, has_title=has_title, wrapped=wrapped):
                return head
        head.append(HeadLine(line, kind or PLAIN))
    # No text began: nothing shows that these lines are not it.
    return head if len(text) > len(head) else [item for item in head if item.kind != PLAIN]


def find_kind(text: str, language: str) -> str | None:
    """Return what a line is by its own words; None if they don't say."""
    tests: list[tuple[Callable[[], object], str]] = [
        (lambda: find_byline(text), BYLINE),
        (lambda: find_date_line(text, language), DATE),
        (lambda: find_credit(text, language), CREDIT),
        (lambda: find_source_line(text, language), SOURCE),
        (lambda: is_change(text, language), "date of a change"),
        (lambda: find_headline_field(text), HEADLINE),
        (lambda: find_publication_field(text), PUBLICATION),
    ]
    if not any(map(str.isalpha, text)):
        return DATE if find_date_line(text, language) else find_notice(text) or "line without words"
    return find_notice(text) or next((kind for test, kind in tests if test()), None)


def is_text(
    rest: Sequence[str], language: str, first: SourceLine | None, *, has_title: bool, wrapped: bool
) -> bool:
    """Return whether the text itself begins with a line, given with the rest of its block."""
    line = rest[0]
    return (
        len(line) > _LONGEST
        or find_place(line, language) is not None
        or line.startswith((">", "<"))
        or (first is not None and len(line) > max(_LONG, _TIMES * len(first.text)) and not line.isupper())
        or (is_sentence(line) and (has_title or len(line.split()) > _SHORT))
        or (wrapped and is_wrapped_sentence(rest))
    )


def is_sentence(line: str) -> bool:
    """Return whether a line ends as a sentence or a part of one does, and is no headline in capitals."""
    return bool(_STOP.search(line)) and not _ABBREVIATION.search(line) and not line.isupper()


def is_wrapped_sentence(rest: Sequence[str]) -> bool:
    """Return whether the lines of a block are one text, and not a headline over two or three of them."""
    most = 3
    return not rest[0].isupper() and len(rest) > 1 and (len(rest) > most or any(map(is_sentence, rest)))


def list_units(head: Sequence[HeadLine], *, wrapped: bool) -> Iterator[list[SourceLine]]:
    """Yield the lines that may be a headline, those together that are one headline over several lines."""
    unit: list[SourceLine] = []
    for item in head:
        if item.kind != PLAIN:
            continue
        if unit and not (wrapped and goes_on(unit[-1], item.line)):
            yield unit
            unit = []
        unit.append(item.line)
    if unit:
        yield unit


def goes_on(before: SourceLine, after: SourceLine) -> bool:
    """Return whether a headline goes on from one line to the next."""
    shortest = 20
    return (
        before.block == after.block
        and after.number == before.number + 1
        and before.text.isupper() == after.text.isupper()
        and len(before.text) >= shortest
        and not is_sentence(before.text)
    )
