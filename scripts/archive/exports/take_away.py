"""What readers take away, beside each page and for the whole archive: what makes each format, and the files.

Originals and the offline edition, which are formats too, are made elsewhere.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

from archive.catalogue.catalogue import Catalogue, complete_views
from archive.catalogue.downloads import list_downloads
from archive.catalogue.record_view import View
from archive.exports.bag import list_bag
from archive.exports.data_package import list_data
from archive.exports.epub import list_books
from archive.exports.feeds import render_feeds
from archive.exports.reference_files import render_bibtex, render_csl_json, render_ris
from archive.exports.tei import list_tei
from archive.pages.article_page import render_article_page
from archive.pages.page import drop_none, render_page
from archive.sources.progress import show_progress
from archive.sources.site import Site

# Path and contents of a file.
File = tuple[str, str | bytes]
List = Callable[[Catalogue, Site], Iterator[File]]

# Of the view: all that the record states, and the text; what stands beside an article is left out.
_KNOWN = (
    *("address", "slug", "title", "description", "language", "language_name", "kind", "updated", "facts"),
    *("authors", "names", "subjects", "rights", "found_at", "received", "file", "furniture", "paragraphs"),
    "printed_names",
)


def render_markdown(view: View, site: Site) -> str:
    """Return the page of an article as a file that may be kept elsewhere, with its origin."""
    page = render_article_page(view)
    own = {key: value for key, value in page.meta.items() if key != "template"}
    origin = {"address": site.address + view["address"], "sha256": view["file"]["sha256"]}
    return render_page(own | origin, page.body)


def render_json(view: View, site: Site) -> str:
    """Return all that is known of an article, and its paragraphs, as JSON; what isn't known is left out."""
    known = {key: view[key] for key in _KNOWN}
    known["address"] = site.address + view["address"]
    known["file"] = view["file"] | {"address": site.address + view["file"]["address"]}
    known["subjects"] = complete_addresses(view["subjects"], site)
    known["names"] = {group: complete_addresses(names, site) for group, names in view["names"].items()}
    written = json.dumps(drop_none(known), default=date.isoformat, ensure_ascii=False, separators=(",", ":"))
    return f"{written}\n"


def complete_addresses(names: Sequence[View], site: Site) -> list[View]:
    """Return names whose addresses lead to the site from anywhere."""
    return [name | {"address": name["address"] and site.address + name["address"]} for name in names]


def list_each(suffix: str, render: Callable[[View, Site], str]) -> List:
    """Return what yields a file of each article."""
    return lambda catalogue, site: (
        (f"articles/{view['slug']}{suffix}", render(view, site)) for view in catalogue.views
    )


def list_references(suffix: str, render: Callable[[Sequence[View]], str]) -> List:
    """Return what yields the reference to each article, and those to all."""

    def list_files(catalogue: Catalogue, _: Site) -> Iterator[File]:
        for view in catalogue.views:
            yield f"articles/{view['slug']}{suffix}", render([view])
        yield f"archive{suffix}", render(catalogue.views)

    return list_files


# What yields the files of each format, by its name in the table of catalogue/downloads.py.
FORMATS: dict[str, List] = {
    "markdown": list_each(".md", render_markdown),
    "json": list_each(".json", render_json),
    "epub": list_books,
    "tei": list_tei,
    "csl-json": list_references(".csl.json", render_csl_json),
    "bibtex": list_references(".bib", render_bibtex),
    "ris": list_references(".ris", render_ris),
    "data": list_data,
    "bag": list_bag,
}


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
