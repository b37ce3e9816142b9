"""Long lists, in parts of one page each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from archive.pages.page import Meta
from archive.sources.words import Words

# The most articles that one page lists: some 60 KB gzipped.
LONGEST_LIST = 400

# How many parts on either side of its own a page leads to, beside the first and the last.
NEAR = 3

Item = TypeVar("Item")


@dataclass(frozen=True)
class Part(Generic[Item]):
    """A part of a list: its address, its items, its number from 1, and the addresses of all parts."""

    address: str
    items: Sequence[Item]
    number: int
    addresses: tuple[str, ...]

    def name(self, title: str, words: Words) -> str:
        """Return the title of the part of a list that has this title."""
        count = len(self.addresses)
        return words.say("parts.title", title=title, number=self.number, count=count) if count > 1 else title

    @property
    def path(self) -> str:
        """Return the path of its Markdown file below docs/."""
        return f"{self.address.rstrip('/')}.md"

    @property
    def links(self) -> list[Meta]:
        """Return what leads to the parts near this one, the first and the last; nothing if it is alone.

        `after_gap` says that some are left out before it.
        """
        if len(self.addresses) == 1:
            return []
        own, last = self.addresses.index(self.address), len(self.addresses) - 1
        shown = [at for at in range(last + 1) if at in (0, last) or abs(at - own) <= NEAR]
        return [
            {
                "number": at + 1,
                "address": self.addresses[at],
                "current": at == own,
                "after_gap": at > 0 and at - 1 not in shown,
            }
            for at in shown
        ]


def list_parts(address: str, items: Sequence[Item]) -> Iterator[Part[Item]]:
    """Yield the parts of a list; the first has the address of the whole."""
    count = max(1, -(-len(items) // LONGEST_LIST))
    addresses = (address, *(f"{address}{number}/" for number in range(2, count + 1)))
    for index, own in enumerate(addresses):
        first = index * LONGEST_LIST
        yield Part(own, items[first : first + LONGEST_LIST], index + 1, addresses)
