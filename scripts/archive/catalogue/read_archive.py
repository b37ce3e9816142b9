"""Reads the whole archive: every article, newest first, and everything that is wrong with any of them."""

from collections.abc import Iterable
from pathlib import Path

from archive.catalogue.entry import check_entries
from archive.sources.article import Article, sort_newest_first
from archive.sources.problem import Problem
from archive.sources.read_articles import RECORD, read_articles
from archive.sources.words import ENGLISH, Words


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
