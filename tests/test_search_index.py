"""The index of made-up articles: hostile ones, and more than are shown at a time."""

from collections.abc import Callable
from pathlib import Path

import pytest
from archive.sources.article import Article
from asking import ask, build_index, check_phrases, copy_bare_site, make_article, to_texts
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from make import make_fact
from playwright.sync_api import Browser, expect

LETTERS = st.sampled_from(["a", "b", "bb", "the", "Los", "é", "ñ", "O'B", "we’ve", "x-y", "1", "2,0"])
MARKS = st.sampled_from(
    [
        " ",
        " ",
        " ",
        "—",
        "–",
        "… ",
        "...",
        ", ",
        ". ",
        "; ",
        " (",
        ") ",
        " “",
        "” ",
        "-",
        "/",
        "\t",
        "*",
        "&",
        "<b>",
    ]
)
WORDY = st.lists(st.tuples(LETTERS, MARKS), min_size=3, max_size=30).map(
    lambda pairs: "".join(map("".join, pairs))
)


@pytest.fixture(scope="module")
def shelf(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder in which sites with an index of their own can be made."""
    return copy_bare_site(site, tmp_path_factory.mktemp("shelf"))


@settings(
    max_examples=8,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(texts=st.lists(st.lists(WORDY, min_size=1, max_size=5), min_size=2, max_size=5), data=st.data())
def test_hostile_punctuation(
    chromium: Browser, serve: Callable[[Path], str], shelf: Path, texts: list[list[str]], data: st.DataObject
) -> None:
    """Whatever stands between the words, a phrase lists exactly the paragraphs of the oracle."""
    articles = [
        make_article(f"a-{number}", [line.strip() for line in lines]) for number, lines in enumerate(texts)
    ]
    sources = to_texts(articles)
    phrases = []
    for paragraphs in sources.values():
        for paragraph in paragraphs:
            start = data.draw(st.integers(0, max(0, len(paragraph) - 2)))
            words = paragraph[start:].replace("“", " ").replace("”", " ").split()
            phrases += [" ".join(words[:size]) for size in range(1, 5)]
    phrases = [phrase for phrase in phrases if any(char.isalnum() for char in phrase)]
    page = chromium.new_page()
    page.goto(f"{serve(build_index(shelf, articles))}/search/")
    check_phrases(page, phrases, sources)
    page.close()


def make_zebras() -> list[Article]:
    """Return articles that all hold a word: one in its title, one in a name, one more often than the rest."""
    fields: dict[int, dict[str, object]] = {
        11: {"people": ["Ann Zebra"]},
        17: {"title": make_fact("A Zebra")},
    }
    lines = {11: ["Ann Zebra ran."], 23: ["The zebra ran."] * 9}
    return [
        make_article(
            f"a-{number}",
            [*lines.get(number, ["One zebra ran."]), "Grass. " * 800, f"Line {number} is the last."],
            date=make_fact(f"{1980 + number}"),
            **fields.get(number, {}),
        )
        for number in range(40)
    ]


def test_the_best_of_many_comes_first(chromium: Browser, serve: Callable[[Path], str], shelf: Path) -> None:
    """Among more articles than are compared at a time, title comes before names, and names before text."""
    page = chromium.new_page()
    page.goto(f"{serve(build_index(shelf, make_zebras()))}/search/")
    for query in ("zebra", "zebras", "zeb"):
        (hits,) = ask(page, [query])
        assert [slug for slug, _ in hits][:3] == ["a-17", "a-11", "a-23"], query
    page.close()


def test_facets_stand_as_in_a_list_of_names(
    chromium: Browser, serve: Callable[[Path], str], shelf: Path
) -> None:
    """The values of a facet are in the order of the alphabet, small letters and accents or not."""
    papers = ["Zeit", "apex", "Écho"]
    articles = [
        make_article(f"a-{number}", ["A word."], publication=make_fact(paper))
        for number, paper in enumerate(papers)
    ]
    page = chromium.new_page()
    page.goto(f"{serve(build_index(shelf, articles))}/search/?q=word")
    options = page.locator("select[name=publication] option")
    expect(options).to_have_text(["any", "apex (1)", "Écho (1)", "Zeit (1)"])
    page.close()


def test_more_that_cannot_be_loaded(chromium: Browser, serve: Callable[[Path], str], shelf: Path) -> None:
    """If further articles can't be loaded the reader is told, and a button tries again."""
    page = chromium.new_page()
    page.goto(f"{serve(build_index(shelf, make_zebras()))}/search/?q=zebra")
    expect(page.locator("#search-results > li")).to_have_count(10)
    page.route("**/texts/*", lambda route: route.abort())
    page.get_by_role("button", name="More articles").click()
    expect(page.locator("#search-status")).to_have_text("The search index could not be loaded.")
    page.unroute("**/texts/*")
    page.get_by_role("button", name="Try again").click()
    expect(page.locator("#search-results > li")).to_have_count(10)
    page.close()
