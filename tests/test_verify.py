"""A copy is verified, by command and in the browser; one that was tampered with is told from a true one."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import ROOT
from playwright.sync_api import Browser, Page, expect

SLUG = "los-angeles-sanctuary-city-ordinance"


def verify(source: Path | str) -> subprocess.CompletedProcess[str]:
    """Run the command."""
    command = [sys.executable, str(ROOT / "scripts" / "verify.py"), str(source)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture
def copy(site: Path, tmp_path: Path) -> Path:
    """Return a copy of the built site that a test may tamper with."""
    return Path(shutil.copytree(site, tmp_path / "copy"))


def test_a_true_copy(site: Path, address: str) -> None:
    """The site as built is verified, from its folder and from its address."""
    for source in (site, address):
        done = verify(source)
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.splitlines()[-1] == "3 articles, none differs"


def test_sums_are_read_by_others(site: Path) -> None:
    """`sha256sum -c` passes on the built site."""
    done = subprocess.run(
        ["sha256sum", "-c", "SHA256SUMS"], cwd=site, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0
    assert done.stdout.count(": OK") == 3


def tamper(path: Path, old: str, new: str) -> None:
    """Change a file."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_tampered(copy: Path) -> None:
    """Another word in the original, another word in a page, a page that is gone: each is said."""
    tamper(copy / "articles" / f"{SLUG}.txt", "urgency", "patience")
    tamper(copy / "articles" / "los-angeles-mayor-video-on-ice" / "index.html", "gleefully", "sadly")
    (copy / "articles" / "evanston-mayor-license-plate-cameras" / "index.html").unlink()
    done = verify(copy)
    assert done.returncode == 1
    assert f"articles/{SLUG}.txt: the original's SHA-256 is" in done.stdout
    assert "paragraph 6 of the page differs from the original" in done.stdout
    assert "ice.txt: paragraph 1 of the page differs from the original" in done.stdout
    assert "cameras.txt: can't be read" in done.stdout
    assert done.stdout.splitlines()[-1] == "3 articles, 3 differ"


def test_nothing_to_verify(tmp_path: Path) -> None:
    """A folder that is no archive gives exit code 2 and says why."""
    done = verify(tmp_path)
    assert done.returncode == 2
    assert "has no SHA256SUMS that can be read" in done.stderr


def test_in_the_browser(page: Page) -> None:
    """The button says that the file has its SHA-256, and that every paragraph is a line of it."""
    page.goto(f"/articles/{SLUG}/")
    page.get_by_role("button", name="Verify this copy").click()
    expect(page.locator("#verified")).to_contain_text("has the SHA-256 that its record gives")
    expect(page.locator("#verified")).to_contain_text("The 12 paragraphs of this page are the lines of")


def test_tampered_in_the_browser(chromium: Browser, copy: Path, serve: Callable[[Path], str]) -> None:
    """The button says just as plainly what differs."""
    tamper(copy / "articles" / f"{SLUG}.txt", "urgency", "patience")
    page = chromium.new_page(base_url=serve(copy))
    page.goto(f"/articles/{SLUG}/")
    page.get_by_role("button", name="Verify this copy").click()
    expect(page.locator("#verified")).to_contain_text("The original file differs from its record")
    expect(page.locator("#verified")).to_contain_text(
        "The page differs from the original file in paragraph 6."
    )
    (copy / "articles" / f"{SLUG}.txt").unlink()
    page.get_by_role("button", name="Verify this copy").click()
    expect(page.locator("#verified")).to_contain_text("could not be verified: the server answered 404")
    page.close()
