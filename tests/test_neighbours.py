"""What stands beside an article: the next by date, and others that name the same."""

from pathlib import Path

from archive.catalogue.entry import list_entries
from archive.catalogue.neighbours import NEAREST, list_neighbours
from archive.sources.article import sort_newest_first
from archive.sources.read_articles import read_articles
from make import make_fact, write_article


def test_others_are_the_nearest_by_date(tmp_path: Path) -> None:
    """A page shows a few of the articles that share a name, never itself, never a name that it has alone."""
    for number in range(9):
        fact = make_fact(f"2020-01-0{number + 1}")
        write_article(
            tmp_path,
            f"a-{number}",
            "Jo Alone",
            people=["Jo"],
            bodies=["Alone"] if number == 4 else [],
            date=fact,
        )
    articles = sort_newest_first(read_articles(tmp_path)[0])
    neighbours = dict(
        zip((a.name for a in articles), list_neighbours(articles, list_entries(articles)), strict=True)
    )
    found = {
        name: [other.name for shared in beside.others for other in shared.nearest]
        for name, beside in neighbours.items()
    }
    assert found["a-8"] == ["a-7", "a-6", "a-5"]
    assert found["a-4"] == ["a-5", "a-3", "a-2"]
    assert found["a-0"] == ["a-3", "a-2", "a-1"]
    assert {len(names) for names in found.values()} == {NEAREST}
