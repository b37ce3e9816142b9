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
    assert write_pages(tmp_path, [(A, PAGE), (B, PAGE + b"x")]) == Written(1, 1, 0, ())
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
    assert write_pages(tmp_path, kept) == Written(0, 3, 3, ())
    left = [str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*.*") if path.suffix]
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
    assert sorted(path.name for path in (tmp_path / "articles").iterdir()) == [".generated", "a.md"]


def test_what_a_person_wrote_stays(tmp_path: Path) -> None:
    """A home page of a person's own is left as it is, and is named."""
    (tmp_path / "index.md").write_text("template: home.html, by hand")
    written = write_pages(tmp_path, [("index.md", PAGE), (A, PAGE)])
    assert written.by_hand == ("index.md",)
    assert "written by hand, and left so: index.md" in str(written)
    assert (tmp_path / "index.md").read_text() == "template: home.html, by hand"
    write_pages(tmp_path, [])
    assert (tmp_path / "index.md").is_file()


def test_an_original_goes_even_without_its_page(tmp_path: Path) -> None:
    """Where a person has removed a generated page, the files beside it still go with the article."""
    write_pages(tmp_path, [(A, PAGE), ("articles/a.txt", b"x")])
    (tmp_path / A).unlink()
    write_pages(tmp_path, [])
    assert not (tmp_path / "articles/a.txt").exists()
