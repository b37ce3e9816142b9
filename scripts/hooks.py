"""The events of MkDocs: pages are built before the site, the search index beside it, the rest after it.

This is the one module that imports MkDocs, so that another engine can take its place.
"""

import logging
import os
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing.process import BaseProcess
from pathlib import Path

from archive.catalogue.catalogue import Catalogue, list_published, make_catalogue, read_archive
from archive.pages.page import Meta
from archive.pages.write_pages import check_places, list_by_hand, write_pages, write_words_template
from archive.site.drawing import draw_quickly
from archive.site.finished_pages import finish_page
from archive.site.loads import describe_blocked, list_blocked, list_blocked_of_sheet
from archive.site.policy import Load
from archive.site.signing import SigningError
from archive.site.work import Work, begin_work
from archive.sources.article import Article
from archive.sources.check_configuration import find_line, list_missing_links
from archive.sources.commit import read_commit
from archive.sources.date_words import to_words
from archive.sources.process import start_process
from archive.sources.read_articles import read_removed
from archive.sources.site import Site, parse_site
from archive.sources.words import ENGLISH, forget_words, list_word_problems, warn_of_language
from build_pages import list_drafts, list_files, list_pages, read_problems
from finish_site import describe_site, finish_again, finish_site, read_signing_key
from jinja2 import Environment
from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from serving import calm, find_obstacle, list_times, mark_changed


@dataclass
class _Build:
    """What one event of a build leaves for those after it; `drawn` is what templates draw, by page.

    `blocked` is what the policy keeps from pages and style sheets, each with where it is named. Under a
    server, `is_partial` says that only articles were edited, as the `times` of all other files tell.
    """

    config: MkDocsConfig = field(default_factory=MkDocsConfig)
    serving: bool = False
    server: LiveReloadServer | None = None
    catalogue: Catalogue | None = None
    begun: float = 0
    beside: Work | None = None
    finishing: BaseProcess | None = None
    said: str = ""
    drawn: dict[str, Meta] = field(default_factory=dict)
    blocked: dict[Load, list[str]] = field(default_factory=dict)
    is_partial: bool = False
    times: dict[Path, int] = field(default_factory=dict)

    def stop(self) -> None:
        """End what goes on beside it."""
        if self.beside:
            self.beside.stop()
            self.beside = None
        if self.finishing:
            self.finishing.terminate()
            self.finishing.join()
            self.finishing = None


_build = _Build()
# A strict build ends at what this warns of.
_log = logging.getLogger("mkdocs.hooks.archive")


def on_startup(command: str, **_: object) -> None:
    """Prepare to serve, if MkDocs does so itself: what ends it ends all that it has begun."""
    _build.serving = command == "serve"
    if _build.serving:
        # As Ctrl-C does, which a shell lets a command in the background not hear.
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        # MkDocs warns of partial builds; what it warns of is seen to by mark_changed and on_nav.
        logging.getLogger("mkdocs.commands.build").addFilter(lambda said: "'dirty'" not in said.getMessage())
        logging.getLogger("mkdocs.livereload").addFilter(calm)


def on_config(config: MkDocsConfig) -> None:
    """Let the templates know if MkDocs serves the site, and what About says."""
    if _build.serving and not _build.server and (obstacle := find_obstacle(*config.dev_addr)):
        raise Abort(obstacle)
    _build.config = config
    config.extra["serving"] = _build.serving
    config.extra["commit"] = read_commit(Path(config.config_file_path).parent)
    try:
        config.extra["signing_key"] = read_signing_key()
    except SigningError as error:
        raise PluginError(str(error)) from error


def on_pre_build(config: MkDocsConfig) -> None:
    """Build the pages; stop a build with every problem if anything is wrong.

    Under MkDocs' own server drafts are shown, and an article with problems is left out: it serves on.
    """
    _build.stop()
    _build.begun = time.perf_counter()
    _build.times = _build.times or read_times(config)
    _build.blocked = {}
    forget_words()
    to_words.cache_clear()
    site = to_our_site(config)
    articles = read_shown(config, site)
    before = _build.catalogue if _build.is_partial else None
    _build.catalogue = make_catalogue(articles, site, read_removed(find_folder(config)), before)
    if not _build.server:
        _build.beside = begin_work(_build.catalogue, Path(config.site_dir), site)
    pages = list(list_pages(_build.catalogue, site))
    drawn, _build.drawn = _build.drawn, {page.path: page.whole for page in pages}
    write_words_template(Path(config.docs_dir), site.words)
    write_pages(Path(config.docs_dir), list_files(articles, pages))
    if _build.is_partial:
        mark_changed(drawn, _build.drawn, Path(config.docs_dir), Path(config.site_dir))
    watch_by_hand(Path(config.docs_dir))


def find_folder(config: MkDocsConfig) -> Path:
    """Return the folder of articles."""
    return Path(os.path.relpath(config.config_file_path)).parent / "articles"


def read_shown(config: MkDocsConfig, site: Site) -> list[Article]:
    """Return the articles of the site; say what is wrong with any, and on its pages, or stop the build."""
    configuration, folder = Path(os.path.relpath(config.config_file_path)), find_folder(config)
    if english := list_word_problems(ENGLISH):
        raise PluginError("\n".join(["the archive has no words:", *map(str, english)]))
    articles, problems = read_archive(folder, site.words)
    problems += read_problems(configuration, site)
    misplaced = list(check_places(Path(os.path.relpath(config.docs_dir))))
    if misplaced or (problems and not _build.serving):
        raise PluginError("\n".join(["the archive has problems:", *map(str, [*problems, *misplaced])]))
    # Not by MkDocs' own log, which says nothing twice.
    for line in [
        *warn_of_language(site.language),
        *(problems if _build.serving else list_drafts(folder, articles)),
    ]:
        print(line, file=sys.stderr)
    said = list(map(str, problems))
    if _build.is_partial and said != config.extra["problems"]:
        # Every page says them.
        for page in Path(config.site_dir).rglob("*.html"):
            page.unlink()
    config.extra["problems"] = said
    config.extra["problems_counted"] = site.words.count("serving.problems", len(problems))
    return articles if _build.serving else list_published(articles)


