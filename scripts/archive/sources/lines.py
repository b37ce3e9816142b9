"""Lines of a text: where they end, and ranges of them, as a record names them: `7` or `3-9`."""

import re
from dataclasses import dataclass

# What ends a line in any file: https://www.unicode.org/reports/tr14/#BK, and U+0085.
_LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_RANGE = re.compile(r"(\d{1,9})(?:\s*[-–]\s*(\d{1,9}))?", re.ASCII)


@dataclass(frozen=True, order=True)
class LineRange:
    """Lines of a file from `first` to `last`, both of them included and counted from 1."""

    first: int
    last: int

    def to_range(self) -> range:
        """Return the numbers of the lines."""
        return range(self.first, self.last + 1)

    def __str__(self) -> str:
        """Return the range as a record writes it."""
        return str(self.first) if self.first == self.last else f"{self.first}-{self.last}"


def split_lines(text: str) -> list[str]:
    """Return the lines of a text without their ends; there is always one."""
    return _LINE_END.split(text)


def parse_line_range(written: str) -> LineRange:
    """Return the range that `7` or `3-9` names; raise ValueError with a sentence if it names none."""
    match = _RANGE.fullmatch(written.strip())
    if not match:
        raise ValueError(f"must be the number of a line, or two such as 3-9, not '{written}'")
    first, last = int(match[1]), int(match[2] or match[1])
    if not 1 <= first <= last:
        raise ValueError(f"must count from line 1 upwards, unlike '{written}'")
    return LineRange(first, last)
