"""The catalogue: all articles of a build with what is worked out of them together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from archive.catalogue.entry import Entry, list_entries
from archive.catalogue.item_view import render_item
from archive.catalogue.neighbours import list_neighbours
from archive.catalogue.record_view import View
from archive.catalogue.view import render_view
from archive.sources.article import Article
from archive.sources.site import Site


@dataclass(frozen=True)
class Catalogue:
    """Articles, newest first, with the view of each in the same order, and the entries of the index.

    `items` has what every list says of an article, by its slug.
    """

    articles: Sequence[Article]
    items: Mapping[str, View]
    views: Sequence[View]
    entries: Sequence[Entry]


def make_catalogue(articles: Sequence[Article], site: Site) -> Catalogue:
    """Return the catalogue of articles that stand newest first."""
    entries = list_entries(articles)
    items = {article.record.slug: render_item(article) for article in articles}
    paged = frozenset(entry.address for entry in entries if entry.has_page)
    views = [
        render_view(article, items[article.record.slug] | beside, paged, site)
        for article, beside in zip(articles, list_neighbours(articles, entries), strict=True)
    ]
    return Catalogue(articles, items, views, entries)
