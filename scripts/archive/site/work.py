"""What is made from the articles alone, by processes of their own while MkDocs draws the pages.

A second core is free then. One makes the search index, one what readers take away, in a folder beside the
pages, from where all of it is moved when the pages are there.
"""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.process import BaseProcess
from pathlib import Path

from archive.catalogue.catalogue import Catalogue
from archive.sources.process import start_process
from archive.sources.site import Site

# Within the folder of the site, since to move a file elsewhere may be to copy it; MkDocs, which empties that
# folder before it writes, leaves what is hidden.
_FOLDER = ".new"
INDEX = "search-index"


@dataclass(frozen=True)
class Work:
    """The processes that are at work, and the folder in which they write."""

    folder: Path
    processes: Sequence[BaseProcess]

    def stop(self) -> None:
        """End the work, and leave nothing of it."""
        for process in self.processes:
            process.terminate()
            process.join()
        shutil.rmtree(self.folder, ignore_errors=True)

    def move_into(self, site: Path) -> None:
        """Wait for the work, and put all of it into the folder of a built site."""
        for process in self.processes:
            process.join()
        if any(process.exitcode for process in self.processes):
            shutil.rmtree(self.folder, ignore_errors=True)
            raise RuntimeError("search index and downloads can't be written; the reason stands above")
        move_work(self.folder, site)


def begin_work(catalogue: Catalogue, folder: Path, site: Site) -> Work:
    """Begin what is made for the folder of a site that is about to be built."""
    new = empty(folder / _FOLDER)
    return Work(new, [start_process(write, catalogue, new, site) for write in (write_index, write_downloads)])


def do_work(catalogue: Catalogue, folder: Path, site: Site) -> None:
    """Do all of it at once, for the folder of a built site."""
    new = empty(folder / _FOLDER)
    write_index(catalogue, new, site)
    write_downloads(catalogue, new, site)
    move_work(new, folder)


def empty(folder: Path) -> Path:
    """Return a folder without what another build may have left in it."""
    shutil.rmtree(folder, ignore_errors=True)
    return folder


# What these need is loaded where it is needed: it takes as long as three articles take.


def write_index(catalogue: Catalogue, folder: Path, site: Site) -> None:
    """Write the search index into a folder."""
    from archive.search.index import write_search_index  # noqa: PLC0415

    write_search_index(catalogue.articles, folder / INDEX, site)


def write_downloads(catalogue: Catalogue, folder: Path, site: Site) -> None:
    """Write the files to take away into a folder."""
    from archive.exports.take_away import write_take_away  # noqa: PLC0415

    write_take_away(catalogue, folder, site)


def move_work(new: Path, site: Path) -> None:
    """Move all files of a folder into that of a site, in the place of older ones; the index as a whole."""
    shutil.rmtree(site / INDEX, ignore_errors=True)
    (new / INDEX).replace(site / INDEX)
    for path in new.rglob("*"):
        if path.is_file():
            target = site / path.relative_to(new)
            target.parent.mkdir(exist_ok=True)
            path.replace(target)
    shutil.rmtree(new)
