"""Writes what readers take away into a built site: beside each page, and for the whole archive."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from archive.article import Article
from archive.article_json import to_json
from archive.csl import to_csl
from archive.data_package import to_data_package
from archive.entry import to_entries
from archive.epub import to_archive_epub, to_article_epub
from archive.feeds import to_feeds
from archive.progress import show_progress
from archive.reference_files import to_reference_files
from archive.site import Site

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
        yield f"{path}.epub", to_article_epub(article, site)
        for end, data in to_reference_files([to_csl(article, site)]).items():
            yield f"{path}{end}", data
    if articles:
        yield "archive.epub", to_archive_epub(articles, to_entries(articles), site)
    for end, data in to_reference_files([to_csl(article, site) for article in articles]).items():
        yield f"archive{end}", data
    for name, data in to_data_package(articles, site).items():
        yield f"data/{name}", data
    yield from to_feeds(articles, site).items()
    yield SUMS, to_sums(articles).encode()


def to_sums(articles: Sequence[Article]) -> str:
    """Return the SHA-256 of every original in the form that `sha256sum -c` reads."""
    ordered = sorted(articles, key=lambda article: article.record.slug)
    return "".join(f"{article.record.sha256}  articles/{article.record.slug}.txt\n" for article in ordered)
