"""Citations: as the styles ask, no more certain than the date, and verbatim in their titles."""

from pathlib import Path

import pytest
from archive.catalogue.citation import render_citations
from archive.catalogue.csl import Csl, render_csl
from archive.sources.article import Article
from archive.sources.read_articles import read_articles
from conftest import ROOT
from make import SITE, make_fact, write_article
from selectolax.lexbor import LexborHTMLParser

BASE = "https://archive.example/articles"
CITED = {
    "los-angeles-mayor-video-on-ice": {
        "Chicago": "“L.A. Mayor to Illegals: We're All in This Together.”"
        " <i>Total Conservative</i>, July 2019. News Archive. {address}.",
        "MLA": "“L.A. Mayor to Illegals: We're All in This Together.” <i>Total Conservative</i>, July 2019,"
        " News Archive, {address}.",
        "APA": "L.A. Mayor to Illegals: We're All in This Together. (2019, July)."
        " <i>Total Conservative</i>. News Archive. {address}",
    },
    "los-angeles-sanctuary-city-ordinance": {
        "Chicago": "“LA passes sanctuary city plan to thwart mass deportations under Trump.”"
        " <i>Washington Examiner</i>, [November 19, 2024?]. News Archive. {address}.",
        "MLA": "“LA passes sanctuary city plan to thwart mass deportations under Trump.”"
        " <i>Washington Examiner</i>, Circa 19 Nov. 2024, News Archive, {address}.",
        "APA": "LA passes sanctuary city plan to thwart mass deportations under Trump."
        " (ca. 2024, November 19). <i>Washington Examiner</i>. News Archive. {address}",
    },
}
ARTICLES = {article.record.slug: article for article in read_articles(ROOT / "articles")[0]}


@pytest.mark.parametrize("slug", CITED)
def test_cited(slug: str) -> None:
    """The real articles are cited as each style cites a press article without an author."""
    address = f"{BASE}/{slug}/"
    expected = {style: cited.format(address=address) for style, cited in CITED[slug].items()}
    assert render_citations(render_csl(ARTICLES[slug], SITE)) == expected


def to_text(html: str) -> str:
    """Return the text that a citation shows."""
    return LexborHTMLParser(f"<p>{html}</p>").css_first("p").text()


def make_article(folder: Path, **changes: object) -> Article:
    """Return an article whose record has these changes."""
    write_article(folder, "a", "x", **changes)
    return read_articles(folder)[0][0]


DATES = {
    "2020": ["2020", "2020", "(2020)"],
    "2020-02?": ["[February 2020?]", "Circa Feb. 2020", "(ca. 2020, February)"],
    "2008-01-28": ["January 28, 2008", "28 Jan. 2008", "(2008, January 28)"],
    "2019-07/2019-09": ["2019.", "2019,", "(2019)"],
    "2001-21": ["2001", "2001", "(2001)"],
    "2018/2019": ["2018–2019", "2018–2019", "(2018–2019)"],
}


@pytest.mark.parametrize("edtf", DATES)
def test_dates(tmp_path: Path, edtf: str) -> None:
    """Each style has the date as far as it is known, and says so if it is in doubt."""
    citations = render_citations(render_csl(make_article(tmp_path, date=make_fact(edtf)), SITE))
    for citation, expected in zip(citations.values(), DATES[edtf], strict=True):
        assert expected in citation


def test_what_is_not_stated_is_left_out(tmp_path: Path) -> None:
    """Without author, publication and date a citation names none."""
    article = make_article(tmp_path, date={"basis": "not stated"})
    item = render_csl(article, SITE)
    assert not item.keys() & {"author", "container-title", "issued"}
    assert to_text(render_citations(item)["MLA"]) == f"A title. News Archive, {BASE}/a/."


@pytest.mark.parametrize(
    "title", ["a <b>bold</b> & “quoted” LOWER title", "Why?", "28 in 8888", "Ꙁ is a letter"]
)
def test_titles_are_verbatim(tmp_path: Path, title: str) -> None:
    """A title comes through every style character for character, and never as markup."""
    item = render_csl(make_article(tmp_path, title=make_fact(title), author=make_fact("Jo <i>Doe")), SITE)
    for style, citation in render_citations(item).items():
        assert title in to_text(citation), style
        assert "Jo <i>Doe" in to_text(citation), style
        assert "?." not in citation


TYPES: dict[str, str] = {
    "news report": "article-newspaper",
    "feature": "article-magazine",
    "press release": "webpage",
}


@pytest.mark.parametrize("kind", TYPES)
def test_types(tmp_path: Path, kind: str) -> None:
    """The type of an item follows its kind."""
    item: Csl = render_csl(make_article(tmp_path, kind=kind), SITE)
    assert item["type"] == TYPES[kind]
    assert render_citations(item)["Chicago"]
