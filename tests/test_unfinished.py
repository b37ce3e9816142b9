"""Drafts, articles that have moved, and no articles at all: the site says what is so, and all else works."""

import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import ROOT, copy_empty_project, mkdocs
from make import make_record, to_yaml, write_article
from playwright.sync_api import Browser, expect
from selectolax.lexbor import LexborHTMLParser

COINS = "“Café”, £5\r\n€ 7".encode("windows-1252")
VERSE = "A title of two lines\nwith its end\n\n    Roses are red,\n      violets blue.\n\nAt the end\nof it."


@pytest.fixture(scope="module")
def unfinished(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Return a built project with moved verse, another encoding and a draft, and what the build said."""
    project = copy_empty_project(tmp_path_factory.mktemp("unfinished") / "project")
    articles = project / "articles"
    write_article(
        articles, "verse", VERSE, layout="blocks", kept=["4-5"], was=["old-verse"], people=[], kind=None
    )
    received = {"on": "2026-11-20", "from": "the owner's collection"}
    write_article(articles, "coins", COINS, encoding="windows-1252", received=received)
    (articles / "sketch.txt").write_text("Nobody knows when.")
    (articles / "sketch.yml").write_text("slug: sketch\ndraft: true\ntitle: not stated\n")
    done = mkdocs(project, "build", "--strict")
    assert done.returncode == 0, done.stderr
    return project, done.stderr


def parse(project: Path, address: str) -> LexborHTMLParser:
    """Return a page of the built site."""
    return LexborHTMLParser((project / "site" / address / "index.html").read_text("utf-8"))


def test_a_draft_is_left_out_and_named(unfinished: tuple[Path, str]) -> None:
    """A build publishes no draft, and says which there are with what each still lacks."""
    project, said = unfinished
    assert "1 draft left out:" in said
    assert "articles/sketch.yml: still lacks" in said
    assert "date" in said
    assert not (project / "site" / "articles" / "sketch").exists()
    assert "sketch" not in (project / "site" / "index.html").read_text("utf-8")


def test_paragraphs_of_several_lines(unfinished: tuple[Path, str]) -> None:
    """A paragraph is the lines between blank ones; what is kept as typed keeps its indents."""
    project, _ = unfinished
    paragraphs = [node.text() for node in parse(project, "articles/verse").css("#text p")]
    assert paragraphs == [
        "A title of two lines\nwith its end",
        "    Roses are red,\n      violets blue.",
        "At the end\nof it.",
    ]


def test_any_layout_and_encoding_is_verified(unfinished: tuple[Path, str]) -> None:
    """Blocks, verse and bytes that are no UTF-8 are told to be as they were received."""
    project, _ = unfinished
    command = [sys.executable, ROOT / "scripts" / "verify.py", project / "site"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert "\n2 articles, none differs; " in done.stdout
    assert "encoded in windows-1252" in parse(project, "articles/coins").css_first("dl").text()
    assert (project / "site" / "articles" / "coins.txt").read_bytes() == COINS


def test_when_and_from_whom_it_was_received(unfinished: tuple[Path, str]) -> None:
    """The page says among the facts how the file was received, and so do its JSON and its book."""
    project, _ = unfinished
    facts = parse(project, "articles/coins").css_first("dl")
    assert "20 November 2026, from the owner's collection" in facts.text()
    assert facts.css_first("time[datetime='2026-11-20']")
    known = json.loads((project / "site" / "articles" / "coins.json").read_text("utf-8"))
    assert known["received"]["from"] == "the owner's collection"
    with zipfile.ZipFile(project / "site" / "articles" / "coins.epub") as book:
        chapter = book.read(next(name for name in book.namelist() if name.endswith("coins.xhtml"))).decode()
    assert "<dd>20 November 2026, from the owner&#39;s collection</dd>" in chapter


def test_an_old_address_leads_on(unfinished: tuple[Path, str]) -> None:
    """The page at an old slug leads to the new one, also without JavaScript."""
    project, _ = unfinished
    tree = parse(project, "articles/old-verse")
    assert tree.css_first("meta[http-equiv=refresh]").attributes["content"] == "0; url=../verse/"
    assert tree.css_first("main a[href='../verse/']")


def test_an_empty_archive(tmp_path: Path, chromium: Browser, serve: Callable[[Path], str]) -> None:
    """Without an article the home page says so, and the search finds nothing, as it should."""
    project = copy_empty_project(tmp_path / "project")
    done = mkdocs(project, "build", "--strict")
    assert done.returncode == 0, done.stderr
    page = chromium.new_page(base_url=serve(project / "site"))
    page.goto("/")
    expect(page.locator("main")).to_contain_text("There is no article yet.")
    page.goto("/search/?q=word")
    expect(page.locator("#search-status")).to_contain_text("0 articles")
    page.close()


def test_what_is_not_stated_is_shown_as_that(tmp_path: Path) -> None:
    """A record of four keys makes a page on which all else is not stated."""
    project = copy_empty_project(tmp_path / "project")
    record = {key: make_record(b"x")[key] for key in ("slug", "sha256")}
    (project / "articles" / "a.txt").write_bytes(b"x")
    written = to_yaml(record | {"title": "not stated", "date": "not stated"})
    (project / "articles" / "a.yml").write_text(written, "utf-8")
    done = mkdocs(project, "build", "--strict")
    assert done.returncode == 0, done.stderr
    tree = parse(project, "articles/a-slug")
    assert [node.text() for node in tree.css("dl .basis")] == ["not stated"] * 6
    assert tree.css("time") == []
