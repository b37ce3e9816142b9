"""The index of made-up articles: hostile ones, more than are shown at a time, and in parts."""

import itertools
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from archive.search.index import INDEX, write_search_index
from archive.sources.article import Article, sort_newest_first
from archive.sources.check_record import parse_record
from archive.sources.text import parse_text
from asking import ask, check_phrases
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from make import make_fact, make_record, to_yaml
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
    """Return a folder in which every child is a site with a search page; its index is yet to be written."""
    shelf = tmp_path_factory.mktemp("shelf")
    shutil.copytree(site, shelf / "bare", ignore=shutil.ignore_patterns(INDEX, "articles"))
    return shelf


def make_article(number: int, lines: list[str], **fields: object) -> Article:
    """Return an article of these lines; its record has these fields."""
    text, problems = parse_text("a.txt", "\n".join(lines).encode())
    assert text.data is not None
    assert text.paragraphs is not None
    record = parse_record("a.yml", to_yaml(make_record(text.data, slug=f"a-{number}", **fields)), text).record
    assert record
    assert not problems
    return Article(f"a-{number}", text.data, text.paragraphs, record)


COUNT = itertools.count()


def build_index(shelf: Path, articles: list[Article]) -> Path:
    """Return a site with a search page and the index of these articles."""
    site = shelf / str(next(COUNT))
    shutil.copytree(shelf / "bare", site)
    # Playwright's own event loop runs in this thread.
    with ThreadPoolExecutor() as pool:
        pool.submit(write_search_index, sort_newest_first(articles), site / INDEX).result()
    return site


@settings(
    max_examples=12,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(texts=st.lists(st.lists(WORDY, min_size=1, max_size=5), min_size=2, max_size=5), data=st.data())
def test_hostile_punctuation(
    chromium: Browser, serve: Callable[[Path], str], shelf: Path, texts: list[list[str]], data: st.DataObject
) -> None:
    """Whatever stands between the words, a phrase lists exactly the paragraphs of the oracle."""
    articles = [make_article(number, lines) for number, lines in enumerate(texts)]
    sources = {article.record.slug: [p.text for p in article.paragraphs] for article in articles}
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
            number,
            [*lines.get(number, ["One zebra ran."]), f"Line {number} is the last."],
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


# Shows all that a search finds, clicking faster than it can come, and collects it.
SHOW_ALL = """async () => {
  const results = document.getElementById("search-results");
  const more = document.querySelector("#search-results + button");
  const end = Date.now() + 60_000;
  while ((results.ariaBusy !== "false" || !more.hidden) && Date.now() < end) {
    more.click();
    await new Promise((done) => setTimeout(done, 1));
  }
  return [...results.children].map((hit) => [...hit.querySelectorAll("a")].map((link) => link.href));
}"""


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
