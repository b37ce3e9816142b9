"""Files by which browsers and crawlers find their way."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from urllib.parse import quote

from archive.catalogue.record_view import View
from archive.exports.markup import render_template
from archive.sources.site import Site


def write_wayfinding(views: Sequence[View], folder: Path, site: Site) -> None:
    """Write sitemap, robots.txt and OpenSearch description into the folder of a built site."""
    found = (path.parent.relative_to(folder).as_posix() for path in folder.rglob("index.html"))
    addresses = sorted("" if path == "." else f"{path}/" for path in found)
    changed = {view["address"]: view["changed"] for view in views}
    (folder / "sitemap.xml").write_text(render_sitemap(addresses, changed, site), "utf-8")
    (folder / "robots.txt").write_text(render_robots(site), "utf-8")
    (folder / "opensearch.xml").write_text(render_template("opensearch.xml", site=site), "utf-8")


def write_loaded_list(folder: Path) -> None:
    """Write the list of what scripts load, by which a crawler finds it; the index and the scripts are there.

    Its links are relative, so that the copy is whole wherever it stands.
    """
    assets, index = folder / "assets", folder / "search-index"
    scripts = (f"../{path.relative_to(folder).as_posix()}" for path in assets.glob("*.js"))
    search = (f"../{path.relative_to(folder).as_posix()}" for path in (assets / "search").iterdir())
    data = (path.relative_to(index).as_posix() for path in index.rglob("*.json"))
    addresses = [*sorted(scripts), *sorted(search), *sorted(data)]
    (index / "files.html").write_text(render_template("files.html", addresses=addresses), "utf-8")


def render_sitemap(addresses: Iterable[str], changed: Mapping[str, date], site: Site) -> str:
    """Return the pages, and of articles the day of their record: https://www.sitemaps.org."""
    pages = [(site.address + quote(address), changed.get(address)) for address in addresses]
    return render_template("sitemap.xml", pages=pages)


def render_robots(site: Site) -> str:
    """Return that all may be read, and where the sitemap is (RFC 9309)."""
    return f"User-agent: *\nDisallow:\n\nSitemap: {site.address}sitemap.xml\n"
