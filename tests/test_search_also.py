"""An archive searches others beside its own: two on two ports, asked in a real Chromium."""

import json
import re
import shutil
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from archive.search.index import INDEX
from archive.sources.check_configuration import check_search_also
from archive.sources.site import Site, parse_site
from asking import build_asking_site, build_index, copy_bare_site, make_article, write_index
from conftest import Share, copy_project, mkdocs
from make import make_fact
from playwright.sync_api import Browser, Page, expect

OTHER_NAME = "Harbour <b>Papers</b>"


class Other:
    """Another archive on a port of its own, whose host lets others read its index, until it is shut down."""

    def __init__(self, folder: Path) -> None:
        """Serve a folder."""
        self.folder = folder
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_SharingHandler, directory=str(folder)))
        self.address = f"http://127.0.0.1:{self.server.server_port}/"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def shut_down(self) -> None:
        """Stop answering."""
        self.server.shutdown()
        self.server.server_close()


class _SharingHandler(SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        if self.path.startswith(f"/{INDEX}/"):
            self.send_header("Access-Control-Allow-Origin", "*")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing of each request."""


@pytest.fixture(scope="module")
def shelf(share: Share, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a bare site that was built to ask any port of this machine."""
    site = share("asking", build_asking_site) / "site"
    return copy_bare_site(site, tmp_path_factory.mktemp("shelf"))


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Other]:
    """Return what is asked of another archive, of twelve articles; its server is shut down in the end."""
    articles = [
        make_article(
            f"harbour-{number:02}",
            [f"The ferry number {number} leaves the harbour.", "Gulls cry at restaurants.", "Water. " * 1600],
            date=make_fact(f"200{number % 10}-05"),
            title=make_fact("A ferry at last" if number == 11 else f"Harbour {number}"),
            people=["Gulls"],
        )
        for number in range(12)
    ]
    write_index(tmp_path, articles, Site(OTHER_NAME, "", ""))
    found = Other(tmp_path)
    yield found
    found.shut_down()


@pytest.fixture
def page(chromium: Browser, shelf: Path, other: Other, serve: Callable[[Path], str]) -> Iterator[Page]:
    """Return a page of an archive of three articles that searches the other beside its own."""
    articles = [
        make_article(f"town-{number}", [text], date=make_fact(f"200{number}-06"), title=make_fact("Town"))
        for number, text in enumerate(["A ferry, a ferry.", "The mayor rests.", "A ferrying mayor."])
    ]
    site = Site("Town Archive", "", "", search_also=(other.address,))
    context = chromium.new_context(base_url=serve(build_index(shelf, articles, site)))
    errors: list[str] = []
    context.on("weberror", lambda error: errors.append(str(error.error)))
    yield context.new_page()
    context.close()
    assert errors == []


def test_finds_from_both(page: Page, other: Other) -> None:
    """What both archives have is one list, by one scale, each find with its archive; counts add up."""
    page.goto("/search/?q=ferry")
    expect(page.locator("#search-status")).to_contain_text("14 articles; the first 10 here")
    results = page.locator("#search-results > li")
    expect(results.first.locator("h2")).to_have_text("A ferry at last")
    expect(results.first.locator(".from")).to_have_text(f"In {OTHER_NAME}")
    links = results.first.get_by_role("link")
    assert [link.get_attribute("href") for link in links.all()] == [
        f"{other.address}articles/harbour-11/",
        f"{other.address}articles/harbour-11/#p1",
        other.address,
    ]
    # The word twice in a text is worth more than once, wherever.
    expect(results.nth(1).locator(".from")).to_have_text("In Town Archive")
    expect(page.locator("#search-help")).to_have_text("")
    page.get_by_role("button", name="More articles").click()
    expect(results).to_have_count(14)
    expect(page.locator(".search-ways summary")).to_have_text("Articles by year")


def test_facets_and_orders(page: Page) -> None:
    """Facets count the articles of both and narrow both; orders by date go through both."""
    page.goto("/search/?q=ferry&sort=oldest&year=2000&year=2002")
    expect(page.get_by_label("Year")).to_be_visible()
    years = page.get_by_label("Year").locator("option").all_text_contents()
    assert years[:3] == ["any", "2000 (3)", "2001 (3)"]
    titles = page.locator("#search-results h2")
    expect(titles).to_have_text(["Harbour 10", "Harbour 0", "Town", "Harbour 2", "Town"])
    page.goto("/search/?q=ferry&sort=date&year=2000&year=2002")
    expect(titles).to_have_text(["Town", "Harbour 2", "Town", "Harbour 0", "Harbour 10"])
    page.goto("/search/?person=Gulls")
    expect(page.locator("#search-status")).to_contain_text("12 articles")
    expect(page.locator("#search-help")).to_have_text("")
    page.goto("/search/?person=Nobody")
    expect(page.locator("#search-help")).to_have_text("Person: no article has “Nobody”.")


