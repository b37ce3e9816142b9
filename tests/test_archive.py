"""The archive itself, whatever it holds: every record is whole, and git leaves the texts alone."""

import re
import subprocess

from archive.catalogue.read_archive import read_archive
from conftest import ROOT

ARTICLES = ROOT / "articles"


def test_no_problems() -> None:
    """The archive itself keeps every rule."""
    assert read_archive(ARTICLES)[1] == []


def test_git_keeps_its_hands_off() -> None:
    """Git converts no line end of a text, on any machine."""
    for path in [*ARTICLES.glob("*.txt"), ARTICLES / "any.txt"]:
        command = ["git", "check-attr", "text", "diff", "merge", "--", path]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        assert re.findall(r": (\w+)$", done.stdout, re.MULTILINE) == ["unset", "unset", "unset"]
