"""What stands beside an article: the one before and after it by date, and others that name the same."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from archive.catalogue.entry import Entry
from archive.sources.article import Article

# How many other articles a page shows for a name; the name's own page has them all.
NEAREST = 3


@dataclass(frozen=True)
class Others:
    """A name that other articles share, its page, how many share it, and the nearest by date of them."""

    name: str
    address: str
    count: int
    nearest: tuple[Article, ...]


@dataclass(frozen=True)
class Neighbours:
    """What stands beside an article."""

    earlier: Article | None = None
    later: Article | None = None
    others: tuple[Others, ...] = ()


def list_neighbours(articles: Sequence[Article], entries: Iterable[Entry]) -> Iterator[Neighbours]:
    """Yield what stands beside each article; they stand newest first."""
    others: dict[str, list[Others]] = defaultdict(list)
    for entry in entries:
        if entry.group != "subjects":
            for slug, shared in to_others(entry):
                others[slug].append(shared)
    for index, article in enumerate(articles):
        yield Neighbours(
            earlier=articles[index + 1] if index + 1 < len(articles) else None,
            later=articles[index - 1] if index else None,
            # A name that few share says more.
            others=tuple(sorted(others[article.record.slug], key=lambda shared: shared.count)),
        )


def to_others(entry: Entry) -> Iterator[tuple[str, Others]]:
    """Yield the slug of each article under an entry, with those nearest to it, newest first.

    They stand newest first, so that as many on either side hold the nearest.
    """
    articles = [mention.article for mention in entry.mentions]
    if len(articles) > 1:
        for index, article in enumerate(articles):
            sides = [*range(max(0, index - NEAREST), index), *range(index + 1, len(articles))[:NEAREST]]
            nearest = sorted(sides, key=lambda other: count_days(article, articles[other]))[:NEAREST]
            others = tuple(articles[other] for other in sorted(nearest))
            yield article.record.slug, Others(entry.name, entry.address, len(articles), others)


def count_days(one: Article, other: Article) -> float:
    """Return how many days lie between the first that two dates allow; without a date, none is farther."""
    if not (one.record.date.value and other.record.date.value):
        return math.inf
    return abs((one.first_day - other.first_day).days)
