"""Strangers' texts, all at once: an archive of hostile articles, built and opened in a real browser."""

import itertools
import json
import os
import re
import resource
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from archive.sources.text import LARGEST_TEXT, MOST_LINES
from conftest import PATIENCE, ROOT, Share, build, copy_empty_project, open_watched
from hostile import NAMED, split
from lxml import etree
from make import write_article
from playwright.sync_api import Browser, expect
from strange import EVIL

# Planes with characters, 256 code points a line: https://www.unicode.org/roadmaps/
ROWS = [*range(0x340), *range(0xE00, 0xE02), 0xFFF, 0x10FF]


def to_row(row: int) -> str:
    """Return a row of code points, without those that no text or no line can hold."""
    points = range(row * 256, row * 256 + 256)
    return "".join(chr(point) for point in points if point not in {0, 10} and not 0xD800 <= point < 0xE000)


TEXTS = {
    "named": "\n".join(NAMED),
    "unicode": "\n".join(f"row {row:x} {to_row(row)} end" for row in ROWS),
    "one-line": "word " * 40_000 + "needle",
    "many-lines": "\n".join(f"Line {number} of many." for number in range(1, 10_001)),
    "front-matter": "---\ntitle: x\ntemplate: main.html\n---\n{% include 'main.html' %}\nTitle: x\n",
    "directions": "\u202eright to left\u202c \u05e9\u05dc\u05d5\u05dd (1) abc\n\u0645\u0631\u062d \u2067x\n",
}


@pytest.fixture(scope="module")
def project(share: Share) -> Path:
    """Return a project whose archive holds every hostile text, built."""

    def fill(project: Path) -> None:
        articles = copy_empty_project(project) / "articles"
        fact = {"value": EVIL, "basis": "inferred", "evidence": [{"source": EVIL, "note": EVIL}]}
        for slug, text in TEXTS.items():
            write_article(articles, slug, text, title=fact, publication=fact, subjects=[EVIL])
        build(project)

    return share("strangers", fill)


def test_in_the_browser(project: Path, chromium: Browser, serve: Callable[[Path], str]) -> None:
    """Every paragraph's textContent is its line, the last words are found, and no script of a text runs."""
    with open_watched(chromium, serve(project / "site")) as page:
        for slug, text in TEXTS.items():
            page.goto(f"/articles/{slug}/", timeout=PATIENCE * 1000)
            expect(page.locator("h1")).to_have_text(EVIL)
            # Lone code points that Unicode calls no characters travel as JSON escapes.
            read = "JSON.stringify([...document.querySelectorAll('#text p')].map((p) => p.textContent))"
            pairs = itertools.zip_longest(json.loads(page.evaluate(read)), split(text))
            assert [(slug, number) for number, (a, b) in enumerate(pairs, start=1) if a != b] == []
        for query, slug, number in (("needle", "one-line", 1), ('"line 9999 of many"', "many-lines", 9_999)):
            page.goto(f"/search/?q={query}")
            expect(page.locator(".hits a")).to_have_count(1, timeout=PATIENCE * 1000)
            assert page.locator(".hits a").get_attribute("href").endswith(f"/articles/{slug}/#p{number}")


# https://www.w3.org/TR/xml/#charsets
NOT_IN_XML = "[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"


