"""MkDocs alone is enough: it builds the pages, says what is wrong, and sees an edit."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from conftest import PATIENCE, mkdocs

RECORD = "articles/002_a4dbe7d91adb180d.yml"


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


def test_built_again_the_same(project: Path) -> None:
    """Without the generated pages, a second build gives the same bytes."""
    files = []
    for _ in range(2):
        mkdocs(project, "build", "--strict")
        files.append({path: path.read_bytes() for path in (project / "site").rglob("*") if path.is_file()})
        for folder in ("articles", "index"):
            shutil.rmtree(project / "docs" / folder)
    changed = [path.name for path, data in files[0].items() if files[1].get(path) != data]
    assert changed == []


@pytest.fixture
def served(project: Path) -> Iterator[tuple[Path, Callable[[int], str]]]:
    """Serve the project; the function waits until its log tells of so many builds, and returns the log."""
    log = project / "log.txt"
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with log.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"],
            cwd=project,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"},
            stderr=output,
        )
    try:
        yield project, lambda builds: wait_for_builds(log, builds)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=PATIENCE)


def wait_for_builds(log: Path, builds: int) -> str:
    """Wait for that many builds, then long enough for one more to show itself."""
    deadline = time.monotonic() + PATIENCE
    while count_builds(log.read_text()) < builds:
        assert time.monotonic() < deadline, log.read_text()
        time.sleep(0.1)
    time.sleep(2)
    return log.read_text()


def count_builds(log: str) -> int:
    """Count the builds that have ended, well or badly."""
    # MkDocs says "Documentation built in 1.50 seconds" but once, though two builds take as long.
    return len(re.findall(r"Serving on|Reloading browsers|An error happened during the rebuild", log))


def test_serve_shows_an_edit_after_one_rebuild(served: tuple[Path, Callable[[int], str]]) -> None:
    """An edited record gives one rebuild; a broken one says what is wrong, and mending it recovers."""
    project, wait = served
    assert count_builds(wait(1)) == 1
    record = project / RECORD
    good = record.read_text()

    record.write_text(good.replace("value: News Hangover", "value: Another Name"))
    assert count_builds(wait(2)) == 2
    assert "Another Name" in (project / "docs/articles/evanston-mayor-license-plate-cameras.md").read_text()

    record.write_text(good.replace("kind: news commentary", "kind: rumour"))
    log = wait(3)
    assert count_builds(log) == 3
    assert f"{RECORD}:35: kind must be one of" in log

    record.write_text(good)
    log = wait(4)
    assert count_builds(log) == 4
    assert "Traceback" not in log
    assert "News Hangover" in (project / "docs/articles/evanston-mayor-license-plate-cameras.md").read_text()


def test_serve_goes_on_beside_problems(served: tuple[Path, Callable[[int], str]]) -> None:
    """An article with a problem is left out, the rest is served, and the problem is said at every build."""
    project, wait = served
    address = re.findall(r"Serving on (http://\S+)", wait(1))[0]
    record = project / RECORD
    good = record.read_text()
    for build, word in ((2, "rumour"), (3, "gossip")):
        record.write_text(good.replace("kind: news commentary", f"kind: {word}"))
        log = wait(build)
    said = f"{RECORD}:35: kind must be one of"
    assert log.count(said) == 2
    with urlopen(address, timeout=PATIENCE) as response:
        page = response.read().decode()
    assert said in page
    assert "LA passes sanctuary city plan" in page
    assert "Blue City Mayors" not in page


def test_an_address_in_use_is_one_sentence(project: Path) -> None:
    """Where another server has the port, that is said in a line, with what to do."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        done = mkdocs(project, "serve", "-a", address)
    assert done.returncode == 1
    (said,) = done.stdout.strip().split("\n")
    assert said.startswith(f"{address} can't be served: Address already in use; try scripts/serve -a")
    assert "Traceback" not in done.stderr


def test_serve_shows_drafts(served: tuple[Path, Callable[[int], str]]) -> None:
    """A draft is served, marked as one in the list and on its page."""
    project, wait = served
    address = re.findall(r"Serving on (http://\S+)", wait(1))[0]
    record = project / RECORD
    record.write_text(f"draft: true\n{record.read_text()}")
    wait(2)
    for path in ("", "articles/evanston-mayor-license-plate-cameras/"):
        with urlopen(address + path, timeout=PATIENCE) as response:
            assert 'class="draft"' in response.read().decode()
