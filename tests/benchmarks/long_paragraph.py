"""Searches texts that are one paragraph of half a megabyte and of one, and lands in them; prints the seconds.

Run as `python tests/benchmarks/long_paragraph.py`. Each step should take less than two seconds.
"""

import os
import random
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import quote_plus

sys.path[:0] = [
    str(Path(__file__).resolve().parents[1]),
    str(Path(__file__).resolve().parents[2] / "scripts"),
]

from benchmarks.counting_server import CountingServer
from conftest import copy_empty_project, mkdocs
from make import write_article
from playwright.sync_api import Page, sync_playwright

SIZES = (500_000, 1_000_000)
PHRASE = "lamplighter walked out to the lightship with a lantern"
WORDS = (
    "the of and to a in that was it on with as for his he at by is her had they were with out walked".split()
)


def make_text(size: int) -> str:
    """Return one line of so many characters, of frequent words, with a phrase near its end."""
    chance = random.Random(1)
    words = chance.choices([*WORDS, *(f"word{number}" for number in range(800))], k=size // 6)
    words.insert(len(words) * 9 // 10, PHRASE)
    return " ".join(words)


def measure(page: Page, address: str, slug: str, query: str) -> tuple[float, float, bool, bool]:
    """Return the seconds to the result and to the landing, and whether each shows what is looked for."""
    started = time.perf_counter()
    page.goto(f"{address}/search/?q={quote_plus(query)}&kind=letter&publication={slug}")
    link = page.locator(f"#search-results a[href$='/{slug}/#p1']")
    link.wait_for(timeout=600_000)
    found = time.perf_counter() - started
    is_shown = "lightship" in link.inner_text()
    started = time.perf_counter()
    link.click()
    page.locator("#p1 mark").first.wait_for(state="attached", timeout=600_000)
    is_seen = page.evaluate(
        """() => [...document.querySelectorAll("#p1 mark")].some((mark) => {
          const { top, bottom } = mark.getBoundingClientRect();
          return mark.textContent.includes("lightship") && top >= 0 && bottom <= innerHeight;
        })"""
    )
    return found, time.perf_counter() - started, is_shown, is_seen


def main() -> int:
    """Build a site of such texts, and print what each query takes; return 1 if one isn't shown or seen."""
    bad = 0
    flags = ["--no-sandbox"] if os.geteuid() == 0 else []
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        project = copy_empty_project(Path(folder, "project"))
        for size in SIZES:
            fact = {"value": f"n{size}", "basis": "inferred", "evidence": [{"source": "a benchmark"}]}
            write_article(project / "articles", f"n{size}", make_text(size), kind="letter", publication=fact)
        done = mkdocs(project, "build", "--strict")
        assert done.returncode == 0, done.stderr
        server = CountingServer(project / "site")
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM"), args=flags)
        for size in SIZES:
            for query in (PHRASE, f'"{PHRASE}"', "lightship"):
                page = browser.new_page()
                found, landed, is_shown, is_seen = measure(page, server.address, f"n{size}", query)
                seconds = f"found in {found:.2f} s, landed in {landed:.2f} s"
                print(f"{size:,} {query}: {seconds}, {is_shown=} {is_seen=}")
                bad += not (is_shown and is_seen)
                page.close()
        browser.close()
        server.shutdown()
    return 1 if bad else 0


if __name__ == "__main__":
    raise SystemExit(main())
