"""Stretches of a text that are kept as typed: verse, lists, scores, tables."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from archive.adding.drafting.source_lines import SourceLine
from archive.sources.lines import LineRange
from archive.sources.paragraphs import KeptRange

ENDS_SENTENCE = re.compile(r"[.!?:…。！？][\"'”’»)\]]*$")
LIST_ITEM = re.compile(r"(?:\d{1,3}[.)]|[-*•–+])\s+\S")
_ITEM = re.compile(r"(?:\d{1,3}[.)]|[-*•–+>])\s*\S")

_FEW_CHARACTERS = 60
# Lines of prose fill so much of the width of the text, but for the last.
_FULL, _HALF = 0.75, 0.5
_FEWEST_LINES = 3
Block = Sequence[SourceLine]


@dataclass(frozen=True)
class Typed:
    """The lines of a text as typed: which are inset beyond most, or set in columns, and the longest."""

    inset: frozenset[int]
    columns: frozenset[int]
    width: int


def is_full(line: SourceLine, typed: Typed) -> bool:
    """Return whether a line fills the width of the text."""
    return len(line.text) >= typed.width * _FULL


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
        goes_on = is_prose and (is_full(line, typed) or leads) and not ENDS_SENTENCE.search(line.text)


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
    if len(block) < _FEWEST_LINES - 1 or any(LIST_ITEM.match(line.text) for line in block):
        return None
    if sum(line.number in typed.columns for line in block) > len(block) / 2:
        return "table"
    if any(len(line.text) > _FEW_CHARACTERS or line.text.startswith(">") for line in block):
        return None
    # The first line of a paragraph may be inset, too; of a stanza, others are.
    if any(line.number in typed.inset for line in block[1:]):
        return "inset"
    begins = all(line.text.lstrip("\"'“‘«(")[:1].isupper() for line in block)
    goes_on = sum(not ENDS_SENTENCE.search(line.text) for line in block)
    return "even" if begins and goes_on * 2 >= len(block) >= _FEWEST_LINES else None


def to_kept(lines: Block, typed: Typed) -> KeptRange:
    """Return lines as a range that is kept, and what they are where that is plain."""
    labels = {
        "table": sum(line.number in typed.columns for line in lines),
        "list": sum(bool(LIST_ITEM.match(line.text)) for line in lines),
        "quoted message": sum(line.text.startswith(">") for line in lines),
    }
    label = next((label for label, count in labels.items() if count > len(lines) / 2), None)
    return KeptRange(LineRange(lines[0].number, lines[-1].number), label)
