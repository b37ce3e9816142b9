"""The index: whole if it is short, by letters if it is long, and a page for each entry."""

from pathlib import Path

from archive.catalogue.entry import list_entries
from archive.catalogue.read_archive import read_archive
from archive.pages.index_pages import list_index_pages
from archive.pages.page import Meta
from archive.pages.parts import LONGEST_LIST
from archive.sources.words import ENGLISH
from make import write_article


def make_pages(folder: Path) -> dict[str, Meta]:
    """Return the front matter of each page of the index of a folder of articles, by its path."""
    pages = list(list_index_pages(list_entries(read_archive(folder)[0]), ENGLISH))
    assert len({page.path for page in pages}) == len(pages)
    return {page.path: page.meta for page in pages}


def test_short(tmp_path: Path) -> None:
    """A short index stands on one page, every entry with its articles and paragraphs."""
    write_article(tmp_path, "a", "Jo Doe.\nNobody.\nJo Doe in Rome.", people=["Jo Doe"], places=["Rome"])
    pages = make_pages(tmp_path)
    assert set(pages) == {"index/index.md", "index/people/jo-doe.md", "index/places/rome.md"}
    entries = [entry for group in pages["index/index.md"]["groups"] for entry in group["entries"]]
    assert [entry["filed"] for entry in entries] == ["Doe, Jo", "Rome"]
    assert [entry["articles"][0]["paragraphs"] for entry in entries] == [[1, 3], [3]]


def test_long(tmp_path: Path) -> None:
    """Of a long index the first page has letters, each letter a page of entries, each entry its own."""
    names = [f"{letter}{number:03}" for letter in "xyz" for number in range(LONGEST_LIST // 2)]
    write_article(tmp_path, "a", " ".join(names), bodies=names, subjects=["One"])
    pages = make_pages(tmp_path)
    bodies, subjects = pages["index/index.md"]["groups"]
    assert [letter["address"] for letter in bodies["letters"]] == [
        "index/bodies-x/",
        "index/bodies-y/",
        "index/bodies-z/",
    ]
    assert [entry["address"] for entry in subjects["entries"]] == ["index/subjects/one/"]
    assert len(pages["index/bodies-y.md"]["groups"][0]["entries"]) == LONGEST_LIST // 2
    assert len(pages) == 1 + 3 + len(names) + 1


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


def test_an_empty_index(tmp_path: Path) -> None:
    """An archive without names has an index without groups."""
    assert make_pages(tmp_path)["index/index.md"]["groups"] == []
