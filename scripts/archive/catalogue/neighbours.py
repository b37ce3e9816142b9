"""What stands beside an article: the one before and after it by date, and others that name the same."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from archive.catalogue.entry import Entry
from archive.catalogue.item_view import render_link
from archive.catalogue.record_view import View
from archive.sources.article import Article

# How many other articles a page shows for a name; the name's own page has them all.
NEAREST = 3

# As many names as partials/article-related.html shows at once.
OTHERS_SHOWN = 5


def list_neighbours(articles: Sequence[Article], entries: Iterable[Entry]) -> Iterator[View]:
    """Yield what the view of each article has of those beside it; they stand newest first."""
    others: dict[str, list[View]] = defaultdict(list)
    for entry in entries:
        if entry.group != "subjects":
            for slug, shared in list_others(entry):
                others[slug].append(shared)
    links = [None, *map(render_link, articles), None]
    for article, later, earlier in zip(articles, links, links[2:], strict=False):
        # A name that few share says more.
        found = sorted(others[article.record.slug], key=lambda shared: int(shared["count"]))
        more = len(found) - OTHERS_SHOWN
        yield {
            "earlier": earlier,
            "later": later,
            "others": found,
            "more_others": article.words.count("counts.more_names", more) if more > 0 else None,
        }


def list_others(entry: Entry) -> Iterator[tuple[str, View]]:
    """Yield the slug of each article under an entry that others share, with those nearest to it by date.

    They stand newest first, so that as many on either side hold the nearest.
    """
    if not entry.has_page:
        return
    articles = [mention.article for mention in entry.mentions]
    said = articles[0].words.count("counts.all_articles", len(articles))
    for index, article in enumerate(articles):
        sides = [*range(max(0, index - NEAREST), index), *range(index + 1, len(articles))[:NEAREST]]
        nearest = sorted(sides, key=lambda other: count_days(article, articles[other]))[:NEAREST]
        yield (
            article.record.slug,
            {
                "name": entry.name,
                "address": entry.address,
                "count": len(articles),
                "all": said,
                "articles": [render_link(articles[other]) for other in sorted(nearest)],
            },
        )


def count_days(one: Article, other: Article) -> float:
    """Return how many days lie between the first that two dates allow; without a date, none is farther."""
    if not (one.record.date.value and other.record.date.value):
        return math.inf
    return abs((one.first_day - other.first_day).days)
