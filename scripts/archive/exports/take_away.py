"""Writes what readers take away: beside each page, and for the whole archive."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from archive.catalogue.catalogue import Catalogue, complete_views
from archive.catalogue.downloads import SUMS, list_downloads
from archive.catalogue.record_view import View
from archive.exports.feeds import render_feeds
from archive.exports.formats import FORMATS, File
from archive.sources.progress import show_progress
from archive.sources.site import Site


def write_take_away(catalogue: Catalogue, folder: Path, site: Site) -> None:
    """Write every file that is made from the articles into a folder, below which it stands as on the site."""
    for name in ("articles", "data"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for name, data in show_progress(list_take_away(catalogue, site), "file"):
        (folder / name).write_bytes(data.encode() if isinstance(data, str) else data)


def list_take_away(catalogue: Catalogue, site: Site) -> Iterator[File]:
    """Yield path and contents of each file."""
    catalogue = complete_views(catalogue)
    for download in list_downloads(site):
        if download.name in FORMATS:
            yield from FORMATS[download.name](catalogue, site)
    yield from render_feeds(catalogue.views, site).items()
    yield SUMS, render_sums(catalogue.views)


def render_sums(views: Sequence[View]) -> str:
    """Return the SHA-256 of every original in the form that `sha256sum -c` reads."""
    files = sorted((view["file"]["address"], view["file"]["sha256"]) for view in views)
    return "".join(f"{sha256}  {address}\n" for address, sha256 in files)
