"""A fork of one's own, with another name, language, logo, page and texts, keeps the contract."""

import hashlib
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import material
import pytest
from conftest import ROOT, Share, Watch, build, copy_empty_project, mkdocs
from make import make_fact, parse_page, read_cases, write_article
from playwright.sync_api import Browser, expect

# What any site must hold, asked here of the fork.
from test_site import (  # noqa: F401
    test_every_link_leads_somewhere,
    test_every_page_describes_itself,
    test_nothing_is_loaded_from_elsewhere,
)

THEME = ROOT / "docs" / "theme"
LINES = ["Der Bürgermeister eröffnet die Brücke.", "Viele kamen.", "Es regnete <stark>."]


def write_fork(project: Path) -> None:
    """Make a fork as its owner does, over the mkdocs.yml that is here."""
    copy_empty_project(project)
    (project / "base.yml").write_bytes((ROOT / "mkdocs.yml").read_bytes())
    shutil.copytree(ROOT / "tests" / "fork", project, dirs_exist_ok=True)
    for name, lines in {"eins": LINES, "zwei": ["Die Brücke ist zu.", LINES[2]]}.items():
        facts = {"title": make_fact(f"Text {name}"), "date": make_fact(f"202{len(lines)}")}
        write_article(project / "articles", name, "\n\n".join(lines), language="de", **facts)


@pytest.fixture(scope="module")
def site(share: Share) -> Path:
    """Return the built site of the fork."""

    def fill(project: Path) -> None:
        write_fork(project)
        build(project)

    return share("fork", fill) / "site"


def test_a_fork_keeps_the_contract(site: Path) -> None:
    """Its texts are verbatim, its names, logo, page, table and announcement its own, its words German."""
    tree = parse_page(site, "articles/eins")
    assert [p.text() for p in tree.css("#text p")] == LINES
    assert tree.css_first("h1").text() == "Text eins"
    assert tree.css_first("title").text() == "Text eins · Brückenarchiv"
    assert tree.css_first("html").attributes["lang"] == "de"
    assert tree.css_first(".md-logo img").attributes["src"].endswith("assets/logo.svg")
    for address in ("articles/eins", "rechte"):
        assert parse_page(site, address).css_first(".md-banner").text().strip() == "Neu: zehn Texte"
    assert [node.text() for node in parse_page(site, "rechte").css("td")] == ["1", "2"]
    assert (site / "articles" / "eins.txt").read_text("utf-8") == "\n\n".join(LINES)
    assert parse_page(site, "rechte").css_first("title").text() == "Rechte · Brückenarchiv"
    assert "Suche" in tree.css_first(".md-tabs").text()


def test_a_fork_is_whole(site: Path) -> None:
    """What reads mkdocs.yml without MkDocs reads what it inherits, and each file has its sum."""
    for command in (["scripts/build_pages.py"], ["scripts/verify.py", "site"]):
        done = subprocess.run(
            [sys.executable, *command], cwd=site.parent, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr


def test_a_fork_is_searched(site: Path, chromium: Browser, serve: Callable[[Path], str]) -> None:
    """A search in a fork leads to the paragraph, and nothing violates the policy."""
    address = serve(site)
    context = chromium.new_context(base_url=address)
    watch = Watch(context, address)
    page = context.new_page()
    page.goto("/search/?q=regnete")
    expect(page.locator("#search-results > li")).to_have_count(2)
    page.locator("#search-results a[href$='eins/#p3']").click()
    expect(page.locator("#p3 mark")).to_have_text("regnete")
    context.close()
    assert watch.seen == []


CASES = read_cases("blocked")


def test_what_cannot_be_had_is_said(project: Path) -> None:
    """All that mkdocs.yml can't have here is said at once, each at its line, and nothing is built."""
    configuration = project / "mkdocs.yml"
    written = configuration.read_text("utf-8")
    for old, new, _ in CASES["settings"]:
        assert old in written
        written = written.replace(old, new)
    configuration.write_text(written, "utf-8")
    done = mkdocs(project, "build", "--strict")
    assert done.returncode != 0
    for _, _, said in CASES["settings"]:
        (line,) = [line for line in done.stderr.splitlines() if said in line]
        number = int(line.split(":")[1])
        word = said.split()[2] if said.startswith("the ") else said.split()[0].rstrip(":")
        assert word in written.splitlines()[number - 1], line
    assert "Traceback" not in done.stderr


def test_what_the_policy_blocks_is_said(project: Path) -> None:
    """A strict build ends at all that pages and styles load and the policy blocks, and says what to do."""
    configuration = project / "mkdocs.yml"
    written = configuration.read_text("utf-8").replace(
        "script-src 'self'", "script-src 'self' https://ok.example"
    )
    written = written.replace("not_in_nav: |", "not_in_nav: |\n  /own.md")
    written = written.replace("extra:\n", "extra:\n  analytics: {provider: google, property: G-1}\n")
    written = written.replace("extra_css:", "extra_javascript: [https://cdn.example/x.js]\nextra_css:")
    configuration.write_text(written.replace("copyright: ", "copyright: <a href='/no/'>x</a> "), "utf-8")
    (project / "docs" / "own.md").write_text("# Own\n\n" + "\n\n".join(CASES["pages"]), "utf-8")
    with (project / "docs" / "assets" / "archive.css").open("a") as sheet:
        sheet.write('@font-face { font-family: x; src: url("https://font.example/x.woff2") }')
    text = 'style="x" onclick=1 .src="https://no.example/" <img src=https://no.example/>'
    write_article(project / "articles", "told", text)
    done = mkdocs(project, "build", "--strict")
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    for said in filter(None, CASES["pages"].values()):
        assert f"own.md: {said}" in done.stderr
    for said in (
        "https://www.googletagmanager.com/gtag/js",
        "more: the policy keeps https://cdn.example/x.js",
    ):
        assert said in done.stderr
    assert "assets/archive.css: the policy keeps https://font.example/x.woff2 from readers" in done.stderr
    assert "copyright links /no/, which isn't there" in done.stderr
    assert "ok.example" not in done.stderr
    assert "no.example" not in done.stderr


def test_a_partial_of_ones_own_is_drawn_on_each_page(project: Path) -> None:
    """What is drawn once for many pages is so only where it is Material's: an owner's may name the page."""
    (project / "docs" / "theme" / "partials" / "top.html").write_text(
        "<i id=own>{{ page.title }}</i>", "utf-8"
    )
    site = build(project)
    for page in (site / "articles").glob("*/index.html"):
        tree = parse_page(page.parent, "")
        assert tree.css_first("#own").text() == tree.css_first("h1").text()


# Material's own files in whose place ours stand, as they were in 9.8.2, when ours were last compared.
TAKEN = {
    "partials/header.html": "8cf3fb15bcf969ff596649616fd99366b3c31c08d57a86d05308efc16d8fa75f",
    "partials/source.html": "6847616d67be4920d39c278c2799bf20222bbc02ee2a8393aca85e3eaa518752",
}
FREE = {"404.html", "main.html"}


def test_what_was_taken_from_material_is_as_it_was() -> None:
    """Each of our templates in the place of Material's follows the one that is installed.

    If this fails after an update: compare Material's file with its older version, let ours follow, and write
    the new sum here.
    """
    theirs = Path(material.__path__[0], "templates")
    paths = [path.relative_to(THEME).as_posix() for path in THEME.rglob("*.html")]
    found = {
        path: hashlib.sha256((theirs / path).read_bytes()).hexdigest()
        for path in paths
        if (theirs / path).is_file() and path not in FREE
    }
    assert found == TAKEN
