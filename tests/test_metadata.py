"""What other tools read of a page: reference managers, search engines, links to it."""

import json
import re
from pathlib import Path

import extruct
import pytest
from archive.sources.article import Article
from conftest import by_name
from selectolax.lexbor import LexborHTMLParser
from strange import EVIL

HOST = "http://127.0.0.1:8000/"


def read_metas(page: str) -> dict[str, list[str]]:
    """Return what each `meta` of a page says, by name or property."""
    found: dict[str, list[str]] = {}
    for node in LexborHTMLParser(page).css("meta[content]"):
        name = node.attributes.get("name") or node.attributes.get("property") or ""
        found.setdefault(name, []).append(node.attributes["content"] or "")
    return found


@by_name
def test_article(site: Path, article: Article) -> None:
    """What the head of a page says of its article equals the record; no date is more exact than known."""
    slug, record = article.record.slug, article.record
    page = (site / "articles" / slug / "index.html").read_text("utf-8")
    (known,) = extruct.extract(page, base_url=HOST, syntaxes=["json-ld"])["json-ld"]
    date = record.date.value
    exact = date.calendar if date.is_certain else None
    assert known["headline"] == article.title
    assert known["@type"] in {"NewsArticle", "OpinionNewsArticle"}
    assert known["encoding"]["sha256"] == record.sha256
    assert known["encoding"]["contentUrl"] == f"{HOST}articles/{slug}.txt"
    assert [based["identifier"] for based in known["isBasedOn"]] == list(record.found_at)
    assert known["publisher"]["name"] == record.publication.value
    assert (known["temporalCoverage"], known.get("datePublished")) == (date.edtf, exact)
    assert "author" not in known
    names = [name.name for group in (record.people, record.places, record.bodies) for name in group]
    assert [mention["name"] for mention in known["mentions"]] == names
    assert known["keywords"] == list(record.subjects)
    assert known["dateModified"] == record.updated.isoformat()
    metas = read_metas(page)
    assert metas["DC.date"] == [date.edtf]
    assert metas["og:title"] == metas["DC.title"]
    assert metas.get("article:published_time", [None]) == [exact]
    assert "DC.creator" not in metas


def test_for_zotero(strange: Path) -> None:
    """The tags that Zotero's translators read say no more and no less than the record.

    Its RDF translator takes `z:` as it stands, the publication from PRISM, else from `og:site_name`, and the
    place in the archive from `dc:coverage`: https://github.com/zotero/translators/blob/master/RDF.js.
    """
    full, bare = (
        read_metas((strange / "site" / "articles" / slug / "index.html").read_text("utf-8"))
        for slug in ("full", "bare")
    )
    assert full["z:itemType"] == ["newspaperArticle"]
    assert full["z:archive"] == ["News Archive"]
    assert full["z:extra"] == ["Text found at https://example.org/x"]
    assert full["z:shortTitle"] == ["Mayor opens bridge"]
    assert full["DC.title"] == ["Mayor opens bridge: A day"]
    assert full["DC.creator"] == ["Doe, Jane", "The Press"]
    assert full["prism.publicationName"] == ["Gazette"]
    assert full["DCTERMS.spatial"] == ["Springfield"]
    assert bare["z:itemType"] == ["webpage"]
    assert not bare.keys() & {"DC.date", "DC.creator", "prism.publicationName", "og:site_name", "z:extra"}
    assert not {name for name in full.keys() | bare.keys() if name.lower().endswith("coverage")}


KINDS = {
    "": ["Collection", "WebSite"],
    "index/": ["CollectionPage", "BreadcrumbList"],
    "index/people/karen-bass/": ["Person", "BreadcrumbList"],
    "index/places/los-angeles/": ["Place", "BreadcrumbList"],
    "index/subjects/mayors/": ["DefinedTerm", "BreadcrumbList"],
    "about/": ["AboutPage", "BreadcrumbList"],
    "search/": ["WebPage", "BreadcrumbList"],
}


@pytest.mark.parametrize("path", KINDS)
def test_linked_data(site: Path, path: str) -> None:
    """Every kind of page says what it is and where it stands in the archive."""
    page = (site / path / "index.html").read_text("utf-8")
    (data,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    graph = json.loads(data)["@graph"]
    assert [item["@type"] for item in graph] == KINDS[path]
    assert read_metas(page)["og:url"] == [f"{HOST}{path}"]
    if path:
        trail = [item["item"] for item in graph[-1]["itemListElement"]]
        assert (trail[0], trail[-1]) == (HOST, f"{HOST}{path}")
    else:
        assert graph[1]["potentialAction"]["target"]["urlTemplate"] == f"{HOST}search/?q={{query}}"


def test_picture_of_links(site: Path) -> None:
    """A link to any page shows a picture that is there, of at most 40 KB."""
    for path in site.rglob("index.html"):
        images = read_metas(path.read_text("utf-8"))["og:image"]
        assert images == [f"{HOST}assets/card.png"]
    assert (site / "assets" / "card.png").stat().st_size <= 40_000


def test_hostile_metadata(strange: Path) -> None:
    """Markup in a record comes back as it was from the data in the head of a page."""
    page = (strange / "site" / "articles" / "evil" / "index.html").read_text("utf-8")
    (known,) = extruct.extract(page, syntaxes=["json-ld"])["json-ld"]
    assert known["headline"] == known["author"][0]["name"] == known["publisher"]["name"] == EVIL
