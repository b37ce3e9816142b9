"""The offline edition: the built site as a ZIP file that works from any folder, opened with file://.

There a browser loads no data, only scripts. So each file of data is a script, and links name the file that
they lead to. It has pages, search and originals; what else there is to take away stays on the site, and so
links to it lead there.
"""

import posixpath
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from archive.exports.packing import write_zip_file
from archive.site.fixity import COMMAND, MANIFEST, list_files
from archive.site.signing import PUBLIC_KEY
from archive.sources.site import Site

OFFLINE = "offline.zip"
_INDEX = "search-index/"

# What only a server or a crawler has a use for, what is read in another way here, what stays on the site, and
# what is being made.
_LEFT_OUT = re.compile(
    r"404\.html|"
    rf"{_INDEX}files\.html|_headers|robots\.txt|sitemap[.-].*|opensearch\.xml|"
    r"articles/[^/]+(?<!\.txt)|data/.*|archive\..*|feed\..*|"
    rf"\..*|{OFFLINE}|{MANIFEST}|{COMMAND}|{PUBLIC_KEY}|.*\.sig"
)

# A link within the site. It begins with what is the same in all, so that a page is gone through in one go.
_LINK = re.compile(r'="(?:(?<=href=")|(?<=action=")|(?<=data-page="))(?P<path>[^":?#]+)(?P<rest>[?#][^"]*)?"')
# What the search reads.
_DATA = re.compile(rf"{_INDEX}.*\.json")

# A policy has no origin in a folder, and what is asked for ahead would be of another one.
_ONLINE = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>|<link rel="preload"[^>]*>')


def write_offline(folder: Path, site: Site, add_index: Callable[[], None]) -> None:
    """Write the offline edition into the folder of the site that it is made from.

    `add_index` puts the index there, which may still be made while the pages before it are read.
    """
    write_zip_file(folder / OFFLINE, _list_edition(folder, site, add_index))


def _list_edition(folder: Path, site: Site, add_index: Callable[[], None]) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the edition by name."""
    names = [name for name in list_files(folder) if name < _INDEX and not _LEFT_OUT.fullmatch(name)]
    for name in names:
        yield name, read_file(folder, name, site)
    add_index()
    names = [name for name in list_files(folder) if name > _INDEX and not _LEFT_OUT.fullmatch(name)]
    for name in sorted(names, key=to_edition_name):
        yield to_edition_name(name), read_file(folder, name, site)


def to_edition_name(name: str) -> str:
    """Return how the edition calls a file of the site."""
    return f"{name}.js" if _DATA.fullmatch(name) else name


def read_file(folder: Path, name: str, site: Site) -> bytes:
    """Return a file of the site as the edition holds it."""
    data = (folder / name).read_bytes()
    if name.endswith(".html"):
        return to_offline_page(data.decode(), name, site).encode()
    if _DATA.fullmatch(name):
        return b"archive.data = %b;\n" % data
    return data


def to_offline_page(page: str, name: str, site: Site) -> str:
    """Return a page whose links work from a folder."""
    # Zensical writes each slash of an address as a reference.
    page = _ONLINE.sub("", page.replace("&#x2f;", "/"))
    folder = posixpath.dirname(name)
    return _LINK.sub(lambda match: f'="{to_file(match["path"], folder, site)}{match["rest"] or ""}"', page)


def to_file(path: str, folder: str, site: Site) -> str:
    """Return where a path leads from a folder of the edition: to a file of it, or else to the site."""
    if path.endswith("/") or path.rsplit("/", maxsplit=1)[-1] in {".", ".."}:
        return f"{path.rstrip('/')}/index.html"
    whole = posixpath.normpath(posixpath.join(folder, path))
    return site.address + whole if _LEFT_OUT.fullmatch(whole) else path
