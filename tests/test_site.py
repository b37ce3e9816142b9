"""The built site keeps its contract: addresses, ids, facts, links, and no other origin."""

import gzip
import hashlib
import re
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from archive.catalogue.entry import list_entries
from archive.catalogue.years import find_year
from archive.sources.article import Article
from conftest import ARTICLES, SAMPLE, by_name
from selectolax.lexbor import LexborHTMLParser
from strange import EVIL

HOST = "http://127.0.0.1:8000"
YEARS = {find_year(article) for article in ARTICLES}


def parse(site: Path, address: str) -> LexborHTMLParser:
    """Return the page at an address."""
    return LexborHTMLParser((site / address.lstrip("/") / "index.html").read_text("utf-8"))


def find_pages(site: Path) -> dict[str, LexborHTMLParser]:
    """Return every built page by its address."""
    return {
        "/" + str(path.relative_to(site)).removesuffix("index.html"): LexborHTMLParser(
            path.read_text("utf-8")
        )
        for path in site.rglob("*.html")
    }


def test_addresses(site: Path) -> None:
    """Every address of the contract is there, and no page besides."""
    slugs = [article.record.slug for article in ARTICLES]
    assert set(find_pages(site)) == {
        "/",
        "/about/",
        "/search/",
        "/index/",
        "/years/",
        *(f"/years/{year}/" for year in YEARS),
        "/404.html",
        "/search-index/files.html",
        *(f"/articles/{slug}/" for slug in slugs),
        *(f"/{entry.address}" for entry in list_entries(ARTICLES) if entry.has_page),
        *(f"/years/{article.first_day.year}/" for article in ARTICLES),
    }


@by_name
def test_article(site: Path, article: Article) -> None:
    """A page has its title, each fact with basis and quotations, its original as it is, and its labels."""
    slug, record = article.record.slug, article.record
    tree = parse(site, f"/articles/{slug}/")
    assert [node.text().strip() for node in tree.css("h1")] == [article.title]
    assert tree.css_first("title").text() == f"{article.title} · News Archive"
    known = tree.css_first("dl").text()
    facts = (record.title, record.date, record.publication, record.author)
    said = [text for fact in facts for item in fact.evidence for text in (item.quote, item.source)]
    said += [name.name for name in (*record.people, *record.places, *record.bodies)]
    assert [text for text in (*said, *(fact.basis for fact in facts)) if text and text not in known] == []
    assert tree.css_first(f'dl a[href="{record.rights}"]')
    times = {node.attributes["datetime"] for node in tree.css("time")}
    assert times == {record.date.value.machine if record.date.value else None}
    data = (site / "articles" / f"{slug}.txt").read_bytes()
    assert data == (SAMPLE / f"{article.name}.txt").read_bytes()
    assert tree.css_first(f'dl a[href$="{slug}.txt"]').text() == f"{article.name}.txt"
    assert hashlib.sha256(data).hexdigest() in known
    labels = {item.lines.first: item.label for item in record.furniture}
    found = {node.attributes["id"]: node.attributes["data-label"] for node in tree.css("#text .furniture")}
    assert found == {f"p{p.number}": labels[p.line] for p in article.paragraphs if p.line in labels}


def test_every_link_leads_somewhere(site: Path) -> None:
    """Each link, source and anchor of our own on every page is there."""
    broken = []
    for address, tree in find_pages(site).items():
        for node in tree.css("[href], [src], [action]"):
            link = next(
                node.attributes[name] for name in ("href", "src", "action") if name in node.attributes
            )
            url = urlsplit(urljoin(HOST + address, link or ""))
            if url.netloc != urlsplit(HOST).netloc:
                continue
            path = site / unquote(url.path).lstrip("/")
            path = path / "index.html" if url.path.endswith("/") else path
            if not path.is_file() or (
                url.fragment
                and not LexborHTMLParser(path.read_text("utf-8")).css_first(f"[id='{url.fragment}']")
            ):
                broken.append((address, link))
    assert broken == []


def test_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    """No page and no style sheet names another origin for anything that a browser loads by itself."""
    loads = (
        "script[src], link[rel=stylesheet], link[rel=icon], img, iframe, source, video, audio, object, embed"
    )
    for tree in find_pages(site).values():
        for node in tree.css(loads):
            link = node.attributes.get("href") or node.attributes.get("src") or ""
            assert urlsplit(link).netloc == ""
        assert not tree.css("style, [style], [onclick], [onload]")
    for sheet in site.rglob("*.css"):
        assert not re.findall(r"(?:url\(|@import)\s*[\"']?(?:https?:)?//", sheet.read_text("utf-8"))


def test_every_page_describes_itself(site: Path) -> None:
    """Each page has a title and a description of its own."""
    pages = find_pages(site)
    del pages["/404.html"]
    titles = {tree.css_first("title").text() for tree in pages.values()}
    described = {tree.css_first("meta[name=description]").attributes["content"] for tree in pages.values()}
    assert len(titles) == len(described) == len(pages)


def test_hostile_records_are_text(strange: Path) -> None:
    """Markup in any field is shown as text on every page: no script, image or template value comes of it."""
    for address, tree in find_pages(strange / "site").items():
        assert not tree.css("img"), address
        for controls in tree.css("script[type='text/html']"):
            assert not LexborHTMLParser(controls.text()).css("img, script"), address
        data = ("application/ld+json", "text/html")
        running = [node for node in tree.css("script") if node.attributes.get("type") not in data]
        assert all("alert" not in node.text() for node in running), address
        assert str(1234 * 4321) not in tree.html, address
    tree = parse(strange / "site", "/articles/evil/")
    assert tree.css_first("h1").text() == EVIL
    assert tree.css_first("title").text() == f"{EVIL} · News Archive"
    assert tree.css_first(".subtitle").text() == EVIL
    assert tree.css_first("#text p").attributes["data-label"] == EVIL
    assert tree.css_first("dl").text().count(EVIL) >= 15


def test_the_search_is_small(site: Path) -> None:
    """Before a reader searches, at most 2 KB of the search are loaded; all of it has 20 KB, table and all."""
    files = (site / "assets" / "search").iterdir()
    sizes = {path.name: len(gzip.compress(path.read_bytes())) for path in files if path.suffix != ".css"}
    assert sizes["open.js"] <= 2 * 1024
    assert sum(sizes.values()) <= 20 * 1024
