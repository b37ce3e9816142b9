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
from itertools import pairwise
from multiprocessing.process import BaseProcess
from pathlib import Path

from archive.catalogue.catalogue import Catalogue, make_catalogue
from archive.catalogue.read_archive import list_published, read_archive
from archive.pages.write_pages import list_by_hand, write_pages
from archive.site.finished_pages import finish_page
from archive.site.signing import SigningError
from archive.site.work import Work, begin_work
from archive.sources.article import Article
from archive.sources.commit import read_commit
from archive.sources.kept import NOTHING_KEPT, Kept
from archive.sources.problem import Problem
from archive.sources.process import start_process
from archive.sources.site import Site, parse_site
from archive.sources.words import forget_words, warn_of_language
from build_pages import list_drafts, list_files, read_problems
from finish_site import describe_site, finish_again, finish_site, read_signing_key
from jinja2 import Environment
from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from serving import find_obstacle, list_times


@dataclass
class _Work:
    """What one event leaves for those after it.

    Under a server, `is_partial` says that only what changed is built, `times` are those of the files that a
    person wrote beside the articles when all was built, or none if that failed, and `outputs` what was built.
    """

    config: MkDocsConfig
    serving: bool = False
    is_partial: bool = False
    kept: Kept = NOTHING_KEPT
    times: dict[Path, int] = field(default_factory=dict)
    outputs: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    server: LiveReloadServer | None = None
    templates: Environment | None = None
    catalogue: Catalogue | None = None
    begun: float = 0
    beside: Work | None = None
    said: str = ""
    finishing: BaseProcess | None = None


_work = _Work(MkDocsConfig())

# Where MkDocs serves unless it is told otherwise.
_ADDRESS = "127.0.0.1:8000"


def on_startup(command: str, **_: object) -> None:
    """Prepare to serve, if MkDocs does so itself: its address is free, and what ends it ends all of it."""
    _work.serving = command == "serve"
    if _work.serving:
        given = (to for flag, to in pairwise(sys.argv) if flag in {"-a", "--dev-addr"})
        if obstacle := find_obstacle(next(given, _ADDRESS)):
            raise Abort(obstacle)
        # As Ctrl-C does.
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        # MkDocs warns of each partial build; what it warns of is seen to by on_files and on_nav.
        logging.getLogger("mkdocs.commands.build").addFilter(lambda said: "'dirty'" not in said.getMessage())


def on_config(config: MkDocsConfig) -> None:
    """Let the templates know if MkDocs serves the site, without its policy then, and what About says."""
    _work.config = config
    config.extra["serving"] = _work.serving
    config.extra["commit"] = read_commit(Path(config.config_file_path).parent)
    try:
        config.extra["signing_key"] = read_signing_key()
    except SigningError as error:
        raise PluginError(str(error)) from error


def on_pre_build(config: MkDocsConfig) -> None:
    """Build the pages; stop a build with every problem if anything is wrong.

    Under MkDocs' own server drafts are shown, and an article with problems is left out: it serves on.
    """
    stop_work()
    _work.begun = time.perf_counter()
    if not _work.is_partial:
        forget_words()
        _work.times, _work.kept = _work.times or read_times(config), Kept(remembers=_work.serving)
    site = to_our_site(config)
    articles = read_shown(config, site)
    _work.catalogue = make_catalogue(articles, site, _work.kept)
    if not _work.is_partial:
        _work.beside = begin_work(_work.catalogue, Path(config.site_dir), site)
    write_pages(Path(config.docs_dir), list_files(_work.catalogue, site, _work.kept))
    watch_by_hand(Path(config.docs_dir))


def read_shown(config: MkDocsConfig, site: Site) -> list[Article]:
    """Return the articles of the site; say what is wrong with any, and on its pages, or stop the build."""
    configuration = Path(os.path.relpath(config.config_file_path))
    folder = configuration.parent / "articles"
    articles, problems = read_archive(folder, site.words, _work.kept)
    problems += read_problems(configuration, config.markdown_extensions, site)
    if problems and not _work.serving:
        raise PluginError("\n".join(["the articles have problems:", *map(str, problems)]))
    # Not by MkDocs' own log, which says nothing twice.
    for line in [
        *warn_of_language(site.language),
        *(problems if _work.serving else list_drafts(folder, articles)),
    ]:
        print(line, file=sys.stderr)
    if _work.is_partial and problems != _work.problems:
        # Every page says them.
        for page in Path(config.site_dir).rglob("*.html"):
            page.unlink()
    _work.problems = problems
    config.extra["problems"] = list(map(str, problems))
    config.extra["problems_counted"] = site.words.count("serving.problems", len(problems))
    return articles if _work.serving else list_published(articles)


