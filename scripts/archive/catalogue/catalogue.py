"""The archive as it is read, and the catalogue: its articles with what is worked out of them together."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from archive.catalogue.entry import Entry, check_entries, list_entries
from archive.catalogue.item_view import render_item
from archive.catalogue.printed_names import list_printed_names
from archive.catalogue.record_view import View
from archive.catalogue.view import list_views
from archive.sources.article import Article, sort_newest_first
from archive.sources.history import RemovedRecord
from archive.sources.problem import Problem
from archive.sources.read_articles import RECORD, read_articles
from archive.sources.site import Site
from archive.sources.table import to_row
from archive.sources.words import ENGLISH, Words


@dataclass(frozen=True)
class Catalogue:
    """Articles, newest first, with the view of each in this order, and the entries of the index.

    `items` has what every list says of an article, by its slug; `removed` are texts that were taken away.
    """

    articles: Sequence[Article]
    items: Mapping[str, View]
    views: Sequence[View]
    entries: Sequence[Entry]
    removed: Sequence[RemovedRecord] = ()


def make_catalogue(
    articles: Sequence[Article],
    site: Site,
    removed: Sequence[RemovedRecord] = (),
    before: Catalogue | None = None,
) -> Catalogue:
    """Return the catalogue of articles that stand newest first, and of what was removed.

    What an earlier one of the same site has of articles that are as they were is taken.
    """
    entries = list_entries(articles)
    items = {article.record.slug: render_item(article) for article in articles}
    known = zip(before.articles, before.views, strict=True) if before else ()
    views = list_views(articles, items, entries, site, {pair[0].record.slug: pair for pair in known})
    return Catalogue(articles, items, list(views), entries, removed)


def complete_views(catalogue: Catalogue) -> Catalogue:
    """Return it with views that have what no page draws: names to the character, and the record as a row."""
    views = [
        view | {"printed_names": list_printed_names(article), "row": to_row(article.name, article.record)}
        for article, view in zip(catalogue.articles, catalogue.views, strict=True)
    ]
    return replace(catalogue, views=views)


def read_archive(folder: Path, words: Words = ENGLISH) -> tuple[list[Article], list[Problem]]:
    """Return the good articles of a folder, drafts among them, newest first, and all problems."""
    articles, problems = read_articles(folder, words)
    paths = {article.name: str(folder / f"{article.name}{RECORD}") for article in articles}
    between = list(check_entries(list(paths.values()), articles))
    wrong = {problem.path for problem in between}
    good = [article for article in articles if paths[article.name] not in wrong]
    return sort_newest_first(good), sorted([*problems, *between])


def list_published(articles: Iterable[Article]) -> list[Article]:
    """Return the articles that are no drafts."""
    return [article for article in articles if not article.record.draft]
