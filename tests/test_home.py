"""The list of the home page: every article, newest first, with its opening words."""

import json
from pathlib import Path

import pytest
from archive.catalogue.catalogue import read_archive
from archive.pages.home_page import LONGEST_HOME, NEWEST
from archive.pages.lists import LONGEST_LIST
from archive.pages.page import Meta
from archive.sources.words import ENGLISH
from make import list_whole, make_fact, write_article, write_dated


def read_pages(folder: Path) -> dict[str, Meta]:
    """Return what is drawn on each page of a folder of articles."""
    return list_whole(read_archive(folder)[0])


def test_newest_first(tmp_path: Path) -> None:
    """Under a heading for each year, articles stand by the first day that their date allows."""
    write_dated(tmp_path, "2020-02", "2020", "2020-02-02~", "2020-02", "", "2019")
    found = {
        section["heading"]: [item["address"] for item in section["articles"]]
        for section in read_pages(tmp_path)["index.md"]["sections"]
    }
    assert found == {
        "2020": [f"articles/a-00{number}/" for number in (2, 0, 3, 1)],
        "2019": ["articles/a-005/"],
        "Date not stated": ["articles/a-004/"],
    }


def test_facets(tmp_path: Path) -> None:
    """The filter finds what is known of an article, and lists values in the order of the alphabet."""
    for number, paper in enumerate(["Zeit", "apex", "Écho"]):
        write_article(tmp_path, f"a-{number}", "Jo Doe", people=["Jo Doe"], publication=make_fact(paper))
    home = read_pages(tmp_path)["index.md"]
    (section,) = home["sections"]
    assert json.loads(section["articles"][0]["facets"]) == {
        "year": ["2020"],
        "publication": ["Zeit"],
        "kind": ["news report"],
        "person": ["Jo Doe"],
        "place": [],
        "author": ["author not stated"],
    }
    facets = {facet["name"]: facet for facet in home["facets"]}
    assert [value["label"] for value in facets["publication"]["values"]] == ["apex", "Écho", "Zeit"]


def test_many_articles(tmp_path: Path) -> None:
    """Of many articles the home page lists the newest, and leads to a page for each year."""
    write_dated(tmp_path, *(f"{2000 + number % 3}-02-03" for number in range(LONGEST_HOME + 1)))
    pages = read_pages(tmp_path)
    home = pages["index.md"]
    assert [len(section["articles"]) for section in home["sections"]] == [NEWEST]
    assert home["facets"] == []
    years = [(year["year"], year["count"]) for year in home["years"]]
    assert years == [("2002", 33), ("2001", 34), ("2000", 34)]
    assert {f"years/{year}.md" for year, _ in years} <= set(pages)
    (month,) = pages["years/2001.md"]["sections"]
    assert (month["heading"], len(month["articles"])) == ("February", 34)


SPANS = {
    ("2019-03~", "2020/2023", "2022-05-01", ""): ["about March 2019", "2020 to 2023"],
    ("2020", "2020", "2020~", ""): ["2020"],
    ("",): [],
}


@pytest.mark.parametrize(("days", "ends"), SPANS.items())
def test_how_many_and_from_when_to_when(tmp_path: Path, days: tuple[str, ...], ends: list[str]) -> None:
    """The home page says how many articles there are, from when to when, and how many are in doubt."""
    write_dated(tmp_path, *days)
    span = read_pages(tmp_path)["index.md"]["span"]
    assert span["counted"] == ENGLISH.count("counts.articles", len(days))
    keys = ("doubtful", "undated")[0 if ends else 1 :]
    assert span["notes"] == [ENGLISH.count(f"counts.{key}", 1) for key in keys]
    assert [end["words"] for end in span["ends"]] == ends


def test_bars_lead_to_lists(tmp_path: Path) -> None:
    """Each bar leads to the heading of its month, on the part of the year's pages where that begins."""
    write_dated(tmp_path, "2020-01-02", *["2020-05-02"] * LONGEST_LIST)
    pages = read_pages(tmp_path)
    bars = pages["index.md"]["timeline"]["bars"]
    assert [bar["address"] for bar in bars] == ["years/2020/2/#2020-01", "years/2020/#2020-05"]
    second = pages["years/2020/2.md"]
    assert [section["anchor"] for section in second["sections"]] == ["2020-01"]
    jumps = [(jump["title"], jump["address"], jump["count"]) for jump in second["jumps"]]
    assert jumps == [("May", bars[1]["address"], LONGEST_LIST), ("January", bars[0]["address"], 1)]


def test_years_lead_to_one_another(tmp_path: Path) -> None:
    """Every archive with articles has a page of all years; each year leads to those before and after it."""
    assert [name for name in read_pages(tmp_path) if "years" in name] == []
    write_dated(tmp_path, "2019", "2022-02", "2022-03", "2024", "")
    pages = read_pages(tmp_path)
    every = pages["years/index.md"]["years"]
    assert [(year["year"], year["address"], year["count"]) for year in every] == [
        ("2024", "years/2024/", 1),
        ("2022", "years/2022/", 2),
        ("2019", "years/2019/", 1),
        ("Date not stated", "years/not-stated/", 1),
    ]
    beside = []
    for year in every:
        page = pages[f"{year['address'].rstrip('/')}.md"]
        beside.append([page[key] and page[key]["title"] for key in ("earlier", "later")])
        assert page["within"]["address"] == "years/"
    assert beside == [["2022", None], ["2019", "2024"], [None, "2022"], [None, None]]


def test_opening_words_pass_over_furniture(tmp_path: Path) -> None:
    """The opening words are the article's, cut between words; page furniture is not among them."""
    text = "MENU\n" + "word " * 60
    write_article(tmp_path, "a", text, furniture=[{"line": 1, "label": "menu"}])
    (article,), _ = read_archive(tmp_path)
    assert article.incipit == ("word " * 40).strip() + "\u00a0…"
