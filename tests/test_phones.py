"""The site on a phone: what can be touched is apart from the rest, and nothing is wider than the screen."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from strange import LONG

WIDTH = 360
EDGE = 24
KINDS = [
    "/",
    "/articles/evanston-mayor-license-plate-cameras/",
    "/search/?q=mayor&kind=opinion",
    "/search/?q=mayor&show=lines",
    "/index/",
    "/index/people/karen-bass/",
    "/years/",
    "/years/2024/",
    "/about/",
    "/hosting/",
    "/scaling/",
    "/404.html",
]

# https://www.w3.org/TR/WCAG22/#target-size-minimum: what is smaller than 24 pixels has a circle of that size
# around its middle to itself, unless it stands in a sentence.
CROWDED = (Path(__file__).parent / "crowded.js").read_text("utf-8")


@pytest.fixture
def phone(chromium: Browser, address: str) -> Iterator[Page]:
    """Return a page of the real site on a phone."""
    page = chromium.new_page(base_url=address, viewport={"width": WIDTH, "height": 800}, has_touch=True)
    yield page
    page.close()


def test_targets(phone: Page) -> None:
    """What can be touched is large enough, or far enough from everything else; all begin at one edge."""
    crowded = {}
    for path in KINDS:
        phone.goto(path)
        assert phone.locator("h1").bounding_box()["x"] == EDGE, path
        if "?q=" in path:
            expect(phone.locator(".hits a, .lines a").first).to_be_visible()
        crowded[path] = phone.evaluate(CROWDED)
    phone.locator(".archive-search-icon").click()
    phone.keyboard.type("mayor")
    expect(phone.locator("dialog .hits a").first).to_be_visible()
    crowded["dialog"] = phone.evaluate(CROWDED)
    assert {path: found for path, found in crowded.items() if found} == {}


@pytest.fixture(scope="module")
def long_words(strange: Path, serve: Callable[[Path], str]) -> str:
    """Return the address of a site with articles whose every title, name, source and word is long."""
    return serve(strange / "site")


def test_nothing_is_wider_than_the_screen(chromium: Browser, long_words: str) -> None:
    """No title, name, address or word is so long that a page scrolls sideways, the dialog open or shut."""
    page = chromium.new_page(base_url=long_words, viewport={"width": WIDTH, "height": 800})
    page.goto("/index/")
    entries = page.locator("a.entry").evaluate_all("(links) => links.map((link) => link.href)")
    page.goto("/")
    articles = page.locator("#articles h3 a").evaluate_all("(links) => links.map((link) => link.href)")
    plain = ["/", "/index/", "/about/", "/hosting/", "/404.html"]
    searches = [f"/search/?q={LONG[:40]}*{more}" for more in ("&sort=date", "&show=lines", "%20nowhere")]
    wide = {}
    for path in [*plain, *searches, *entries, *articles]:
        page.goto(path)
        if "search" in path:
            expect(page.locator("#search-status")).to_contain_text("article")
        for details in page.locator("main details").all():
            details.evaluate("(one) => { one.open = true }")
        wide[path] = page.evaluate("document.documentElement.scrollWidth")
    page.goto("/about/")
    page.locator(".archive-search-icon").click()
    page.keyboard.type(LONG[:40])
    expect(page.locator("dialog .hits a").first).to_be_visible()
    wide["dialog"] = page.locator("dialog").evaluate("(one) => one.scrollWidth")
    page.close()
    assert {path: width for path, width in wide.items() if width > WIDTH} == {}


def test_letters_of_the_index(phone: Page) -> None:
    """The index begins with its letters, and each leads to the first entry that has it."""
    phone.goto("/index/")
    letters = phone.get_by_role("navigation", name="On this page")
    letters.get_by_role("link", name="T", exact=True).first.click()
    assert phone.url.endswith("#people-t")
    expect(phone.locator("li:target .entry")).to_have_text("Trump, Donald")
    expect(phone.locator("li:target")).to_be_in_viewport()
