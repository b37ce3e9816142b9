"""Reads the whole archive: every article, newest first, and everything that is wrong with any of them."""

from pathlib import Path

from archive.catalogue.entry import check_entries
from archive.sources.article import Article, sort_newest_first
from archive.sources.problem import Problem
from archive.sources.read_articles import RECORD, read_articles


def read_archive(folder: Path) -> tuple[list[Article], list[Problem]]:
    """Return the articles of a folder, newest first, and all problems, those between articles included.

    Drafts are checked with them, but not returned.
    """
    found, problems = read_articles(folder)
    articles = [article for article in found if not article.record.draft]
    paths = [str(folder / f"{article.name}{RECORD}") for article in articles]
    return sort_newest_first(articles), sorted([*problems, *check_entries(paths, articles)])
