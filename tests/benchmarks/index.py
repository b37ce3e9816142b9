"""Writes the search index of made-up archives by itself, and counts what each query asks of it.

Run as `python tests/benchmarks/index.py [1000 10000 100000]`.

The index is written from articles in memory, without records, pages or MkDocs; a search page is built once.
Then a Chromium that has loaded nothing asks: `files` are the files of the index that it loads until the
first results are there, `loaded` their bytes, compressed, `texts` how many of the files are articles.
"""

import os
import resource
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path
from urllib.parse import quote_plus

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests")]

from archive.search.index import INDEX, write_search_index
from archive.sources.article import Article, sort_newest_first
from archive.sources.fields import parse_fields
from archive.sources.record import Record
from archive.sources.text import parse_text
from asking import copy_bare_site
from benchmarks.counting_server import CountingServer
from benchmarks.made_up import MadeUp, make_articles
from benchmarks.search import to_megabytes
from conftest import copy_project, mkdocs
from make import SITE, make_fact, make_record

# Articles in which the words of the queries are counted.
COUNTED = 1_000

# The most frequent words are what "the" and "of" are in English.
FREQUENT, LESS_FREQUENT = 2, 400


def to_article(made: MadeUp) -> Article:
    """Return a made-up article as it is read from its files."""
    facts = {"title": made.title, "date": made.date, "publication": made.publication}
    data = "\n".join(made.paragraphs).encode()
    fields = {name: make_fact(value) for name, value in facts.items()}
    text, _ = parse_text(f"{made.slug}.txt", data)
    assert text.paragraphs
    plain = make_record(data, slug=made.slug, people=made.people, **fields)
    return Article(made.slug, data, text.paragraphs, parse_fields(Record, plain, text))


def pick_queries() -> dict[str, str]:
    """Return queries of each kind; the first articles are the same in an archive of any size."""
    articles = list(make_articles(COUNTED))
    texts = [" ".join(article.paragraphs).lower().replace(".", " ").split() for article in articles]
    words = [word for word, _ in Counter(word for text in texts for word in text).most_common()]
    rare = next(word for word in reversed(words) if len(word) > 6 and word.isalpha())
    pairs = Counter(pair for text in texts for pair in pairwise(text) if set(words[:20]).issuperset(pair))
    (first, second), _ = pairs.most_common(1)[0]
    at = texts[0].index(next(word for word in texts[0] if word in words[LESS_FREQUENT : 2 * LESS_FREQUENT]))
    return {
        "rare word": rare,
        "frequent word": words[FREQUENT],
        "two words": f"{words[LESS_FREQUENT]} {words[LESS_FREQUENT + 1]}",
        "name": articles[0].people[0],
        "phrase": f'"{" ".join(texts[0][at : at + 4])}"',
        "frequent phrase": f'"{first} {second}"',
    }


def ask(browser: Browser, server: CountingServer, query: str) -> tuple[float, str]:
    """Return the seconds until a query has its first results, and what the page says of them."""
    context = browser.new_context()
    page = context.new_page()
    started = time.perf_counter()
    page.goto(f"{server.address}/search/?q={quote_plus(query)}")
    page.wait_for_selector("#search-results[aria-busy=false]", state="attached", timeout=300_000)
    seconds = time.perf_counter() - started
    said = page.inner_text("#search-status")
    context.close()
    assert "article" in said, said
    return seconds, said


def list_asked(server: CountingServer) -> Iterator[tuple[str, int]]:
    """Yield each file of the index that was asked for, and its bytes as they were sent."""
    yield from ((path, size) for path, size in server.answers if path.startswith(f"/{INDEX}/"))


def measure(browser: Browser, count: int, shelf: Path) -> None:
    """Write the index of so many articles, and print what it costs and what each query loads."""
    articles = sort_newest_first([to_article(made) for made in make_articles(count)])
    site = shutil.copytree(shelf / "bare", shelf / str(count))
    started = time.perf_counter()
    # Playwright's own event loop runs in this thread.
    with ThreadPoolExecutor() as pool:
        pool.submit(write_search_index, articles, site / INDEX, SITE).result()
    seconds = time.perf_counter() - started
    del articles
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    folders = {name: list(site.glob(f"{INDEX}/*/{name}/*.json")) for name in ("words", "pairs", "texts")}
    print(f"{count:,} articles: index written in {seconds:.1f} s, {memory:,.0f} MB of memory")
    print(f"  all {to_megabytes(site / INDEX):.1f} MB", end="")
    for name, files in folders.items():
        print(f", {name} {len(files):,} files {to_megabytes(*files):.1f} MB", end="")
    print(f", facets {to_megabytes(*site.glob(f'{INDEX}/*/facets.json')):.2f} MB", flush=True)
    for kind, query in pick_queries().items():
        server = CountingServer(site)
        seconds, said = ask(browser, server, query)
        asked = list(list_asked(server))
        texts = sum("/texts/" in path for path, _ in asked)
        loaded = sum(size for _, size in asked) / 1e3
        print(f"  {kind:16} {len(asked):4} files  {texts:4} texts {loaded:8.1f} KB {seconds:6.2f} s  {said}")
        server.shutdown()
        server.server_close()
    sys.stdout.flush()


def main() -> int:
    """Measure each size that the command line names."""
    sizes = [int(size) for size in sys.argv[1:]] or [1_000, 10_000, 100_000]
    flags = ["--no-sandbox"] if os.geteuid() == 0 else []
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        project = copy_project(Path(folder, "project"))
        done = mkdocs(project, "build", "--strict")
        assert done.returncode == 0, done.stderr
        shelf = copy_bare_site(project / "site", Path(folder))
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM"), args=flags)
        for size in sizes:
            measure(browser, size, shelf)
        browser.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
