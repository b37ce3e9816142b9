"""The events of MkDocs: pages are built before the site, the search index after it.

This is the one module that imports MkDocs, so that another engine can take its place.
"""

import os
from pathlib import Path

from archive.article import Article
from archive.search_index import write_search_index
from archive.small_scripts import write_small_scripts
from build_pages import build_pages
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files

# What the newest build is of: on_pre_build fills it, on_post_build indexes it.
_articles: list[Article] = []


def on_config(config: MkDocsConfig) -> None:
    """Let the home page find its list from whatever folder MkDocs is started."""
    config.mdx_configs["pymdownx.snippets"]["base_path"] = [str(Path(config.docs_dir) / "articles")]


def on_pre_build(config: MkDocsConfig) -> None:
    """Build the pages; stop the build with every problem if anything is wrong with an article."""
    folder = Path(os.path.relpath(Path(config.config_file_path).parent / "articles"))
    _articles[:], _, problems = build_pages(folder, Path(config.docs_dir))
    if problems:
        raise PluginError("\n".join(["the articles have problems:", *map(str, problems)]))


def on_files(files: Files, **_: object) -> Files:
    """Leave out Material's scripts and source maps: no page loads them."""
    for file in list(files):
        if file.src_uri.startswith("assets/javascripts/") or file.src_uri.endswith(".map"):
            files.remove(file)
    return files


def on_post_build(config: MkDocsConfig) -> None:
    """Index the articles for search, and make the scripts small."""
    write_search_index(_articles, Path(config.site_dir))
    write_small_scripts(Path(config.site_dir))


def on_serve(server: LiveReloadServer, config: MkDocsConfig, **_: object) -> LiveReloadServer:
    """Watch docs/ but not docs/articles/: the build itself writes there, and would set off another build."""
    docs = Path(config.docs_dir)
    server.unwatch(str(docs))
    server.watch(str(docs), recursive=False)
    for folder in sorted(path for path in docs.iterdir() if path.is_dir() and path.name != "articles"):
        server.watch(str(folder))
    return server
