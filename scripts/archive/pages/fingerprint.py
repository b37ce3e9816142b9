"""Tells whether pages are there already: by the contents of all that they are made from, and their own.

Nothing is taken on trust: a file that was changed and changed back is the same, whatever its date.
"""

import hashlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from sysconfig import get_path

from archive.pages.write_pages import FOLDERS, write_if_different
from archive.sources.site import Site

_SCRIPTS = Path(__file__).resolve().parents[2]
_FINGERPRINT = "articles/.fingerprint"
_CHUNK = 1 << 20


def is_built(articles: Path, docs: Path, site: Site) -> bool:
    """Return whether articles, scripts, libraries and pages are all as they were after the last build."""
    try:
        return (docs / _FINGERPRINT).read_text("utf-8") == read_fingerprint(articles, docs, site)
    except OSError:
        return False


def write_fingerprint(articles: Path, docs: Path, site: Site) -> None:
    """Remember what was built, and from what."""
    write_if_different(docs / _FINGERPRINT, read_fingerprint(articles, docs, site).encode())


def read_fingerprint(articles: Path, docs: Path, site: Site) -> str:
    """Return a SHA-256 over everything that a build reads and writes."""
    # The folders that say what is installed have the version in their names: https://peps.python.org/pep-0376/
    libraries = sorted(path.name for path in Path(get_path("purelib")).glob("*.dist-info"))
    digest = hashlib.sha256(repr([sys.version, libraries, site]).encode())
    for folder in (_SCRIPTS, articles, *(docs / name for name in FOLDERS)):
        for entry in find_entries(folder):
            # What an entry is counts too: a link in the place of a file would be a problem.
            size = entry.stat(follow_symlinks=False).st_size
            digest.update(f"{entry.path} {entry.is_symlink()} {entry.is_file()} {size}\n".encode())
            if entry.is_file():
                with Path(entry.path).open("rb") as file:
                    while chunk := file.read(_CHUNK):
                        digest.update(chunk)
    return digest.hexdigest()


def find_entries(folder: str | Path) -> Iterator[os.DirEntry[str]]:
    """Yield every file and folder below a folder, in order, but hidden ones and compiled scripts."""
    if Path(folder).is_dir():
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
        for entry in entries:
            if not entry.name.startswith((".", "__pycache__")):
                yield entry
                if entry.is_dir(follow_symlinks=False):
                    yield from find_entries(entry.path)
