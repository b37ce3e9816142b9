"""Writes what readers take away into a built site: beside each page, and for the whole archive."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from archive.catalogue.csl import render_csl
from archive.catalogue.entry import list_entries
from archive.exports.article_json import to_json
from archive.exports.data_package import render_data_package
from archive.exports.epub import render_archive_epub, render_article_epub
from archive.exports.feeds import render_feeds
from archive.exports.reference_files import render_reference_files
from archive.sources.article import Article
from archive.sources.progress import show_progress
from archive.sources.site import Site

SUMS = "SHA256SUMS"


def write_take_away(articles: Sequence[Article], docs: Path, folder: Path, site: Site) -> None:
    """Write every file that is made from the articles into the folder of a built site."""
    for name, data in show_progress(to_take_away(articles, docs, site), "file"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def to_take_away(articles: Sequence[Article], docs: Path, site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of each file; articles stand newest first."""
    for article in articles:
        path = f"articles/{article.record.slug}"
        yield f"{path}.md", (docs / f"{path}.md").read_bytes()
        yield f"{path}.json", to_json(article, site).encode()
        yield f"{path}.epub", render_article_epub(article, site)
        for end, data in render_reference_files([render_csl(article, site)]).items():
            yield f"{path}{end}", data
    if articles:
        yield "archive.epub", render_archive_epub(articles, list_entries(articles), site)
    for end, data in render_reference_files([render_csl(article, site) for article in articles]).items():
        yield f"archive{end}", data
    for name, data in render_data_package(articles, site).items():
        yield f"data/{name}", data
    yield from render_feeds(articles, site).items()
    yield SUMS, to_sums(articles).encode()


def to_sums(articles: Sequence[Article]) -> str:
    """Return the SHA-256 of every original in the form that `sha256sum -c` reads."""
    ordered = sorted(articles, key=lambda article: article.record.slug)
    return "".join(f"{article.record.sha256}  articles/{article.record.slug}.txt\n" for article in ordered)
