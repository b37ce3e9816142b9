"""The archive itself, whatever it holds: every record is whole, and git leaves the texts alone."""

import re
import shutil
import subprocess
from pathlib import Path

from archive.catalogue.catalogue import read_archive
from archive.pages.write_pages import FOLDERS
from conftest import ROOT, build

ARTICLES = ROOT / "articles"


def test_no_problems() -> None:
    """The archive itself keeps every rule."""
    assert read_archive(ARTICLES)[1] == []


def test_builds_without_a_warning(tmp_path: Path) -> None:
    """With its own configuration, pages and templates it is built, and they load nothing that is blocked."""
    left = shutil.ignore_patterns(*FOLDERS, "index.md", "search.md", "generated", "__pycache__")
    shutil.copytree(ARTICLES, tmp_path / "articles")
    for name in ("docs", "scripts"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=left)
    for path in ROOT.glob("*.yml"):
        shutil.copy(path, tmp_path)
    assert (build(tmp_path) / "index.html").is_file()


def test_git_keeps_its_hands_off() -> None:
    """Git converts no line end of a text, on any machine."""
    for path in [*ARTICLES.glob("*.txt"), ARTICLES / "any.txt"]:
        command = ["git", "check-attr", "text", "diff", "merge", "--", path]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        assert re.findall(r": (\w+)$", done.stdout, re.MULTILINE) == ["unset", "unset", "unset"]
