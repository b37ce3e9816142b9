"""The real archive: every file is as it was received, and every record is whole."""

import hashlib
import re
import subprocess

from archive.sources.read_articles import read_articles
from conftest import ROOT

# The SHA-256 of each file on the day that it was received.
RECEIVED = {
    "000_7324a4f3408474e7": "b60c6a06b0831aad0e15b03f7cd2a1306301d9ec513de24295a318ae3f78d728",
    "001_3ca0442a276a7545": "8f9285ee282fa68022a9a997dca368d2a4ea4bc6ff331f58c0b857faeece584e",
    "002_a4dbe7d91adb180d": "4b3a98964536716876b5cbbc29a59c3fe4ee5159acb8fab7daa0a45c27cd6d64",
}


def test_no_problems() -> None:
    """The archive itself keeps every rule."""
    assert read_articles(ROOT / "articles")[1] == []


def test_as_received() -> None:
    """Every text that was received is here, byte for byte."""
    found = {
        name: hashlib.sha256((ROOT / "articles" / f"{name}.txt").read_bytes()).hexdigest()
        for name in RECEIVED
    }
    assert found == RECEIVED


def test_paragraphs() -> None:
    """Both layouts give the number of paragraphs that the files have lines with text."""
    counts = {article.name: len(article.paragraphs) for article in read_articles(ROOT / "articles")[0]}
    assert counts == dict(zip(RECEIVED, (8, 12, 14), strict=True))


def test_git_keeps_its_hands_off() -> None:
    """Git converts no line end of a text, on any machine."""
    for name in RECEIVED:
        command = ["git", "check-attr", "text", "diff", "merge", "--", f"articles/{name}.txt"]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        assert re.findall(r": (\w+)$", done.stdout, re.MULTILINE) == ["unset", "unset", "unset"]


def test_slugs_are_kept() -> None:
    """No article has moved: the slugs are those that readers have linked to."""
    assert {article.record.slug for article in read_articles(ROOT / "articles")[0]} >= {
        "los-angeles-mayor-video-on-ice",
        "los-angeles-sanctuary-city-ordinance",
        "evanston-mayor-license-plate-cameras",
    }
