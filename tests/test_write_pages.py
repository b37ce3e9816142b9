"""Generated files are written only where they differ, and nobody else's are touched."""

from pathlib import Path

import pytest
from archive.pages.write_pages import Written, write_pages

A, B = "articles/a.md", "index/people/b.md"
PAGE = b"---\ntitle: x\ntemplate: article.html\n---\n"


def test_only_what_differs_is_written(tmp_path: Path) -> None:
    """A file that holds the data already keeps its time; one that differs is replaced."""
    write_pages(tmp_path, [(A, PAGE), (B, PAGE)])
    before = (tmp_path / A).stat().st_mtime_ns
    assert write_pages(tmp_path, [(A, PAGE), (B, PAGE + b"x")]) == Written(1, 1, 0)
    assert (tmp_path / A).stat().st_mtime_ns == before
    assert (tmp_path / B).read_bytes() == PAGE + b"x"


def test_a_page_whose_article_is_gone_is_removed(tmp_path: Path) -> None:
    """The page and its original go; what the script did not make stays."""
    kept = [("articles/kept.md", PAGE), ("articles/kept.txt", b"y"), ("index/people/kept.md", PAGE)]
    gone = [("articles/gone.md", PAGE), ("articles/gone.txt", b"x"), ("index/people/gone.md", PAGE)]
    write_pages(tmp_path, [*kept, *gone])
    by_hand = ["about.md", "articles/by-hand.md", "articles/by-hand.txt"]
    for name in by_hand:
        (tmp_path / name).write_text("By hand")
    assert write_pages(tmp_path, kept) == Written(0, 3, 3)
    left = [str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*.*")]
    assert sorted(left) == sorted([*by_hand, *(name for name, _ in kept)])


def test_everyone_may_read(tmp_path: Path) -> None:
    """A web server under another user can read what was written."""
    write_pages(tmp_path, [(A, PAGE)])
    assert (tmp_path / A).stat().st_mode & 0o777 == 0o644


def test_a_failed_write_leaves_no_trace(tmp_path: Path) -> None:
    """Where a file can't be replaced, no half of it stays behind."""
    (tmp_path / A).mkdir(parents=True)
    with pytest.raises(IsADirectoryError):
        write_pages(tmp_path, [(A, PAGE)])
    assert [path.name for path in (tmp_path / "articles").iterdir()] == ["a.md"]
