"""What a screen reader says of each kind of page, as kept in tests/golden/accessibility/.

`KEEP=1 scripts/test tests/test_screen_reader.py` keeps what is said now; read what has changed as a person
would hear it.
"""

import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

GOLDEN = Path(__file__).parent / "golden" / "accessibility"
KINDS = {
    "home": "/",
    "article": "/articles/evanston-mayor-license-plate-cameras/",
    "search": "/search/?q=%22license+plate%22",
    "index": "/index/",
    "entry": "/index/people/karen-bass/",
    "years": "/years/",
    "year": "/years/2024/",
    "about": "/about/",
    "404": "/404.html",
}


def check(page: Page, name: str, part: str = "body") -> None:
    """What is said of a part of a page is what is kept of it."""
    said = re.sub(r"http://127.0.0.1:\d+/", "/", page.locator(part).aria_snapshot()) + "\n"
    path = GOLDEN / f"{name}.yml"
    if "KEEP" in os.environ:
        path.write_text(said, "utf-8")
    assert said == path.read_text("utf-8")


@pytest.mark.parametrize("name", KINDS)
def test_page(page: Page, name: str) -> None:
    """A page is said as it is kept."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(KINDS[name])
    if name == "search":
        expect(page.locator("#search-results > li")).to_have_count(1)
    check(page, name)


def test_dialog(page: Page) -> None:
    """The dialog of the search is said as it is kept."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto("/404.html")
    page.keyboard.press("/")
    page.keyboard.type('"license plate"')
    expect(page.locator("dialog .hits a")).to_have_count(3)
    check(page, "dialog", "dialog")
