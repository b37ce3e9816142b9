"""Compares the search with Material's own and with Pagefind on made-up archives.

Run as `python tests/benchmarks/search.py [3 1000 10000]`.

The sites are built from the same texts; Pagefind indexes the pages of ours. A Chromium asks each for a
frequent word, a rare one, a name and a phrase. `cold` is the time from the first key to the first result in
a browser that has loaded nothing but the page, `warm` that of the next query; `loaded` counts every byte of
the search, compressed, after the page was there and up to the first result. What misses a bar has a sign.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests")]

from archive.search.index import INDEX
from benchmarks.counting_server import CountingServer
from benchmarks.made_up import MadeUp, make_articles
from conftest import copy_empty_project, mkdocs
from make import make_fact, write_article

ROUNDS = 3

# Where a round takes longer, one is enough, and then no other query is asked.
LONGEST = 10

# The most that the first result may take, cold and warm in seconds, and load in KB.
BARS = (1.2, 0.3, 80)


@dataclass(frozen=True)
class Engine:
    """How to ask one of the searches: on which page, by which key, in which field, and what a result is."""

    page: str
    key: str
    field: str
    result: str


OURS = Engine("/about/", "/", "dialog input[type=search]", "dialog #search-results > li")
MATERIALS = Engine("/article-00000/", "/", "input.md-search__input", ".md-search-result__item")
PAGEFIND = Engine("/pagefind.html", "Tab", ".pagefind-ui__search-input", ".pagefind-ui__result")

PAGEFIND_PAGE = """<!doctype html><title>Pagefind</title>
<link href="pagefind/pagefind-ui.css" rel="stylesheet">
<div id="search"></div><script src="pagefind/pagefind-ui.js"></script>
<script>new PagefindUI({ element: "#search", showImages: false })</script>"""


def write_ours(project: Path, articles: list[MadeUp]) -> None:
    """Write a project whose archive has these articles."""
    copy_empty_project(project)
    for article in articles:
        facts = {"title": article.title, "date": article.date, "publication": article.publication}
        write_article(
            project / "articles",
            article.slug,
            "\n\n".join(article.paragraphs),
            people=article.people,
            **{name: make_fact(value) for name, value in facts.items()},
        )


def build_ours(project: Path, articles: list[MadeUp]) -> None:
    """Build the archive with these articles."""
    write_ours(project, articles)
    done = mkdocs(project, "build", "--strict")
    assert done.returncode == 0, done.stderr


def write_materials(project: Path, articles: list[MadeUp]) -> None:
    """Write a stock Material project with the same texts and its own search."""
    (project / "docs").mkdir(parents=True)
    (project / "docs" / "index.md").write_text("# Home\n")
    (project / "mkdocs.yml").write_text(
        "site_name: Peer\ntheme: {name: material, font: false}\nplugins: [search]\n"
        "nav: [index.md]\nnot_in_nav: article-*.md\n"
    )
    for article in articles:
        text = "\n\n".join([f"# {article.title}", *article.paragraphs])
        (project / "docs" / f"{article.slug}.md").write_text(text)


def build_materials(project: Path, articles: list[MadeUp]) -> None:
    """Build a stock Material site with the same texts and its own search."""
    write_materials(project, articles)
    done = mkdocs(project, "build")
    assert done.returncode == 0, done.stderr


def add_pagefind(site: Path) -> None:
    """Add a page with Pagefind's own search to a site, and its index of all pages."""
    subprocess.run([sys.executable, "-m", "pagefind", "--site", site], check=True, capture_output=True)
    (site / PAGEFIND.page.strip("/")).write_text(PAGEFIND_PAGE)


def to_megabytes(*paths: Path) -> float:
    """Return the size of files and folders in MB."""
    files = [file for path in paths for file in ([path] if path.is_file() else path.rglob("*"))]
    return sum(file.stat().st_size for file in files if file.is_file()) / 1e6


