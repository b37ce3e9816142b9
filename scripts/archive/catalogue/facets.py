"""Facets: by which values a reader may narrow the archive, at home and in the search."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from archive.catalogue.years import find_year
from archive.sources.article import Article, stated


@dataclass(frozen=True)
class Facet:
    """A facet: its name in addresses, what it is called, and the values that an article has."""

    name: str
    label: str
    list_values: Callable[[Article], Sequence[str]]


def author_names(article: Article) -> list[str]:
    """Return the names of the authors, as the record writes them."""
    return [author.name for author in article.record.author.value or ()]


FACETS = (
    Facet("year", "Year", lambda article: [find_year(article)]),
    Facet("publication", "Publication", lambda article: [stated(article.record.publication, "publication")]),
    Facet("kind", "Kind", lambda article: [article.kind_in_words]),
    Facet("person", "Person", lambda article: [person.name for person in article.record.people]),
    Facet("place", "Place", lambda article: [place.name for place in article.record.places]),
    Facet("author", "Author", lambda article: author_names(article) or ["author not stated"]),
)


def list_facet_values(article: Article) -> dict[str, list[str]]:
    """Return each facet with the values that an article has, each once."""
    return {facet.name: list(dict.fromkeys(facet.list_values(article))) for facet in FACETS}


def group_by_facet(articles: Iterable[Article]) -> dict[str, dict[str, list[int]]]:
    """Return for each facet its values in order, with the numbers, from 0, of the articles that have each."""
    found: dict[str, dict[str, list[int]]] = {facet.name: {} for facet in FACETS}
    for number, article in enumerate(articles):
        for name, values in list_facet_values(article).items():
            for value in values:
                found[name].setdefault(value, []).append(number)
    return {name: dict(sorted(values.items())) for name, values in found.items()}


def count_facets(articles: Iterable[Article]) -> dict[str, dict[str, int]]:
    """Return for each facet its values in order, and how many articles have each."""
    return {
        name: {value: len(numbers) for value, numbers in values.items()}
        for name, values in group_by_facet(articles).items()
    }
