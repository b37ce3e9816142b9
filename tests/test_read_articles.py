"""The folder of articles is read whole, and everything wrong with it is said at once."""

import os
from pathlib import Path
from typing import Any

import pytest
from archive.sources.read_articles import read_articles, read_removed
from conftest import ROOT
from make import read_cases, write_article

CASES = read_cases("folders")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder `articles` of an empty working directory."""
    monkeypatch.chdir(tmp_path)
    Path("articles").mkdir()
    return Path("articles")


def messages(folder: Path) -> list[str]:
    """Return every problem of a folder as it is printed."""
    _, problems = read_articles(folder)
    return [str(problem) for problem in problems]


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_folders(folder: Path, case: dict[str, Any]) -> None:
    """All that is wrong with a folder is said, each at its place, and no article of it comes through."""
    for name, changes in case.get("articles", {}).items():
        write_article(folder, name, **{"text": "x", **changes})
    for name, text in case.get("files", {}).items():
        (folder / name).write_text(text)
    articles, _ = read_articles(folder)
    assert messages(folder) == case["said"]
    assert [article.name for article in articles] == case.get("read", [])


def test_files_that_are_none(folder: Path) -> None:
    """What can't be read as a text or record is a problem, named as any terminal can show it."""
    for name in ("record-latin", "linked", "lonely", "one"):
        write_article(folder, name, "x")
    write_article(folder, "latin", b"caf\xe9")
    (folder / "record-latin.yml").write_bytes(b"caf\xe9")
    (folder / "lonely.txt").unlink()
    (folder / "deep").mkdir()
    (folder / "deep.txt").mkdir()
    os.mkfifo(folder / "pipe.txt")
    # A link to another file of the folder is read like a file; one to itself can't be.
    (folder / "linked.txt").unlink()
    links = {"outside": "/etc/hostname", "nowhere": "gone", "round": "round.txt", "linked": "one.txt"}
    for name, target in links.items():
        (folder / f"{name}.txt").symlink_to(target)
    (folder / os.fsdecode(b"caf\xe9.txt")).write_text("x")
    (folder / "a\nb\x1b[31m\u2028.md").write_text("x")
    said = (ROOT / "tests" / "cases" / "strange_files.said").read_text("utf-8")
    assert messages(folder) == said.splitlines()


def test_an_unreadable_file(folder: Path) -> None:
    """A file without permission to read it is a problem, not a traceback."""
    write_article(folder, "one", "x")
    (folder / "one.txt").chmod(0)
    user = os.geteuid()
    if user == 0:
        # Root may read everything: be nobody for a moment.
        for parent in folder.resolve().parents:
            parent.chmod(parent.stat().st_mode | 0o011)
        os.seteuid(65534)
    try:
        assert messages(folder) == ["articles/one.txt:1: can't be read: Permission denied"]
    finally:
        os.seteuid(user)


def test_a_draft_may_lack_anything(folder: Path) -> None:
    """A draft without anything else is shown, with nothing stated, and says what it still lacks."""
    (folder / "One File.txt").write_text("Some words.")
    (folder / "One File.yml").write_text("draft: true\n")
    (draft,), problems = read_articles(folder)
    assert problems == []
    assert draft.record.draft
    assert draft.lacks == ("title", "date", "slug", "sha256")
    said = (draft.title, draft.record.slug, draft.date_in_words)
    assert said == ("Untitled (One File)", "one-file", "date not stated")


def test_what_was_removed(folder: Path) -> None:
    """A record of what was taken away is read as long as it says so in full; a broken one is passed over."""
    (folder / "gone.yml").write_text("slug: gone\nremoved: {on: 2026-11-30, why: at a wish}\n")
    (folder / "broken.yml").write_text("removed: [\n")
    assert [(gone.slug, gone.removed.why) for gone in read_removed(folder)] == [("gone", "at a wish")]


def test_a_text_is_read_as_its_record_says(folder: Path) -> None:
    """Encoding, layout and lines as typed come from the record, and the bytes stay as they are."""
    data = "Café\nnews\n\n  one\n  two\n".encode("cp1252")
    write_article(folder, "one", data, encoding="windows-1252", layout="blocks", kept=["4-5"])
    (article,), problems = read_articles(folder)
    assert problems == []
    assert [(p.text, p.kept) for p in article.paragraphs] == [("Café\nnews", False), ("  one\n  two", True)]
    assert (article.data, article.encoding) == (data, "windows-1252")


def test_furniture_of_blocks(folder: Path) -> None:
    """A line of a block may be furniture without the rest; a block is furniture if every line of it is."""
    text = "A headline\nover two lines\n\nThe storm hit\n(Continued on page 4)\nthe coast."
    furniture = [{"line": "1-2", "label": "headline"}, {"line": 5, "label": "turn"}]
    write_article(folder, "one", text, layout="blocks", furniture=furniture)
    (article,), _ = read_articles(folder)
    assert article.furniture == {1: "headline", 2: "headline", 5: "turn"}
    assert article.furniture_paragraphs == {1: "headline"}
    assert article.incipit == "The storm hit (Continued on page 4) the coast."