def test_a_whole_word_in_one_is_no_beginning_in_the_other(page: Page) -> None:
    """A word that one archive holds whole doesn't stand for others that begin with it in the other."""
    page.goto("/search/?q=rest")
    expect(page.locator("#search-status")).to_have_text("1 article, 1 paragraph")
    expect(page.locator("#search-help")).to_have_text("")
    page.goto("/search/?q=restau")
    expect(page.locator("#search-status")).to_contain_text("12 articles")
    page.goto("/search/?q=gull+mayo")
    expect(page.locator("#search-help")).to_contain_text("hold them alone: gull 12, mayo 2")
    page.goto("/search/?q=feryr")
    expect(page.locator("#search-help")).to_contain_text("The nearest words are: ferry")
    expect(page.locator("#search-instead > ol > li")).to_have_count(10)


def test_lines_say_which_archive(page: Page, other: Other, tmp_path: Path) -> None:
    """Lines in context are of both archives; as CSV, an article of another one has its whole address."""
    page.goto("/search/?q=ferry&show=lines&sort=oldest&to=2000")
    expect(page.locator("table.lines tbody tr")).to_have_count(4)
    expect(page.locator("table.lines td:last-child").first).to_contain_text(OTHER_NAME)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download as CSV").click()
    download.value.save_as(tmp_path / "lines.csv")
    written = (tmp_path / "lines.csv").read_text("utf-8")
    assert f"\n{other.address}articles/harbour-10/,2000-05,1," in written
    assert "\ntown-0,2000-06,1," in written


def test_one_that_does_not_answer(page: Page, other: Other) -> None:
    """An archive that is gone is named, from the beginning or amid a search; the rest is right."""
    page.goto("/search/?q=ferry")
    expect(page.locator("#search-results > li")).to_have_count(10)
    other.shut_down()
    page.get_by_role("button", name="More articles").click()
    help_ = page.locator("#search-help")
    said = "did not answer; its articles are not among these."
    expect(help_).to_have_text(f"{OTHER_NAME} {said}")
    expect(page.locator("#search-status")).to_have_text("2 articles, 2 paragraphs")
    page.goto("/search/?q=mayor")
    expect(help_).to_have_text(f"{other.address} {said}")
    expect(page.locator("#search-results > li")).to_have_count(2)


@pytest.mark.parametrize(
    "written",
    [
        "<!doctype html><title>A page for whatever is asked</title>",
        json.dumps({"form": 99, "name": "From the future", "folder": "x"}),
    ],
)
def test_one_with_an_index_of_another_form(page: Page, other: Other, written: str) -> None:
    """An archive whose index can't be read is named; the rest is right."""
    (other.folder / INDEX / "archive.json").write_text(written, "utf-8")
    page.goto("/search/?q=ferry")
    expect(page.locator("#search-help")).to_have_text(
        f"{other.address} has an index of another form; its articles are not among these."
    )
    expect(page.locator("#search-status")).to_have_text("2 articles, 2 paragraphs")


def test_one_whose_index_is_damaged(page: Page, other: Other) -> None:
    """An archive of which only some files are there is named; the rest is right."""
    shutil.rmtree(next((other.folder / INDEX).glob("*/texts")))
    page.goto("/search/?q=ferry")
    expect(page.locator("#search-help")).to_contain_text("did not answer; its articles are not among these.")
    expect(page.locator("#search-status")).to_have_text("2 articles, 2 paragraphs")


def test_addresses_are_checked(tmp_path: Path) -> None:
    """What is no address of http or https is refused at the build in a sentence, with the line."""
    good = ["https://example.org/a/", "http://[::1]:80", "http://localhost:8000/b"]
    assert list(check_search_also({"extra": {"search_also": good}})) == []
    for value in (["ftp://example.org/"], "https://example.org/", ["https://x/; script-src *"], [None]):
        ((said, _),) = check_search_also({"extra": {"search_also": value}})
        assert said.startswith("search_also must list addresses such as [https://")
    project = copy_project(tmp_path / "project")
    configuration = (project / "mkdocs.yml").read_text("utf-8")
    wrong = configuration.replace("extra:\n", "extra:\n  search_also: [ftp://example.org/]\n", 1)
    (project / "mkdocs.yml").write_text(wrong, "utf-8")
    done = mkdocs(project, "build", "--strict")
    assert done.returncode != 0
    assert re.search(r"mkdocs.yml:\d+: search_also must .*not 'ftp://example.org/'", done.stderr)
    assert "Traceback" not in done.stderr


def test_an_archive_does_not_ask_itself() -> None:
    """The same list may stand in each of several archives; each leaves itself out."""
    also = ["https://a.example/x", "https://a.example/y/", "https://a.example/y"]
    site = parse_site("A", "https://a.example/x/", "", {"search_also": also})
    assert site.other_archives == ["https://a.example/y/"]
