"""The list of the home page: every article, newest first, with its opening words."""

import json
from pathlib import Path

from archive.catalogue.catalogue import read_archive
from archive.pages.home_page import LONGEST_HOME, NEWEST
from archive.pages.lists import LONGEST_LIST
from archive.pages.page import Meta
from archive.sources.article import sort_newest_first
from archive.sources.read_articles import read_articles
from archive.sources.words import ENGLISH
from make import NOT_STATED, list_whole, make_fact, write_article


def read_home(folder: Path) -> Meta:
    """Return what is drawn on the home page of a folder of articles."""
    return list_whole(read_archive(folder)[0])["index.md"]


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


def test_facets_stand_as_in_a_list_of_names(tmp_path: Path) -> None:
    """The values of a facet are in the order of the alphabet, small letters and accents or not."""
    for number, paper in enumerate(["Zeit", "apex", "Écho"]):
        write_article(tmp_path, f"a-{number}", "x", publication=make_fact(paper))
    facets = {facet["name"]: facet for facet in read_home(tmp_path)["facets"]}
    assert [value["label"] for value in facets["publication"]["values"]] == ["apex", "Écho", "Zeit"]


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
    pages = list_whole(read_archive(tmp_path)[0])
    assert {f"years/{year}.md" for year in (2000, 2001, 2002)} <= set(pages)
    (month,) = pages["years/2001.md"]["sections"]
    assert (month["heading"], len(month["articles"])) == ("February", 34)


def test_how_many_and_from_when_to_when(tmp_path: Path) -> None:
    """The home page says how many articles there are, from when to when, and how many are in doubt."""
    for number, day in enumerate(["2019-03~", "2020/2023", "2022-05-01", ""]):
        write_article(tmp_path, f"a-{number}", "x", date=make_fact(day) if day else NOT_STATED)
    span = read_home(tmp_path)["span"]
    assert span["counted"] == ENGLISH.count("counts.articles", 4)
    assert span["notes"] == [ENGLISH.count(f"counts.{key}", 1) for key in ("doubtful", "undated")]
    assert [end["words"] for end in span["ends"]] == ["about March 2019", "2020 to 2023"]


def test_ends_of_few(tmp_path: Path) -> None:
    """Where all dates are one there is one end, without a date none."""
    write_article(tmp_path, "a", "x", date=NOT_STATED)
    assert read_home(tmp_path)["span"]["ends"] == []
    for name in "bc":
        write_article(tmp_path, name, "x", date=make_fact("2020"))
    assert [end["words"] for end in read_home(tmp_path)["span"]["ends"]] == ["2020"]


def test_bars_lead_to_lists(tmp_path: Path) -> None:
    """Each bar leads to the heading of its month, on the part of the year's pages where that begins."""
    for number in range(LONGEST_LIST + 1):
        write_article(
            tmp_path, f"a-{number:03}", "x", date=make_fact("2020-05-02" if number else "2020-01-02")
        )
    bars = read_home(tmp_path)["timeline"]["bars"]
    assert [bar["address"] for bar in bars] == ["years/2020/2/#2020-01", "years/2020/#2020-05"]
    pages = list_whole(read_archive(tmp_path)[0])
    second = pages["years/2020/2.md"]
    assert [section["anchor"] for section in second["sections"]] == ["2020-01"]
    jumps = [(jump["title"], jump["address"], jump["count"]) for jump in second["jumps"]]
    assert jumps == [("May", bars[1]["address"], LONGEST_LIST), ("January", bars[0]["address"], 1)]


def test_years_lead_to_one_another(tmp_path: Path) -> None:
    """Every archive has a page of all years; each year leads to those before and after it."""
    for number, day in enumerate(["2019", "2022-02", "2022-03", "2024", ""]):
        write_article(tmp_path, f"a-{number}", "x", date=make_fact(day) if day else NOT_STATED)
    pages = list_whole(read_archive(tmp_path)[0])
    every = pages["years/index.md"]["years"]
    assert [(year["year"], year["address"], year["count"]) for year in every] == [
        ("2024", "years/2024/", 1),
        ("2022", "years/2022/", 2),
        ("2019", "years/2019/", 1),
        ("Date not stated", "years/not-stated/", 1),
    ]
    beside = {}
    for year in every:
        page = pages[f"{year['address'].rstrip('/')}.md"]
        beside[year["year"]] = [page[key] and page[key]["title"] for key in ("earlier", "later")]
        assert page["within"]["address"] == "years/"
    assert beside == {
        "2024": ["2022", None],
        "2022": ["2019", "2024"],
        "2019": [None, "2022"],
        "Date not stated": [None, None],
    }


def test_opening_words_pass_over_furniture(tmp_path: Path) -> None:
    """The opening words are the article's, cut between words; page furniture is not among them."""
    text = "MENU\n" + "word " * 60
    write_article(tmp_path, "a", text, furniture=[{"line": 1, "label": "menu"}])
    (article,), _ = read_articles(tmp_path)
    assert article.incipit == ("word " * 40).strip() + "\u00a0…"
