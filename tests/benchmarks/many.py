"""Asks one archive that searches many others beside its own, and counts what each query asks of them.

Run as `python tests/benchmarks/many.py [1 14 67 140]`.

Each archive holds a hundred made-up articles and has a port of its own on this machine, so that a request
takes no time to travel; `files`, `loaded` and the seconds are as in index.py, of all archives together.
"""

import json
import os
import shutil
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "scripts"), str(ROOT / "tests")]

from archive.search.index import INDEX, write_search_index
from archive.sources.article import sort_newest_first
from archive.sources.site import Site
from asking import build_asking_site, copy_bare_site
from benchmarks.counting_server import CountingServer
from benchmarks.index import ask, list_asked, pick_queries, to_article
from benchmarks.made_up import make_articles

ARTICLES = 100


def write_archives(count: int, shelf: Path) -> list[Path]:
    """Return the folders of so many archives with nothing but an index, the first with a search page, too."""
    made = make_articles(ARTICLES * count)
    folders = [shelf / str(number) for number in range(count)]
    for folder in folders:
        articles = sort_newest_first([to_article(article) for article in islice(made, ARTICLES)])
        write_search_index(articles, folder / INDEX, Site(f"Archive {folder.name}", "", ""))
    shutil.copytree(shelf / "bare", folders[0], dirs_exist_ok=True)
    return folders


def name_others(folder: Path, others: list[str]) -> None:
    """Let the archive of a folder search others beside its own."""
    path = folder / INDEX / "archive.json"
    known = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps(known | {"also": others}), "utf-8")


def measure(browser: Browser, folders: list[Path]) -> None:
    """Print what each query asks of these archives."""
    print(f"{len(folders)} archives")
    for kind, query in pick_queries().items():
        servers = [CountingServer(folder) for folder in folders]
        name_others(folders[0], [f"{server.address}/" for server in servers[1:]])
        seconds, said = ask(browser, servers[0], query)
        asked = [item for server in servers for item in list_asked(server)]
        loaded = sum(size for _, size in asked) / 1e3
        print(f"  {kind:16} {len(asked):5} files {loaded:8.1f} KB {seconds:6.2f} s  {said}", flush=True)
        for server in servers:
            server.shutdown()
            server.server_close()


def main() -> int:
    """Measure each number of archives that the command line names."""
    counts = [int(count) for count in sys.argv[1:]] or [1, 14, 67, 140]
    flags = ["--no-sandbox"] if os.geteuid() == 0 else []
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        shelf = copy_bare_site(build_asking_site(Path(name, "project")), Path(name))
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM"), args=flags)
        # Playwright's own event loop runs in this thread.
        with ThreadPoolExecutor() as pool:
            folders = pool.submit(write_archives, max(counts), shelf).result()
        for count in counts:
            measure(browser, folders[:count])
        browser.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
