"""The real archive, whatever it holds: every file is as it was received, and every record is whole."""

import hashlib
import re
import subprocess

from archive.sources.read_articles import read_articles
from conftest import ROOT

ARTICLES = ROOT / "articles"


def test_no_problems() -> None:
    """The archive itself keeps every rule."""
    assert read_articles(ARTICLES)[1] == []


def test_as_received() -> None:
    """Every text has the SHA-256 that its record has had since the day on which it was received."""
    articles, _ = read_articles(ARTICLES)
    found = {path.stem: hashlib.sha256(path.read_bytes()).hexdigest() for path in ARTICLES.glob("*.txt")}
    assert found == {article.name: article.record.sha256 for article in articles}


def test_git_keeps_its_hands_off() -> None:
    """Git converts no line end of a text, on any machine."""
    command = ["git", "check-attr", "text", "diff", "merge", "--", "articles/any name.txt"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert re.findall(r": (\w+)$", done.stdout, re.MULTILINE) == ["unset", "unset", "unset"]
