"""The search index, written by a process of its own while MkDocs builds the site: a second core is free."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.process import BaseProcess
from pathlib import Path
from tempfile import TemporaryDirectory

from archive.search.index import INDEX, write_search_index
from archive.sources.article import Article
from archive.sources.process import start_process
from archive.sources.site import Site


@dataclass(frozen=True)
class Indexing:
    """The process that writes an index, and the folder that holds it until the site is there."""

    folder: TemporaryDirectory[str]
    process: BaseProcess

    def stop(self) -> None:
        """Leave the index unwritten."""
        self.process.terminate()
        self.process.join()
        self.folder.cleanup()

    def move_into(self, site: Path) -> None:
        """Wait for the index, and put it into the folder of a built site."""
        with self.folder as folder:
            self.process.join()
            if self.process.exitcode:
                raise RuntimeError("the search index can't be written; the reason stands above")
            replace_index(Path(folder, INDEX), site)


def begin_index(articles: Sequence[Article], site: Site) -> Indexing:
    """Begin to write the search index of these articles."""
    folder = TemporaryDirectory()
    return Indexing(folder, start_process(write_search_index, articles, Path(folder.name, INDEX), site))


def replace_index(index: Path, site: Path) -> None:
    """Put an index that is whole into the folder of a built site, in the place of an older one."""
    shutil.rmtree(site / INDEX, ignore_errors=True)
    shutil.move(index, site / INDEX)
