"""Page furniture that a draft proposes: what stands above the text, around it, and what turns its pages."""

from collections.abc import Iterable, Iterator, Sequence

from archive.adding.drafting.byline import find_byline
from archive.adding.drafting.date_line import find_date_line
from archive.adding.drafting.head import MAIL, PLAIN, HeadLine
from archive.adding.drafting.notice import TURN, find_notice
from archive.adding.drafting.proposal import Label, SourceLine
from archive.sources.lines import LineRange
from archive.sources.paragraphs import KeptRange

_LAST_LINES = 6
_LONGEST_SIGNATURE = 10
# Of what stands within a text, only these say for certain that they are no part of it.
_AT_THE_END = {
    "end mark",
    "notice of copyright",
    "date of a change",
    "address",
    "contact",
    "number of the document",
}


def list_furniture(
    head: Sequence[HeadLine], titles: Iterable[Label], text: Sequence[SourceLine], language: str
) -> list[Label]:
    """Return the lines that belong to the page, in order, those in a row that are alike together."""
    found = {line: item.label for item in titles for line in range(item.first, item.last + 1)}
    found |= {item.line.number: item.kind for item in head if item.kind != PLAIN}
    rest = text[len(head) :]
    found |= {line.number: TURN for line in rest if find_notice(line.text) == TURN}
    for line in rest[1:][-_LAST_LINES:]:
        if kind := find_end(line.text, language):
            found[line.number] = kind
    if any(item.kind == MAIL for item in head):
        found |= dict.fromkeys(list_signature(rest), "signature")
    labels: list[Label] = []
    for number, label in sorted(found.items()):
        if labels and labels[-1].label == label and labels[-1].last == number - 1:
            labels[-1] = Label(labels[-1].first, number, label)
        else:
            labels.append(Label(number, number, label))
    return labels


def list_signature(text: Sequence[SourceLine]) -> Iterator[int]:
    """Yield the lines of the signature of an e-mail: https://www.rfc-editor.org/rfc/rfc3676#section-4.3."""
    start = next((index for index, line in enumerate(text) if line.text == "--"), len(text))
    if len(text) - start <= _LONGEST_SIGNATURE:
        yield from (line.number for line in text[start:])


def find_end(text: str, language: str) -> str | None:
    """Return what one of the last lines of a text is, if it belongs to the page."""
    kind = find_notice(text)
    if kind in _AT_THE_END:
        return kind
    if find_byline(text):
        return "byline"
    return "date line" if find_date_line(text, language) else None


def keep_heads(head: Sequence[HeadLine], units: Iterable[Sequence[SourceLine]]) -> list[KeptRange]:
    """Return the lines above a text in blocks that are not to run together: byline, date, e-mail header."""
    one = {line.number: index for index, unit in enumerate(units) for line in unit}
    blocks: dict[int, list[SourceLine]] = {}
    for item in head:
        blocks.setdefault(item.line.block, []).append(item.line)
    return [
        KeptRange(LineRange(lines[0].number, lines[-1].number))
        for lines in blocks.values()
        if len(lines) > 1 and len({one.get(line.number, -line.number) for line in lines}) > 1
    ]
