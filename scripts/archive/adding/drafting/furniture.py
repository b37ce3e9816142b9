"""Page furniture that a draft proposes: what stands above the text, around it, and what turns its pages."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import dropwhile, groupby

from archive.adding.drafting.layout import TURN
from archive.adding.drafting.patterns import to_label
from archive.adding.drafting.source_lines import MAIL, SourceLine
from archive.sources.lines import LineRange
from archive.sources.paragraphs import KeptRange
from archive.sources.plain_yaml import Plain

_MOST_READ = "most read"
_ANYWHERE = frozenset({TURN, "part of the web page", _MOST_READ})
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


def find_furniture(
    head: Sequence[SourceLine], titles: Mapping[int, str], body: Sequence[SourceLine]
) -> dict[int, str]:
    """Return the lines that belong to the page by their numbers, each with what it is."""
    dated = {line.block for line in head if line.kind == "date line"}
    found = {line.number: line.kind for line in head if line.kind not in {"", "person"}}
    found |= {line.number: "byline" for line in head if line.kind == "person" and line.block in dated}
    found |= titles
    found |= {line.number: line.kind for line in body[1:] if line.kind in _ANYWHERE}
    found |= {line.number: line.kind for line in body[1:][-_LAST_LINES:] if line.kind in _AT_THE_END}
    links = [
        line
        for line in dropwhile(lambda line: found.get(line.number) != _MOST_READ, body)
        if line.number not in found
    ]
    if all(len(line.text) <= _LONGEST_LINK for line in links):
        found |= {line.number: _MOST_READ for line in links}
    # The signature of an e-mail: https://www.rfc-editor.org/rfc/rfc3676#section-4.3
    signature = list(dropwhile(lambda line: line.text != "--", body))
    if any(line.kind == MAIL for line in head) and len(signature) <= _LONGEST_SIGNATURE:
        found |= {line.number: "signature" for line in signature}
    return {number: to_label(kind) for number, kind in found.items()}


def join_lines(found: Mapping[int, str]) -> Iterator[Plain]:
    """Yield each run of lines that are alike, as a record writes it."""
    in_a_row = groupby(enumerate(sorted(found)), lambda pair: (pair[1] - pair[0], found[pair[1]]))
    for (_, label), group in in_a_row:
        numbers = [number for _, number in group]
        yield {"line": str(LineRange(numbers[0], numbers[-1])), "label": label}


def keep_heads(head: Sequence[SourceLine], units: Iterable[Sequence[SourceLine]]) -> Iterator[KeptRange]:
    """Yield the lines above a text in blocks that are not to run together: byline, date, e-mail header."""
    one = {line.number: index for index, unit in enumerate(units) for line in unit}
    for _, block in groupby(head, lambda line: line.block):
        numbers = [line.number for line in block]
        if len({one.get(number, -number) for number in numbers}) > 1:
            yield KeptRange(LineRange(numbers[0], numbers[-1]))
