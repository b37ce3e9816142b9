"""The list of the home page: every article, newest first, with its opening words."""

import json
from pathlib import Path

import frontmatter
from archive.catalogue.read_archive import read_archive
from archive.pages.home_page import LONGEST_HOME, NEWEST, render_home_page
from archive.pages.page import Meta
from archive.sources.article import sort_newest_first
from archive.sources.read_articles import read_articles
from make import SITE, list_all, make_fact, write_article


def read_home(folder: Path) -> Meta:
    """Return the front matter of the home page of a folder of articles."""
    return render_home_page(read_archive(folder)[0], SITE).meta


def test_newest_first(tmp_path: Path) -> None:
    """Articles stand by the first day that their date allows; one without a date comes last."""
    write_article(tmp_path, "b-month", "x", date=make_fact("2020-02"))
    write_article(tmp_path, "a-year", "x", date=make_fact("2020"))
    write_article(tmp_path, "c-day", "x", date=make_fact("2020-02-02~"))
    write_article(tmp_path, "a-month", "x", date=make_fact("2020-02"))
    write_article(tmp_path, "none", "x", date={"basis": "not stated"})
    articles = sort_newest_first(read_articles(tmp_path)[0])
    assert [article.name for article in articles] == ["c-day", "a-month", "b-month", "a-year", "none"]


def test_facets_of_each_article(tmp_path: Path) -> None:
    """The filter finds year, publication, kind, people, places and author of an article beside it."""
    write_article(tmp_path, "a", "Jo Doe", people=["Jo Doe"], date=make_fact("2020-02"))
    (section,) = read_home(tmp_path)["sections"]
    assert json.loads(section["articles"][0]["facets"]) == {
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
    sections = read_home(tmp_path)["sections"]
    found = [(section["heading"], len(section["articles"])) for section in sections]
    assert found == [("2020", 2), ("2019", 1), ("Date not stated", 1)]


def test_many_articles(tmp_path: Path) -> None:
    """Of many articles the home page lists the newest, and leads to a page for each year."""
    for number in range(LONGEST_HOME + 1):
        write_article(tmp_path, f"a-{number}", "x", date=make_fact(f"{2000 + number % 3}-02-03"))
    home = read_home(tmp_path)
    assert [len(section["articles"]) for section in home["sections"]] == [NEWEST]
    assert home["facets"] == []
    assert [(year["year"], year["count"]) for year in home["years"]] == [
        ("2002", 33),
        ("2001", 34),
        ("2000", 34),
    ]
    files = list_all(read_archive(tmp_path)[0])
    assert {f"years/{year}.md" for year in (2000, 2001, 2002)} <= set(files)
    (month,) = frontmatter.loads(files["years/2001.md"].decode())["sections"]
    assert (month["heading"], len(month["articles"])) == ("February", 34)


def test_opening_words_pass_over_furniture(tmp_path: Path) -> None:
    """The opening words are the article's, cut between words; page furniture is not among them."""
    text = "MENU\n" + "word " * 60
    write_article(tmp_path, "a", text, furniture=[{"line": 1, "label": "menu"}])
    (article,), _ = read_articles(tmp_path)
    assert article.incipit == ("word " * 40).strip() + "\u00a0…"
