"""The events of MkDocs: pages are built before the site, the search index beside it, the rest after it.

This is the one module that imports MkDocs, so that another engine can take its place.
"""

import os
from pathlib import Path

from archive.catalogue.read_archive import read_archive
from archive.pages.write_pages import FOLDERS, TEMPLATES, write_pages
from archive.search.indexing import Indexing, begin_index
from archive.sources.article import Article
from archive.sources.site import Site, parse_site
from build_pages import to_files
from finish_site import finish_site
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

# What the newest build is of, and its search index: on_pre_build begins what on_post_build ends.
_articles: list[Article] = []
_indexing: list[Indexing] = []
_serving = [False]

# Folders of Material's that no page loads anything from.
_UNUSED = ("assets/javascripts/", "assets/stylesheets/", "assets/images/")


def on_startup(command: str, **_: object) -> None:
    """Remember whether the site is served by MkDocs itself, which puts a script of its own into each page."""
    _serving.append(command == "serve")


def on_config(config: MkDocsConfig) -> None:
    """Let the home page find its list from whatever folder MkDocs is started, and the policy be left out."""
    config.extra["serving"] = _serving[-1]
    config.mdx_configs["pymdownx.snippets"]["base_path"] = [str(Path(config.docs_dir) / "articles")]


def on_pre_build(config: MkDocsConfig) -> None:
    """Build the pages; stop the build with every problem if anything is wrong with an article."""
    folder = Path(os.path.relpath(Path(config.config_file_path).parent / "articles"))
    articles, problems = read_archive(folder)
    if problems:
        raise PluginError("\n".join(["the articles have problems:", *map(str, problems)]))
    _articles[:] = articles
    _indexing[:] = [begin_index(_articles)]
    write_pages(Path(config.docs_dir), to_files(_articles, to_our_site(config)))


def to_our_site(config: MkDocsConfig) -> Site:
    """Return the site as MkDocs knows it: under its own server, its address is the server's."""
    return parse_site(config.site_name, config.site_url or "", config.site_description or "")


class ReadyPage(Page):
    """A page that is spared Markdown, a quarter of MkDocs' time, if it is a block of HTML already."""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Take a generated page as it stands; a page that a person wrote beside it is rendered."""
        if self.meta.get("template") in TEMPLATES:
            self.content = self.markdown
        else:
            super().render(config, files)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave out Material's scripts and style sheets, which no page loads, and make the generated pages."""
    for file in list(files):
        if file.src_uri.startswith(_UNUSED):
            files.remove(file)
        elif file.is_documentation_page() and file.src_uri.partition("/")[0] in FOLDERS:
            ReadyPage(None, file, config)
    return files


def on_post_build(config: MkDocsConfig) -> None:
    """Wait for the search index, and write what readers take away."""
    # MkDocs writes the day of the build into it.
    (Path(config.site_dir) / "sitemap.xml.gz").unlink()
    _indexing.pop().move_into(Path(config.site_dir))
    finish_site(_articles, Path(config.docs_dir), Path(config.site_dir), to_our_site(config))


def on_serve(server: LiveReloadServer, config: MkDocsConfig, **_: object) -> LiveReloadServer:
    """Watch docs/ but not what is generated: the build writes it, and would set off another build."""
    docs = Path(config.docs_dir)
    server.unwatch(str(docs))
    server.watch(str(docs), recursive=False)
    for folder in sorted(path for path in docs.iterdir() if path.is_dir() and path.name not in FOLDERS):
        server.watch(str(folder))
    return server
