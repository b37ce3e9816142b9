"""MkDocs alone is enough: it builds the pages, says what is wrong, and sees an edit."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from conftest import PATIENCE, mkdocs
from playwright.sync_api import Browser, expect

RECORD = "articles/002_a4dbe7d91adb180d.yml"
ARTICLE = "articles/evanston-mayor-license-plate-cameras"


def test_problems_stop_the_build(project: Path) -> None:
    """A bad record stops the build with its line, without a traceback, and no page is written."""
    record = project / RECORD
    record.write_text(record.read_text().replace("kind: news commentary", "kind: rumour"))
    done = mkdocs(project, "build", "--strict")
    assert done.returncode != 0
    assert f"{RECORD}:35: kind must be one of" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (project / "docs" / "articles").exists()


def test_builds_from_any_folder(project: Path, tmp_path: Path) -> None:
    """MkDocs finds the articles and the home page's list wherever it is started."""
    done = mkdocs(tmp_path, "build", "--strict", "-f", str(project / "mkdocs.yml"))
    assert done.returncode == 0, done.stderr
    assert "Evanston" in (project / "site" / "index.html").read_text()


@dataclass(frozen=True)
class Served:
    """A project that MkDocs serves: its folder, the server, and where its log is."""

    project: Path
    process: subprocess.Popen[bytes]
    log: Path

    @property
    def address(self) -> str:
        """Return the address, once there is one."""
        return re.findall(r"Serving on (http://\S+)", self.wait(1))[0]

    def wait(self, builds: int) -> str:
        """Wait for that many builds; return the log."""
        wait_for(lambda: count_builds(self.log.read_text()) >= builds)
        return self.log.read_text()

    def count_builds(self, builds: int) -> int:
        """Return how many builds there are once that many are, and one more had time to show itself."""
        self.wait(builds)
        time.sleep(2)
        return count_builds(self.log.read_text())

    def ask(self, path: str) -> str:
        """Return what is served at a path, or nothing if nothing is."""
        try:
            with urlopen(self.address + path, timeout=PATIENCE) as response:
                return response.read().decode()
        except HTTPError as error:
            error.close()
            return ""

    def edit(self, name: str, old: str, new: str) -> None:
        """Replace a text in a file."""
        path = self.project / name
        assert old in path.read_text(), name
        path.write_text(path.read_text().replace(old, new))


@pytest.fixture
def served(project: Path) -> Iterator[Served]:
    """Serve the project."""
    log = project / "log.txt"
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with log.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"],
            cwd=project,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"},
            stderr=output,
            start_new_session=True,
        )
    try:
        yield Served(project, process, log)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=PATIENCE)


def wait_for(is_true: Callable[[], bool]) -> None:
    """Wait until something is true; fail if it never comes."""
    deadline = time.monotonic() + PATIENCE
    while not is_true():
        assert time.monotonic() < deadline
        time.sleep(0.1)


def count_builds(log: str) -> int:
    """Count the builds that have ended, well or badly."""
    # MkDocs says "Documentation built in 1.50 seconds" but once, though two builds take as long.
    return len(re.findall(r"Serving on|Reloading browsers|An error happened during the rebuild", log))


def test_serve_shows_an_edit_after_one_rebuild(served: Served) -> None:
    """An edited title gives one rebuild and shows wherever it stands; a broken record says what is wrong."""
    assert served.count_builds(1) == 1
    served.edit(RECORD, "value: Blue City Mayors", "value: Red Town Mayors")
    assert served.count_builds(2) == 2
    for path in ("", f"{ARTICLE}/", "years/2025/", "index/people/karen-bass/"):
        assert "Red Town Mayors" in served.ask(path), path
    wait_for(lambda: "Red Town Mayors" in served.ask(f"{ARTICLE}.json"))
    index = json.loads(served.ask("search-index/archive.json"))
    files = range(len(index["texts"]))
    texts = [served.ask(f"search-index/{index['folder']}/texts/{number}.json") for number in files]
    assert sum("Red Town Mayors" in text for text in texts) == 1

    served.edit(RECORD, "kind: news commentary", "kind: rumour")
    assert served.count_builds(3) == 3
    assert f"{RECORD}:35: kind must be one of" in served.log.read_text()

    served.edit(RECORD, "kind: rumour", "kind: news commentary")
    assert served.count_builds(4) == 4
    assert "Traceback" not in served.log.read_text()
    # What was asked for before it was there is one, too.
    assert not re.findall(r"^WARNING(?!.* code 404$).*", served.log.read_text(), re.MULTILINE)
    assert "Red Town Mayors" in served.ask(f"{ARTICLE}/")


def test_serve_lets_go_of_what_is_gone(served: Served) -> None:
    """The page of an article that is taken away is gone, and so are those of names that it alone has."""
    served.wait(1)
    pages = (f"{ARTICLE}/", f"{ARTICLE}.txt", f"{ARTICLE}.json", "index/people/karen-bass/")
    assert all(map(served.ask, pages))
    files = {path: path.read_bytes() for path in (served.project / "articles").glob(f"{Path(RECORD).stem}.*")}
    for path in files:
        path.unlink()
    wait_for(lambda: not any(map(served.ask, pages)))
    assert "Blue City Mayors" not in served.ask("")
    for path, data in files.items():
        path.write_bytes(data)
    wait_for(lambda: all(map(served.ask, pages)))
    assert "Blue City Mayors" in served.ask("")


