"""A copy made by a crawler that knows nothing of the site works elsewhere; what can't be loaded is named."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import open_watched
from playwright.sync_api import Browser, expect

ARTICLE = "/articles/evanston-mayor-license-plate-cameras/"


@pytest.fixture(scope="module")
def mirror(address: str, serve: Callable[[Path], str], tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the address of a copy of the site, on another port and below a path."""
    if not shutil.which("wget") and "CI" not in os.environ:
        pytest.skip("wget is missing: install it so that the command wget is found.")
    folder = tmp_path_factory.mktemp("mirror")
    # By another name than the site gives itself, which would lead to another port.
    named = address.replace("127.0.0.1", "localhost")
    options = ["--quiet", "--no-proxy", "--mirror", "--page-requisites", "--convert-links"]
    done = subprocess.run(["wget", *options, named], cwd=folder, check=False)
    assert done.returncode == 0
    (host,) = folder.iterdir()
    return f"{serve(folder)}/{host.name}"


def test_mirror(mirror: str, chromium: Browser) -> None:
    """In a mirror the list narrows, the search finds and lands, and verify compares; no request fails."""
    with open_watched(chromium, mirror) as page:
        page.goto(f"{mirror}/")
        page.get_by_label("Person").select_option("Karen Bass")
        expect(page.locator("#articles li:visible")).to_have_count(2)
        page.keyboard.press("/")
        page.keyboard.type('"license plate"')
        page.locator("dialog .hits a").first.click()
        expect(page.locator("#p6 mark")).to_be_visible()
        page.get_by_role("button", name="Verify this copy").click()
        expect(page.locator("#verified")).to_contain_text("character for character")
        page.goto(f"{mirror}/search/?q=mayor&kind=opinion")
        expect(page.locator("#search-results > li")).to_have_count(1)
        expect(page.locator(".not-yet")).to_have_count(0)


def test_what_cannot_be_loaded_is_named(chromium: Browser, address: str) -> None:
    """Where a script is missing, the search page, the dialog and verify say so."""
    page = chromium.new_page(base_url=address)
    for script in ("**/search/search.js", "**/verify.js"):
        page.route(script, lambda route: route.abort())
    page.goto("/search/?q=mayor")
    expect(page.get_by_text("The search could not be loaded.")).to_be_visible()
    page.goto(ARTICLE)
    page.get_by_role("button", name="Verify this copy").click()
    expect(page.get_by_text("What verifies a copy could not be loaded.")).to_be_visible()
    page.keyboard.press("/")
    expect(page.locator("dialog").get_by_text("The search could not be loaded.")).to_be_visible()
    page.close()


def test_scripts_that_never_run(chromium: Browser, site: Path, tmp_path: Path) -> None:
    """A copy that is kept without its scripts says after a while that it can't be searched."""
    copy = shutil.copytree(site, tmp_path / "copy", ignore=shutil.ignore_patterns("*.js"))
    page = chromium.new_page()
    page.goto((copy / "search" / "index.html").as_uri())
    box = page.locator(".not-yet")
    expect(box).to_have_css("visibility", "hidden")
    # The while is over.
    box.evaluate("(box) => box.getAnimations().forEach((animation) => animation.finish())")
    expect(box).to_have_css("visibility", "visible")
    page.close()
