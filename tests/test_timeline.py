"""The timeline: each article at its date, or how many a month."""

from pathlib import Path

from archive.catalogue.record_view import View
from archive.catalogue.timeline import MOST_SINGLE, render_timeline
from archive.sources.article import sort_newest_first
from archive.sources.read_articles import read_articles
from make import make_fact, write_article


def draw(folder: Path, *days: str) -> View | None:
    """Return the figures of articles of these dates."""
    for number, day in enumerate(days):
        fact = make_fact(day)
        write_article(folder, f"a-{number:03}", "x", date=fact if day else {"basis": "not stated"})
    return render_timeline(sort_newest_first(read_articles(folder)[0]))


def test_articles_at_their_dates(tmp_path: Path) -> None:
    """A date lies as far along the line as along its years, and its bar covers the days that it allows."""
    figures = draw(tmp_path, "2020-01-01", "2020", "2021-12-31~", "")
    assert figures
    marks = {mark["address"]: (mark["left"], mark["width"], mark["certain"]) for mark in figures["marks"]}
    assert marks == {
        "articles/a-000/": (0.0, 0.0, True),
        "articles/a-001/": (0.0, 49.93, True),
        "articles/a-002/": (99.86, 0.0, False),
    }
    assert "2020, inferred: A title" in {mark["words"] for mark in figures["marks"]}


def test_near_dates_do_not_cover_one_another(tmp_path: Path) -> None:
    """Articles whose dates are near stand on different rows."""
    figures = draw(tmp_path, "2020-01-01", "2020-01-02", "2020-12-30")
    assert figures
    assert [mark["row"] for mark in figures["marks"]] == [0, 1, 0]
    assert figures["rows"] == 2


def test_many(tmp_path: Path) -> None:
    """Many articles are drawn as a bar for each month, the highest as high as the drawing."""
    figures = draw(tmp_path, *["2020-02"] * MOST_SINGLE, "2021-12-01")
    assert figures
    assert "marks" not in figures
    bars = [(bar["month"], bar["count"], bar["share"]) for bar in figures["months"]]
    assert bars == [("2020-02", MOST_SINGLE, 100.0), ("2021-12", 1, 2.5)]
    assert figures["most"] == MOST_SINGLE


def test_no_dates(tmp_path: Path) -> None:
    """Without a date there is no timeline."""
    assert draw(tmp_path, "") is None
