"""What is made beside the pages arrives whole or not at all, by a copy of this process or by a new one."""

import threading
from pathlib import Path

import pytest
from archive.catalogue.catalogue import Catalogue, make_catalogue
from archive.search.index import INDEX
from archive.site.work import begin_work
from archive.sources.read_articles import read_articles
from conftest import SAMPLE
from make import SITE


@pytest.mark.parametrize("threads", [0, 1])
def test_takes_the_place_of_what_was_there(tmp_path: Path, threads: int) -> None:
    """The site holds the new index and nothing of the one before, each download, and nothing half done."""
    end = threading.Event()
    for _ in range(threads):
        threading.Thread(target=end.wait).start()
    (tmp_path / INDEX).mkdir()
    (tmp_path / INDEX / "old").touch()
    articles, _ = read_articles(SAMPLE)
    work = begin_work(make_catalogue(articles, SITE), tmp_path, SITE)
    end.set()
    work.move_into(tmp_path)
    assert (tmp_path / INDEX / "archive.json").is_file()
    assert not (tmp_path / INDEX / "old").exists()
    assert {path.name for path in tmp_path.glob("articles/*.md")} == {f"{a.record.slug}.md" for a in articles}
    assert not list(tmp_path.rglob(".new*"))


def test_a_failure_is_told(tmp_path: Path) -> None:
    """If the process fails, the build fails, and an older index stays."""
    (tmp_path / INDEX).mkdir()
    catalogue = Catalogue([None], {}, [], [])  # type: ignore[list-item]
    with pytest.raises(RuntimeError, match="can't be written"):
        begin_work(catalogue, tmp_path, SITE).move_into(tmp_path)
    assert (tmp_path / INDEX).is_dir()
    assert not list(tmp_path.glob(".new*"))
