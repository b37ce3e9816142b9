"""The layout of a text, stretch by stretch: which lines are broken at a width, which are kept as typed."""

import re
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import groupby, pairwise

from archive.adding.drafting.head import MOST_LINES
from archive.adding.drafting.source_lines import SourceLine
from archive.adding.drafting.stretches import (
    ENDS_SENTENCE,
    LIST_ITEM,
    Typed,
    is_full,
    keep_blocks,
    keep_stretches,
)
from archive.sources.paragraphs import KeptRange, Layout

# Three spaces or a tab inside a line set a column.
_COLUMN = re.compile(r"\S(?:\t|\s{3,})\s*\S")
_TURN = "note of where it goes on"

# Nobody sets a paragraph in lines longer than this.
_WIDEST = 120
_MOST_OF = 0.6
_FEW_CHARACTERS = 60


@dataclass(frozen=True)
class ProposedLayout:
    """A layout, the ranges that are kept as typed, and what both were told by."""

    layout: Layout
    kept: tuple[KeptRange, ...]
    reason: str


def propose_layout(lines: Sequence[str], text: Sequence[SourceLine]) -> ProposedLayout:
    """Return how a text seems to be laid out; lines that tell by themselves what they are don't count."""
    kinds = {line.number: line.kind for line in text if line.kind not in {"", "person", "closing"}}
    turns = {number for number, kind in kinds.items() if kind == _TURN}
    above = {line.number for line in text[:MOST_LINES] if line.number in kinds}
    typed = look_at(lines, text, above)
    plain = [line for line in text if line.number not in above | turns | typed.inset | typed.columns]
    ends = [
        _is_broken(before, after, max(len(line.text) for line in plain if line.block == before.block))
        for before, after in pairwise(plain)
        if is_next(before, after, turns) and not LIST_ITEM.match(after.text) and is_full(before, typed)
    ]
    long = sum(len(line.text) for line in plain if len(line.text) > _WIDEST)
    is_wrapped = sum(ends) > len(ends) * _MOST_OF and long * 2 <= sum(len(line.text) for line in plain)
    blocks = [list(block) for _, block in groupby(text, lambda line: line.block)]
    own = [block for block in blocks if above.isdisjoint(line.number for line in block)]
    if not is_wrapped:
        return ProposedLayout("lines", tuple(keep_blocks(own, typed)), "")
    reason = f"{sum(ends)} of {len(ends)} full lines end within a sentence or where the next word had no room"
    return ProposedLayout("blocks", tuple(keep_stretches(own, typed)), reason)


def look_at(lines: Sequence[str], text: Sequence[SourceLine], above: AbstractSet[int]) -> Typed:
    """Return how the lines of a text are typed; most of them, by their characters, aren't inset."""
    margins = {
        line.number: len(lines[line.number - 1]) - len(lines[line.number - 1].lstrip()) for line in text
    }
    counts: Counter[int] = Counter()
    for line in text:
        counts[margins[line.number]] += len(line.text)
    margin = max(counts, key=lambda margin: (counts[margin], -margin), default=0)
    short = [len(line.text) for line in text if len(line.text) <= _WIDEST and line.number not in above]
    return Typed(
        frozenset(number for number, own in margins.items() if own > margin),
        frozenset(line.number for line in text if _COLUMN.search(lines[line.number - 1])),
        max(short, default=0),
    )


def is_next(before: SourceLine, after: SourceLine, turns: AbstractSet[int]) -> bool:
    """Return whether a line stands right below another, or below a note of where it goes on."""
    between = range(before.number + 1, after.number)
    return turns >= set(between) and (before.block == after.block or bool(between))


def _is_broken(before: SourceLine, after: SourceLine, width: int) -> bool:
    """Return whether a line ends where no sentence does: within one, or where the next word had no room."""
    if len(before.text) > _WIDEST or ENDS_SENTENCE.search(before.text):
        return False
    if after.text[0].islower():
        return True
    room = width - len(before.text) - 1
    return width > _FEW_CHARACTERS / 2 and len(after.text.split()[0]) > room and width <= _WIDEST
