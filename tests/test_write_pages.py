"""Generated files are written only where they differ, and nobody else's are touched."""

from pathlib import Path

import pytest
from archive.write_pages import Written, write_pages

PAGE = b"---\ntitle: x\ntemplate: article.html\n---\n"


def test_only_what_differs_is_written(tmp_path: Path) -> None:
    """A file that holds the data already keeps its time; one that differs is replaced."""
    write_pages(tmp_path, {"a.md": PAGE, "b.md": PAGE})
    before = (tmp_path / "a.md").stat().st_mtime_ns
    assert write_pages(tmp_path, {"a.md": PAGE, "b.md": PAGE + b"x"}) == Written(1, 1, 0)
    assert (tmp_path / "a.md").stat().st_mtime_ns == before
    assert (tmp_path / "b.md").read_bytes() == PAGE + b"x"


def test_a_page_whose_article_is_gone_is_removed(tmp_path: Path) -> None:
    """The page and its original go; what the script did not make stays."""
    write_pages(tmp_path, {"gone.md": PAGE, "gone.txt": b"x", "kept.md": PAGE, "kept.txt": b"y"})
    (tmp_path / "by-hand.md").write_text("# By hand")
    (tmp_path / "by-hand.txt").write_text("By hand")
    assert write_pages(tmp_path, {"kept.md": PAGE, "kept.txt": b"y"}) == Written(0, 2, 2)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "by-hand.md",
        "by-hand.txt",
        "kept.md",
        "kept.txt",
    ]


def test_everyone_may_read(tmp_path: Path) -> None:
    """A web server under another user can read what was written."""
    write_pages(tmp_path, {"a.md": PAGE})
    assert (tmp_path / "a.md").stat().st_mode & 0o777 == 0o644


def test_a_failed_write_leaves_no_trace(tmp_path: Path) -> None:
    """Where a file can't be replaced, no half of it stays behind."""
    (tmp_path / "a.md").mkdir()
    with pytest.raises(IsADirectoryError):
        write_pages(tmp_path, {"a.md": PAGE})
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]
