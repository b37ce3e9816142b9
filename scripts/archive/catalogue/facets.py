"""Facets: by which values a reader may narrow the archive, at home and in the search."""

from collections import Counter
from collections.abc import Iterable

from archive.catalogue.years import find_year
from archive.sources.article import Article, stated

FACETS = ("year", "publication", "kind", "person")


def list_facets(article: Article) -> list[tuple[str, str]]:
    """Return the facets of an article, each with one of its values."""
    record = article.record
    return [
        ("year", find_year(article)),
        ("publication", stated(record.publication, "publication")),
        ("kind", article.kind_in_words),
        *(("person", person.name) for person in record.people),
    ]


def count_facets(articles: Iterable[Article]) -> dict[str, dict[str, int]]:
    """Return for each facet its values in order, and how many articles have each."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in FACETS}
    for article in articles:
        for name, value in list_facets(article):
            counts[name][value] += 1
    return {name: dict(sorted(values.items())) for name, values in counts.items()}


def list_facet_values(article: Article) -> dict[str, list[str]]:
    """Return each facet with the values that an article has."""
    return {name: [value for other, value in list_facets(article) if other == name] for name in FACETS}
