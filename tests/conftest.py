"""What the tests share: archives on disk, built sites, a server for them, a real Chromium."""

import fcntl
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from archive.pages.write_pages import FOLDERS
from archive.sources.read_articles import read_articles
from benchmarks.counting_server import CountingServer
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect, sync_playwright
from strange import write_strange

ROOT = Path(__file__).resolve().parent.parent

# The articles of the tests: what they check doesn't hang on what the archive itself holds.
SAMPLE = ROOT / "tests" / "articles"
ARTICLES, _ = read_articles(SAMPLE)
by_name = pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.name)

# What is right may take its time on a busy machine; in seconds, long enough to tell that it never comes.
PATIENCE = 240
expect.set_options(timeout=60_000)
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

# Chromium's sandbox does not start for root.
_FLAGS = ["--no-sandbox"] if os.geteuid() == 0 else []


# A shell in the background lets the tests ignore Ctrl-C, and so would each server that they start.
signal.signal(signal.SIGINT, signal.default_int_handler)


def mkdocs(project: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run MkDocs in a project as its user does."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *arguments],
        cwd=project,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def copy_project(project: Path) -> Path:
    """Copy what a site is built from, with the articles, configuration and About of the tests.

    No generated file comes along, nor a page that the owner of the archive has written.
    """
    left = (*FOLDERS, "generated", *(path.name for path in (ROOT / "docs").glob("*.md")))
    shutil.copytree(SAMPLE, project / "articles")
    shutil.copytree(ROOT / "docs", project / "docs", ignore=shutil.ignore_patterns(*left))
    shutil.copy(ROOT / "tests" / "about.md", project / "docs")
    shutil.copytree(ROOT / "scripts", project / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "tests" / "mkdocs.yml", project)
    return project


def copy_empty_project(project: Path) -> Path:
    """Copy what a site is built from, without the articles."""
    copy_project(project)
    for path in (project / "articles").iterdir():
        path.unlink()
    return project


def choose_language(project: Path, language: str) -> Path:
    """Let the site of a project have a language."""
    configuration = project / "mkdocs.yml"
    written = configuration.read_text("utf-8")
    configuration.write_text(written.replace("language: en", f"language: {language}"), "utf-8")
    return project


def build(project: Path, **environment: str) -> Path:
    """Build the site of a project, and return it."""
    done = mkdocs(project, "build", "--strict", **environment)
    assert done.returncode == 0, done.stderr
    (project / "said.txt").write_text(done.stderr, "utf-8")
    return project / "site"


Share = Callable[[str, Callable[[Path], object]], Path]


@pytest.fixture(scope="session")
def share(tmp_path_factory: pytest.TempPathFactory) -> Share:
    """Return a function that returns the folder of a name, which the core that asks first has filled."""
    shelf = tmp_path_factory.getbasetemp()
    # Each core has a folder of its own in that of the run.
    shelf = shelf.parent if "PYTEST_XDIST_WORKER" in os.environ else shelf

    def find(name: str, fill: Callable[[Path], object]) -> Path:
        folder = shelf / name
        with (shelf / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not folder.exists():
                new = Path(tempfile.mkdtemp(dir=shelf))
                fill(new)
                new.rename(folder)
        return folder

    return find


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a copy of this project that a test may change."""
    return copy_project(tmp_path / "project")


@pytest.fixture(scope="session")
def site(share: Share) -> Path:
    """Return the built site of the articles of the tests."""
    return share("real", lambda project: build(copy_project(project))) / "site"


@pytest.fixture(scope="session")
def strange(share: Share) -> Path:
    """Return the built project of articles that are hostile, long, bare, moved or drafts."""

    def fill(project: Path) -> None:
        write_strange(copy_empty_project(project) / "articles")
        build(project)

    return share("strange", fill)


@pytest.fixture(scope="session")
def empty(share: Share) -> Path:
    """Return the built project of no article, in a language that the archive has no words in."""
    return share("empty", lambda project: build(choose_language(copy_empty_project(project), "sv")))


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """Return a function that serves a folder and returns its address."""
    servers: list[CountingServer] = []

    def start(folder: Path) -> str:
        servers.append(CountingServer(folder))
        return servers[-1].address

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def address(site: Path, serve: Callable[[Path], str]) -> str:
    """Return the address at which the real site is served."""
    return serve(site)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Return a running Chromium: the one that the environment names, else Playwright's own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM"), args=_FLAGS)
        yield browser
        browser.close()


class Watch:
    """Everything that a page should not do: console messages, errors, requests to other origins."""

    def __init__(self, context: BrowserContext, origin: str) -> None:
        """Listen to every page of a context."""
        self.seen: list[str] = []
        context.on("console", lambda message: self.seen.append(f"console: {message.text}"))
        context.on("weberror", lambda error: self.seen.append(f"error: {error.error}"))
        context.on("requestfailed", self._check_failure)
        context.on("request", lambda request: self._check_origin(request.url, origin))

    def _check_failure(self, request: Request) -> None:
        # A request that a click on a link cut short has not failed.
        if request.failure != "net::ERR_ABORTED":
            self.seen.append(f"failed: {request.url}")

    def _check_origin(self, url: str, origin: str) -> None:
        if not url.startswith((origin, "data:", "blob:")):
            self.seen.append(f"other origin: {url}")


@contextmanager
def open_watched(chromium: Browser, address: str, **options: Any) -> Iterator[Page]:  # noqa: ANN401 (Playwright's own)
    """Open a page of a site; the test fails if it does what a page should not."""
    context = chromium.new_context(base_url=address, **options)
    watch = Watch(context, address)
    yield context.new_page()
    context.close()
    assert watch.seen == []


@pytest.fixture
def page(chromium: Browser, address: str) -> Iterator[Page]:
    """Return a page of the real site, watched."""
    with open_watched(chromium, address) as page:
        yield page
