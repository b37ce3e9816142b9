"""The timeline: each article at its date, or how many a month."""

from pathlib import Path

import pytest
from archive.catalogue.catalogue import read_archive
from archive.catalogue.record_view import View
from archive.catalogue.timeline import MOST_ROWS, MOST_SINGLE, render_timeline
from make import write_dated


def draw(folder: Path, *days: str) -> View:
    """Return the figures of articles of these dates; none if there is no drawing."""
    write_dated(folder, *days)
    return render_timeline(read_archive(folder)[0]) or {}


def test_articles_at_their_dates(tmp_path: Path) -> None:
    """A date lies as far along the line as along its years, and its bar covers the days that it allows."""
    figures = draw(tmp_path, "2020-01-01", "2020", "2021-12-31~", "")
    marks = {mark["address"]: (mark["left"], mark["width"], mark["certain"]) for mark in figures["marks"]}
    assert marks == {
        "articles/a-000/": (0.0, 0.0, True),
        "articles/a-001/": (0.0, 49.93, True),
        "articles/a-002/": (99.86, 0.0, False),
    }
    assert "2020, inferred: A title" in {mark["words"] for mark in figures["marks"]}


def test_near_dates_do_not_cover_one_another(tmp_path: Path) -> None:
    """An article stands above another where they would cover one another on a phone."""
    figures = draw(tmp_path, "2020-01-01", "2020-01-02", "2020-01-20", "2020-12-30")
    marks = figures["marks"][::-1]
    assert [mark["row"] for mark in marks] == [0, 1, 2, 0]
    assert figures["rows"] == 3
    assert (figures["has_bars"], figures["has_doubts"]) == (False, False)


def test_a_crowd_is_counted(tmp_path: Path) -> None:
    """Few articles that would need many rows are drawn as bars; without two periods there is no drawing."""
    days = ["2020-02-03"] * (MOST_ROWS + 1)
    assert draw(tmp_path, "") == {}
    assert draw(tmp_path, *days) == {}
    figures = draw(tmp_path, *days, "2021-07")
    assert [bar["period"] for bar in figures["bars"]] == ["2020-02", "2021-07"]


def test_many(tmp_path: Path) -> None:
    """Many articles are drawn as a bar for each month, the highest as high as the drawing."""
    figures = draw(tmp_path, *["2020-02"] * MOST_SINGLE, "2021-12-01")
    assert "marks" not in figures
    bars = [(bar["period"], bar["count"], bar["share"]) for bar in figures["bars"]]
    assert bars == [("2020-02", MOST_SINGLE, 100.0), ("2021-12", 1, 2.5)]
    assert (figures["most"], figures["unit"], figures["width"]) == (MOST_SINGLE, "month", 4.167)


@pytest.mark.parametrize("first", ["2019", "1990-12-01"])
def test_a_bar_a_year(tmp_path: Path, first: str) -> None:
    """Where a month is not known, or years are many, a bar stands for a year: no month is made up."""
    figures = draw(tmp_path, first, *["2020-02"] * MOST_SINGLE)
    assert figures["unit"] == "year"
    assert [bar["period"] for bar in figures["bars"]] == [first[:4], "2020"]
