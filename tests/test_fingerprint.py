"""Pages that are there already are not made again, and nothing that changed is ever missed."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from archive.sources.problem import Problem
from archive.sources.site import Site
from build_pages import build_pages
from make import SITE, write_article

Change = Callable[[Path, Path], object]


def build(folder: Path, site: Site = SITE) -> tuple[str, list[Problem]]:
    """Build the pages of an archive in a folder."""
    return build_pages(folder / "articles", folder / "docs", site)


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """Return a folder with two articles whose pages were built."""
    (tmp_path / "articles").mkdir()
    write_article(tmp_path / "articles", "a", "One.")
    write_article(tmp_path / "articles", "b", "Two.")
    assert "written" in build(tmp_path)[0]
    return tmp_path


def test_nothing_changed(built: Path) -> None:
    """When nothing has changed, the second build says so and writes nothing."""
    before = {path: path.stat().st_mtime_ns for path in (built / "docs").rglob("*")}
    done, problems = build(built)
    assert (done.partition(";")[0], problems) == ("nothing has changed", [])
    assert {path: path.stat().st_mtime_ns for path in (built / "docs").rglob("*")} == before


CHANGES: dict[str, Change] = {
    "a record": lambda articles, _: write_article(articles, "b", "Two.", language="de"),
    "a text of the same size": lambda articles, _: write_article(articles, "b", "Ten."),
    "an article more": lambda articles, _: write_article(articles, "c", "Three."),
    "a page": lambda _, docs: (docs / "articles/a.md").write_text("Broken."),
    "an original": lambda _, docs: (docs / "articles/a.txt").write_text("Two."),
    "a page of the index": lambda _, docs: (docs / "index/index.md").unlink(),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_is_seen(built: Path, tmp_path_factory: pytest.TempPathFactory, change: Change) -> None:
    """After any change the pages are those that a build from nothing gives."""
    change(built / "articles", built / "docs")
    assert "written" in build(built)[0]
    fresh = tmp_path_factory.mktemp("fresh")
    (fresh / "articles").symlink_to(built / "articles")
    build(fresh)
    pages, wanted = (
        {str(path.relative_to(folder)): path.read_bytes() for path in (folder / "docs").rglob("*.[mt]*")}
        for folder in (built, fresh)
    )
    assert pages == wanted


def test_the_address_is_seen(built: Path) -> None:
    """Pages name the address of the site: another address makes other pages."""
    assert "2 written" in build(built, replace(SITE, address="https://other.example/"))[0]


PROBLEMS: dict[str, Callable[[Path], object]] = {
    "a text that is a link": lambda articles: (
        (articles / "a.txt").rename(articles.parent / "a.txt"),
        (articles / "a.txt").symlink_to(articles.parent / "a.txt"),
    ),
    "an empty folder": lambda articles: (articles / "folder").mkdir(),
    "a file too many": lambda articles: (articles / "stray").touch(),
    "a file too few": lambda articles: (articles / "a.yml").unlink(),
}


@pytest.mark.parametrize("break_it", PROBLEMS.values(), ids=PROBLEMS)
def test_a_problem_is_seen(built: Path, break_it: Callable[[Path], object]) -> None:
    """What is wrong is said, even if no byte of a text has changed."""
    break_it(built / "articles")
    assert build(built)[1]
