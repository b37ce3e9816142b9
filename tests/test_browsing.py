"""Browsing few articles and many, in a real Chromium: time, years, names, and the way back."""

from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path

import pytest
from archive.pages.home_page import LONGEST_HOME, NEWEST
from conftest import Share, build, copy_empty_project
from make import make_fact, write_article
from playwright.sync_api import Browser, Page, expect

PLACES = "elements => elements.map(element => element.getBoundingClientRect().toJSON())"
PEOPLE = [f"{letter}o Doe" for letter in "ABCDEFGH"]
OPENING = "A sentence that is as long as such sentences are, so that it takes more than one line. " * 3


def build_many(project: Path, count: int) -> None:
    """Build a site of so many articles, each of which names the same persons."""
    copy_empty_project(project)
    for number in range(count):
        write_article(
            project / "articles",
            f"a-{number:03}",
            f"{OPENING}\n" + "\n".join([" and ".join(PEOPLE)] * 12),
            title=make_fact(f"What was said of number {number}"),
            people=PEOPLE,
            date=make_fact(f"{1990 + 8 * number % 35}-{1 + number % 12:02}-{1 + number % 28:02}"),
        )
    build(project)


@pytest.fixture(scope="module")
def few(share: Share, serve: Callable[[Path], str]) -> str:
    """Return the address of a site of fifteen articles."""
    return serve(share("few", lambda project: build_many(project, 15)) / "site")


@pytest.fixture(scope="module")
def many(share: Share, serve: Callable[[Path], str]) -> str:
    """Return the address of a site of more articles than the home page lists."""
    return serve(share("many", lambda project: build_many(project, LONGEST_HOME + 1)) / "site")


@pytest.fixture
def reader(chromium: Browser) -> Iterator[Page]:
    """Return a page without JavaScript: to browse needs none."""
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


def test_the_first_articles_are_seen_at_once(reader: Page, few: str) -> None:
    """Of fifteen articles two are whole on a screen of 1280 by 800 pixels; no dot covers another."""
    reader.goto(few)
    expect(reader.locator(".timeline circle")).to_have_count(15)
    boxes = [box for item in reader.locator("#articles .incipit").all()[:2] if (box := item.bounding_box())]
    assert [box["y"] + box["height"] <= 800 for box in boxes] == [True, True]
    for width in (320, 360, 768, 1280):
        reader.set_viewport_size({"width": width, "height": 800})
        dots = reader.locator(".timeline .target").evaluate_all(PLACES)
        for one, other in combinations(dots, 2):
            assert max(abs(one["x"] - other["x"]), abs(one["y"] - other["y"])) >= 23.5, (width, one, other)


def test_bars_lead_to_years(reader: Page, many: str) -> None:
    """A bar leads to its year, a year to those beside it, and each to all years."""
    reader.goto(many)
    expect(reader.locator("#articles li")).to_have_count(NEWEST)
    reader.locator(".timeline a", has_text="2001: 2").click()
    reader.wait_for_url("**/years/2001/")
    expect(reader.locator(".articles > li")).to_have_count(2)
    reader.get_by_role("link", name="2002").first.click()
    reader.wait_for_url("**/years/2002/")
    reader.get_by_role("link", name="Years").first.click()
    reader.wait_for_url("**/years/")
    expect(reader.locator(".years a")).to_have_count(35)


def test_years_stand_before_or_beside(reader: Page, many: str) -> None:
    """The links to years begin no lower than the newest articles."""
    reader.goto(many)
    for width in (360, 768, 1280, 1920):
        reader.set_viewport_size({"width": width, "height": 800})
        (years,) = reader.locator(".home-years").evaluate_all(PLACES)
        (newest,) = reader.locator("#articles").evaluate_all(PLACES)
        assert years["y"] <= newest["y"]
        assert years["bottom"] <= newest["y"] or years["x"] >= newest["right"]
        assert reader.evaluate("document.documentElement.scrollWidth") <= width


def test_names_shared_by_many(reader: Page, many: str) -> None:
    """A handful of names is open beside an article, the rest in one; an entry leads to its years."""
    reader.goto(f"{many}/articles/a-007/")
    expect(reader.locator(".others > details")).to_have_count(6)
    last = reader.locator(".others > details").last
    expect(last.locator("> summary")).to_have_text("3 more names")
    last.locator("> summary").click()
    last.locator("details summary").first.click()
    last.get_by_role("link", name="All 101 articles").first.click()
    reader.wait_for_url("**/index/people/**")
    reader.locator(".years a", has_text="1994").click()
    reader.wait_for_url("**/#1994")
    expect(reader.locator("h2:target")).to_have_text("1994")


def test_paragraph_numbers_stay_together(reader: Page, few: str) -> None:
    """The sign is never apart from the first number; numbers that fit into one line stand in one."""
    reader.goto(f"{few}/index/")
    for width in (320, 360, 600, 1280):
        reader.set_viewport_size({"width": width, "height": 800})
        for span in reader.locator(".paragraphs").all()[:4]:
            links = span.locator("a").evaluate_all(PLACES)
            assert len(links) == 12
            # A sign that stood in a line of its own would make its link higher.
            assert len({round(link["height"]) for link in links}) == 1
            (around,) = span.locator("xpath=ancestor::li[1]").evaluate_all(PLACES)
            if sum(link["width"] + 6 for link in links) < around["width"]:
                assert len({round(link["y"]) for link in links}) == 1


def test_back_keeps_what_narrows_the_list(page: Page) -> None:
    """Back from an article leads to the list as it was narrowed."""
    page.goto("/")
    page.get_by_label("Person").select_option("Karen Bass")
    expect(page.locator("#articles li:visible")).to_have_count(2)
    page.locator("#articles li:visible h3 a").first.click()
    page.wait_for_url("**/articles/**")
    page.go_back()
    expect(page.get_by_label("Person")).to_have_value("Karen Bass")
    expect(page.locator("#articles li:visible")).to_have_count(2)
