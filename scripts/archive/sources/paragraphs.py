"""The paragraphs of a text, by its layout: what a reader sees, numbers and quotes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from operator import itemgetter
from typing import Literal

from archive.sources.lines import LineRange, split_lines

# `lines`: each line that isn't blank is a paragraph; `blocks`: blank lines part the paragraphs.
Layout = Literal["lines", "blocks"]


@dataclass(frozen=True)
class KeptRange:
    """Lines that are shown as typed, such as verse or a table, and what they are."""

    lines: LineRange
    label: str | None = None


@dataclass(frozen=True)
class Paragraph:
    """One or more lines of the file, joined by U+000A.

    Each line is without the white space at its ends, unless it is `kept` as typed; `label` then may
    say what it is. `number`, `line` (the first) and `last_line` count from 1; the page shows the
    paragraph under the id `pN`.
    """

    number: int
    line: int
    text: str
    last_line: int
    kept: bool = False
    label: str | None = None

    @property
    def lines(self) -> range:
        """Return the numbers of its lines."""
        return range(self.line, self.last_line + 1)

    @cached_property
    def flat(self) -> str:
        """Return the text with a single space for all white space between two words."""
        return flatten(self.text)


# Lines that follow one another and belong together have the same: their own number if each is a paragraph,
# and the range that they are kept with.
_Run = tuple[int | None, KeptRange | None]


def parse_paragraphs(
    text: str, layout: Layout = "lines", kept: Sequence[KeptRange] = ()
) -> Iterator[Paragraph]:
    """Yield the paragraphs of a text; a blank line, and the border of a kept range, always end one."""
    lines = split_lines(text)
    number = 0
    for run, group in groupby(
        zip(_list_runs(lines, layout, kept), enumerate(lines, start=1), strict=True), itemgetter(0)
    ):
        if run is None:
            continue
        number += 1
        numbered = [pair for _, pair in group]
        item = run[1]
        yield Paragraph(
            number=number,
            line=numbered[0][0],
            text="\n".join(content if item else content.strip() for _, content in numbered),
            last_line=numbered[-1][0],
            kept=item is not None,
            label=item.label if item else None,
        )


def _list_runs(lines: Sequence[str], layout: Layout, kept: Sequence[KeptRange]) -> Iterator[_Run | None]:
    """Yield for each line the run that it belongs to, or None if it is blank."""
    ranges = {
        line: item for item in kept for line in range(item.lines.first, min(item.lines.last, len(lines)) + 1)
    }
    for line, content in enumerate(lines, start=1):
        item = ranges.get(line)
        yield (None if item or layout == "blocks" else line, item) if content.strip() else None


def flatten(text: str) -> str:
    """Return a text with a single space for all white space between two words, and none at its ends."""
    flat = " ".join(text.split())
    # Most texts are so already, and need no second place in memory.
    return text if flat == text else flat
