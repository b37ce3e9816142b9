"""The search index, written by a process of its own while MkDocs builds the site: a second core is free."""

import shutil
import signal
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path
from tempfile import TemporaryDirectory

from archive.search.index import INDEX, write_search_index
from archive.sources.article import Article
from archive.sources.site import Site

_SCRIPTS = str(Path(__file__).resolve().parents[2])


@dataclass(frozen=True)
class Indexing:
    """The process that writes an index, and the folder that holds it until the site is there."""

    folder: TemporaryDirectory[str]
    process: BaseProcess

    def move_into(self, site: Path) -> None:
        """Wait for the index, and put it into the folder of a built site."""
        with self.folder as folder:
            self.process.join()
            if self.process.exitcode:
                raise RuntimeError("the search index can't be written; the reason stands above")
            shutil.rmtree(site / INDEX, ignore_errors=True)
            shutil.move(Path(folder, INDEX), site)


def begin_index(articles: Sequence[Article], site: Site) -> Indexing:
    """Begin to write the search index of these articles; the process ends with this one if it must."""
    # It looks for its modules where this one does, and MkDocs forgets the folder of its hooks.
    if _SCRIPTS not in sys.path:
        sys.path.insert(0, _SCRIPTS)
    folder = TemporaryDirectory()
    # Started afresh, since a copy of a process loses its threads, and MkDocs has some when it serves.
    process = get_context("spawn").Process(
        target=write_search_index, args=(articles, Path(folder.name, INDEX), site), daemon=True
    )
    # Ctrl-C is for MkDocs, which ends this process too; by itself it would complain of being interrupted.
    heeded = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        process.start()
    finally:
        signal.signal(signal.SIGINT, heeded)
    return Indexing(folder, process)
