"""The command that checks the articles and writes the pages, as a person runs it."""

import subprocess
import sys
from pathlib import Path

import pytest
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
    assert (tmp_path / "docs" / "articles" / "good.txt").read_bytes() == b"Good."


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
