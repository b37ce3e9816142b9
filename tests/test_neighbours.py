"""What stands beside an article: others that name the same, nearest first by date."""

import math
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from archive.catalogue.catalogue import read_archive
from archive.catalogue.entry import list_entries
from archive.catalogue.neighbours import NEAREST, list_neighbours
from archive.catalogue.record_view import View
from hypothesis import given, settings
from hypothesis import strategies as st
from make import write_article, write_dated


def list_beside(folder: Path) -> dict[str, list[View]]:
    """Return for each article of a folder, newest first, the names that it shares, each with its nearest."""
    articles, _ = read_archive(folder)
    beside = list_neighbours(articles, list_entries(articles))
    return {article.name: found["others"] for article, found in zip(articles, beside, strict=True)}


def test_the_rarest_names_come_first(tmp_path: Path) -> None:
    """Of the names that others share, those in the fewest articles come first; others are left out."""
    for number, people in enumerate((["Al", "Bo", "Cy"], ["Al", "Bo"], ["Al"], ["Al"])):
        write_article(tmp_path, f"a-{number}", "Al Bo Cy", people=people)
    assert [shared["name"] for shared in list_beside(tmp_path)["a-0"]] == ["Bo", "Al"]


DAYS = st.lists(st.dates(date(2000, 1, 1), date(2000, 3, 1)) | st.none(), min_size=2, max_size=9)


@given(DAYS)
@settings(max_examples=50)
def test_none_that_is_left_out_is_nearer(days: list[date | None]) -> None:
    """Of articles of any days the nearest are shown, newest first; without a date, none is farther."""
    with TemporaryDirectory() as folder:
        write_dated(Path(folder), *(day.isoformat() if day else "" for day in days), text="Jo", people=["Jo"])
        beside = list_beside(Path(folder))
    by_name = {f"a-{number:03}": day for number, day in enumerate(days)}
    for own, (shared,) in beside.items():
        shown = [link["address"].split("/")[1] for link in shared["articles"]]
        assert shown == [name for name in beside if name in shown]
        away = {
            name: abs((day - by_name[own]).days) if day and by_name[own] else math.inf
            for name, day in by_name.items()
            if name != own
        }
        assert len(shown) == min(NEAREST, len(away))
        assert max(away.pop(name) for name in shown) <= min(away.values(), default=math.inf)