def test_serve_builds_all_where_more_than_articles_changed(served: Served) -> None:
    """A template, a page written by hand, words of the archive or its name show wherever they are."""
    served.wait(1)
    served.edit(RECORD, "value: News Hangover", "value: Another Name")
    wait_for(lambda: "Another Name" in served.ask(f"{ARTICLE}/"))
    aside = '{% include "partials/article-aside.html" %}'
    for name, old, new, page in (
        ("mkdocs.yml", "[SITE_NAME, News Archive]", "[SITE_NAME, Edited name]", f"{ARTICLE}/"),
        ("docs/theme/article.html", aside, f"<p>Edited.</p>{aside}", f"{ARTICLE}/"),
        ("docs/about.md", "# About", "# About\n\nEdited.", "about/"),
        ("docs/theme/words/en.yml", "not stated: not stated", "not stated: edited", f"{ARTICLE}/"),
    ):
        before = count_edited(served.ask(page))
        served.edit(name, old, new)
        wait_for(lambda: count_edited(served.ask(page)) > before)  # noqa: B023 (waited for in the loop)
        assert "Another Name" in served.ask(f"{ARTICLE}/"), name
    edited = count_edited(served.ask(f"{ARTICLE}/"))
    served.edit(RECORD, "value: Another Name", "value: A third name")
    wait_for(lambda: "A third name" in served.ask(f"{ARTICLE}/"))
    assert count_edited(served.ask(f"{ARTICLE}/")) == edited


def count_edited(page: str) -> int:
    """Count what was edited on a page."""
    return len(re.findall(r"\bedited\b", page, re.IGNORECASE))


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_serve_ends_while_the_rest_follows(served: Served, sign: signal.Signals) -> None:
    """What ends the server right after an edit ends all that it has begun, without a traceback."""
    served.wait(1)
    served.edit(RECORD, "value: News Hangover", "value: Another Name")
    wait_for(lambda: count_builds(served.log.read_text()) == 2)
    os.killpg(served.process.pid, sign)
    assert served.process.wait(timeout=PATIENCE) == 0
    wait_for(lambda: not is_group(served.process.pid))
    assert "Traceback" not in served.log.read_text()


def is_group(group: int) -> bool:
    """Return whether any process of a group goes on."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def test_serve_ends_before_it_has_begun(served: Served) -> None:
    """Ctrl-C in the first build, which every process hears, is no traceback of any."""
    wait_for(lambda: "Cleaning site directory" in served.log.read_text())
    os.killpg(served.process.pid, signal.SIGINT)
    served.process.wait(timeout=PATIENCE)
    wait_for(lambda: not is_group(served.process.pid))
    assert "Process SpawnProcess" not in served.log.read_text()


def test_serve_goes_on_beside_problems(served: Served) -> None:
    """Beside one with a problem, said at every build, the rest is served; once mended, a draft is marked."""
    served.wait(1)
    for build, (old, new) in enumerate([("news commentary", "rumour"), ("rumour", "gossip")], start=2):
        served.edit(RECORD, f"kind: {old}", f"kind: {new}")
        log = served.wait(build)
    said = f"{RECORD}:35: kind must be one of"
    assert log.count(said) == 2
    for path in ("", "about/", "articles/los-angeles-mayor-video-on-ice/"):
        assert said in served.ask(path), path
    assert "LA passes sanctuary city plan" in served.ask("")
    assert "Blue City Mayors" not in served.ask("")
    served.edit(RECORD, "kind: gossip", "kind: news commentary\ndraft: true")
    served.wait(4)
    for path in ("", f"{ARTICLE}/"):
        assert 'class="draft"' in served.ask(path)


def test_an_address_in_use_is_one_sentence(project: Path) -> None:
    """Where another server has the port, that is said in a line, with what to do."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        done = mkdocs(project, "serve", "-a", address)
    assert done.returncode == 1
    (said,) = done.stdout.strip().split("\n")
    assert said.startswith(f"{address} can't be served: Address already in use; try scripts/serve -a")
    assert "Traceback" not in done.stderr


def test_served_pages_reload_under_their_policy(served: Served, chromium: Browser) -> None:
    """Served pages have the policy and reload after an edit, also one that stands in for a broken article."""
    served.edit(RECORD, "kind: news commentary", "kind: rumour")
    # The first build may have read the record before or after.
    wait_for(lambda: "Serving on" in served.log.read_text() and RECORD in served.ask(""))
    page = chromium.new_page()
    page.goto(f"{served.address}{ARTICLE}/")
    expect(page.locator("#missing")).to_be_visible()
    served.edit(RECORD, "kind: rumour", "kind: news commentary")
    expect(page.locator("#text")).to_be_visible(timeout=PATIENCE * 1000)
    served.edit(RECORD, "value: Blue City Mayors", "value: Red Town Mayors")
    expect(page.locator("h1")).to_contain_text("Red Town Mayors", timeout=PATIENCE * 1000)
    policy = page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content") or ""
    assert policy.startswith(
        "default-src 'none'; script-src 'self' 'unsafe-inline'; script-src-attr 'none'; "
    )
    page.close()
