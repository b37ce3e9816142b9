"""The search on natural English texts: the docstrings of Python's standard library."""

import ast
import itertools
import random
import re
import sysconfig
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from archive.sources.article import Article
from asking import (
    ALL,
    ask,
    ask_until,
    build_index,
    build_offline,
    check_phrases,
    copy_bare_site,
    make_article,
    to_texts,
)
from conftest import ROOT
from make import make_fact
from oracle import STEM, find_stems, list_words
from playwright.sync_api import Browser, Page, expect

LONGEST = 4_000

DATES = {"initials": "1913-06-03", "jump": "1913-06"}

# Each query, with the paragraphs that are found; in quotation marks, with no others.
REMEMBERED: dict[str, dict[str, list[int]]] = {
    "W.H. Marlow": {"initials": [3]},
    "W. H. Marlow": {"initials": [3]},
    "w h marlow": {"initials": [3]},
    "U S Army": {"initials": [4]},
    "H. Marlow": {"initials": [3]},
    '"J.F. Tarrant"': {"initials": [4, 5]},
    '"J. F. Tarrant"': {"initials": [4, 5]},
    "U.S. Engineers": {"initials": [3]},
    "U. S. Engineers": {"initials": [3]},
    "US Army": {"initials": [4]},
    '"US Army"': {"initials": [4]},
    '"signed the treaty on the quay"': {"note-signs": [2]},
    '"fishermen were ahead of the lawyers"': {"note-signs": [2]},
    '"halved four times. Nobody spoke"': {"note-signs": [3]},
    '"the weir until the autumn"': {"note-signs": [3]},
    "treaty ahead": {"note-signs": [2]},
    "CO2": {"formulas": [1]},
    "km²": {"formulas": [1]},
    '"begun before the first frost"': {"jump": [3]},
    '"is to be opened as a museum in the spring"': {"hardwrap-double": [2]},
    "시장": {"korean": [1, 2], "korean-other": [1, 2]},
    "다리": {"korean": [1, 2, 3], "korean-other": [2]},
    "도서관": {"korean": [4], "korean-other": [3]},
    "water fire": {"joined": [1, 2]},
    "river wardens": {"formulas": [2]},
    "riverwardens": {"formulas": [2]},
    "reelected": {"joined": [3]},
    "vicepresidentelect": {"joined": [3]},
    "1250000": {"number-spaces": [2], "formulas": [2]},
    "1,250,000": {"number-spaces": [2], "formulas": [2]},
    "1.250.000": {"number-spaces": [2], "formulas": [2]},
    "1 250 000 francs": {"number-spaces": [2]},
    '"12,50,000 rupees"': {"formulas": [2]},
    "lamplighter walked out to the lightship with a lantern": {"long-paragraph": [2]},
    "Realized": {"drop-cap": [2]},
    '"The last stone"': {"drop-cap": [3]},
    "children run": {"two-languages": [2]},
    '"Acqua Alta"': {"formulas": [3]},
    '"Étienne Exemple"': {"formulas": [3]},
    "3 June 1913": {"initials": [], "formulas": [4]},
    "June 3, 1913": {"initials": [], "formulas": [4]},
    "1913-06-03": {"initials": [], "formulas": [4]},
    "3 de junio de 1913": {"initials": []},
    "June 1913": {"initials": [], "jump": []},
    "Brücke": {"german": [1, 2]},
}

# Each query that is answered in another way too, and what is said then.
SAID = {
    "replikation": "In longer words: Datenbankreplikation, 1 article",
    "Brücke": "In longer words: Hafenbrücke, 1 article",
    '"lightship lamplighter"': "stand nowhere in this order. Without quotation marks: 1 article",
    "June 1913": "Of June 1913 by their record: 2 articles; the others print the date.",
}

ORDERED = {"rail road": ["rails", "formulas"], "wardens": ["formulas", "rails"]}


