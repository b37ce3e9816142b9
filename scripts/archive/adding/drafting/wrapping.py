"""The layout of a text, stretch by stretch: which lines are broken at a width, which are kept as typed."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import groupby, pairwise
from operator import itemgetter

from archive.adding.drafting.head import MOST_LINES, Read, SourceLine
from archive.sources.lines import LineRange
from archive.sources.paragraphs import KeptRange, Layout

_ENDS_SENTENCE = re.compile(r"[.!?:…。！？][\"'”’»)\]]*$")
_LIST_ITEM = re.compile(r"(?:\d{1,3}[.)]|[-*•–+])\s+\S")
_ITEM = re.compile(r"(?:\d{1,3}[.)]|[-*•–+>])\s*\S")
# Three spaces or a tab inside a line set a column.
_COLUMN = re.compile(r"\S(?:\t|\s{3,})\s*\S")
_TURN = "note of where it goes on"

# Nobody sets a paragraph in lines longer than this.
_WIDEST = 120
_MOST_OF = 0.6
_FEW_CHARACTERS = 60
# Lines of prose fill so much of the width of the text, but for the last.
_FULL, _HALF = 0.75, 0.5
_FEWEST_LINES = 3
Block = Sequence[SourceLine]


@dataclass(frozen=True)
class ProposedLayout:
    """A layout, the ranges that are kept as typed, and what both were told by."""

    layout: Layout
    kept: tuple[KeptRange, ...]
    reason: str


@dataclass(frozen=True)
class Typed:
    """The lines of a text as typed: which are inset beyond most, or set in columns, and the longest."""

    inset: frozenset[int]
    columns: frozenset[int]
    width: int


def propose_layout(
    lines: Sequence[str], text: Sequence[SourceLine], read: Read, header: AbstractSet[int] = frozenset()
) -> ProposedLayout:
    """Return how a text seems to be laid out; lines that tell by themselves what they are don't count.

    Nor do those of the `header` of an e-mail.
    """
    kinds = {line.number: reading.kind for line in text if (reading := read(line)) and reading.is_sure}
    kinds = {number: kind for number, kind in kinds.items() if kind not in {"person", "closing"}}
    turns = {number for number, kind in kinds.items() if kind == _TURN}
    above = header | {line.number for line in text[:MOST_LINES] if line.number in kinds}
    typed = look_at(lines, text, above)
    plain = [line for line in text if line.number not in above | turns | typed.inset | typed.columns]
    ends = [
        _is_broken(before, after, max(len(line.text) for line in plain if line.block == before.block))
        for before, after in pairwise(plain)
        if is_next(before, after, turns) and not _LIST_ITEM.match(after.text) and is_full(before, typed)
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


def is_full(line: SourceLine, typed: Typed) -> bool:
    """Return whether a line fills the width of the text."""
    return len(line.text) >= typed.width * _FULL


def _is_broken(before: SourceLine, after: SourceLine, width: int) -> bool:
    """Return whether a line ends where no sentence does: within one, or where the next word had no room."""
    if len(before.text) > _WIDEST or _ENDS_SENTENCE.search(before.text):
        return False
    if after.text[0].islower():
        return True
    room = width - len(before.text) - 1
    return width > _FEW_CHARACTERS / 2 and len(after.text.split()[0]) > room and width <= _WIDEST


def keep_stretches(blocks: Sequence[Block], typed: Typed) -> Iterator[KeptRange]:
    """Yield what is no prose in a wrapped text: inset lines, columns, lists, short lines in a row."""
    runs: list[tuple[bool, list[SourceLine]]] = []
    for block in blocks:
        for is_set, group in groupby(zip(block, list_set(block, typed), strict=True), itemgetter(1)):
            run = [line for line, _ in group]
            is_inset = typed.inset.issuperset(line.number for line in run)
            if is_set and (len(run) > 1 or is_inset):
                # Stanzas belong together.
                is_stanza = is_inset and runs and runs[-1][0] and runs[-1][1][-1].block == run[0].block - 1
                runs.append((is_inset, [*runs.pop()[1], *run] if is_stanza else run))
    yield from (to_kept(run, typed) for _, run in runs)


def list_set(block: Block, typed: Typed) -> Iterator[bool]:
    """Yield whether each line of a block is no prose, which is full lines and the one after them."""
    goes_on = False
    for line, after in zip(block, [*block[1:], None], strict=True):
        is_own = line.number in typed.inset | typed.columns or bool(_ITEM.match(line.text))
        is_long = len(line.text) >= typed.width * _HALF
        leads = is_long and after is not None and after.text[0].islower() and after.number not in typed.inset
        is_prose = not is_own and (goes_on or is_full(line, typed) or leads)
        yield not is_prose
        goes_on = is_prose and (is_full(line, typed) or leads) and not _ENDS_SENTENCE.search(line.text)


def keep_blocks(blocks: Sequence[Block], typed: Typed) -> Iterator[KeptRange]:
    """Yield what is kept where each line is a paragraph: tables, inset stanzas, stanzas one after another."""
    for kind, group in groupby(blocks, lambda block: find_stanza(block, typed)):
        found = [line for block in group for line in block]
        several = len({line.block for line in found}) > 1
        # One stanza that nothing but its capitals tells may be a list of people.
        if kind and (several or kind != "even"):
            yield to_kept(found, typed)


def find_stanza(block: Block, typed: Typed) -> str | None:
    """Return how the lines of a block belong together; None if they don't."""
    if len(block) < _FEWEST_LINES - 1 or any(_LIST_ITEM.match(line.text) for line in block):
        return None
    if sum(line.number in typed.columns for line in block) > len(block) / 2:
        return "table"
    if any(len(line.text) > _FEW_CHARACTERS or line.text.startswith(">") for line in block):
        return None
    # The first line of a paragraph may be inset, too; of a stanza, others are.
    if any(line.number in typed.inset for line in block[1:]):
        return "inset"
    begins = all(line.text.lstrip("\"'“‘«(")[:1].isupper() for line in block)
    goes_on = sum(not _ENDS_SENTENCE.search(line.text) for line in block)
    return "even" if begins and goes_on * 2 >= len(block) >= _FEWEST_LINES else None


def to_kept(lines: Block, typed: Typed) -> KeptRange:
    """Return lines as a range that is kept, and what they are where that is plain."""
    labels = {
        "table": sum(line.number in typed.columns for line in lines),
        "list": sum(bool(_LIST_ITEM.match(line.text)) for line in lines),
        "quoted message": sum(line.text.startswith(">") for line in lines),
    }
    label = next((label for label, count in labels.items() if count > len(lines) / 2), None)
    return KeptRange(LineRange(lines[0].number, lines[-1].number), label)