def wait_for_first(page: Page, engine: Engine, query: str) -> float:
    """Type a query and return the seconds until its first result is on the page."""
    started = time.perf_counter()
    page.keyboard.insert_text(query[:-1])
    page.keyboard.press(query[-1])
    page.wait_for_function(
        """([selector, words]) => {
          const text = document.querySelector(selector)?.textContent.toLowerCase() ?? "";
          return words.some((word) => text.includes(word));
        }""",
        arg=[engine.result, query.lower().strip('"').split()],
        polling=5,
        timeout=120_000,
    )
    return time.perf_counter() - started


def ask(browser: Browser, site: Path, engine: Engine, query: str, after: str) -> tuple[float, float, float]:
    """Return seconds cold, seconds warm and kilobytes loaded for a query, and for another after it."""
    server = CountingServer(site)
    context = browser.new_context()
    page = context.new_page()
    page.goto(server.address + engine.page, wait_until="networkidle")
    before = server.sent
    opened = time.perf_counter()
    page.keyboard.press(engine.key)
    page.wait_for_selector(engine.field)
    opening = time.perf_counter() - opened
    cold = opening + wait_for_first(page, engine, query)
    loaded = (server.sent - before) / 1e3
    page.fill(engine.field, "")
    page.wait_for_timeout(500)
    warm = wait_for_first(page, engine, after)
    context.close()
    server.shutdown()
    server.server_close()
    return cold, warm, loaded


def measure(browser: Browser, name: str, site: Path, engine: Engine, queries: dict[str, str]) -> None:
    """Print a line for each query; of a search that takes too long, for the first alone."""
    words = list(queries.values())
    for index, (kind, query) in enumerate(queries.items()):
        rounds = [ask(browser, site, engine, query, words[index - 1])]
        is_slow = rounds[0][0] > LONGEST
        rounds += [
            ask(browser, site, engine, query, words[index - 1]) for _ in range(0 if is_slow else ROUNDS - 1)
        ]
        found = [statistics.median(values) for values in zip(*rounds, strict=True)]
        signs = [
            "!" if engine is OURS and value > bar else " " for value, bar in zip(found, BARS, strict=True)
        ]
        cold, warm, loaded = (f"{value:8.2f}{sign}" for value, sign in zip(found, signs, strict=True))
        print(f"{name:10} {kind:9} {cold} {warm} {loaded}", flush=True)
        if is_slow:
            break


def pick_queries(articles: list[MadeUp]) -> dict[str, str]:
    """Return a word that many articles have, the rarest long one, a name, and a phrase."""
    texts = (" ".join(article.paragraphs).lower().split() for article in articles)
    counts = Counter(word for text in texts for word in set(text))
    words = [word for word, _ in counts.most_common() if word.isalpha()]
    rare = next(word for word in reversed(words) if len(word) > 6)
    phrase = " ".join(articles[0].paragraphs[1].split()[3:7])
    return {"frequent": words[30], "rare": rare, "name": articles[0].people[0], "phrase": f'"{phrase}"'}


def compare(browser: Browser, count: int) -> None:
    """Build the sites and print what was measured."""
    articles = list(make_articles(count))
    with tempfile.TemporaryDirectory() as folder:
        ours, peer = Path(folder, "ours"), Path(folder, "peer")
        build_ours(ours, articles)
        build_materials(peer, articles)
        add_pagefind(ours / "site")
        index = {
            "ours": ours / "site" / INDEX,
            "Material": peer / "site" / "search",
            "Pagefind": ours / "site" / "pagefind",
        }
        sizes = ", ".join(f"{name} {to_megabytes(path):.1f} MB" for name, path in index.items())
        print(f"{count:,} articles; the index: {sizes}")
        print("                      cold, s  warm, s  loaded, KB")
        queries = pick_queries(articles)
        measure(browser, "ours", ours / "site", OURS, queries)
        measure(browser, "Pagefind", ours / "site", PAGEFIND, queries)
        measure(browser, "Material", peer / "site", MATERIALS, queries)


def main() -> int:
    """Compare at each size that the command line names."""
    sizes = [int(size) for size in sys.argv[1:]] or [3, 1_000, 10_000]
    flags = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM"), args=flags)
        for size in sizes:
            compare(browser, size)
        browser.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
