"""The catalogue: all articles of a build with what is worked out of them together."""

from collections.abc import Sequence
from dataclasses import dataclass

from archive.catalogue.entry import Entry, list_entries
from archive.catalogue.record_view import View
from archive.catalogue.view import list_views
from archive.sources.article import Article
from archive.sources.kept import NOTHING_KEPT, Kept
from archive.sources.site import Site


@dataclass(frozen=True)
class Catalogue:
    """Articles, newest first, with the view of each in the same order, and the entries of the index."""

    articles: Sequence[Article]
    views: Sequence[View]
    entries: Sequence[Entry]


def make_catalogue(articles: Sequence[Article], site: Site, kept: Kept = NOTHING_KEPT) -> Catalogue:
    """Return the catalogue of articles that stand newest first; views that are `kept` are taken."""
    entries = list_entries(articles)
    return Catalogue(articles, list(list_views(articles, entries, site, kept)), entries)
