"""Files by which browsers and crawlers find their way."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from urllib.parse import quote

from archive.catalogue.record_view import View
from archive.exports.markup import render_template
from archive.site.fixity import list_files
from archive.sources.site import Site

# So many addresses are allowed in a file, and 52,428,800 bytes, which they can't fill while slugs have
# at most 60 characters: https://www.sitemaps.org/protocol.html#index
MOST_ADDRESSES = 50_000

# An address, and the day on which its record was last changed.
_Page = tuple[str, date | None]


def write_wayfinding(views: Sequence[View], folder: Path, site: Site) -> None:
    """Write sitemap, robots.txt and OpenSearch description into the folder of a built site."""
    pages = (name for name in list_files(folder) if name.rpartition("/")[2] == "index.html")
    addresses = sorted(name.removesuffix("index.html") for name in pages)
    changed = {view["address"]: view["changed"] for view in views}
    # Addresses that articles once had, or of articles that were removed, are for whoever comes by them.
    kept = (address for address in addresses if address in changed or not address.startswith("articles/"))
    listed = [(site.address + quote(address), changed.get(address)) for address in kept]
    for name, sitemap in render_sitemaps(listed, site).items():
        (folder / name).write_text(sitemap, "utf-8")
    (folder / "robots.txt").write_text(render_robots(site), "utf-8")
    (folder / "opensearch.xml").write_text(render_template("opensearch.xml", site=site), "utf-8")


def render_sitemaps(pages: Sequence[_Page], site: Site, most: int = MOST_ADDRESSES) -> dict[str, str]:
    """Return the pages, and of articles the day of their record: https://www.sitemaps.org.

    `most` are at most in one file; of several, `sitemap.xml` is the index.
    """
    if len(pages) <= most:
        return {"sitemap.xml": render_template("sitemap.xml", pages=pages)}
    parts = [pages[first : first + most] for first in range(0, len(pages), most)]
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    days = [max((day for _, day in part if day), default=None) for part in parts]
    index = [(site.address + name, day) for name, day in zip(names, days, strict=True)]
    files = {
        name: render_template("sitemap.xml", pages=part) for name, part in zip(names, parts, strict=True)
    }
    return {"sitemap.xml": render_template("sitemap-index.xml", sitemaps=index), **files}


def write_loaded_list(folder: Path, site: Site) -> None:
    """Write the list of what scripts load, by which a crawler finds it; the index and the scripts are there.

    Its links are relative, so that the copy is whole wherever it stands.
    """
    assets, index = folder / "assets", folder / "search-index"
    scripts = (f"../{path.relative_to(folder).as_posix()}" for path in assets.glob("*.js"))
    search = (f"../{path.relative_to(folder).as_posix()}" for path in (assets / "search").iterdir())
    data = (path.relative_to(index).as_posix() for path in index.rglob("*.json"))
    addresses = [*sorted(scripts), *sorted(search), *sorted(data)]
    page = render_template("files.html", addresses=addresses, words=site.words)
    (index / "files.html").write_text(page, "utf-8")


def render_robots(site: Site) -> str:
    """Return that all may be read, and where the sitemap is (RFC 9309)."""
    return f"User-agent: *\nDisallow:\n\nSitemap: {site.address}sitemap.xml\n"
