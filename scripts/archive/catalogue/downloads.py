"""What a reader may take away: the table of formats, of which `extra.downloads` in mkdocs.yml names some."""

from collections.abc import Iterator
from dataclasses import dataclass

from archive.sources.check_configuration import find_line
from archive.sources.problem import Problem
from archive.sources.site import Site


@dataclass(frozen=True)
class Download:
    """A format: its name in mkdocs.yml, what readers see, its media type, and the files that have it.

    `suffix` ends the name of a file beside the page of each article, and `whole` is a file of the whole
    archive; either may be missing. `purpose` is `copy` for what is read or kept, `reference` for what
    reference managers read, `archive` for what there is of the whole only.
    """

    name: str
    label: str
    media_type: str
    purpose: str
    suffix: str | None = None
    whole: str | None = None


ORIGINAL = Download("original", "Original text", "text/plain", "copy", ".txt")
DOWNLOADS = (
    ORIGINAL,
    Download("markdown", "Markdown", "text/markdown", "copy", ".md"),
    Download("json", "JSON", "application/json", "copy", ".json"),
    Download("epub", "EPUB", "application/epub+zip", "copy", ".epub", "archive.epub"),
    Download("tei", "TEI", "application/tei+xml", "copy", ".tei.xml", "archive.tei.xml"),
    Download(
        "csl-json", "CSL-JSON", "application/vnd.citationstyles.csl+json", "reference", ".csl.json",
        "archive.csl.json",
    ),
    Download("bibtex", "BibTeX", "application/x-bibtex", "reference", ".bib", "archive.bib"),
    Download("ris", "RIS", "application/x-research-info-systems", "reference", ".ris", "archive.ris"),
    Download("data", "Data package", "application/json", "archive", whole="data/datapackage.json"),
    Download("bag", "BagIt", "application/zip", "archive", whole="archive.bag.zip"),
    Download("offline", "Offline edition", "application/zip", "archive", whole="offline.zip"),
)  # fmt: skip


def list_downloads(site: Site) -> list[Download]:
    """Return the formats that a site has; the original is always one of them."""
    return [
        download
        for download in DOWNLOADS
        if site.downloads is None or download is ORIGINAL or download.name in site.downloads
    ]


def check_downloads(path: str, written: str, site: Site) -> Iterator[Problem]:
    """Every format that `extra.downloads` lists is one of the table."""
    line = find_line(written, "downloads:")
    known = [download.name for download in DOWNLOADS]
    for name in site.downloads or ():
        if name not in known:
            yield Problem(path, line, f"downloads must list some of {', '.join(known)}, not {name!r}")
