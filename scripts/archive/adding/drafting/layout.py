"""The layout of a text, stretch by stretch: which lines are broken at a width, which are kept as typed."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import groupby, pairwise
from operator import attrgetter, itemgetter

from archive.adding.drafting.head import MOST_LINES
from archive.adding.drafting.source_lines import SourceLine
from archive.sources.lines import LineRange
from archive.sources.paragraphs import KeptRange

TURN = "note of where it goes on"
_ENDS_SENTENCE = re.compile(r"[.!?:…。！？][\"'”’»)\]]*$")
_LIST_ITEM = re.compile(r"(?:\d{1,3}[.)]|[-*•–+])\s+\S")
_ITEM = re.compile(r"(?:\d{1,3}[.)]|[-*•–+>])\s*\S")
# Nobody sets a paragraph in lines longer than this.
_WIDEST = 120
_FEW_CHARACTERS = 60
# Lines of prose fill so much of the width of the text, but for the last; most full lines are broken.
_FULL, _HALF, _MOST_OF = 0.75, 0.5, 0.6
_FEWEST_LINES = 3
# Of what a stretch may be, how each of its lines shows it.
_LABELS: dict[str, Callable[[SourceLine], bool]] = {
    "table": attrgetter("has_columns"),
    "list": lambda line: bool(_LIST_ITEM.match(line.text)),
    "quoted message": lambda line: line.text.startswith(">"),
}
Block = Sequence[SourceLine]


@dataclass(frozen=True)
class Page:
    """Where most lines of a text begin, and how long the longest of them is."""

    margin: int
    width: int

    def is_inset(self, line: SourceLine) -> bool:
        """Return whether a line begins farther in than most."""
        return line.indent > self.margin

    def fills(self, line: SourceLine, share: float = _FULL) -> bool:
        """Return whether a line has a share of the width of the text."""
        return len(line.text) >= self.width * share


def propose_layout(text: Sequence[SourceLine]) -> tuple[list[KeptRange], str | None]:
    """Return the ranges that are to be kept as typed, and what tells that the others are lines of blocks.

    None tells that each is a paragraph. Lines that tell by themselves what they are don't count.
    """
    known = {line.number: line.kind for line in text if line.kind not in {"", "person", "closing"}}
    turns = {number for number, kind in known.items() if kind == TURN}
    above = {line.number for line in text[:MOST_LINES] if line.number in known}
    page = measure(text, above)
    plain = [
        line
        for line in text
        if line.number not in above | turns and not page.is_inset(line) and not line.has_columns
    ]
    longest = {line.block: len(line.text) for line in sorted(plain, key=lambda line: len(line.text))}
    ends = [
        is_broken(before, after, longest[before.block])
        for before, after in pairwise(plain)
        if is_next(before, after, turns) and not _LIST_ITEM.match(after.text) and page.fills(before)
    ]
    long = sum(len(line.text) for line in plain if len(line.text) > _WIDEST)
    is_wrapped = sum(ends) > len(ends) * _MOST_OF and long * 2 <= sum(len(line.text) for line in plain)
    blocks = [list(block) for _, block in groupby(text, attrgetter("block"))]
    own = [block for block in blocks if above.isdisjoint(line.number for line in block)]
    if not is_wrapped:
        return list(keep_blocks(own, page)), None
    reason = f"{sum(ends)} of {len(ends)} full lines end within a sentence or where the next word had no room"
    return list(keep_stretches(own, page)), reason


def measure(text: Sequence[SourceLine], above: AbstractSet[int]) -> Page:
    """Return the page of a text; most of its lines, by their characters, aren't inset."""
    counts: Counter[int] = Counter()
    for line in text:
        counts[line.indent] += len(line.text)
    margin = max(counts, key=lambda margin: (counts[margin], -margin), default=0)
    short = (len(line.text) for line in text if len(line.text) <= _WIDEST and line.number not in above)
    return Page(margin, max(short, default=0))


