"""The pages are checked and written as a person runs it; what is the same, or somebody else's, stays."""

import subprocess
import sys
from pathlib import Path

import pytest
from archive.pages.write_pages import Written, check_places, write_pages
from conftest import ROOT
from make import write_article


def build_pages(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the command."""
    command = [sys.executable, str(ROOT / "scripts" / "build_pages.py"), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Return a folder with one good article."""
    folder = tmp_path / "articles"
    folder.mkdir()
    write_article(folder, "good", "Good.")
    return folder


def test_writes_page_original_and_list(articles: Path, tmp_path: Path) -> None:
    """A good archive gives exit code 0, and the folder of the pages is made where it is missing."""
    done = build_pages("--articles", articles, "--docs", tmp_path / "docs")
    assert (done.returncode, done.stderr) == (0, "")
    written = [str(path.relative_to(tmp_path / "docs")) for path in (tmp_path / "docs").rglob("[!.]*.*")]
    of_articles = ["articles/good.md", "articles/good.txt"]
    lists = ["index.md", "index/index.md", "search.md", "theme/generated/words.html"]
    lists += ["years/2020.md", "years/index.md"]
    assert sorted(written) == of_articles + lists
    original = tmp_path / "docs" / "articles" / "good.txt"
    assert original.read_bytes() == b"Good."
    # A web server under another user can read it.
    assert original.stat().st_mode & 0o777 == 0o644


def test_problems_leave_everything_as_it_was(articles: Path, tmp_path: Path) -> None:
    """One bad article gives exit code 1, a line a problem, and not one page is written or removed."""
    docs = tmp_path / "docs"
    build_pages("--articles", articles, "--docs", docs)
    before = {path: path.read_bytes() for path in docs.rglob("*") if path.is_file()}
    write_article(articles, "good", "Changed.")
    write_article(articles, "bad", "Bad.", kind="rumour", language="??")
    done = build_pages("--articles", articles, "--docs", docs)
    assert done.returncode == 1
    assert [line.split(": ")[0] for line in done.stderr.splitlines()] == [
        f"{articles}/bad.yml:{n}" for n in (17, 18)
    ]
    assert {path: path.read_bytes() for path in docs.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("arguments", [["--articles", "nowhere"], ["--docs", "pyproject.toml"], ["--what"]])
def test_wrong_usage(arguments: list[str]) -> None:
    """A folder that isn't there, or an option that isn't known, gives exit code 2."""
    assert build_pages(*arguments).returncode == 2


A, B = "articles/a.md", "index/people/b.md"
PAGE = b"---\ntitle: x\ntemplate: article.html\n---\n"


def test_only_what_differs_is_written(tmp_path: Path) -> None:
    """A file that holds the data already keeps its time; one that differs is replaced."""
    write_pages(tmp_path, [(A, PAGE), (B, PAGE)])
    before = (tmp_path / A).stat().st_mtime_ns
    assert write_pages(tmp_path, [(A, PAGE), (B, PAGE + b"x")]) == Written(1, 1, 0)
    assert (tmp_path / A).stat().st_mtime_ns == before
    assert (tmp_path / B).read_bytes() == PAGE + b"x"


def test_what_is_gone_is_removed(tmp_path: Path) -> None:
    """Page and original of an article that is gone go, and what a build that was killed left; no other."""
    kept = [("articles/kept.md", PAGE), ("articles/kept.txt", b"y"), ("index/people/kept.md", PAGE)]
    gone = [("articles/gone.md", PAGE), ("articles/gone.txt", b"x"), ("index/people/gone.md", PAGE)]
    write_pages(tmp_path, [*kept, *gone, ("articles/.new-1-half.md", b"half")])
    (tmp_path / "about.md").write_text("By hand")
    assert write_pages(tmp_path, kept) == Written(0, 3, 4)
    left = [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()]
    assert sorted(left) == sorted(["about.md", *(name for name, _ in kept)])


def test_what_a_person_wrote_is_named(tmp_path: Path) -> None:
    """A page or picture of a person's where the build writes is a problem; generated files are none."""
    by_hand = ["articles/mine.md", "articles/mine.png", "index.md", "years/1999.md"]
    write_pages(tmp_path, [(A, PAGE), ("articles/a.txt", b"x"), *((name, b"# Mine") for name in by_hand)])
    assert list(map(str, check_places(tmp_path))) == [
        f"{tmp_path / name}:1: stands where the build writes; move it elsewhere in docs/"
        for name in ("index.md", "articles/mine.md", "articles/mine.png", "years/1999.md")
    ]
