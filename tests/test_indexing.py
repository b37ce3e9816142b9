"""The search index is written by a process of its own, and arrives whole or not at all."""

from pathlib import Path

import pytest
from archive.search.index import INDEX
from archive.search.indexing import begin_index
from archive.sources.read_articles import read_articles
from conftest import SAMPLE
from make import SITE


def test_takes_the_place_of_an_older_index(tmp_path: Path) -> None:
    """The folder of the site holds the new index, and nothing of the one before."""
    (tmp_path / INDEX).mkdir()
    (tmp_path / INDEX / "old").touch()
    articles, _ = read_articles(SAMPLE)
    begin_index(articles, SITE).move_into(tmp_path)
    names = {path.name for path in (tmp_path / INDEX).iterdir()}
    assert "archive.json" in names
    assert "old" not in names


def test_a_failure_is_told(tmp_path: Path) -> None:
    """If the process fails, the build fails, and an older index stays."""
    (tmp_path / INDEX).mkdir()
    with pytest.raises(RuntimeError, match="can't be written"):
        begin_index([None], SITE).move_into(tmp_path)  # type: ignore[list-item]
    assert (tmp_path / INDEX).is_dir()
