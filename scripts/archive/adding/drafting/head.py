"""What stands above the text: each line of it with what it is, down to the first line of the text itself."""

import re
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass

from archive.adding.drafting.patterns import Reading, opens_with
from archive.adding.drafting.source_lines import SourceLine, list_mail_header

MAIL, _MASTHEAD = "header of the e-mail", "name of the publication"
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
# A text is longer than its headline by as much, in scripts that end no sentence with a stop.
_TIMES, _LONG = 2, 60


@dataclass(frozen=True)
class HeadLine:
    """A line above the text, and what it is; None if its words don't say."""

    line: SourceLine
    reading: Reading | None = None

    @property
    def kind(self) -> str | None:
        """Return what the line is for certain."""
        return self.reading.kind if self.reading and self.reading.is_sure else None

    @property
    def is_plain(self) -> bool:
        """Return whether nothing in the line says what it is; a few words in capitals may be a name."""
        return self.reading is None or (self.reading.kind == "person" and not self.reading.is_sure)


Read = Callable[[SourceLine], Reading | None]


def read_head(
    text: Sequence[SourceLine], read: Read, language: str, *, wrapped: bool, typed: Container[int] = ()
) -> list[HeadLine]:
    """Return the lines above the text; `wrapped` tells that its lines are broken at a width."""
    head = [HeadLine(line, Reading(MAIL, line.text)) for line in list_mail_header(text, language)]
    for index, line in enumerate(text[len(head) : MOST_LINES], start=len(head)):
        item = HeadLine(line, read(line))
        above = head[-1].kind if head else None
        if (item.is_plain or item.kind == _MASTHEAD) and above in CREDITS and read_role(line, read):
            item = HeadLine(line, Reading("byline", line.text))
        if item.kind in {None, "person"}:
            rest = [other.text for other in text[index:] if other.block == line.block]
            is_set = line.number in typed and any(
                is_candidate(other) and other.line.block < line.block for other in head
            )
            if is_set or begins_text(item, rest, head, language, wrapped=wrapped):
                return head
        head.append(item)
    # No text began: nothing shows that these lines are not it.
    return head if len(text) > len(head) else [item for item in head if item.kind]


def begins_text(
    item: HeadLine, rest: Sequence[str], head: Sequence[HeadLine], language: str, *, wrapped: bool
) -> bool:
    """Return whether the text itself begins with a line, given with the rest of its block."""
    line = rest[0]
    first = next((other.line.text for other in head if is_candidate(other)), None)
    if line.startswith((">", "<")) or len(line) > _LONGEST:
        return True
    if any(opens_with(opener, line, language) for opener in ("dateline", "place", "greeting", "question")):
        return True
    if not item.is_plain or line.isupper():
        return False
    return (
        (first is not None and len(line) > max(_LONG, _TIMES * len(first)))
        or (is_sentence(line) and (first is not None or len(line.split()) > _SHORT))
        or (first is not None and bool(_TWO_SENTENCES.search(line)))
        or (wrapped and is_wrapped_sentence(rest))
    )


def is_candidate(item: HeadLine) -> bool:
    """Return whether a line may be a headline."""
    return item.is_plain or item.kind in {"headline with its field", "person"}


def read_role(line: SourceLine, read: Read) -> bool:
    """Return whether a line below a byline says what the person does: `Times Staff Writer`."""
    named = read(SourceLine(line.number, f"By Jane Doe, {line.text}", line.block))
    if named is None or not named.is_sure:
        return False
    return named.kind == "byline" and not named.publication and not named.place


def is_sentence(line: str) -> bool:
    """Return whether a line ends as a sentence or a part of one does, and is no headline in capitals."""
    return bool(_STOP.search(line)) and not _ABBREVIATION.search(line) and not line.isupper()


def is_wrapped_sentence(rest: Sequence[str]) -> bool:
    """Return whether the lines of a block are one text, and not a headline over two or three of them."""
    most = 3
    return len(rest) > 1 and (len(rest) > most or any(map(is_sentence, rest)))


def list_units(head: Sequence[HeadLine], *, wrapped: bool) -> Iterator[list[SourceLine]]:
    """Yield the lines that may be a headline, those together that are one headline over several lines."""
    unit: list[SourceLine] = []
    found = False
    for item in head:
        # A headline may be nothing but a name, as long as no other stands above it.
        if not item.is_plain and (item.kind != "person" or unit or found):
            found = found or item.kind is None
            continue
        if unit and not (wrapped and goes_on(unit[-1], item.line)):
            yield unit
            unit, found = [], True
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
