"""A problem is one line that any terminal can show."""

from archive.sources.problem import Problem


def test_says_path_line_and_what_is_wrong() -> None:
    """A problem reads as compilers write it, so that editors can jump to the place."""
    assert str(Problem("articles/foo.yml", 3, "slug is missing")) == "articles/foo.yml:3: slug is missing"


def test_stays_on_one_line() -> None:
    """No character of a file's name or contents breaks the line or can't be printed."""
    problem = Problem("a\nb\udcff.txt", 1, "is \x1b[31mred\u2028")
    assert str(problem) == r"a\nb\udcff.txt:1: is \x1b[31mred\u2028"
