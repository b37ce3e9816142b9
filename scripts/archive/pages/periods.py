"""Long lists of articles under headings, one a month or year, and what leads to each of them."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import TypeVar

from archive.pages.page import Meta
from archive.pages.parts import Part

# As many articles as need nothing that leads from the top of the page to each heading.
SHORT_LIST = 20

Item = TypeVar("Item")


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
