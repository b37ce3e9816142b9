"""The search index, written by a process of its own while MkDocs builds the site: a second core is free."""

import shutil
import sys
from collections.abc import Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from archive.article import Article
from archive.search_index import INDEX, write_search_index

_SCRIPTS = str(Path(__file__).resolve().parents[1])


@dataclass(frozen=True)
class Indexing:
    """An index that is being written, and the folder that holds it until the site is there."""

    folder: TemporaryDirectory[str]
    process: ProcessPoolExecutor
    writing: Future[None]

    def move_into(self, site: Path) -> None:
        """Wait for the index, and put it into the folder of a built site."""
        with self.folder as folder, self.process:
            self.writing.result()
            shutil.rmtree(site / INDEX, ignore_errors=True)
            shutil.move(Path(folder, INDEX), site)


def begin_index(articles: Sequence[Article]) -> Indexing:
    """Begin to write the search index of these articles."""
    # The process looks for its modules where this one does, and MkDocs forgets the folder of its hooks.
    if _SCRIPTS not in sys.path:
        sys.path.insert(0, _SCRIPTS)
    folder = TemporaryDirectory()
    # Started afresh, since a copy of a process loses its threads, and MkDocs has some when it serves.
    process = ProcessPoolExecutor(1, get_context("spawn"))
    return Indexing(folder, process, process.submit(write_search_index, articles, Path(folder.name, INDEX)))
