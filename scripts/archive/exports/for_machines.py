"""Files by which browsers and crawlers find their way."""

from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path
from urllib.parse import quote

from archive.sources.article import Article
from archive.sources.site import Site


def write_machine_files(articles: Sequence[Article], folder: Path, site: Site) -> None:
    """Write sitemap, robots.txt and OpenSearch description into the folder of a built site."""
    found = (path.parent.relative_to(folder).as_posix() for path in folder.rglob("index.html"))
    addresses = sorted("" if path == "." else f"{path}/" for path in found)
    (folder / "sitemap.xml").write_text(to_sitemap(addresses, articles, site), "utf-8")
    (folder / "robots.txt").write_text(to_robots(site), "utf-8")
    (folder / "opensearch.xml").write_text(to_opensearch(site), "utf-8")


def to_sitemap(addresses: Iterable[str], articles: Iterable[Article], site: Site) -> str:
    """Return the pages, and of articles the day of their record: https://www.sitemaps.org."""
    changed = {f"articles/{article.record.slug}/": article.changed for article in articles}
    lines = []
    for address in addresses:
        day = f"<lastmod>{changed[address]}</lastmod>" if address in changed else ""
        lines.append(f"<url><loc>{escape(site.address + quote(address))}</loc>{day}</url>")
    urlset = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', urlset, *lines, "</urlset>", ""])


def to_robots(site: Site) -> str:
    """Return that all may be read, and where the sitemap is (RFC 9309)."""
    return f"User-agent: *\nDisallow:\n\nSitemap: {site.address}sitemap.xml\n"


def to_opensearch(site: Site) -> str:
    """Return how a browser searches the archive: https://github.com/dewitt/opensearch."""
    # A short name has at most 16 characters.
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>{escape(site.name[:16])}</ShortName>
  <Description>{escape(site.description[:1024])}</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Url type="text/html" template="{escape(site.address)}search/?q={{searchTerms}}"/>
</OpenSearchDescription>
"""
