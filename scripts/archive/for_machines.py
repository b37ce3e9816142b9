"""Files by which browsers and crawlers find their way."""

from html import escape

from archive.site import Site


def to_machine_files(site: Site) -> dict[str, bytes]:
    """Return robots.txt (RFC 9309) and the OpenSearch description, by name."""
    return {"robots.txt": to_robots(site).encode(), "opensearch.xml": to_opensearch(site).encode()}


def to_robots(site: Site) -> str:
    """Return that all may be read, and where the sitemap is."""
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
