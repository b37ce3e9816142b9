"""What stands above the text: each line of it with what it is, down to the first line of the text itself."""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from archive.adding.drafting.patterns import Reading, find_opening, read_line
from archive.adding.drafting.source_lines import SourceLine

MASTHEAD = "name of the publication"
# Below a headline, lines of these kinds are followed by the text.
CREDITS = frozenset(
    {"byline", "byline and date", "byline without a name", "agency", "date line", "place and date"}
)

MOST_LINES = 30
_LONGEST = 150
_STOP = re.compile(r"[.。।؟:;,][\"'”’»)\]]*$")
_ABBREVIATION = re.compile(r"(?:\b[^\W\d_]\.)+[\"'”’»]*$")
_TWO_SENTENCES = re.compile(r"[^\W\d_]{3,}[.!?][\"'”’»]? [\"'“‘«]?[^\W\d_a-z]")
_SHORT = 3
_MOST_OF_HEADLINE = 3
# A text is longer than its headline by as much, in scripts that end no sentence with a stop.
_TIMES, _LONG = 2, 60


def read_head(
    text: Sequence[SourceLine], language: str, *, wrapped: bool, typed: Container[int]
) -> list[SourceLine]:
    """Return the lines above the text; `wrapped` tells that its lines are broken at a width."""
    head: list[SourceLine] = []
    for index, line in enumerate(text[:MOST_LINES]):
        if head and head[-1].kind in CREDITS and is_role(line, language):
            head.append(replace(line, reading=Reading("byline", is_sure=True)))
            continue
        if line.kind in {"", "person"}:
            first = next(filter(is_candidate, head), None)
            rest = [other.text for other in text[index:] if other.block == line.block]
            is_set = line.number in typed and first and first.block < line.block
            if is_set or opens_text(line.text, language) or begins_text(line, rest, first, wrapped=wrapped):
                return head
        head.append(line)
    # No text began: nothing shows that these lines are not it.
    return head if len(text) > len(head) else [line for line in head if line.kind]


def opens_text(line: str, language: str) -> bool:
    """Return whether a line is too long for one above a text, or has words with which texts open."""
    openers = ("dateline", "place", "greeting", "question")
    is_long = line.startswith((">", "<")) or len(line) > _LONGEST
    return is_long or any(find_opening(opener, line, language) for opener in openers)


def begins_text(line: SourceLine, rest: Sequence[str], first: SourceLine | None, *, wrapped: bool) -> bool:
    """Return whether a line, with the rest of its block, is no headline; `first` may be the one above it."""
    if not line.is_plain or line.text.isupper():
        return False
    if first and (len(line.text) > max(_LONG, _TIMES * len(first.text)) or _TWO_SENTENCES.search(line.text)):
        return True
    if is_sentence(line.text) and (first or len(line.text.split()) > _SHORT):
        return True
    return wrapped and len(rest) > 1 and (len(rest) > _MOST_OF_HEADLINE or any(map(is_sentence, rest)))


def is_candidate(item: SourceLine) -> bool:
    """Return whether a line may be a headline."""
    return item.is_plain or item.kind in {"headline with its field", "person"}


def is_role(line: SourceLine, language: str) -> bool:
    """Return whether a line below a byline says what the person does: `Times Staff Writer`."""
    if not line.is_plain and line.kind != MASTHEAD:
        return False
    named = read_line(f"By Jane Doe, {line.text}", language)
    return named.is_sure and named.kind == "byline" and not named.publication and not named.place


def is_sentence(line: str) -> bool:
    """Return whether a line ends as a sentence or a part of one does, and is no headline in capitals."""
    return bool(_STOP.search(line)) and not _ABBREVIATION.search(line) and not line.isupper()


def list_units(head: Sequence[SourceLine], *, wrapped: bool) -> Iterator[list[SourceLine]]:
    """Yield the lines that may be a headline, those together that are one headline over several lines."""
    unit: list[SourceLine] = []
    found = False
    for item in head:
        # A headline may be nothing but a name, as long as no other stands above it.
        if not item.is_plain and (item.kind != "person" or unit or found):
            found = found or not item.kind
            continue
        if unit and not (wrapped and goes_on(unit[-1], item)):
            yield unit
            unit, found = [], True
        unit.append(item)
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
