"""What a reader does in Firefox and in WebKitGTK; in Chromium, the other tests do it."""

import os
import zipfile
from pathlib import Path

import pytest
from drivers import Reader, open_firefox, open_webkit

ARTICLE = "/articles/evanston-mayor-license-plate-cameras/"
BROWSERS = {"firefox": open_firefox, "webkit": open_webkit}


SHOWN = "[...document.querySelectorAll('#articles li')].filter((item) => item.checkVisibility()).length"
FOCUS = "document.activeElement.id"


def narrow_the_list(reader: Reader, address: str) -> None:
    """The list at home is narrowed by the keyboard; the choice stands in the address and keeps the focus."""
    reader.go(f"{address}/")
    assert reader.look(SHOWN) == 3
    reader.choose("select[name=person]", "Karen")
    reader.wait(f"{SHOWN} === 2")
    assert reader.look("location.search") == "?person=Karen+Bass"
    assert reader.look("document.activeElement.name") == "person"


def find_phrase(reader: Reader) -> None:
    """Open the dialog, search for a phrase, and follow the first find by the keyboard."""
    reader.see("#articles h3")
    reader.press("/")
    reader.see("dialog input")
    reader.type('"license plate"')
    # Before it, what half of the phrase finds may be seen.
    said = "document.querySelector('dialog #search-status')?.textContent"
    reader.wait(f"{said} === '1 article, 3 paragraphs'")
    assert reader.see("dialog .hits a").startswith("¶ 6")
    reader.press("ArrowDown")
    reader.press("ArrowDown")
    reader.press("Enter")
    assert reader.see("#text mark") == "license-plate"
    reader.wait(f"{FOCUS} === 'p6'")
    top = reader.look("document.querySelector('#text mark').getBoundingClientRect().top")
    assert 0 < top < reader.look("innerHeight") / 2


def go_from_home_to_a_paragraph(reader: Reader, address: str) -> None:
    """A phrase that is searched for from home lands on its paragraph, marked and in view."""
    reader.go(f"{address}/")
    find_phrase(reader)
    reader.click("#clear-marks")
    reader.wait("!document.querySelector('#text mark')")
    assert reader.look(FOCUS) == "p6"


def search(reader: Reader, address: str) -> None:
    """The search page finds what its address says, and its fields narrow it."""
    reader.go(f"{address}/search/?q=mayor")
    reader.wait("document.getElementById('search-status')?.textContent === '3 articles, 10 paragraphs'")
    reader.see("select[name=kind]")
    reader.choose("select[name=kind]", "opin")
    reader.wait("document.querySelectorAll('#search-results > li').length === 1")
    assert reader.look("document.activeElement.name") == "kind"


def choose_settings(reader: Reader, address: str) -> None:
    """The settings of an article open as a small box below their button, change the text, and stay chosen."""
    reader.go(f"{address}{ARTICLE}")
    size = "getComputedStyle(document.getElementById('text')).fontSize"
    before = reader.look(size)
    reader.click("[popovertarget]")
    reader.see("#reading-settings")
    box = reader.look("document.getElementById('reading-settings').getBoundingClientRect().toJSON()")
    assert box["width"] < 300
    assert box["height"] < 150
    reader.choose("select[name=size]", "larger")
    reader.wait(f"{size} !== '{before}'")
    reader.press("Escape")
    reader.wait("!document.getElementById('reading-settings').checkVisibility()")
    reader.go(f"{address}{ARTICLE}")
    assert reader.look(size) != before


def verify_and_copy(reader: Reader, address: str) -> None:
    """A copy is verified, and the link of a paragraph is what is pasted; what was pressed keeps the focus."""
    reader.go(f"{address}{ARTICLE}")
    reader.click("#verify")
    reader.wait("document.getElementById('verified').textContent.includes('character for character')")
    reader.click("#p3 > a")
    reader.click("#paragraph-tools button")
    reader.wait("document.querySelector('#paragraph-tools output').textContent === 'The link is copied.'")
    assert reader.look("document.activeElement.textContent") == "Copy link"
    reader.click(".archive-search-field input")
    reader.press("Control", "v")
    reader.wait(f"document.querySelector('dialog input')?.value.startsWith('{address}{ARTICLE}#p3')")


STEPS = [narrow_the_list, go_from_home_to_a_paragraph, search, choose_settings, verify_and_copy]


@pytest.mark.parametrize("browser", BROWSERS)
def test_all_that_a_reader_does(browser: str, address: str, site: Path, tmp_path: Path) -> None:
    """On the site, and by file:// in the offline edition, all works; a browser that can't be had is named."""
    with zipfile.ZipFile(site / "offline.zip") as packed:
        packed.extractall(tmp_path / "offline")
    (tmp_path / "home").mkdir()
    try:
        with BROWSERS[browser](tmp_path / "home") as reader:
            for step in STEPS:
                step(reader, address)
            reader.go(f"{(tmp_path / 'offline').as_uri()}/index.html")
            find_phrase(reader)
    except FileNotFoundError as missing:
        if "CI" in os.environ:
            raise
        pytest.skip(str(missing))
