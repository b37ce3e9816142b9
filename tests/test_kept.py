"""What was made before is taken only where nothing has changed it."""

from pathlib import Path
from tempfile import TemporaryDirectory

from archive.catalogue.catalogue import make_catalogue
from archive.catalogue.read_archive import read_archive
from archive.sources.kept import NOTHING_KEPT, Kept
from archive.sources.problem import Problem
from build_pages import list_files
from hypothesis import given, settings
from hypothesis import strategies as st
from make import SITE, make_fact, write_article

NAMES = ("Al", "Bo", "Cy")

# An article: its text, its title, its year, the people whom it names, and its kind, which may be a wrong one.
articles = st.tuples(
    st.sampled_from(["Al Bo Cy.", "Cy.\nBo met Al."]),
    st.sampled_from(["One", "Two"]),
    st.sampled_from(["2019", "2020-05"]),
    st.lists(st.sampled_from(NAMES), unique=True),
    st.sampled_from(["news report", "news report", "rumour"]),
)
archives = st.dictionaries(st.sampled_from(["a", "b", "c", "d"]), articles)


def make_all(folder: Path, kept: Kept) -> tuple[dict[str, bytes], list[Problem]]:
    """Return every generated file of a folder of articles, and all problems."""
    found, problems = read_archive(folder, SITE.words, kept)
    return dict(list_files(make_catalogue(found, SITE, kept), SITE, kept)), problems


@given(states=st.lists(archives, min_size=2, max_size=4))
@settings(max_examples=40)
def test_as_if_made_anew(states: list[dict[str, tuple[str, str, str, list[str], str]]]) -> None:
    """However an archive changes, its pages and problems are those of a build that knows of none before."""
    kept = Kept(remembers=True)
    with TemporaryDirectory() as name:
        folder = Path(name)
        for state in states:
            for path in folder.iterdir():
                path.unlink()
            for slug, (text, title, year, people, kind) in state.items():
                facts = {"title": make_fact(title), "date": make_fact(year)}
                write_article(folder, slug, text, people=people, kind=kind, **facts)
            assert make_all(folder, kept) == make_all(folder, NOTHING_KEPT)


def test_not_made_twice() -> None:
    """What is as it was is not made again, and the newest of what was made is what counts."""
    made: list[int] = []

    def double(number: int) -> int:
        made.append(number)
        return 2 * number

    kept = Kept(remembers=True)
    assert [kept.make(double, "one", number) for number in (1, 1, 2, 1)] == [2, 2, 4, 2]
    assert made == [1, 2, 1]
