"""The offline edition: the built site as a ZIP file that works from any folder, opened with file://.

There a browser loads no data, only scripts. So each file of data is a script, and links name the file that
they lead to. It has pages, search and originals; what else there is to take away stays on the site, and so
links to it lead there.
"""

import posixpath
import re
from pathlib import Path

from archive.exports.packing import write_zip_file
from archive.site.fixity import COMMAND, MANIFEST
from archive.site.signing import PUBLIC_KEY
from archive.sources.site import Site

OFFLINE = "offline.zip"

# What only a server or a crawler has a use for, what is read in another way here, and what stays on the site.
_LEFT_OUT = re.compile(
    r"404\.html|"
    r"search-index/files\.html|_headers|robots\.txt|sitemap[.-].*|opensearch\.xml|"
    r"articles/[^/]+(?<!\.txt)|data/.*|archive\..*|feed\..*|"
    rf"{OFFLINE}|{MANIFEST}|{COMMAND}|{PUBLIC_KEY}|.*\.sig"
)

# A link within the site.
_LINK = re.compile(r'(?P<name>href|action|data-page)="(?P<path>[^":?#]+)(?P<rest>[?#][^"]*)?"')
# What the search reads.
_DATA = re.compile(r"search-index/.*\.json")

# A policy has no origin in a folder, and what is asked for ahead would be of another one.
_ONLINE = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>|<link rel="preload"[^>]*>')


def write_offline(folder: Path, site: Site) -> None:
    """Write the offline edition into the folder of the site that it is made from, index and all."""
    found = [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]
    names = {to_name(name): name for name in found if not _LEFT_OUT.fullmatch(name)}
    files = ((name, read_file(folder, names[name], site)) for name in sorted(names))
    write_zip_file(folder / OFFLINE, files)


def to_name(name: str) -> str:
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
    return _LINK.sub(
        lambda match: f'{match["name"]}="{to_file(match["path"], folder, site)}{match["rest"] or ""}"', page
    )


def to_file(path: str, folder: str, site: Site) -> str:
    """Return where a path leads from a folder of the edition: to a file of it, or else to the site."""
    if path.endswith("/") or path.rsplit("/", maxsplit=1)[-1] in {".", ".."}:
        return f"{path.rstrip('/')}/index.html"
    whole = posixpath.normpath(posixpath.join(folder, path))
    return site.address + whole if _LEFT_OUT.fullmatch(whole) else path
