"""What lists say: of an article the same in every list, and of all how many there are, from when to when."""

from collections.abc import Sequence

from archive.catalogue.record_view import View
from archive.sources.article import Article
from archive.sources.words import Words


def render_item(article: Article) -> View:
    """Return what a list says of an article, and where it is."""
    record = article.record
    return {
        **render_link(article),
        "slug": record.slug,
        "kind": record.kind,
        "publication": record.publication.value,
        "author": article.author_words,
        "draft": record.draft or None,
        "when": render_when(article),
    }


def render_when(article: Article) -> View | None:
    """Return the date as known, in words and for `<time datetime>`; None if none is stated."""
    date = article.record.date.value
    if not date:
        return None
    return {
        "words": date.in_words(article.words),
        "machine": date.machine,
        "certain": date.is_certain,
        "basis": article.record.date.basis,
    }


def render_link(article: Article) -> View:
    """Return the title of an article, the language in which it is, and where the article is."""
    record = article.record
    return {"title": article.title, "language": record.language, "address": f"articles/{record.slug}/"}


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
