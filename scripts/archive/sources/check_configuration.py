"""What mkdocs.yml can't have here, one check a rule; all else that Material offers takes effect."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from archive.sources.problem import Problem
from archive.sources.site import list_written

# What is wrong, and the word at whose line it is said.
Said = tuple[str, str]

_ALTERING = {
    "meta": "takes a first line such as `Title: x` away",
    "nl2br": "breaks lines that the page joins",
    "smarty": "changes quotation marks, dashes and dots",
    "pymdownx.arithmatex": "takes what stands between dollar signs for a formula",
    "pymdownx.smartsymbols": "changes (c), (tm), 1/2 and the like",
    "pymdownx.striphtml": "takes the labels of paragraphs away",
}
_PLUGINS = {
    "search": "builds an index that nothing asks: the archive has a search of its own",
    "offline": "gives pages addresses that the archive doesn't have: offline.zip is its offline edition",
}
# What can stand in a policy as the source of data: https://www.w3.org/TR/CSP3/#framework-directive-source-list
_ADDRESS = re.compile(r"https?://[\w.:\[\]-]+(?:/[\w.~%/-]*)?", re.ASCII)
_LINK = re.compile(r"""href\s*=\s*["']?([^"'\s>]+)""", re.IGNORECASE)


def check_configuration(path: str, written: str, found: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield what is wrong with a configuration, as written and as found in it and in what it inherits."""
    for rule in (
        check_extensions,
        check_plugins,
        check_features,
        check_fonts,
        check_addresses,
        check_copyright,
        check_search_also,
    ):
        for message, word in rule(found):
            yield Problem(path, find_line(written, word), message)


def find_line(written: str, word: str) -> int:
    """Return the line at which a word stands first outside a comment; 1 if it stands nowhere."""
    lines = enumerate(written.splitlines(), start=1)
    return next((number for number, line in lines if word in re.sub(r"(^|\s)#.*", "", line)), 1)


def check_extensions(found: Mapping[str, Any]) -> Iterator[Said]:
    """No extension of Markdown alters texts by design."""
    for name in list_names(found.get("markdown_extensions")):
        short = name.removeprefix("markdown.extensions.")
        if short in _ALTERING:
            yield f"the extension {name} {_ALTERING[short]}; take it out", short


def check_plugins(found: Mapping[str, Any]) -> Iterator[Said]:
    """No plugin does in another way what the archive does itself; MkDocs has its search unless it is told."""
    for name in list_names(found.get("plugins", ["search"])):
        short = name.removeprefix("material/")
        if short in _PLUGINS:
            yield f"the plugin {name} {_PLUGINS[short]}; take it out, or write `plugins: []`", name


def check_features(found: Mapping[str, Any]) -> Iterator[Said]:
    """Each page is loaded as a page: scripts of the archive start once, and so does a policy."""
    theme = found.get("theme")
    for name in list_names(theme.get("features") if isinstance(theme, dict) else None):
        if name.startswith("navigation.instant"):
            yield (
                f"{name} swaps pages without loading them, and what the archive adds is gone; take it out",
                name,
            )


def check_fonts(found: Mapping[str, Any]) -> Iterator[Said]:
    """Nothing is fetched from elsewhere unless the owner asks for it: Material has fonts of Google's."""
    theme = found.get("theme")
    if not isinstance(theme, dict) or "font" not in theme:
        yield (
            "theme must say `font: false`, or which font: else readers' browsers ask Google for one",
            "theme:",
        )


def check_addresses(found: Mapping[str, Any]) -> Iterator[Said]:
    """An article has the address of a folder, which holds wherever the archive is served."""
    if found.get("use_directory_urls") is False:
        name = "use_directory_urls"
        yield f"{name} must be true: addresses never change; offline.zip is read without a server", name


def check_copyright(found: Mapping[str, Any]) -> Iterator[Said]:
    """A link in the footer stands on pages at any depth, so that it must begin at the host."""
    for link in list_links(str(found.get("copyright") or "")):
        if not urlsplit(link).scheme and not link.startswith(("/", "#")):
            address = f"{str(found.get('site_url') or 'https://…').rstrip('/')}/{link}"
            yield f"copyright links {link}, which leads elsewhere from each page; write {address}", link


def check_search_also(found: Mapping[str, Any]) -> Iterator[Said]:
    """Every other archive has an address of http or https, as the policy of a page can name it."""
    for address in list_written((found.get("extra") or {}).get("search_also")) or ():
        if not _ADDRESS.fullmatch(address):
            message = f"must list addresses such as [https://example.org/archive/], not {address!r}"
            yield f"search_also {message}", "search_also:"


def list_links(html: str) -> list[str]:
    """Return what a piece of HTML links."""
    return _LINK.findall(html)


def list_missing_links(html: str, address: str, folder: Path) -> Iterator[str]:
    """Yield the links into the site at an address that lead to no file of its folder."""
    for link in list_links(html):
        target = urljoin(address, link).partition("#")[0]
        if link[0] != "#" and target.startswith(address):
            path = folder / unquote(urlsplit(target).path.removeprefix(urlsplit(address).path))
            if not (path / "index.html" if target.endswith("/") else path).is_file():
                yield link


def list_names(items: object) -> list[str]:
    """Return the names in a list of names, or of mappings from a name to its settings, or in a mapping."""
    if not isinstance(items, Iterable) or isinstance(items, str):
        return []
    return [str(next(iter(item), "")) if isinstance(item, dict) else str(item) for item in items]