def to_our_site(config: MkDocsConfig) -> Site:
    """Return the site as MkDocs knows it: under its own server, its address is the server's."""
    address, description = config.site_url or "", config.site_description or ""
    return parse_site(config.site_name, address, description, config.extra, str(config.theme["language"]))


def on_post_page(output: str, **_: object) -> str:
    """Let the policy of a page name the scripts that stand in it."""
    return finish_page(output)


def on_post_template(output_content: str, template_name: str, **_: object) -> str:
    """Do the same for the page that stands in for missing ones."""
    return finish_page(output_content) if template_name.endswith(".html") else output_content


def on_post_build(config: MkDocsConfig) -> None:
    """Wait for the search index, and write what readers take away; after a partial build, that follows."""
    # MkDocs writes the day of the build into it.
    (Path(config.site_dir) / "sitemap.xml.gz").unlink(missing_ok=True)
    folder, site, key = Path(config.site_dir), to_our_site(config), config.extra["signing_key"]
    if _work.is_partial:
        # It reads the articles again, which takes it less long than to be handed them takes this process.
        articles = Path(config.config_file_path).parent / "articles"
        _work.finishing = start_process(finish_again, articles, folder, site, key)
    elif _work.beside and _work.catalogue:
        finish_site(_work.catalogue, folder, site, key, _work.beside)
        _work.beside = None
        count = len(_work.catalogue.articles)
        _work.said = describe_site(count, folder, time.perf_counter() - _work.begun)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[[], None]) -> LiveReloadServer:
    """Watch what is written by hand in docs/: the build writes the rest, and would set off another build."""
    server.unwatch(config.docs_dir)
    _work.server = server
    watch_by_hand(Path(config.docs_dir))
    # With --clean it serves what would be published, and builds all of it each time.
    if _work.serving:
        server.builder = lambda: build_again(builder)
    return server


def watch_by_hand(docs: Path) -> None:
    """Watch each file and folder of docs/ that isn't generated, if MkDocs serves."""
    if _work.server:
        for path in sorted(list_by_hand(docs)):
            _work.server.watch(str(path))


def build_again(build_all: Callable[[], None]) -> None:
    """Build the pages that change with the articles; if anything else may change, everything."""
    times = read_times(_work.config)
    # A plugin of another's may make any page of anything.
    _work.is_partial = times == _work.times and len(_work.config.plugins) == 1
    if _work.is_partial:
        build(_work.config, serve_url=_work.config.site_url, dirty=True)
    else:
        _work.times = times
        build_all()


def read_times(config: MkDocsConfig) -> dict[Path, int]:
    """Return when each file was changed that MkDocs watches beside the articles."""
    configuration = Path(config.config_file_path)
    watched = [Path(path) for path in config.watch if Path(path) != configuration.parent / "articles"]
    return dict(list_times([configuration, *watched, *list_by_hand(Path(config.docs_dir))]))


def on_files(files: Files, **_: object) -> None:
    """Before a partial build, take away what is no longer part of the site, and what stands beside it."""
    outputs = {file.abs_dest_path for file in files}
    if _work.is_partial:
        for gone in map(Path, _work.outputs - outputs):
            for path in [gone, *gone.parent.parent.glob(f"{gone.parent.name}.*")]:
                path.unlink(missing_ok=True)
    _work.outputs = outputs


def on_nav(nav: Navigation, **_: object) -> None:
    """Let the pages of the navigation be built: all name them, and MkDocs knows titles of what it builds."""
    for page in nav.pages if _work.is_partial else []:
        Path(page.file.abs_dest_path).unlink(missing_ok=True)


def on_env(env: Environment, **_: object) -> Environment:
    """Keep the templates that are read already, unless they may have changed."""
    if not (_work.is_partial and _work.templates):
        _work.templates = env
    return _work.templates


def on_build_error(**_: object) -> None:
    """Build everything the next time."""
    stop_work()
    _work.times = {}


def on_shutdown() -> None:
    """End what goes on beside the server, and say last of all what a build has made."""
    stop_work()
    if _work.said and not _work.serving:
        print(_work.said, file=sys.stderr)


def stop_work() -> None:
    """End what goes on for a site that is about to change, or to go."""
    if _work.beside:
        _work.beside.stop()
        _work.beside = None
    if _work.finishing:
        _work.finishing.terminate()
        _work.finishing.join()
        _work.finishing = None
