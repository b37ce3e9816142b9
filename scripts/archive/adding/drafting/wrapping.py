"""The layout of a text: whether its lines are broken at a width, and which are to be kept as typed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from archive.adding.drafting.head import MOST_LINES, find_kind
from archive.adding.drafting.notice import TURN, find_notice
from archive.adding.drafting.proposal import SourceLine
from archive.sources.lines import LineRange
from archive.sources.paragraphs import KeptRange, Layout

_ENDS_SENTENCE = re.compile(r"[.!?:…。！？][\"'”’»)\]]*$")
_LIST_ITEM = re.compile(r"(?:\d{1,3}[.)]|[-*•–+])\s+\S")
# Three spaces or a tab inside a line set a column.
_COLUMN = re.compile(r"\S(?:\t|\s{3,})\s*\S")

# Nobody sets a paragraph in lines longer than this.
_WIDEST = 120
_MOST_OF = 0.6
_FEW_CHARACTERS = 60
_FEWEST_LINES = 2


@dataclass(frozen=True)
class ProposedLayout:
    """A layout, the ranges that are kept as typed, and what both were told by."""

    layout: Layout
    kept: tuple[KeptRange, ...]
    reason: str


def propose_layout(lines: Sequence[str], text: Sequence[SourceLine], language: str) -> ProposedLayout:
    """Return how a text seems to be laid out; lines that tell by themselves what they are don't count."""
    tables = list(_find_tables(text, lines))
    verse = list(_find_verse(text, lines))
    special = {number for item in (*tables, *verse) for number in item.lines.to_range()}
    above = {line.number for line in text[:MOST_LINES] if find_kind(line.text, language)}
    turns = {line.number for line in text if find_notice(line.text) == TURN}
    other = special | above | {line.number for line in text if find_notice(line.text)}
    plain = [line for line in text if line.number not in other]
    widths = _list_widths(plain)
    broken = [
        _is_broken(before, after, widths[before.block])
        for before, after in pairwise(plain)
        if turns.issuperset(range(before.number + 1, after.number)) and not _LIST_ITEM.match(after.text)
    ]
    wrapped = sum(broken)
    kept = sorted([*tables, *verse], key=lambda item: item.lines)
    long = sum(len(line.text) for line in plain if len(line.text) > _WIDEST)
    if not broken or wrapped <= len(broken) * _MOST_OF or long * 2 > sum(len(line.text) for line in plain):
        return ProposedLayout("lines", tuple(kept), "")
    lists = _find_short_lines(plain)
    reason = (
        f"{wrapped} of {len(broken)} line ends stand within a sentence or where the next word had no room"
    )
    return ProposedLayout("blocks", tuple(sorted([*kept, *lists], key=lambda item: item.lines)), reason)


def _list_widths(text: Sequence[SourceLine]) -> dict[int, int]:
    """Return for each block how many characters its longest line has."""
    widths: dict[int, int] = {}
    for line in text:
        widths[line.block] = max(widths.get(line.block, 0), len(line.text))
    return widths


def _is_broken(before: SourceLine, after: SourceLine, width: int) -> bool:
    """Return whether a line ends where no sentence does: within one, or where the next word had no room."""
    if len(before.text) > _WIDEST or _ENDS_SENTENCE.search(before.text):
        return False
    if after.text[0].islower():
        return True
    room = width - len(before.text) - 1
    return width > _FEW_CHARACTERS / 2 and len(after.text.split()[0]) > room and width <= _WIDEST


def _find_tables(text: Sequence[SourceLine], lines: Sequence[str]) -> Iterator[KeptRange]:
    """Yield two or more lines in a row that are set in columns."""
    for has_columns, run in groupby(
        text, lambda line: (line.block, bool(_COLUMN.search(lines[line.number - 1])))
    ):
        found = list(run)
        if has_columns[1] and len(found) > 1:
            yield to_kept(found, "table")


def _find_verse(text: Sequence[SourceLine], lines: Sequence[str]) -> Iterator[KeptRange]:
    """Yield stanzas that follow each other: indented ones, or two and more whose lines begin anew."""
    for kind, blocks in groupby(_list_blocks(text), lambda block: _find_stanza(block, lines)):
        found = list(blocks)
        if kind == "indented" or (kind == "even" and len(found) > 1):
            yield to_kept([line for block in found for line in block], None)


def _find_stanza(block: Sequence[SourceLine], lines: Sequence[str]) -> str | None:
    """Return how a block is like a stanza: of short lines, some are indented, or all begin anew."""
    if len(block) < _FEWEST_LINES or any(
        len(line.text) > _FEW_CHARACTERS or _LIST_ITEM.match(line.text) or line.text.startswith(">")
        for line in block
    ):
        return None
    indented = [lines[line.number - 1][:1].isspace() for line in block]
    # The first line of a paragraph may be indented, too; of a stanza, others are.
    if any(indented[1:]) and not all(indented):
        return "indented"
    begins = all(line.text.lstrip("\"'“‘«(")[:1].isupper() for line in block)
    goes_on = sum(not _ENDS_SENTENCE.search(line.text) for line in block)
    return "even" if begins and goes_on * 2 >= len(block) > _FEWEST_LINES else None


def _find_short_lines(text: Sequence[SourceLine]) -> list[KeptRange]:
    """Return blocks of a wrapped text whose lines were not: lists, signatures, quoted letters."""
    found = []
    for block in _list_blocks(text):
        own = [line for line in block if _LIST_ITEM.match(line.text)]
        width = max(len(line.text) for line in block)
        broken = [_is_broken(before, after, width) for before, after in pairwise(block)]
        if len(block) > 1 and all(line.text.startswith(">") for line in block):
            found.append(to_kept(block, "quoted message"))
        elif len(own) > 1 and len(own) >= len(block) - 1:
            found.append(to_kept(block, "list"))
        elif len(broken) > 1 and not any(broken):
            found.append(to_kept(block, None))
    return found


def _list_blocks(text: Sequence[SourceLine]) -> Iterator[list[SourceLine]]:
    return (list(block) for _, block in groupby(text, lambda line: line.block))


def to_kept(lines: Sequence[SourceLine], label: str | None) -> KeptRange:
    """Return lines as a range that is kept."""
    return KeptRange(LineRange(lines[0].number, lines[-1].number), label)
