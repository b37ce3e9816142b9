"""The events of MkDocs: pages are built before the site, the search index beside it, the rest after it.

This is the one module that imports MkDocs, so that another engine can take its place.
"""

import os
import socket
import sys
from itertools import pairwise
from pathlib import Path

from archive.catalogue.catalogue import Catalogue, make_catalogue
from archive.catalogue.read_archive import list_published, read_archive
from archive.exports.finished_pages import finish_page
from archive.exports.signing import SigningError
from archive.pages.check_extensions import check_extensions
from archive.pages.write_pages import list_by_hand, write_pages
from archive.search.indexing import Indexing, begin_index
from archive.sources.commit import read_commit
from archive.sources.other_archives import check_search_also
from archive.sources.site import Site, parse_site
from archive.sources.words import warn_of_language
from build_pages import list_drafts, list_files
from finish_site import finish_site, read_signing_key
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer

# What the newest build is of, and its search index: on_pre_build begins what on_post_build ends.
_catalogues: list[Catalogue] = []
_indexing: list[Indexing] = []
_serving = [False]
_servers: list[LiveReloadServer] = []

# Where MkDocs serves unless it is told otherwise.
_ADDRESS = "127.0.0.1:8000"


def on_startup(command: str, **_: object) -> None:
    """Remember whether the site is served by MkDocs itself, which puts a script of its own into each page."""
    _serving.append(command == "serve")
    if _serving[-1]:
        check_address(next((to for flag, to in pairwise(sys.argv) if flag in {"-a", "--dev-addr"}), _ADDRESS))


def check_address(address: str) -> None:
    """The address of the server is free."""
    host, _, port = address.rpartition(":")
    try:
        socket.create_server((host, int(port))).close()
    except OSError as error:
        why, other = os.strerror(error.errno or 0), f"{host}:{int(port) + 1}"
        raise Abort(f"{address} can't be served: {why}; try scripts/serve -a {other}") from error


def on_config(config: MkDocsConfig) -> None:
    """Let the templates know if MkDocs serves the site, without its policy then, and what About says."""
    config.extra["serving"] = _serving[-1]
    config.extra["commit"] = read_commit(Path(config.config_file_path).parent)
    try:
        config.extra["signing_key"] = read_signing_key()
    except SigningError as error:
        raise PluginError(str(error)) from error


def on_pre_build(config: MkDocsConfig) -> None:
    """Build the pages; stop a build with every problem if anything is wrong.

    Under MkDocs' own server drafts are shown, and an article with problems is left out: it serves on.
    """
    configuration = Path(os.path.relpath(config.config_file_path))
    folder = configuration.parent / "articles"
    written = configuration.read_text("utf-8")
    site = to_our_site(config)
    articles, problems = read_archive(folder, site.words)
    problems += check_extensions(str(configuration), written, config.markdown_extensions)
    problems += check_search_also(str(configuration), written, site.search_also)
    if problems and not _serving[-1]:
        raise PluginError("\n".join(["the articles have problems:", *map(str, problems)]))
    shown = articles if _serving[-1] else list_published(articles)
    # Not by MkDocs' own log, which says nothing twice.
    for line in [
        *warn_of_language(site.language),
        *(problems if _serving[-1] else list_drafts(folder, articles)),
    ]:
        print(line, file=sys.stderr)
    config.extra["problems"] = list(map(str, problems))
    config.extra["problems_counted"] = site.words.count("serving.problems", len(problems))
    _indexing[:] = [begin_index(shown, site)]
    _catalogues[:] = [make_catalogue(shown, site)]
    write_pages(Path(config.docs_dir), list_files(_catalogues[-1], site))
    for server in _servers:
        watch_by_hand(server, Path(config.docs_dir))


def to_our_site(config: MkDocsConfig) -> Site:
    """Return the site as MkDocs knows it: under its own server, its address is the server's."""
    address, also = config.site_url or "", config.extra.get("search_also")
    description, language = config.site_description or "", str(config.theme["language"])
    return parse_site(config.site_name, address, description, search_also=also, language=language)


def on_post_page(output: str, **_: object) -> str:
    """Let the policy of a page name the scripts that stand in it."""
    return finish_page(output)


def on_post_template(output_content: str, template_name: str, **_: object) -> str:
    """Do the same for the page that stands in for missing ones."""
    return finish_page(output_content) if template_name.endswith(".html") else output_content


def on_post_build(config: MkDocsConfig) -> None:
    """Wait for the search index, and write what readers take away."""
    # MkDocs writes the day of the build into it.
    (Path(config.site_dir) / "sitemap.xml.gz").unlink()
    _indexing.pop().move_into(Path(config.site_dir))
    finish_site(_catalogues.pop(), Path(config.site_dir), to_our_site(config), config.extra["signing_key"])


def on_serve(server: LiveReloadServer, config: MkDocsConfig, **_: object) -> LiveReloadServer:
    """Watch what is written by hand in docs/: the build writes the rest, and would set off another build."""
    server.unwatch(config.docs_dir)
    watch_by_hand(server, Path(config.docs_dir))
    _servers[:] = [server]
    return server


def watch_by_hand(server: LiveReloadServer, docs: Path) -> None:
    """Watch each file and folder of docs/ that isn't generated."""
    for path in sorted(list_by_hand(docs)):
        server.watch(str(path))
