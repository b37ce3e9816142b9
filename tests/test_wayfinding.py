"""Sitemaps keep the limits of their protocol, and together name every page once."""

from datetime import date

import pytest
from archive.site.wayfinding import render_sitemaps
from lxml import etree
from make import SITE

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
PAGES = [
    (f"{SITE.address}{number}/", date(2021, 5, number) if number % 2 else None) for number in range(1, 11)
]


def read_addresses(sitemap: str, element: str) -> list[str | None]:
    """Return the addresses that a sitemap or an index of sitemaps names."""
    tree = etree.fromstring(sitemap.encode())
    return [node.findtext(f"{SITEMAP}loc") for node in tree.iterfind(f"{SITEMAP}{element}")]


def test_one_is_enough() -> None:
    """As many pages as are allowed stand in one file."""
    files = render_sitemaps(PAGES, SITE, most=len(PAGES))
    assert list(files) == ["sitemap.xml"]
    assert read_addresses(files["sitemap.xml"], "url") == [address for address, _ in PAGES]
    assert list(render_sitemaps([], SITE)) == ["sitemap.xml"]


@pytest.mark.parametrize(("most", "count"), [(4, 3), (5, 2), (1, 10)])
def test_several_with_an_index(most: int, count: int) -> None:
    """More are split, none is lost, no file has more than it may; the index names each with its day."""
    files = render_sitemaps(PAGES, SITE, most)
    index = files.pop("sitemap.xml")
    assert read_addresses(index, "sitemap") == [f"{SITE.address}{name}" for name in files]
    assert len(files) == count
    parts = [read_addresses(sitemap, "url") for sitemap in files.values()]
    assert [address for part in parts for address in part] == [address for address, _ in PAGES]
    assert max(map(len, parts)) <= most
    days = [node.text for node in etree.fromstring(index.encode()).iter(f"{SITEMAP}lastmod")]
    assert days[-1] == "2021-05-09"
