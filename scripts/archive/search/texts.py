"""What of an article is searched: its title, the names in its record, and its paragraphs."""

from collections.abc import Iterable
from dataclasses import dataclass

from archive.catalogue.facets import author_names
from archive.search.flow import list_following
from archive.sources.article import Article


@dataclass(frozen=True)
class Texts:
    """The texts of an article in which words are looked for.

    A phrase goes from no text into another, but from one paragraph into that which follows; `furniture` has
    the numbers of paragraphs, from 1, that belong to the page they come from.
    """

    heading: list[str]
    names: list[str]
    authors: list[str]
    paragraphs: list[str]
    furniture: frozenset[int] = frozenset()

    def list_following(self) -> dict[int, int]:
        """Return in which paragraph the text of each goes on, both counted from 0."""
        return list_following(self.paragraphs, self.furniture)


def to_texts(article: Article) -> Texts:
    """Return the texts of an article."""
    record = article.record
    names = (name.name for group in (record.people, record.places, record.bodies) for name in group)
    return Texts(
        heading=_list_stated(fact.value for fact in (record.title, record.subtitle) if fact),
        names=list(dict.fromkeys([*names, *article.publications])),
        authors=author_names(article),
        paragraphs=[paragraph.text for paragraph in article.paragraphs],
        furniture=frozenset(article.furniture_paragraphs),
    )


def render_article(article: Article) -> dict[str, object]:
    """Return what a result shows and what a query is compared with."""
    record = article.record
    date = record.date.value
    texts = to_texts(article)
    return {
        "slug": record.slug,
        "title": article.title,
        "date": [date.machine, date.in_words(article.words), article.words.say(f"bases.{record.date.basis}")]
        if date
        else [],
        "publication": article.publication_in_words,
        "kind": article.kind_in_words,
        "language": " ".join(to_languages(article)),
        "heading": texts.heading,
        "names": texts.names,
        "authors": texts.authors,
        "paragraphs": texts.paragraphs,
        # Where that isn't the next one.
        "follows": {at: to for at, to in texts.list_following().items() if to != at + 1},
    }


def to_languages(article: Article) -> list[str]:
    """Return the languages by which words are stemmed: the first part of each BCP 47 tag."""
    return [tag.partition("-")[0].lower() for tag in article.record.languages]


def _list_stated(values: Iterable[str | None]) -> list[str]:
    return [value for value in values if value]
