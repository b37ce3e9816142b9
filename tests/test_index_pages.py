"""The index: whole if it is short, by letters if it is long, and a page for each entry."""

from pathlib import Path

from archive.catalogue.catalogue import read_archive
from archive.pages.lists import LONGEST_LIST, SHORT_LIST, list_parts
from archive.pages.page import Meta
from make import list_whole, make_fact, write_article


def make_pages(folder: Path) -> dict[str, Meta]:
    """Return what is drawn on each page of the index of a folder of articles, by its path."""
    pages = list_whole(read_archive(folder)[0])
    return {path: page for path, page in pages.items() if path.startswith("index/")}


def test_short(tmp_path: Path) -> None:
    """A short index has every entry with its articles and paragraphs; from two articles on one has a page."""
    write_article(tmp_path, "a", "Jo Doe.\nNobody.\nJo Doe in Rome.", people=["Jo Doe"], places=["Rome"])
    write_article(tmp_path, "b", "Jo Doe.", people=["Jo Doe"])
    pages = make_pages(tmp_path)
    assert set(pages) == {"index/index.md", "index/people/jo-doe.md"}
    entries = [entry for group in pages["index/index.md"]["groups"] for entry in group["entries"]]
    assert [entry["filed"] for entry in entries] == ["Doe, Jo", "Rome"]
    assert [item["paragraphs"] for item in entries[0]["articles"]] == [[1, 3], [1]]
    assert entries[1]["only"]["paragraphs"] == [3]
    assert [entry["address"] for entry in entries] == ["index/people/jo-doe/", None]


def test_long(tmp_path: Path) -> None:
    """Of a long index the first page has letters, each letter a page of entries, each its one article."""
    names = [f"{letter}{number:03}" for letter in "xyz" for number in range(LONGEST_LIST // 2)]
    write_article(tmp_path, "a", " ".join(names), bodies=names, subjects=["One"])
    pages = make_pages(tmp_path)
    bodies, subjects = pages["index/index.md"]["groups"]
    assert [letter["address"] for letter in bodies["letters"]] == [
        "index/bodies-x/",
        "index/bodies-y/",
        "index/bodies-z/",
    ]
    (subject,) = subjects["entries"]
    (entry, *others) = pages["index/bodies-y.md"]["groups"][0]["entries"]
    assert len(others) == LONGEST_LIST // 2 - 1
    assert [item["only"]["address"] for item in (subject, entry)] == ["articles/a/"] * 2
    assert len(pages) == 1 + 3


def test_parts(tmp_path: Path) -> None:
    """An entry with too many articles for one page goes on, and its parts lead to one another."""
    for number in range(LONGEST_LIST + 1):
        write_article(tmp_path, f"a-{number}", "Jo", people=["Jo"])
    pages = make_pages(tmp_path)
    first, second = (pages[path] for path in ("index/people/jo.md", "index/people/jo/2.md"))
    assert [len(page["sections"][0]["articles"]) for page in (first, second)] == [LONGEST_LIST, 1]
    addresses = ["index/people/jo/", "index/people/jo/2/"]
    for page, current in ((first, [True, False]), (second, [False, True])):
        assert [part["address"] for part in page["parts"]] == addresses
        assert [part["current"] for part in page["parts"]] == current
    assert second["title"] == "Jo, part 2 of 2"


def test_long_entries_by_year(tmp_path: Path) -> None:
    """An entry with many articles has them by year, and leads to each year; one with few has neither."""
    for number in range(SHORT_LIST + 1):
        write_article(
            tmp_path,
            f"a-{number}",
            "Jo and Al" if number else "Jo",
            people=["Jo", "Al"] if number else ["Jo"],
            date=make_fact(f"{2000 + number // 15}-02"),
        )
    pages = make_pages(tmp_path)
    long, short = pages["index/people/jo.md"], pages["index/people/al.md"]
    found = [(part["heading"], part["anchor"], len(part["articles"])) for part in long["sections"]]
    assert found == [("2001", "2001", 6), ("2000", "2000", 15)]
    assert [(jump["address"], jump["count"]) for jump in long["jumps"]] == [
        ("index/people/jo/#2001", 6),
        ("index/people/jo/#2000", 15),
    ]
    assert [part["heading"] for part in short["sections"]] == [None]
    assert short["jumps"] == []


def test_a_hundred_parts() -> None:
    """Of a hundred parts a page leads to those near it, to the first and to the last."""
    parts = list(list_parts("a/", range(100 * LONGEST_LIST)))
    shown = [(link["number"], link["after_gap"]) for link in parts[49].links]
    near = [(number, False) for number in range(48, 54)]
    assert shown == [(1, False), (47, True), *near, (100, True)]
    assert [link["number"] for link in parts[0].links] == [1, 2, 3, 4, 100]
    assert parts[98].links[-1] == {
        "number": 100,
        "address": "a/100/",
        "current": False,
        "after_gap": False,
    }


def test_an_empty_index(tmp_path: Path) -> None:
    """An archive without names has an index without groups."""
    assert make_pages(tmp_path)["index/index.md"]["groups"] == []
