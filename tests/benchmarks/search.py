"""Compares the search with Material's own on made-up archives.

Run as `python tests/benchmarks/search.py [3 1000 10000]`.

For each size both sites are built from the same texts, and a Chromium asks both for a frequent word, a
rare one and a name. `cold` is the time from the first key to the first result in a browser that has
loaded nothing but the page, `warm` that of the next query; `loaded` counts every byte of page and
search, compressed, up to the first result.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests")]

from archive.search.index import INDEX, write_search_index
from archive.sources.article import sort_newest_first
from archive.sources.read_articles import read_articles
from benchmarks.counting_server import CountingServer
from benchmarks.made_up import MadeUp, make_articles
from conftest import copy_empty_project, mkdocs
from make import SITE, make_fact, write_article

ROUNDS = 3


@dataclass(frozen=True)
class Engine:
    """How to ask one of the two searches."""

    page: str
    key: str
    field: str
    result: str


OURS = Engine("/about/", "/", "dialog input[type=search]", "dialog #search-results > li")
MATERIALS = Engine("/article-00000/", "/", "input.md-search__input", ".md-search-result__item")


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
        arg=[engine.result, query.lower().split()],
        polling=5,
        timeout=120_000,
    )
    return time.perf_counter() - started


def ask(browser: Browser, site: Path, engine: Engine, query: str, after: str) -> tuple[float, float, float]:
    """Return seconds cold, seconds warm and kilobytes loaded for a query, and for another after it."""
    server = CountingServer(site)
    context = browser.new_context()
    page = context.new_page()
    page.goto(server.address + engine.page, wait_until="load")
    opened = time.perf_counter()
    page.keyboard.press(engine.key)
    page.wait_for_selector(engine.field)
    opening = time.perf_counter() - opened
    cold = opening + wait_for_first(page, engine, query)
    loaded = server.sent / 1e3
    page.fill(engine.field, "")
    page.wait_for_timeout(500)
    warm = wait_for_first(page, engine, after)
    context.close()
    server.shutdown()
    server.server_close()
    return cold, warm, loaded


def measure(
    browser: Browser, name: str, site: Path, engine: Engine, queries: dict[str, str]
) -> dict[str, float]:
    """Print a line for each query and return the median seconds cold of each."""
    found = {}
    words = list(queries.values())
    for index, (kind, query) in enumerate(queries.items()):
        rounds = [ask(browser, site, engine, query, words[index - 1]) for _ in range(ROUNDS)]
        cold, warm, loaded = (statistics.median(values) for values in zip(*rounds, strict=True))
        print(f"  {name:9} {kind:9} cold {cold:6.2f} s  warm {warm * 1000:5.0f} ms  loaded {loaded:7.0f} KB")
        found[kind] = cold
    return found


def time_indexing(project: Path) -> tuple[float, float]:
    """Return the seconds that our index takes, and Pagefind's own command on the built pages."""
    articles = sort_newest_first(read_articles(project / "articles")[0])
    started = time.perf_counter()
    # Playwright's own event loop runs in this thread.
    with ThreadPoolExecutor() as pool:
        pool.submit(write_search_index, articles, project / "site" / INDEX, SITE).result()
    ours = time.perf_counter() - started
    started = time.perf_counter()
    command = [sys.executable, "-m", "pagefind", "--site", "site", "--output-path", str(project / "peer")]
    subprocess.run(command, cwd=project, check=True, capture_output=True)
    return ours, time.perf_counter() - started


def pick_queries(articles: list[MadeUp]) -> dict[str, str]:
    """Return a word that many articles have, the rarest long one, and a name."""
    texts = (" ".join(article.paragraphs).lower().split() for article in articles)
    counts = Counter(word for text in texts for word in set(text))
    words = [word for word, _ in counts.most_common() if word.isalpha()]
    rare = next(word for word in reversed(words) if len(word) > 6)
    return {"frequent": words[30], "rare": rare, "name": articles[0].people[0]}


def compare(browser: Browser, count: int) -> None:
    """Build both sites and print what was measured."""
    articles = list(make_articles(count))
    with tempfile.TemporaryDirectory() as folder:
        ours, peer = Path(folder, "ours"), Path(folder, "peer")
        build_ours(ours, articles)
        build_materials(peer, articles)
        seconds, command = time_indexing(ours)
        print(f"{count} articles")
        sizes = to_megabytes(ours / "site" / INDEX), to_megabytes(peer / "site" / "search")
        print(f"  index     ours {sizes[0]:.1f} MB, Material's {sizes[1]:.1f} MB")
        ratio = seconds / command
        print(f"  indexing  ours {seconds:.2f} s, Pagefind's command {command:.2f} s, ratio {ratio:.2f}")
        queries = pick_queries(articles)
        cold = measure(browser, "ours", ours / "site", OURS, queries)
        peers = measure(browser, "Material's", peer / "site", MATERIALS, queries)
        ratios = ", ".join(f"{kind} 1/{peers[kind] / cold[kind]:.1f}" for kind in queries)
        print(f"  cold, ours to Material's: {ratios}", flush=True)


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
