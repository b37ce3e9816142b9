"""What is made from the articles alone, by a process of its own while MkDocs draws the pages.

A second core is free then. It makes the search index, then what readers take away, in a folder beside the
pages, from where all of it is moved when the pages are there.
"""

import shutil
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
    """The process that is at work, and the folder in which it writes."""

    folder: Path
    process: BaseProcess

    def stop(self) -> None:
        """End the work, and leave nothing of it."""
        self.process.terminate()
        self.process.join()
        shutil.rmtree(self.folder, ignore_errors=True)

    def move_into(self, site: Path) -> None:
        """Wait for the work, and put all of it into the folder of a built site."""
        self.process.join()
        if self.process.exitcode:
            shutil.rmtree(self.folder, ignore_errors=True)
            raise RuntimeError("search index and downloads can't be written; the reason stands above")
        move_work(self.folder, site)


def begin_work(catalogue: Catalogue, folder: Path, site: Site) -> Work:
    """Begin what is made for the folder of a site that is about to be built."""
    new = folder / _FOLDER
    return Work(new, start_process(write_work, catalogue, new, site))


def write_work(catalogue: Catalogue, new: Path, site: Site) -> None:
    """Write search index and files to take away into a folder, which another build may have left."""
    # What these need is loaded where it is needed: it takes as long as three articles take.
    from archive.exports.take_away import write_take_away  # noqa: PLC0415
    from archive.search.index import write_search_index  # noqa: PLC0415

    shutil.rmtree(new, ignore_errors=True)
    write_search_index(catalogue.articles, new / INDEX, site)
    write_take_away(catalogue, new, site)


def do_work(catalogue: Catalogue, folder: Path, site: Site) -> None:
    """Do all of it at once, for the folder of a built site."""
    write_work(catalogue, folder / _FOLDER, site)
    move_work(folder / _FOLDER, folder)


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
