"""The search on natural English texts: the docstrings of Python's standard library."""

import ast
import itertools
import sysconfig
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from archive.sources.article import Article
from asking import SHOW_ALL, ask, build_index, check_phrases, copy_bare_site, make_article, to_hit, to_texts
from oracle import STEM, find_stems, list_words
from playwright.sync_api import Browser, Page

LONGEST = 4_000

# Types each word as a reader does, last letter last, then presses Enter, and collects what is said.
TYPE = """async (words) => {
  const form = document.querySelector("#search form");
  const results = document.getElementById("search-results");
  const finish = async () => {
    while (results.ariaBusy !== "false") await new Promise((done) => setTimeout(done, 1));
    return document.getElementById("search-status").textContent;
  };
  const said = [];
  for (const word of words) {
    form.elements.q.value = word;
    form.elements.q.dispatchEvent(new Event("input", {bubbles: true}));
    const typing = await finish();
    form.requestSubmit();
    const entered = await finish();
    const shown = [...results.children].map((hit) => hit.querySelector("a").href.split("/").at(-2));
    said.push([typing, entered, shown]);
  }
  return said;
}"""


def list_docstrings(path: Path) -> Iterator[str]:
    """Yield every docstring of a module."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and (doc := ast.get_docstring(node)):
            yield doc


def make_library() -> Iterator[Article]:
    """Yield an article for each module of the standard library; its paragraphs have lines."""
    numbers = itertools.count()
    for path in sorted(Path(sysconfig.get_path("stdlib")).rglob("[a-z]*.py")):
        if "test" in str(path) or "site-packages" in path.parts:
            continue
        text = "\n\n".join(list_docstrings(path))[:LONGEST]
        if len(text) > 500:
            paragraphs = ["\n".join(map(str.strip, part.split("\n"))).strip() for part in text.split("\n\n")]
            yield make_article(f"a-{next(numbers)}", [part for part in paragraphs if part])


@pytest.fixture(scope="module")
def library() -> list[Article]:
    """Return the articles."""
    return list(itertools.islice(make_library(), 200))


@pytest.fixture(scope="module")
def texts(library: list[Article]) -> dict[str, list[str]]:
    """Return what is searched of each."""
    return {slug: ["A title", *paragraphs] for slug, paragraphs in to_texts(library).items()}


@pytest.fixture(scope="module")
def page(
    chromium: Browser,
    serve: Callable[[Path], str],
    site: Path,
    tmp_path_factory: pytest.TempPathFactory,
    library: list[Article],
) -> Iterator[Page]:
    """Return the search page of the articles."""
    shelf = copy_bare_site(site, tmp_path_factory.mktemp("shelf"))
    page = chromium.new_page()
    page.goto(f"{serve(build_index(shelf, library))}/search/")
    page.wait_for_selector("#search-results", state="attached")
    yield page
    page.close()


def test_every_frequent_word(page: Page, library: list[Article], texts: dict[str, list[str]]) -> None:
    """Each fifth frequent word is found while it is typed, and on Enter exactly the articles that hold it."""
    assert len(library) > 150
    counts = Counter(word for parts in texts.values() for part in parts for word in set(list_words(part)))
    words = [word for word, count in counts.most_common() if count > 9 and word.isascii() and word.isalpha()]
    words = words[::5]
    assert len(words) > 90
    stems = find_stems(texts)
    wrong = {}
    for word, (typing, entered, shown) in zip(words, page.evaluate(TYPE, words), strict=True):
        wanted = stems[STEM(word)]
        number = f"{len(wanted)} article{'s' if len(wanted) > 1 else ''}"
        if (
            "article" not in typing
            or not entered.startswith((f"{number},", f"{number};"))
            or not set(shown) <= wanted
        ):
            wrong[word] = (typing, entered, len(wanted), set(shown) - wanted)
    assert wrong == {}
    for word in words[::12]:
        ask(page, [word])
        assert {to_hit(links)[0] for links in page.evaluate(SHOW_ALL)} == stems[STEM(word)], word


def test_phrases_over_line_ends(page: Page, library: list[Article]) -> None:
    """A run of words is found wherever its lines end."""
    sources = to_texts(library)
    phrases = []
    for number, paragraphs in enumerate(sources.values()):
        words = " ".join(paragraphs[number % len(paragraphs)].replace('"', " ").split()).split()
        phrases += [" ".join(words[at : at + 6]) for at in range(0, len(words) - 5, 25)]
    phrases = [phrase for phrase in phrases if any(map(str.isalnum, phrase)) and "“" not in phrase]
    assert len(phrases) > 150
    check_phrases(page, phrases, sources)
