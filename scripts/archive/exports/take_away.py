"""Writes what readers take away into a built site: beside each page, and for the whole archive."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from archive.catalogue.entry import Entry
from archive.catalogue.record_view import View
from archive.exports.data_package import render_data_package
from archive.exports.epub import render_archive_epub
from archive.exports.feeds import render_feeds
from archive.exports.formats import RENDERERS
from archive.exports.reference_files import render_bibtex, render_csl_json, render_ris
from archive.exports.tei import render_tei_corpus
from archive.sources.progress import show_progress
from archive.sources.site import Site

SUMS = "SHA256SUMS"


def write_take_away(views: Sequence[View], entries: Sequence[Entry], folder: Path, site: Site) -> None:
    """Write every file that is made from the articles into the folder of a built site."""
    for name, data in show_progress(list_take_away(views, entries, site), "file"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data.encode() if isinstance(data, str) else data)


def list_take_away(
    views: Sequence[View], entries: Sequence[Entry], site: Site
) -> Iterator[tuple[str, str | bytes]]:
    """Yield path and contents of each file; articles stand newest first."""
    for view in views:
        for suffix, render in RENDERERS.items():
            yield f"articles/{view['slug']}{suffix}", render(view, site)
    if views:
        yield "archive.epub", render_archive_epub(views, entries, site)
        yield "archive.tei.xml", render_tei_corpus(views, site)
    yield "archive.csl.json", render_csl_json(views)
    yield "archive.bib", render_bibtex(views)
    yield "archive.ris", render_ris(views)
    for name, data in render_data_package(views, site).items():
        yield f"data/{name}", data
    yield from render_feeds(views, site).items()
    yield SUMS, render_sums(views)


def render_sums(views: Sequence[View]) -> str:
    """Return the SHA-256 of every original in the form that `sha256sum -c` reads."""
    files = sorted((view["file"]["address"], view["file"]["sha256"]) for view in views)
    return "".join(f"{sha256}  {address}\n" for address, sha256 in files)
