"""The layout of a text, stretch by stretch: which lines are broken at a width, which are kept as typed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from archive.adding.drafting.head import MOST_LINES, Read, SourceLine
from archive.sources.lines import LineRange
from archive.sources.paragraphs import KeptRange, Layout

_ENDS_SENTENCE = re.compile(r"[.!?:…。！？][\"'”’»)\]]*$")
_LIST_ITEM = re.compile(r"(?:\d{1,3}[.)]|[-*•–+])\s+\S")
# Three spaces or a tab inside a line set a column.
_COLUMN = re.compile(r"\S(?:\t|\s{3,})\s*\S")
_TURN = "note of where it goes on"

# Nobody sets a paragraph in lines longer than this.
_WIDEST = 120
_MOST_OF = 0.6
_FEW_CHARACTERS = 60
# Lines of prose fill so much of the width of the text, but for the last.
_FULL = 0.75
Block = Sequence[SourceLine]


@dataclass(frozen=True)
class ProposedLayout:
    """A layout, the ranges that are kept as typed, and what both were told by."""

    layout: Layout
    kept: tuple[KeptRange, ...]
    reason: str


def propose_layout(lines: Sequence[str], text: Sequence[SourceLine], read: Read) -> ProposedLayout:
    """Return how a text seems to be laid out; lines that tell by themselves what they are don't count."""
    kinds = {line.number: reading.kind for line in text if (reading := read(line)) and reading.is_sure}
    kinds = {number: kind for number, kind in kinds.items() if kind not in {"person", "closing"}}
    turns = {number for number, kind in kinds.items() if kind == _TURN}
    above = {line.number for line in text[:MOST_LINES] if line.number in kinds}
    margins = {
        line.number: len(lines[line.number - 1]) - len(lines[line.number - 1].lstrip()) for line in text
    }
    margin = find_margin(text, margins)
    set_off = {line.number for line in text if margins[line.number] > margin or is_column(line, lines)}
    plain = [line for line in text if line.number not in above | turns | set_off]
    ends = [
        _is_broken(before, after, max(len(line.text) for line in plain if line.block == before.block))
        for before, after in pairwise(plain)
        if is_next(before, after, turns) and not _LIST_ITEM.match(after.text)
    ]
    long = sum(len(line.text) for line in plain if len(line.text) > _WIDEST)
    is_wrapped = sum(ends) > len(ends) * _MOST_OF and long * 2 <= sum(len(line.text) for line in plain)
    width = max((len(line.text) for line in plain if len(line.text) <= _WIDEST), default=0)
    blocks = [list(block) for _, block in groupby(text, lambda line: line.block)]
    stretches = [
        (block, find_stretch(block, lines, margins, margin, width if is_wrapped else 0))
        for block in blocks
        if above.isdisjoint(line.number for line in block)
    ]
    kept = tuple(join_stretches(stretches))
    if not is_wrapped:
        return ProposedLayout("lines", kept, "")
    reason = (
        f"{sum(ends)} of {len(ends)} line ends stand within a sentence or where the next word had no room"
    )
    return ProposedLayout("blocks", kept, reason)


def find_margin(text: Sequence[SourceLine], margins: dict[int, int]) -> int:
    """Return with how much white space most of a text begins; the first line of a paragraph may have more."""
    counts: dict[int, int] = {}
    for line in text:
        counts[margins[line.number]] = counts.get(margins[line.number], 0) + len(line.text)
    return max(counts, key=lambda margin: (counts[margin], -margin), default=0)


def is_column(line: SourceLine, lines: Sequence[str]) -> bool:
    """Return whether a line is set in columns."""
    return bool(_COLUMN.search(lines[line.number - 1]))


def is_next(before: SourceLine, after: SourceLine, turns: set[int]) -> bool:
    """Return whether a line stands right below another, or below a note of where it goes on."""
    between = range(before.number + 1, after.number)
    return turns.issuperset(between) and (before.block == after.block or bool(between))


def _is_broken(before: SourceLine, after: SourceLine, width: int) -> bool:
    """Return whether a line ends where no sentence does: within one, or where the next word had no room."""
    if len(before.text) > _WIDEST or _ENDS_SENTENCE.search(before.text):
        return False
    if after.text[0].islower():
        return True
    room = width - len(before.text) - 1
    return width > _FEW_CHARACTERS / 2 and len(after.text.split()[0]) > room and width <= _WIDEST


def find_stretch(
    block: Block, lines: Sequence[str], margins: dict[int, int], margin: int, width: int
) -> str | None:
    """Return what the lines of a block are that are kept as typed; None if they are prose.

    `width` is that of a wrapped text, 0 where each line is a paragraph of its own.
    """
    several = len(block) > 1
    short = all(len(line.text) <= _FEW_CHARACTERS for line in block)
    items = sum(bool(_LIST_ITEM.match(line.text)) for line in block)
    inset = [margins[line.number] > margin for line in block]
    # The first line of a paragraph may be inset, too; of a stanza, others are.
    is_inset = any(inset[1:]) or (all(inset) and (several or width > 0))
    told = {
        "table": several and sum(is_column(line, lines) for line in block) > len(block) / 2,
        "quoted message": several and width and all(line.text.startswith(">") for line in block),
        "list": width and items > 1 and items >= len(block) - 1,
        "verse": not items and short and is_inset,
        "even": not items and several and not width and short and is_stanza(block),
        "lines": not items and several and width and is_short(block, width),
    }
    return next((kind for kind, is_told in told.items() if is_told), None)


def is_stanza(block: Block) -> bool:
    """Return whether the lines of a block all begin anew, and most of them end within a sentence."""
    begins = all(line.text.lstrip("\"'“‘«(")[:1].isupper() for line in block)
    return begins and sum(not _ENDS_SENTENCE.search(line.text) for line in block) * 2 >= len(block) > 2  # noqa: PLR2004


def is_short(block: Block, width: int) -> bool:
    """Return whether no line of a block was broken at the width of the text: a list, an address."""
    longest = max(len(line.text) for line in block)
    return longest < width * _FULL or not any(
        _is_broken(before, after, longest) for before, after in pairwise(block)
    )


def join_stretches(found: Sequence[tuple[Block, str | None]]) -> Iterator[KeptRange]:
    """Yield the ranges that are kept: stretches that follow each other and are alike together."""
    for kind, group in groupby(found, lambda item: item[1]):
        blocks = [block for block, _ in group]
        # One stanza that nothing but its capitals tells may be a list of people.
        if kind is None or (kind == "even" and len(blocks) == 1):
            continue
        label = None if kind in {"verse", "even", "lines"} else kind
        runs = [blocks] if kind in {"verse", "even"} else [[block] for block in blocks]
        for run in runs:
            yield KeptRange(LineRange(run[0][0].number, run[-1][-1].number), label)
