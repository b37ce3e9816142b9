"""What a screen reader says of each kind of page.

Home, and what an article has of its own, are said as kept in tests/golden/accessibility/; the rest by
rules, beside those of axe.
`KEEP=1 scripts/test tests/test_screen_reader.py` keeps what is said now; read what has changed as a person
would hear it.
"""

import itertools
import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

GOLDEN = Path(__file__).parent / "golden" / "accessibility"
KEPT = {"home": ("/", "body"), "article": ("/articles/evanston-mayor-license-plate-cameras/", "main")}
RULED = [
    "/search/?q=mayor",
    "/index/",
    "/index/people/karen-bass/",
    "/years/",
    "/years/2024/",
    "/about/",
    "/404.html",
]
CONTROLS = "link|button|searchbox|textbox|combobox|checkbox|radio|group|navigation|dialog"


def listen(page: Page, part: str = "body") -> str:
    """Return what is said of a part of a page."""
    return re.sub(r"http://127.0.0.1:\d+/", "/", page.locator(part).aria_snapshot()) + "\n"


@pytest.mark.parametrize("name", KEPT)
def test_as_kept(page: Page, name: str) -> None:
    """A page is said as it is kept."""
    page.set_viewport_size({"width": 1280, "height": 900})
    address, part = KEPT[name]
    page.goto(address)
    said = listen(page, part)
    path = GOLDEN / f"{name}.yml"
    if "KEEP" in os.environ:
        path.write_text(said, "utf-8")
    assert said == path.read_text("utf-8")


def test_by_rules(page: Page) -> None:
    """Each page has its landmarks once, headings that go down by one, and no control without a name."""
    for address in RULED:
        page.goto(address)
        if "?q=" in address:
            expect(page.locator("#search-results > li")).to_have_count(3)
        said = listen(page)
        for landmark in ("banner", "main", "contentinfo"):
            assert len(re.findall(rf"^ *- {landmark}:", said, re.MULTILINE)) == 1, (address, landmark)
        levels = [int(level) for level in re.findall(r'heading ".+" \[level=(\d)\]', said)]
        assert levels.count(1) == 1, address
        assert levels[0] == 1, address
        assert all(below - above <= 1 for above, below in itertools.pairwise(levels)), (address, levels)
        assert re.findall(rf"^ *- (?:{CONTROLS}):?$", said, re.MULTILINE) == [], address


def test_the_dialog(page: Page) -> None:
    """The dialog of the search has a name, says how many it found, and lists articles with paragraphs."""
    page.goto("/404.html")
    page.keyboard.press("/")
    page.keyboard.type('"license plate"')
    expect(page.locator("dialog .hits a")).to_have_count(3)
    said = listen(page, "dialog")
    assert re.match(r'- dialog ".+":', said)
    assert re.search(r"- status: 1 article, 3 paragraphs", said)
    assert re.search(r'- list.*:\n +- listitem:\n(?:.*\n)*? +- link ".*6', said), said
    assert re.findall(rf"^ *- (?:{CONTROLS}):?$", said, re.MULTILINE) == []