# What people change in what they remember, none of which matters.
CHANGES: list[Callable[[str], str]] = [
    str.lower,
    str.upper,
    lambda text: re.sub(r"(?<=\b[A-Z])\. ?(?=[A-Z]\b)", "", text),
    lambda text: re.sub(r"(?<=\b[A-Z]\.)(?=[A-Z]\.)", " ", text),
    lambda text: re.sub(r"(?<=\d),(?=\d{3}\b)", "", text),
    lambda text: text.replace("-", " "),
    lambda text: text.replace("’", "'"),
    lambda text: re.sub(r"[¹²³⁴]|\[\d+\]", "", text),
    lambda text: unicodedata.normalize("NFD", text),
    lambda text: re.sub(r"[.,;:!?()]+(?=\s|$)", "", text),
]


def is_query(typed: str) -> bool:
    """Return whether what is typed has a word, and nothing that means something else in a query."""
    signs = re.search(
        r"[\"“”*`=<>|&~]|(?:^|\s)-|\b(?:OR|AND|NOT|NEAR)\b|\b(?:title|author|from|to|date):", typed
    )
    return bool(re.search(r"[^\W_]", typed)) and not signs


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


def make_remembered() -> Iterator[Article]:
    """Yield an article for each text that people remember otherwise than it is printed."""
    languages = {"korean": "ko", "korean-other": "ko", "number-spaces": "fr", "german": "de"}
    both = {"two-languages": ["en", "es"]}
    for path in sorted((ROOT / "tests" / "remembered").glob("*.txt")):
        lines = [line.strip() for line in path.read_text("utf-8").splitlines() if line.strip()]
        yield make_article(
            path.stem,
            lines,
            language=both.get(path.stem) or languages.get(path.stem, "en"),
            date=make_fact(DATES.get(path.stem, "1931")),
        )


@pytest.fixture(scope="module")
def library() -> list[Article]:
    """Return the articles: two hundred natural ones, and those among them that people remember."""
    return [*itertools.islice(make_library(), 200), *make_remembered()]


@pytest.fixture(scope="module")
def texts(library: list[Article]) -> dict[str, list[str]]:
    """Return what is searched of each that is in English."""
    english = [article for article in library if article.record.language == "en"]
    return {slug: ["A title", *paragraphs] for slug, paragraphs in to_texts(english).items()}


@pytest.fixture(scope="module")
def folder(site: Path, tmp_path_factory: pytest.TempPathFactory, library: list[Article]) -> Path:
    """Return the site of the articles."""
    return build_index(copy_bare_site(site, tmp_path_factory.mktemp("shelf")), library)


@pytest.fixture(scope="module")
def page(chromium: Browser, serve: Callable[[Path], str], folder: Path) -> Iterator[Page]:
    """Return the search page of the articles."""
    page = chromium.new_page()
    page.goto(f"{serve(folder)}/search/")
    page.wait_for_selector("#search-results", state="attached")
    yield page
    page.close()


@pytest.fixture(scope="module")
def offline(chromium: Browser, site: Path, folder: Path) -> Iterator[Page]:
    """Return the search page of the articles in the offline edition."""
    page = chromium.new_page()
    page.goto(build_offline(site, folder))
    page.wait_for_selector("#search-results", state="attached")
    yield page
    page.close()


def check_rows(page: Page) -> None:
    """Fail unless each query lists the paragraphs that are remembered."""
    found = dict(zip(REMEMBERED, ask(page, list(REMEMBERED)), strict=True))
    wrong = {
        query: hits
        for query, hits in found.items()
        if any((slug, numbers) not in hits for slug, numbers in REMEMBERED[query].items())
        or (query.startswith('"') and dict(hits) != REMEMBERED[query])
    }
    assert wrong == {}


def test_what_is_remembered(page: Page) -> None:
    """Words are found as people remember them, whatever they were printed like."""
    check_rows(page)


def test_what_is_remembered_offline(offline: Page) -> None:
    """The same is found in the offline edition."""
    check_rows(offline)