def to_our_site(config: MkDocsConfig) -> Site:
    """Return the site as MkDocs knows it: under its own server, its address is the server's."""
    address, description = config.site_url or "", config.site_description or ""
    return parse_site(config.site_name, address, description, config.extra, str(config.theme["language"]))


def on_env(env: Environment, config: MkDocsConfig, **_: object) -> None:
    """Let pages be drawn in little time."""
    kept = Path(config.config_file_path).parent / ".cache" / "templates"
    draw_quickly(env, list(map(Path, config.theme.dirs)), _build.drawn, kept)


def on_page_markdown(markdown: str, page: Page, **_: object) -> str:
    """Hand the template of a generated page all that it draws; other pages have the owner's template."""
    drawn = _build.drawn.get(page.file.src_uri)
    page.meta = drawn or {"template": "own.html", **page.meta}
    return markdown


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Let the policy of a page name the scripts that stand in it, and note what it keeps from the page."""
    finished = finish_page(output, serving=_build.serving)
    for load in list_blocked(finished, config.site_url or ""):
        _build.blocked.setdefault(load, []).append(page.file.src_uri)
    return finished


def on_post_template(output_content: str, template_name: str, **_: object) -> str:
    """Do the same for the page that stands in for missing ones."""
    is_page = template_name.endswith(".html")
    return finish_page(output_content, serving=_build.serving) if is_page else output_content


def on_post_build(config: MkDocsConfig) -> None:
    """Add to the pages all else; under a server that is there, it follows."""
    folder = Path(config.site_dir)
    # MkDocs writes the day of the build into it.
    (folder / "sitemap.xml.gz").unlink(missing_ok=True)
    site, key = to_our_site(config), config.extra["signing_key"]
    warn_of_what_is_not_there(config)
    if _build.server:
        # A process of its own reads the articles again: this one has threads, and can't be copied.
        _build.finishing = start_process(finish_again, find_folder(config), folder, site, key)
    elif _build.catalogue and _build.beside:
        finish_site(_build.catalogue, folder, site, key, _build.beside)
        _build.beside = None
        count = len(_build.catalogue.articles)
        _build.said = describe_site(count, folder, time.perf_counter() - _build.begun)


def warn_of_what_is_not_there(config: MkDocsConfig) -> None:
    """Say what the policy keeps from pages and style sheets, and which links of the footer lead nowhere."""
    folder = Path(config.site_dir)
    for sheet in config.extra_css:
        if (folder / sheet).is_file():
            for load in list_blocked_of_sheet(
                (folder / sheet).read_text("utf-8"), config.extra.get("policy", "")
            ):
                _build.blocked.setdefault(load, []).append(sheet)
    configuration = Path(os.path.relpath(config.config_file_path))
    written = configuration.read_text("utf-8")
    for said in describe_blocked(_build.blocked, f"{configuration}:{find_line(written, 'policy:')}"):
        _log.warning(said)
    for link in list_missing_links(config.copyright or "", config.site_url or "", folder):
        _log.warning(f"{configuration}:{find_line(written, link)}: copyright links {link}, which isn't there")


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[[], None]) -> LiveReloadServer:
    """Watch what is written by hand in docs/: the build writes the rest, and would set off another build."""
    server.unwatch(config.docs_dir)
    _build.server = server
    watch_by_hand(Path(config.docs_dir))
    # With --clean it serves what would be published, and builds all of it each time.
    if _build.serving:
        server.builder = lambda: build_again(builder)
    return server


def build_again(build_all: Callable[[], None]) -> None:
    """Build the pages that an edit of articles changes; if anything else was edited, everything."""
    # That of the last build: MkDocs reads its file anew for each.
    config = _build.config
    times = read_times(config)
    # A plugin of another's may make any page of anything.
    _build.is_partial = times == _build.times and len(config.plugins) == len(config.hooks)
    _build.times = times
    if _build.is_partial:
        build(config, serve_url=config.site_url, dirty=True)
    else:
        build_all()


def read_times(config: MkDocsConfig) -> dict[Path, int]:
    """Return when each file that MkDocs watches beside the articles was changed."""
    configuration = Path(config.config_file_path)
    watched = [Path(path) for path in config.watch if Path(path) != configuration.parent / "articles"]
    return dict(list_times([configuration, *watched, *list_by_hand(Path(config.docs_dir))]))


def on_nav(nav: Navigation, **_: object) -> None:
    """Let the pages of the navigation be built: all name them, and MkDocs knows titles of what it builds."""
    for page in nav.pages if _build.is_partial else []:
        Path(page.file.abs_dest_path).unlink(missing_ok=True)


def watch_by_hand(docs: Path) -> None:
    """Watch each file and folder of docs/ that isn't generated, if MkDocs serves."""
    if _build.server:
        for path in sorted(list_by_hand(docs)):
            _build.server.watch(str(path))


def on_build_error(**_: object) -> None:
    """End what a build that failed had begun, and build everything the next time."""
    _build.stop()
    _build.times = {}


def on_shutdown() -> None:
    """End what goes on beside the server, and say last of all what a build has made."""
    _build.stop()
    if _build.said and not _build.serving:
        print(_build.said, file=sys.stderr)
