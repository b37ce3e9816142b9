"""Generated files are written only where they differ, and nobody else's are touched."""

from pathlib import Path

from archive.pages.write_pages import Written, check_places, write_pages

A, B = "articles/a.md", "index/people/b.md"
PAGE = b"---\ntitle: x\ntemplate: article.html\n---\n"


def test_only_what_differs_is_written(tmp_path: Path) -> None:
    """A file that holds the data already keeps its time; one that differs is replaced."""
    write_pages(tmp_path, [(A, PAGE), (B, PAGE)])
    before = (tmp_path / A).stat().st_mtime_ns
    assert write_pages(tmp_path, [(A, PAGE), (B, PAGE + b"x")]) == Written(1, 1, 0)
    assert (tmp_path / A).stat().st_mtime_ns == before
    assert (tmp_path / B).read_bytes() == PAGE + b"x"


def test_what_is_gone_is_removed(tmp_path: Path) -> None:
    """Page and original of an article that is gone go, and what a build that was killed left; no other."""
    kept = [("articles/kept.md", PAGE), ("articles/kept.txt", b"y"), ("index/people/kept.md", PAGE)]
    gone = [("articles/gone.md", PAGE), ("articles/gone.txt", b"x"), ("index/people/gone.md", PAGE)]
    write_pages(tmp_path, [*kept, *gone, ("articles/.new-1-half.md", b"half")])
    (tmp_path / "about.md").write_text("By hand")
    assert write_pages(tmp_path, kept) == Written(0, 3, 4)
    left = [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()]
    assert sorted(left) == sorted(["about.md", *(name for name, _ in kept)])


def test_everyone_may_read(tmp_path: Path) -> None:
    """A web server under another user can read what was written."""
    write_pages(tmp_path, [(A, PAGE)])
    assert (tmp_path / A).stat().st_mode & 0o777 == 0o644


def test_what_a_person_wrote_is_named(tmp_path: Path) -> None:
    """A page or picture of a person's where the build writes is a problem; generated files are none."""
    by_hand = ["articles/mine.md", "articles/mine.png", "index.md", "years/1999.md"]
    write_pages(tmp_path, [(A, PAGE), ("articles/a.txt", b"x"), *((name, b"# Mine") for name in by_hand)])
    assert list(map(str, check_places(tmp_path))) == [
        f"{tmp_path / name}:1: stands where the build writes; move it elsewhere in docs/"
        for name in ("index.md", "articles/mine.md", "articles/mine.png", "years/1999.md")
    ]
