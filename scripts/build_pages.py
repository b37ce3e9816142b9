"""Turns every article into a Markdown page and a copy of its original, and lists them on pages."""

import argparse
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from archive.catalogue.catalogue import Catalogue, list_published, make_catalogue, read_archive
from archive.catalogue.downloads import check_downloads
from archive.pages.article_page import render_article_page
from archive.pages.home_page import render_home_page
from archive.pages.index_pages import list_index_pages
from archive.pages.moved_pages import list_moved_pages, list_removed_pages
from archive.pages.page import Page, render_page
from archive.pages.search_page import render_search_page
from archive.pages.write_pages import check_places, write_pages, write_words_template
from archive.pages.year_pages import list_year_pages
from archive.sources.article import Article
from archive.sources.check_configuration import check_configuration
from archive.sources.problem import Problem
from archive.sources.read_articles import RECORD, read_removed
from archive.sources.site import Site, read_configuration, read_site
from archive.sources.words import list_word_problems, warn_of_language

ROOT = Path(__file__).resolve().parent.parent
CONFIGURATION = ROOT / "mkdocs.yml"


def build_pages(folder: Path, docs: Path, site: Site, *, whole: bool = False) -> tuple[str, list[Problem]]:
    """Check every article and write the pages; return what was done, and what is wrong.

    If anything is wrong, nothing is written.
    """
    articles, problems = read_archive(folder, site.words)
    problems += check_places(docs)
    if problems:
        return "", problems
    published = list_published(articles)
    catalogue = make_catalogue(published, site, read_removed(folder))
    write_words_template(docs, site.words)
    written = write_pages(docs, list_files(published, list_pages(catalogue, site), whole=whole))
    done = [f"{len(published)} articles; files in {docs}: {written}", *list_drafts(folder, articles)]
    return "\n".join(done), []


def read_problems(configuration: Path, site: Site) -> list[Problem]:
    """Return what is wrong with the file that configures the site, and with its words."""
    path, written = str(configuration), configuration.read_text("utf-8")
    return [
        *check_configuration(path, written, read_configuration(configuration)),
        *list_word_problems(site.words),
        *check_downloads(path, written, site),
    ]


def list_drafts(folder: Path, articles: Sequence[Article]) -> Iterator[str]:
    """Yield how many of these articles are drafts, then each with what it still lacks."""
    drafts = [article for article in articles if article.record.draft]
    if drafts:
        yield f"{len(drafts)} draft{'' if len(drafts) == 1 else 's'} left out:"
    for article in drafts:
        lacks = f"still lacks {', '.join(article.lacks)}" if article.lacks else "lacks nothing"
        yield f"{folder / article.name}{RECORD}: {lacks}; it is published without its line `draft: true`"


def list_pages(catalogue: Catalogue, site: Site) -> Iterator[Page]:
    """Yield every generated page."""
    yield from map(render_article_page, catalogue.views)
    yield render_home_page(catalogue, site)
    yield render_search_page(catalogue, site.words)
    yield from list_index_pages(catalogue, site.words)
    yield from list_year_pages(catalogue, site.words)
    yield from list_moved_pages(catalogue.articles)
    yield from list_removed_pages(catalogue.removed, site.words)


def list_files(
    articles: Iterable[Article], pages: Iterable[Page], *, whole: bool = False
) -> Iterator[tuple[str, bytes]]:
    """Yield path below docs/ and bytes of every generated file; the view is in it if it is `whole`."""
    for article in articles:
        yield f"articles/{article.record.slug}.txt", article.data
    for page in pages:
        yield page.path, render_page(page.whole if whole else page.meta, page.body).encode()


def main(argv: Sequence[str] | None = None) -> int:
    """Build the pages as the command line says; return 0 if all is well, 1 if anything is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=Path, default=ROOT / "articles", metavar="DIR")
    parser.add_argument("--docs", type=Path, default=ROOT / "docs", metavar="DIR")
    said = "write into each page all that its template draws, for an engine without hooks"
    parser.add_argument("--whole", action="store_true", help=said)
    options = parser.parse_args(argv)
    if not options.articles.is_dir():
        parser.error(f"--articles: {options.articles} is not a folder")
    if options.docs.exists() and not options.docs.is_dir():
        parser.error(f"--docs: {options.docs} is not a folder")
    site = read_site(CONFIGURATION)
    problems = read_problems(Path(os.path.relpath(CONFIGURATION)), site)
    try:
        done, found = (
            ("", []) if problems else build_pages(options.articles, options.docs, site, whole=options.whole)
        )
    except OSError as error:
        print(f"{error.filename or options.docs}: can't be written: {error.strerror}", file=sys.stderr)
        return 1
    for line in [*warn_of_language(site.language), *problems, *found]:
        print(line, file=sys.stderr)
    if problems or found:
        return 1
    print(done)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
