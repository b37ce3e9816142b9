"""Long lists: in parts of one page each, under headings, one a month or year, and what leads to each."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

from archive.pages.page import Meta
from archive.sources.words import Words

# The most articles that one page lists: some 60 KB gzipped.
LONGEST_LIST = 400

# How many parts on either side of its own a page leads to, beside the first and the last.
NEAR = 3

# As many articles as need nothing that leads from the top of the page to each heading.
SHORT_LIST = 20

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


def list_sections(
    items: Iterable[Item],
    find: Callable[[Item], str],
    say: Callable[[str], str | None],
    render: Callable[[Item], Meta],
) -> list[Meta]:
    """Return the articles of each period under a heading that has an address.

    `find` gives the period of an item, `say` its words, `render` what the list says of the item.
    """
    return [
        {"heading": say(period), "anchor": to_anchor(period), "articles": list(map(render, found))}
        for period, found in groupby(items, find)
    ]


def list_jumps(
    parts: Sequence[Part[Item]], find: Callable[[Item], str], say: Callable[[str], str | None]
) -> list[Meta]:
    """Return what leads to each period, in whichever part it begins; nothing if the list is short."""
    counts = Counter(find(item) for part in parts for item in part.items)
    if counts.total() <= SHORT_LIST or len(counts) == 1:
        return []
    places = find_places(parts, find)
    return [
        {"title": say(period), "address": places[period], "count": count} for period, count in counts.items()
    ]


def find_places(parts: Sequence[Part[Item]], find: Callable[[Item], str]) -> dict[str, str]:
    """Return the address at which each period begins."""
    places: dict[str, str] = {}
    for part in parts:
        for period in map(find, part.items):
            places.setdefault(period, f"{part.address}#{to_anchor(period)}")
    return places


def to_anchor(period: str) -> str:
    """Return the id of the heading of a period."""
    return period.replace(" ", "-")
