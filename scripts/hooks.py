"""The events of MkDocs: pages are built before the site, the search index after it.

This is the one module that imports MkDocs, so that another engine can take its place.
"""

import os
import re
from pathlib import Path

from archive.article import Article
from archive.site import Site, to_site
from archive.write_pages import FOLDERS, TEMPLATES
from build_pages import build_pages
from finish_site import finish_site
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

# What the newest build is of: on_pre_build fills it, on_post_build indexes it.
_articles: list[Article] = []
_serving = [False]

# Folders of Material's that no page loads anything from.
_UNUSED = ("assets/javascripts/", "assets/stylesheets/", "assets/images/")

# Switches of Material's own navigation and search, which are not used: no valid HTML.
_SWITCHES = re.compile(r'\s*<(?:input class="md-toggle"[^>]*>|label class="md-overlay"[^>]*></label>)')


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
    _articles[:], _, problems = build_pages(folder, Path(config.docs_dir), to_our_site(config))
    if problems:
        raise PluginError("\n".join(["the articles have problems:", *map(str, problems)]))


def to_our_site(config: MkDocsConfig) -> Site:
    """Return the site as MkDocs knows it: under its own server, its address is the server's."""
    return to_site(config.site_name, config.site_url or "", config.site_description or "")


def on_files(files: Files, **_: object) -> Files:
    """Leave out Material's scripts and style sheets: no page loads them."""
    for file in list(files):
        if file.src_uri.startswith(_UNUSED):
            files.remove(file)
    return files


def on_page_markdown(markdown: str, page: Page, **_: object) -> str:
    """Keep a generated page, which is a block of HTML already, from Markdown: a quarter of a build."""
    if page.meta.get("template") not in TEMPLATES:
        return markdown
    page.meta["body"] = markdown
    return ""


def on_page_content(html: str, page: Page, **_: object) -> str:
    """Put the block of a generated page back."""
    body: str = page.meta.pop("body", html)
    return body


def on_post_page(output: str, **_: object) -> str:
    """Take out Material's switches."""
    return _SWITCHES.sub("", output)


def on_post_template(output_content: str, **_: object) -> str:
    """Take out Material's switches from the page for what is not found."""
    return _SWITCHES.sub("", output_content)


def on_post_build(config: MkDocsConfig) -> None:
    """Write the search index and what readers take away."""
    # MkDocs writes the day of the build into it.
    (Path(config.site_dir) / "sitemap.xml.gz").unlink()
    finish_site(_articles, Path(config.docs_dir), Path(config.site_dir), to_our_site(config))


def on_serve(server: LiveReloadServer, config: MkDocsConfig, **_: object) -> LiveReloadServer:
    """Watch docs/ but not what is generated: the build writes it, and would set off another build."""
    docs = Path(config.docs_dir)
    server.unwatch(str(docs))
    server.watch(str(docs), recursive=False)
    for folder in sorted(path for path in docs.iterdir() if path.is_dir() and path.name not in FOLDERS):
        server.watch(str(folder))
    return server
