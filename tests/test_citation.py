"""Citations: as the styles ask, no more certain than the date, and verbatim in their titles."""

from pathlib import Path

import pytest
from archive.catalogue.citation import Parts, render_citations
from archive.catalogue.csl import Csl, render_csl
from archive.sources.article import Article
from archive.sources.read_articles import read_articles
from conftest import SAMPLE
from make import SITE, make_fact, write_article

BASE = "https://archive.example/articles"
CITED = {
    "los-angeles-mayor-video-on-ice": {
        "Chicago": "“L.A. Mayor to Illegals: We're All in This Together.”"
        " *Total Conservative*, July 2019. News Archive. {address}.",
        "MLA": "“L.A. Mayor to Illegals: We're All in This Together.” *Total Conservative*, July 2019,"
        " News Archive, {address}.",
        "APA": "L.A. Mayor to Illegals: We're All in This Together. (2019, July)."
        " *Total Conservative*. News Archive. {address}",
    },
    "los-angeles-sanctuary-city-ordinance": {
        "Chicago": "“LA passes sanctuary city plan to thwart mass deportations under Trump.”"
        " *Washington Examiner*, [November 19, 2024?]. News Archive. {address}.",
        "MLA": "“LA passes sanctuary city plan to thwart mass deportations under Trump.”"
        " *Washington Examiner*, Circa 19 Nov. 2024, News Archive, {address}.",
        "APA": "LA passes sanctuary city plan to thwart mass deportations under Trump."
        " (ca. 2024, November 19). *Washington Examiner*. News Archive. {address}",
    },
}
ARTICLES = {article.record.slug: article for article in read_articles(SAMPLE)[0]}


@pytest.mark.parametrize("slug", CITED)
def test_cited(slug: str) -> None:
    """The real articles are cited as each style cites a press article without an author."""
    address = f"{BASE}/{slug}/"
    expected = {style: cited.format(address=address) for style, cited in CITED[slug].items()}
    citations = render_citations(render_csl(ARTICLES[slug], SITE))
    assert {style: mark_italics(citation) for style, citation in citations.items()} == expected


def mark_italics(citation: Parts) -> str:
    """Return a citation with stars around what is set in italics."""
    return "".join(part if isinstance(part, str) else f"*{part['italic']}*" for part in citation)


def join_parts(parts: Parts) -> str:
    """Return a citation as plain text."""
    return "".join(part if isinstance(part, str) else part["italic"] for part in parts)


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
        assert expected in join_parts(citation)


def test_what_is_not_stated_is_left_out(tmp_path: Path) -> None:
    """Without author, publication and date a citation names none."""
    article = make_article(tmp_path, date={"basis": "not stated"})
    item = render_csl(article, SITE)
    assert not item.keys() & {"author", "container-title", "issued"}
    assert join_parts(render_citations(item)["MLA"]) == f"A title. News Archive, {BASE}/a/."


@pytest.mark.parametrize(
    "title", ["a <b>bold</b> & “quoted” LOWER title", "Why?", "28 in 8888", "Ꙁ is a letter"]
)
def test_titles_are_verbatim(tmp_path: Path, title: str) -> None:
    """A title comes through every style character for character, and never as markup."""
    item = render_csl(make_article(tmp_path, title=make_fact(title), author=make_fact("Jo <i>Doe")), SITE)
    for style, citation in render_citations(item).items():
        assert title in join_parts(citation), style
        assert "Jo <i>Doe" in join_parts(citation), style
        assert "?." not in join_parts(citation)


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
