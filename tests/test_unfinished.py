"""Drafts, articles that have moved, and no articles at all: the site says what is so, and all else works."""

import hashlib
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

from conftest import ROOT
from make import parse_page
from playwright.sync_api import Browser, expect
from strange import COINS


def test_a_draft_is_left_out_and_named(strange: Path) -> None:
    """A build publishes no draft, and says which there are with what each still lacks."""
    said = (strange / "said.txt").read_text("utf-8")
    assert "1 draft left out:" in said
    assert "articles/sketch.yml: still lacks" in said
    assert "date" in said
    assert not (strange / "site" / "articles" / "sketch").exists()
    assert "sketch" not in (strange / "site" / "index.html").read_text("utf-8")


def test_paragraphs_of_several_lines(strange: Path) -> None:
    """A paragraph is the lines between blank ones; what is kept as typed keeps its indents."""
    paragraphs = [node.text() for node in parse_page(strange / "site", "articles/verse").css("#text p")]
    assert paragraphs == [
        "A title of two lines\nwith its end",
        "    Roses are red,\n      violets blue.",
        "At the end\nof it.",
    ]


def test_any_layout_and_encoding_is_verified(strange: Path) -> None:
    """Blocks, verse and bytes that are no UTF-8 are told to be as they were received."""
    command = [sys.executable, ROOT / "scripts" / "verify.py", strange / "site"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert "\n8 articles, none differs; " in done.stdout
    assert "encoded in windows-1252" in parse_page(strange / "site", "articles/coins").css_first("dl").text()
    assert (strange / "site" / "articles" / "coins.txt").read_bytes() == COINS


def test_when_and_from_whom_it_was_received(strange: Path) -> None:
    """The page says among the facts how the file was received, and so do its JSON and its book."""
    facts = parse_page(strange / "site", "articles/coins").css_first("dl")
    assert "20 November 2026, from the owner's collection" in facts.text()
    assert facts.css_first("time[datetime='2026-11-20']")
    known = json.loads((strange / "site" / "articles" / "coins.json").read_text("utf-8"))
    assert known["received"]["from"] == "the owner's collection"
    with zipfile.ZipFile(strange / "site" / "articles" / "coins.epub") as book:
        chapter = book.read(next(name for name in book.namelist() if name.endswith("coins.xhtml"))).decode()
    assert hashlib.sha256(COINS).hexdigest() in chapter
    assert "<dd>20 November 2026, from the owner&#39;s collection</dd>" in chapter


def test_an_old_address_leads_on(strange: Path, chromium: Browser, serve: Callable[[Path], str]) -> None:
    """An old slug leads to the new one, also without JavaScript, and to the paragraph; no sitemap has it."""
    tree = parse_page(strange / "site", "articles/old-verse")
    assert tree.css_first("meta[http-equiv=refresh]").attributes["content"] == "0; url=../verse/"
    assert tree.css_first("main a[href='../verse/']")
    page = chromium.new_page(base_url=serve(strange / "site"))
    page.goto("/articles/old-verse/#p2")
    page.wait_for_url("**/articles/verse/#p2")
    page.close()
    sitemap = (strange / "site" / "sitemap.xml").read_text("utf-8")
    assert "/articles/verse/" in sitemap
    for slug in ("old-verse", "gone", "lost"):
        assert f"/articles/{slug}/" not in sitemap


def test_a_removed_article_says_so(strange: Path) -> None:
    """Its address says when and why, its old one leads there, and nothing else knows of it."""
    main = parse_page(strange / "site", "articles/gone").css_first("main")
    assert main.css_first("h1").text() == "A lost title"
    assert "This article was removed on 30 November 2026: at the wish of the publisher" in main.text()
    assert main.css_first("time[datetime='2026-11-30']")
    assert parse_page(strange / "site", "articles/lost").css_first("main a[href='../gone/']")
    site = strange / "site"
    ours = {site / "articles" / slug / "index.html" for slug in ("gone", "lost")}
    known = [path for path in site.rglob("*") if path.suffix in {".html", ".json", ".xml", ".csv", ".txt"}]
    naming = [str(path) for path in known if "articles/gone" in path.read_text("utf-8", "replace")]
    assert [path for path in naming if Path(path) not in ours and "files" not in path] == []


def test_other_printings_and_what_stood_there_are_shown(strange: Path) -> None:
    """A record says where else its text was printed and which text it replaces; both papers lead to it."""
    facts = parse_page(strange / "site", "articles/full").css_first("dl").text()
    assert "Also printed in" in facts
    assert "Courier inferred, 3 February 2022 inferred" in " ".join(facts.split())
    assert f"until 25 November 2026, a text stood here with the SHA-256 {'0' * 64}" in facts
    item = parse_page(strange / "site", ".").css_first("li[data-facets*=Courier]")
    assert "Mayor opens bridge" in item.text()


def test_texts_that_are_much_the_same_name_each_other(strange: Path) -> None:
    """Each of two such texts leads to the other."""
    for slug, other in (("long-1", "long-2"), ("long-2", "long-1")):
        tree = parse_page(strange / "site", f"articles/{slug}")
        assert "Much the same text" in tree.css_first("dl").text()
        assert tree.css_first(f"dl a[href='../{other}/']")


def test_an_empty_archive(empty: Path, chromium: Browser, serve: Callable[[Path], str]) -> None:
    """Without an article the home page says so, and the search finds nothing, as it should."""
    page = chromium.new_page(base_url=serve(empty / "site"))
    page.goto("/")
    expect(page.locator("main")).to_contain_text("There is no article yet.")
    page.goto("/search/?q=word")
    expect(page.locator("#search-status")).to_have_text("No article is found.")
    page.close()


def test_what_is_not_stated_is_shown_as_that(strange: Path) -> None:
    """A record of four keys makes a page on which all else is not stated."""
    tree = parse_page(strange / "site", "articles/least")
    assert [node.text() for node in tree.css("dl .basis")] == ["not stated"] * 6
    assert tree.css("time") == []
    # What is not the text: on a thousand articles each kilobyte is a megabyte.
    assert len((strange / "site" / "articles" / "least" / "index.html").read_bytes()) < 19_000
