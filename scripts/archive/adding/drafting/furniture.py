"""Page furniture that a draft proposes: what stands above the text, around it, and what turns its pages."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from archive.adding.drafting.patterns import to_label
from archive.adding.drafting.source_lines import MAIL, SourceLine
from archive.sources.lines import LineRange
from archive.sources.paragraphs import KeptRange
from archive.sources.plain_yaml import Plain

_TURN, _WEB, _MOST_READ = "note of where it goes on", "part of the web page", "most read"
_LAST_LINES = 6
_LONGEST_SIGNATURE = 10
_LONGEST_LINK = 100
# Of what stands at the end of a text, these say for certain that they are no part of it.
_AT_THE_END = frozenset(
    {
        *("end mark", "notice of copyright", "date of a change", "address", "contact"),
        *("byline", "byline and date", "byline without a name", "agency", "report"),
        *("date line", "place and date"),
        "number of the document",
    }
)


def list_furniture(
    head: Sequence[SourceLine], titles: Mapping[int, str], text: Sequence[SourceLine]
) -> list[Plain]:
    """Return the lines that belong to the page, in order, those in a row that are alike together."""
    dated = {item.block for item in head if item.kind == "date line"}
    found = {item.number: item.kind for item in head if item.kind and item.kind != "person"}
    found |= {item.number: "byline" for item in head if item.kind == "person" and item.block in dated}
    found |= titles
    rest = text[len(head) :]
    kinds = {line.number: line.kind for line in rest[1:] if line.kind}
    found |= {number: kind for number, kind in kinds.items() if kind in {_TURN, _WEB, _MOST_READ}}
    last = {line.number for line in rest[1:][-_LAST_LINES:]}
    found |= {number: kind for number, kind in kinds.items() if number in last and kind in _AT_THE_END}
    found |= dict.fromkeys(list_links(rest, found), _MOST_READ)
    if any(item.kind == MAIL for item in head):
        found |= dict.fromkeys(list_signature(rest), "signature")
    return list(join_lines({number: to_label(kind) for number, kind in found.items()}))


def list_links(text: Sequence[SourceLine], found: Mapping[int, str]) -> Iterator[int]:
    """Yield the lines that follow the words `most read` down to the end, if each is as short as a link."""
    start = next((index for index, line in enumerate(text) if found.get(line.number) == _MOST_READ), None)
    links = [] if start is None else [line for line in text[start:] if line.number not in found]
    if all(len(line.text) <= _LONGEST_LINK for line in links):
        yield from (line.number for line in links)


def list_signature(text: Sequence[SourceLine]) -> Iterator[int]:
    """Yield the lines of the signature of an e-mail: https://www.rfc-editor.org/rfc/rfc3676#section-4.3."""
    start = next((index for index, line in enumerate(text) if line.text == "--"), len(text))
    if len(text) - start <= _LONGEST_SIGNATURE:
        yield from (line.number for line in text[start:])


def join_lines(found: Mapping[int, str]) -> Iterator[Plain]:
    """Yield each run of lines that are alike, as a record writes it."""
    numbers = sorted(found)
    for index, first in enumerate(numbers):
        if index and numbers[index - 1] == first - 1 and found[first - 1] == found[first]:
            continue
        last = first
        while found.get(last + 1) == found[first]:
            last += 1
        yield {"line": str(LineRange(first, last)), "label": found[first]}


def keep_heads(head: Sequence[SourceLine], units: Iterable[Sequence[SourceLine]]) -> list[KeptRange]:
    """Return the lines above a text in blocks that are not to run together: byline, date, e-mail header."""
    one = {line.number: index for index, unit in enumerate(units) for line in unit}
    blocks: dict[int, list[SourceLine]] = {}
    for item in head:
        blocks.setdefault(item.block, []).append(item)
    return [
        KeptRange(LineRange(lines[0].number, lines[-1].number))
        for lines in blocks.values()
        if len(lines) > 1 and len({one.get(line.number, -line.number) for line in lines}) > 1
    ]