def is_next(before: SourceLine, after: SourceLine, turns: AbstractSet[int]) -> bool:
    """Return whether a line stands right below another, or below a note of where it goes on."""
    between = range(before.number + 1, after.number)
    return turns >= set(between) and (before.block == after.block or bool(between))


def is_broken(before: SourceLine, after: SourceLine, width: int) -> bool:
    """Return whether a line ends where no sentence does: within one, or where the next word had no room."""
    if len(before.text) > _WIDEST or _ENDS_SENTENCE.search(before.text):
        return False
    has_room = len(before.text) + 1 + len(after.text.split()[0]) <= width
    return after.text[0].islower() or (_FEW_CHARACTERS / 2 < width <= _WIDEST and not has_room)


def keep_stretches(blocks: Sequence[Block], page: Page) -> Iterator[KeptRange]:
    """Yield what is no prose in a wrapped text: inset lines, columns, lists, short lines in a row."""
    runs: list[tuple[bool, list[SourceLine]]] = []
    for block in blocks:
        for is_set, group in groupby(zip(block, list_set(block, page), strict=True), itemgetter(1)):
            run = [line for line, _ in group]
            is_inset = all(map(page.is_inset, run))
            if is_set and (len(run) > 1 or is_inset):
                # Stanzas belong together.
                is_stanza = is_inset and runs and runs[-1][0] and runs[-1][1][-1].block == run[0].block - 1
                runs.append((is_inset, [*runs.pop()[1], *run] if is_stanza else run))
    yield from (to_kept(run) for _, run in runs)


def list_set(block: Block, page: Page) -> Iterator[bool]:
    """Yield whether each line of a block is no prose, which is full lines and the one after them."""
    goes_on = False
    for line, after in zip(block, [*block[1:], None], strict=True):
        is_own = page.is_inset(line) or line.has_columns or _ITEM.match(line.text)
        is_led = after is not None and after.text[0].islower() and not page.is_inset(after)
        leads = is_led and page.fills(line, _HALF)
        is_prose = not is_own and (goes_on or page.fills(line) or leads)
        yield not is_prose
        goes_on = is_prose and (page.fills(line) or leads) and not _ENDS_SENTENCE.search(line.text)


def keep_blocks(blocks: Sequence[Block], page: Page) -> Iterator[KeptRange]:
    """Yield what is kept where each line is a paragraph: tables, inset stanzas, stanzas one after another."""
    for kind, group in groupby(blocks, lambda block: find_stanza(block, page)):
        found = [line for block in group for line in block]
        # One stanza that nothing but its capitals tells may be a list of people.
        if kind and (kind != "even" or found[0].block != found[-1].block):
            yield to_kept(found)


def find_stanza(block: Block, page: Page) -> str | None:
    """Return how the lines of a block belong together; None if they don't."""
    if len(block) < _FEWEST_LINES - 1 or any(_LIST_ITEM.match(line.text) for line in block):
        return None
    if sum(line.has_columns for line in block) > len(block) / 2:
        return "table"
    if any(len(line.text) > _FEW_CHARACTERS or line.text.startswith(">") for line in block):
        return None
    # The first line of a paragraph may be inset, too; of a stanza, others are.
    if any(map(page.is_inset, block[1:])):
        return "inset"
    begins = all(line.text.lstrip("\"'“‘«(")[:1].isupper() for line in block)
    goes_on = sum(not _ENDS_SENTENCE.search(line.text) for line in block)
    return "even" if begins and goes_on * 2 >= len(block) >= _FEWEST_LINES else None


def to_kept(lines: Block) -> KeptRange:
    """Return lines as a range that is kept, and what most of them are where that is plain."""
    shown = (label for label, shows in _LABELS.items() if sum(map(shows, lines)) > len(lines) / 2)
    return KeptRange(LineRange(lines[0].number, lines[-1].number), next(shown, None))