def test_every_file_is_well_formed(project: Path) -> None:
    """Feeds, books, sitemap and data are read by parsers that forgive nothing; books are verbatim."""
    site = project / "site"
    for path in [*site.glob("*.xml"), site / "feed.xml"]:
        etree.parse(path, etree.XMLParser(huge_tree=True))
    for path in [*site.glob("*.json"), *site.glob("data/*.json"), *site.glob("articles/*.json")]:
        json.loads(path.read_text("utf-8"))
    for book in site.rglob("*.epub"):
        with zipfile.ZipFile(book) as packed:
            assert packed.testzip() is None
            for name in packed.namelist():
                if name.endswith((".xhtml", ".opf", ".ncx")):
                    tree = etree.fromstring(packed.read(name), etree.XMLParser(huge_tree=True))
                    shown = [(node.get("id"), node.text) for node in tree.iterfind(".//{*}p[@class='text']")]
                    assert shown == [
                        (f"p{number}", re.sub(NOT_IN_XML, "\ufffd", line))
                        for number, line in enumerate(
                            split(TEXTS.get(Path(name).stem, "") if "text/" in name else ""), start=1
                        )
                    ]
    command = [sys.executable, ROOT / "scripts" / "verify.py", site]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def build_pages(folder: Path, limit: int = resource.RLIM_INFINITY) -> subprocess.Popen[str]:
    """Start to build the pages of an archive; no file may grow beyond the limit in bytes."""
    options = ["--articles", folder / "articles", "--docs", folder / "docs"]
    return subprocess.Popen(
        [sys.executable, ROOT / "scripts" / "build_pages.py", *options],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY)),  # noqa: PLW1509
        stderr=subprocess.PIPE,
        text=True,
    )


def finish(process: subprocess.Popen[str]) -> tuple[int, str]:
    """Wait for a command; return its exit code and what it said of problems."""
    _, errors = process.communicate()
    return process.returncode, errors


# Aliases that double a list thirty times over.
BOMB = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 30))
LIMITS = {
    "large.txt": (b"x" * (LARGEST_TEXT + 1), "has 10,000,001 bytes; at most 10,000,000 are taken"),
    "long.txt": (b"x\n" * (MOST_LINES + 1), "has 200,001 lines; at most 200,000 are taken"),
    "heavy.yml": (b"# " + b"x" * 1_000_000, "has 1,000,002 bytes; at most 1,000,000 are taken"),
    "bomb.yml": (BOMB.encode(), "an alias (*name) is not allowed"),
}


def test_limits(tmp_path: Path) -> None:
    """What is too large, and a record that unfolds itself, is refused with its place."""
    (tmp_path / "articles").mkdir()
    for name, (data, _) in LIMITS.items():
        write_article(tmp_path / "articles", name[:-4], "x")
        (tmp_path / "articles" / name).write_bytes(data)
    status, errors = finish(build_pages(tmp_path))
    assert status == 1
    for name, (_, said) in LIMITS.items():
        assert re.search(rf"articles/{name}:\d+: {re.escape(said)}", errors), name
    assert "Traceback" not in errors
    assert not (tmp_path / "docs").exists()


def make_archive(folder: Path, word: str) -> None:
    """Write an archive of many articles, all of which hold the word."""
    (folder / "articles").mkdir(exist_ok=True)
    for number in range(60):
        write_article(folder / "articles", f"article-{number:03}", f"{word} {number}\n" * 20)


def read_pages(folder: Path) -> dict[str, bytes]:
    """Return every file below docs/."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_build_that_is_cut_short_leaves_whole_pages(tmp_path: Path) -> None:
    """On a full disk the old pages stay; after kill -9 each is old or new, whole; the next build mends."""
    make_archive(tmp_path, "old")
    assert finish(build_pages(tmp_path)) == (0, "")
    old = read_pages(tmp_path / "docs")
    make_archive(tmp_path, "new" * 100)
    status, errors = finish(build_pages(tmp_path, limit=4_000))
    assert status == 1
    assert "can't be written: File too large" in errors
    assert "Traceback" not in errors
    assert read_pages(tmp_path / "docs") == old
    make_archive(tmp_path, "new")
    process = build_pages(tmp_path)
    deadline = time.monotonic() + PATIENCE
    while read_pages(tmp_path / "docs") == old and process.poll() is None:
        assert time.monotonic() < deadline
    os.kill(process.pid, signal.SIGKILL)
    finish(process)
    killed = read_pages(tmp_path / "docs")
    assert finish(build_pages(tmp_path)) == (0, "")
    new = read_pages(tmp_path / "docs")
    assert [
        name for name in killed if ".new-" not in name and killed[name] not in {old[name], new[name]}
    ] == []
    assert new.keys() == old.keys()
    assert all(b"old 1" not in data for data in new.values())
