"""The timeline: each article at its date, or how many a month."""

from pathlib import Path

from archive.pages.timeline import MOST_SINGLE, to_timeline_html
from archive.sources.article import sort_newest_first
from archive.sources.read_articles import read_articles
from make import make_fact, write_article
from selectolax.lexbor import LexborHTMLParser


def draw(folder: Path, *days: str) -> LexborHTMLParser:
    """Return the timeline of articles of these dates."""
    for number, day in enumerate(days):
        fact = make_fact(day)
        write_article(folder, f"a-{number:03}", "x", date=fact if day else {"basis": "not stated"})
    return LexborHTMLParser(to_timeline_html(sort_newest_first(read_articles(folder)[0])))


def test_articles_at_their_dates(tmp_path: Path) -> None:
    """A date lies as far along the line as along its years, and its bar covers the days that it allows."""
    tree = draw(tmp_path, "2020-01-01", "2020", "2021-12-31~", "")
    links = {node.attributes["href"]: node for node in tree.css("a")}
    bars = {
        href: tuple(node.css("rect")[1].attributes[name] for name in ("x", "width"))
        for href, node in links.items()
    }
    assert bars == {
        "articles/a-000/": ("0.00%", "0.00%"),
        "articles/a-001/": ("0.00%", "49.93%"),
        "articles/a-002/": ("99.86%", "0.00%"),
    }
    assert [href for href, node in links.items() if node.attributes.get("class") == "uncertain"] == [
        "articles/a-002/"
    ]
    assert links["articles/a-001/"].css_first("title").text() == "2020, inferred: A title"


def test_near_dates_do_not_cover_one_another(tmp_path: Path) -> None:
    """Articles whose dates are near stand on different rows."""
    tree = draw(tmp_path, "2020-01-01", "2020-01-02", "2020-12-30")
    rows = [node.css_first("a > svg").attributes["y"] for node in tree.css("svg > a")]
    assert rows == ["0", "26", "0"]


def test_many(tmp_path: Path) -> None:
    """Many articles are drawn as a bar for each month, the highest as high as the drawing."""
    tree = draw(tmp_path, *["2020-02"] * MOST_SINGLE, "2021-12-01")
    assert not tree.css("a")
    assert [node.attributes["height"] for node in tree.css("rect")] == ["90.0", "2.2"]


def test_no_dates(tmp_path: Path) -> None:
    """Without a date there is no timeline."""
    assert draw(tmp_path, "").body.text() == ""
