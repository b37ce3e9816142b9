"""How many articles there are, and from when to when, as far as their dates are known."""

from collections.abc import Sequence

from archive.catalogue.item_view import render_when
from archive.catalogue.record_view import View
from archive.sources.article import Article
from archive.sources.words import Words


def render_span(articles: Sequence[Article], words: Words) -> View:
    """Return in words how many articles there are, and how many have no date or one in doubt.

    `ends` are the dates that allow the earliest and the latest day; one if both are the same.
    """
    dated = [(article.record.date.value, article) for article in articles if article.record.date.value]
    first = min(dated, key=lambda item: item[0].first_day, default=None)
    last = max(dated, key=lambda item: (item[0].last_day, item[0].first_day), default=None)
    ends = [render_when(end[1]) for end in (first, last) if end]
    undated, doubtful = len(articles) - len(dated), sum(not known.is_certain for known, _ in dated)
    return {
        "count": len(articles),
        "ends": ends[:1] if ends[:1] == ends[1:] else ends,
        "counted": words.count("counts.articles", len(articles)),
        "notes": [
            words.count(f"counts.{key}", number)
            for key, number in (("doubtful", doubtful), ("undated", undated))
            if number
        ],
    }
