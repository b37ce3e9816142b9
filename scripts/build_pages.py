"""Turns every article into a Markdown page and a copy of its original in docs/articles/."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from archive.article import Article, in_order
from archive.home import to_list_html
from archive.page import to_page
from archive.problem import Problem
from archive.read_articles import read_articles
from archive.write_pages import Written, write_pages

ROOT = Path(__file__).resolve().parent.parent


def build_pages(articles: Path, docs: Path) -> tuple[list[Article], Written | None, list[Problem]]:
    """Check every article and write the pages; return the articles, newest first, and what was done.

    If anything is wrong, nothing is written.
    """
    found, problems = read_articles(articles)
    if problems:
        return [], None, problems
    ordered = in_order(found)
    return ordered, write_pages(docs / "articles", to_files(ordered)), []


def to_files(articles: list[Article]) -> dict[str, bytes]:
    """Return the name and bytes of every generated file, for articles that stand newest first."""
    files = {"list.html": to_list_html(articles).encode()}
    for later, article, earlier in zip([None, *articles], articles, [*articles[1:], None], strict=False):
        files[f"{article.record.slug}.md"] = to_page(article, earlier, later).encode()
        files[f"{article.record.slug}.txt"] = article.data
    return files


def main(argv: Sequence[str] | None = None) -> int:
    """Build the pages as the command line says; return 0 if all is well, 1 if anything is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=Path, default=ROOT / "articles", metavar="DIR")
    parser.add_argument("--docs", type=Path, default=ROOT / "docs", metavar="DIR")
    options = parser.parse_args(argv)
    if not options.articles.is_dir():
        parser.error(f"--articles: {options.articles} is not a folder")
    if options.docs.exists() and not options.docs.is_dir():
        parser.error(f"--docs: {options.docs} is not a folder")
    articles, written, problems = build_pages(options.articles, options.docs)
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        return 1
    print(f"{len(articles)} articles; files in {options.docs}: {written}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