def test_what_is_remembered_while_typing(page: Page) -> None:
    """The same is found before Enter is pressed."""
    said = ask_until(page, dict.fromkeys(REMEMBERED, ""), typing=True)
    assert [query for query, (typed, _, _) in said.items() if "article" not in typed] == []


@pytest.mark.parametrize(("query", "said"), SAID.items())
def test_what_is_said(page: Page, query: str, said: str) -> None:
    """What is found in another way is said, one click away; the help is open where nothing is found."""
    (hits,) = ask(page, [query])
    expect(page.locator("#search-help, .longer").filter(has_text=said)).to_have_count(1)
    if not hits:
        expect(page.locator("#search-status")).to_have_text("No article is found.")
        expect(page.locator("details.help")).to_have_attribute("open", "")
        link = page.locator("#search-help").get_by_role("link", name="1 article", exact=True)
        link.click()
        expect(page.locator("#search-results > li")).to_have_count(1)


def test_as_typed_comes_first(page: Page) -> None:
    """What is found as typed comes before what is found by a rule, and this before what is by a stem."""
    for query, wanted in ORDERED.items():
        (hits,) = ask(page, [query])
        assert [slug for slug, _ in hits if slug in wanted] == wanted, query


def test_the_best_place(page: Page) -> None:
    """An excerpt shows where the words stand closest together, and the link leads there."""
    ask(page, ["lamplighter walked out to the lightship with a lantern"])
    excerpt = page.locator("#search-results .excerpt").first
    expect(excerpt).to_contain_text("the lamplighter walked out to the lightship with a lantern")


def test_every_frequent_word(page: Page, library: list[Article], texts: dict[str, list[str]]) -> None:
    """Each fifth frequent word is found while it is typed, and on Enter exactly the articles that hold it."""
    assert len(library) > 150
    counts = Counter(word for parts in texts.values() for part in parts for word in set(list_words(part)))
    words = [
        word
        for word, count in counts.most_common()
        if count > 9 and len(word) > 2 and word.isascii() and word.isalpha()
    ]
    words = words[::5]
    assert len(words) > 90
    stems = find_stems(texts)
    wrong = {}
    for word, (typing, entered, hits) in ask_until(page, dict.fromkeys(words, ""), typing=True).items():
        wanted, shown = stems[STEM(word)], {slug for slug, _ in hits}
        number = f"{len(wanted)} article{'s' if len(wanted) > 1 else ''}"
        if (
            "article" not in typing
            or not entered.startswith((f"{number},", f"{number};"))
            or not shown <= wanted
        ):
            wrong[word] = (typing, entered, len(wanted), shown - wanted)
    assert wrong == {}
    for word, (_, _, hits) in ask_until(page, dict.fromkeys(words[::12], ALL)).items():
        assert sorted(slug for slug, _ in hits) == sorted(stems[STEM(word)]), word


def change(run: list[str], chance: random.Random) -> str:
    """Return a run of words as a person may type it who remembers it."""
    typed = " ".join(run)
    for alter in chance.sample(CHANGES, 2):
        typed = alter(typed)
    return typed


def test_runs_as_people_change_them(page: Page, library: list[Article]) -> None:
    """Of two thousand runs of words, changed as people change them, not one is missed."""
    chance = random.Random(3)
    asked: dict[str, str] = {}
    for article in itertools.cycle(library):
        words = chance.choice(article.paragraphs).text.split()
        at = chance.randrange(len(words))
        run = words[at : at + chance.randint(1, 5)]
        quoted = chance.random() < 0.5
        typed = change(run, chance).strip("“”\"'’-")
        if is_query(typed):
            asked[f'"{typed}"' if quoted else typed] = article.record.slug
        if len(asked) == 2_000:
            break
    found = ask_until(page, asked)
    missed = {query: slug for query, slug in asked.items() if slug not in dict(found[query][2])}
    assert missed == {}


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
