"""Turns every article into a Markdown page and a copy of its original, and lists them on pages."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from archive.catalogue.entry import list_entries
from archive.catalogue.neighbours import list_neighbours
from archive.catalogue.read_archive import read_archive
from archive.pages.fingerprint import is_built, write_fingerprint
from archive.pages.home import to_home_html
from archive.pages.index_pages import to_index_pages
from archive.pages.listing import to_markdown
from archive.pages.page import to_page
from archive.pages.write_pages import write_pages
from archive.pages.year_pages import to_year_listings
from archive.sources.article import Article
from archive.sources.problem import Problem
from archive.sources.site import Site, read_site

ROOT = Path(__file__).resolve().parent.parent


def build_pages(folder: Path, docs: Path, site: Site) -> tuple[str, list[Problem]]:
    """Check every article and write the pages; return what was done, and what is wrong.

    If anything is wrong, nothing is written.
    """
    if is_built(folder, docs, site):
        return f"nothing has changed; the pages in {docs} are as they should be", []
    articles, problems = read_archive(folder)
    if problems:
        return "", problems
    written = write_pages(docs, to_files(articles, site))
    write_fingerprint(folder, docs, site)
    return f"{len(articles)} articles; files in {docs}: {written}", []


def to_files(articles: list[Article], site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield path below docs/ and bytes of every generated file, for articles that stand newest first."""
    entries = list_entries(articles)
    yield "articles/list.html", to_home_html(articles).encode()
    for article, neighbours in zip(articles, list_neighbours(articles, entries), strict=True):
        path = f"articles/{article.record.slug}"
        yield f"{path}.md", to_page(article, neighbours, site).encode()
        yield f"{path}.txt", article.data
    for listing in [*to_index_pages(entries), *to_year_listings(articles)]:
        yield listing.path, to_markdown(listing).encode()


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
    try:
        done, problems = build_pages(options.articles, options.docs, read_site(ROOT / "mkdocs.yml"))
    except OSError as error:
        print(f"{error.filename or options.docs}: can't be written: {error.strerror}", file=sys.stderr)
        return 1
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        return 1
    print(done)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
