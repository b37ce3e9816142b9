"""Facets: by which values a reader may narrow the archive, at home and in the search."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from archive.catalogue.years import NOT_STATED, find_year
from archive.sources.article import Article
from archive.sources.words import Words

_NO_PAPER, _NO_KIND, _NO_AUTHOR = "publication not stated", "kind not stated", "author not stated"


@dataclass(frozen=True)
class Facet:
    """A facet: its name in addresses, the values that an article has, and the one that says there is none.

    Kinds, and that a value is not stated, are in English, since they stand in addresses.
    """

    name: str
    list_values: Callable[[Article], Sequence[str]]
    lacking: str | None = None

    def to_words(self, value: str, words: Words) -> str:
        """Return a value as readers see it."""
        if value == self.lacking:
            return words.say(f"not_stated.{self.name}")
        return words.say(f"kinds.{value}") if self.name == "kind" else value


def author_names(article: Article) -> list[str]:
    """Return the names of the authors, as the record writes them."""
    return [author.name for author in article.record.author.value or ()]


def list_other_years(article: Article) -> list[str]:
    """Return the years in which an article was printed again."""
    days = (printing.date.value for printing in article.record.printings)
    return [str(day.first_day.year) for day in days if day]


FACETS = (
    Facet("year", lambda article: [find_year(article), *list_other_years(article)], NOT_STATED),
    Facet("publication", lambda article: article.publications or [_NO_PAPER], _NO_PAPER),
    Facet("kind", lambda article: [article.record.kind or _NO_KIND], _NO_KIND),
    Facet("person", lambda article: [person.name for person in article.record.people]),
    Facet("place", lambda article: [place.name for place in article.record.places]),
    Facet("author", lambda article: author_names(article) or [_NO_AUTHOR], _NO_AUTHOR),
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
