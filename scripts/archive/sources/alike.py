"""Texts that are much the same: corrected ones, and reprints that were cut or added to."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from archive.sources.paragraphs import Paragraph

# Two texts are alike if paragraphs that both have hold half of the words of the shorter: headings, notes and
# quotations that texts of one paper share don't come near that, and a reprint that was cut stays above it.
SHARE = 0.5
# What more texts than that have is a line of their paper, and looking them all up would take long.
_MOST_HOLDERS = 100


@dataclass(frozen=True)
class Like:
    """A text that another is like: its name, and how many of its paragraphs the other has, of how many."""

    name: str
    same: int
    of: int


@dataclass
class Alike:
    """Texts by their paragraphs, which are compared without regard to capitals and white space.

    Of each paragraph only its hash is held, so that a hundred thousand texts take some hundred megabytes.
    """

    texts: dict[str, dict[int, int]] = field(default_factory=dict)
    holders: dict[int, list[str]] = field(default_factory=dict)

    def add(self, name: str, paragraphs: Iterable[Paragraph]) -> None:
        """Remember a text."""
        self.texts[name] = to_sizes(paragraphs)
        for mark in self.texts[name]:
            self.holders.setdefault(mark, []).append(name)

    def find(self, paragraphs: Iterable[Paragraph]) -> list[Like]:
        """Return the texts that one is like, those with most in common first."""
        sizes = to_sizes(paragraphs)
        shared: Counter[str] = Counter()
        for mark, size in sizes.items():
            if len(holders := self.holders.get(mark, [])) <= _MOST_HOLDERS:
                shared.update(dict.fromkeys(holders, size))
        found = []
        for name, words in shared.most_common():
            other = self.texts[name]
            if words >= SHARE * min(sum(sizes.values()), sum(other.values())):
                found.append(Like(name, len(sizes.keys() & other.keys()), len(other)))
        return found


def to_sizes(paragraphs: Iterable[Paragraph]) -> dict[int, int]:
    """Return for each paragraph, by its hash, how many words it has."""
    return {hash(paragraph.flat.casefold()): len(paragraph.flat.split()) for paragraph in paragraphs}
