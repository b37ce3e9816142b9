"""The index: whole if it is short, by letters if it is long, and a page for each entry."""

from pathlib import Path

from archive.catalogue.entry import list_entries
from archive.pages.article_list import LONGEST_LIST
from archive.pages.index_pages import to_index_pages
from archive.pages.listing import Listing
from archive.sources.article import sort_newest_first
from archive.sources.read_articles import read_articles
from make import write_article
from selectolax.lexbor import LexborHTMLParser


def make_pages(folder: Path) -> dict[str, Listing]:
    """Return the pages of the index of a folder of articles, by address."""
    pages = list(to_index_pages(list_entries(sort_newest_first(read_articles(folder)[0]))))
    assert len({page.address for page in pages}) == len(pages)
    return {page.address: page for page in pages}


def parse(page: Listing) -> LexborHTMLParser:
    """Return the HTML of a page."""
    return LexborHTMLParser("\n".join(page.lines))


def test_short(tmp_path: Path) -> None:
    """A short index stands on one page, every entry with its articles and paragraphs."""
    write_article(tmp_path, "a", "Jo Doe.\nNobody.\nJo Doe in Rome.", people=["Jo Doe"], places=["Rome"])
    pages = make_pages(tmp_path)
    assert set(pages) == {"index/", "index/people/jo-doe/", "index/places/rome/"}
    tree = parse(pages["index/"])
    assert [node.text() for node in tree.css(".entry")] == ["Doe, Jo", "Rome"]
    assert [node.attributes["href"] for node in tree.css(".paragraphs a")] == [
        "../articles/a/#p1",
        "../articles/a/#p3",
        "../articles/a/#p3",
    ]


def test_long(tmp_path: Path) -> None:
    """Of a long index the first page has letters, each letter a page of entries, each entry its own."""
    names = [f"{letter}{number:03}" for letter in "xyz" for number in range(LONGEST_LIST // 2)]
    write_article(tmp_path, "a", " ".join(names), bodies=names, subjects=["One"])
    pages = make_pages(tmp_path)
    links = [node.attributes["href"] for node in parse(pages["index/"]).css("a")]
    assert links == [
        "../index/bodies-x/",
        "../index/bodies-y/",
        "../index/bodies-z/",
        "../index/subjects/one/",
    ]
    assert len(parse(pages["index/bodies-y/"]).css("a.entry")) == LONGEST_LIST // 2
    assert len(pages) == 1 + 3 + len(names) + 1


def test_parts(tmp_path: Path) -> None:
    """An entry with too many articles for one page goes on, and its parts lead to one another."""
    for number in range(LONGEST_LIST + 1):
        write_article(tmp_path, f"a-{number}", "Jo", people=["Jo"])
    pages = make_pages(tmp_path)
    first, second = (parse(pages[address]) for address in ("index/people/jo/", "index/people/jo/2/"))
    assert (len(first.css(".mentions > li")), len(second.css(".mentions > li"))) == (LONGEST_LIST, 1)
    assert first.css(".parts a")[1].attributes["href"] == "../../../index/people/jo/2/"
    assert second.css(".parts a")[0].attributes["href"] == "../../../../index/people/jo/"
    assert pages["index/people/jo/2/"].title == "Jo, part 2 of 2"


def test_an_empty_index(tmp_path: Path) -> None:
    """An archive without names has an index that says so."""
    assert make_pages(tmp_path)["index/"].lines == ["<p>No name has been recorded yet.</p>"]
