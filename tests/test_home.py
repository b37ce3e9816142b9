"""The list of the home page: every article, newest first, with its opening words."""

import json
from pathlib import Path

from archive.pages.home import LONGEST_HOME, NEWEST, to_home_html
from archive.sources.article import sort_newest_first
from archive.sources.read_articles import read_articles
from build_pages import to_files
from make import SITE, make_fact, write_article
from selectolax.lexbor import LexborHTMLParser


def test_newest_first(tmp_path: Path) -> None:
    """Articles stand by the first day that their date allows; one without a date comes last."""
    write_article(tmp_path, "b-month", "x", date=make_fact("2020-02"))
    write_article(tmp_path, "a-year", "x", date=make_fact("2020"))
    write_article(tmp_path, "c-day", "x", date=make_fact("2020-02-02~"))
    write_article(tmp_path, "a-month", "x", date=make_fact("2020-02"))
    write_article(tmp_path, "none", "x", date={"basis": "not stated"})
    articles = sort_newest_first(read_articles(tmp_path)[0])
    assert [article.name for article in articles] == ["c-day", "a-month", "b-month", "a-year", "none"]


def test_hostile_values_are_text(tmp_path: Path) -> None:
    """Markup in a title, publication or opening words is shown, not obeyed."""
    evil = '<script>alert(1)</script> `a` {{ b }} &amp; "c"'
    fact = make_fact(evil)
    write_article(tmp_path, "a", evil, title=fact, publication=fact)
    tree = LexborHTMLParser(to_home_html(read_articles(tmp_path)[0]))
    assert tree.css_first("h3").text() == evil
    assert tree.css_first("svg a title").text() == f"February 2020, inferred: {evil}"
    assert not tree.css("script")
    assert tree.css_first(".incipit").text() == evil
    assert tree.css_first(".known").text() == f"February 2020, inferred · {evil} · news report"


def test_facets_of_each_article(tmp_path: Path) -> None:
    """The filter finds year, publication, kind, people, places and author of an article beside it."""
    write_article(tmp_path, "a", "Jo Doe", people=["Jo Doe"], date=make_fact("2020-02"))
    tree = LexborHTMLParser(to_home_html(read_articles(tmp_path)[0]))
    assert json.loads(tree.css_first("[data-facets]").attributes["data-facets"]) == {
        "year": ["2020"],
        "publication": ["publication not stated"],
        "kind": ["news report"],
        "person": ["Jo Doe"],
        "place": [],
        "author": ["author not stated"],
    }


def test_years_are_headings(tmp_path: Path) -> None:
    """Each year is a heading over its articles; those without a date come last."""
    for number, day in enumerate(["2019", "2020-02", "2020-03"]):
        write_article(tmp_path, f"a-{number}", "x", date=make_fact(day))
    write_article(tmp_path, "none", "x", date={"basis": "not stated"})
    tree = LexborHTMLParser(to_home_html(sort_newest_first(read_articles(tmp_path)[0])))
    years = {node.css_first("h2").text(): len(node.css("li")) for node in tree.css("section")}
    assert list(years.items()) == [("2020", 2), ("2019", 1), ("Date not stated", 1)]


def test_many_articles(tmp_path: Path) -> None:
    """Of many articles the home page lists the newest, and leads to a page for each year."""
    for number in range(LONGEST_HOME + 1):
        write_article(tmp_path, f"a-{number}", "x", date=make_fact(f"{2000 + number % 3}-02-03"))
    articles = sort_newest_first(read_articles(tmp_path)[0])
    tree = LexborHTMLParser(to_home_html(articles))
    assert len(tree.css("#articles li")) == NEWEST
    assert not tree.css("#filter")
    assert [node.text() for node in tree.css(".years li")] == ["2002 33", "2001 34", "2000 34"]
    files = dict(to_files(articles, SITE))
    assert {f"years/{year}.md" for year in (2000, 2001, 2002)} <= set(files)
    assert files["years/2001.md"].count(b"<li>") == 34


def test_opening_words_pass_over_furniture(tmp_path: Path) -> None:
    """The opening words are the article's, cut between words; page furniture is not among them."""
    text = "MENU\n" + "word " * 60
    write_article(tmp_path, "a", text, furniture=[{"line": 1, "label": "menu"}])
    (article,), _ = read_articles(tmp_path)
    assert article.incipit == ("word " * 40).strip() + "\u00a0…"
