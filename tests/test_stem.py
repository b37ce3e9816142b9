"""The stemmer and the folding in JavaScript agree with what the index was made with."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import snowballstemmer
from archive.catalogue.fold import render_indexed
from archive.sources.read_articles import read_articles
from conftest import SAMPLE
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

STEMMER = snowballstemmer.stemmer("english")
ENDINGS = """
    s es ed ing ly ness ment ation ational ization ful fulness less lessly ous ously ousness ive iveness
    able ably ible ibly ability al ally alism ality ance ence er ion ism ist ity ize izer y ies ied eed
    eedly ogy logi ably est ier icate iciti ical ative entli
""".split()
STEMS = """
    abil agre arsen be boss by can commun cit deport dy fl gener hop kni mayor ox pla rat say sk tr us wy
""".split()


@pytest.fixture(scope="module")
def module(chromium: Browser, site: Path, serve: Callable[[Path], str]) -> Page:
    """Return a page from which the modules of the search can be imported."""
    page = chromium.new_page()
    page.goto(f"{serve(site)}/about/")
    return page


def stem_all(page: Page, words: list[str]) -> list[str]:
    """Return the stems that the search in the browser gives."""
    script = "async words => (({stem}) => words.map(stem))(await import('/assets/search/stem.js'))"
    return page.evaluate(script, words)


def test_stems_of_the_archive(module: Page) -> None:
    """Every word of the real articles has the stem that Snowball gives it."""
    words = sorted(
        {
            word
            for article in read_articles(SAMPLE)[0]
            for paragraph in article.paragraphs
            for word in render_indexed(paragraph.text).split()
        }
    )
    assert len(words) > 500
    assert stem_all(module, words) == STEMMER.stemWords(words)


def test_stems_of_made_up_words(module: Page) -> None:
    """Words with every ending, and two endings in a row, have Snowball's stem."""
    words = [stem + one + two for stem in STEMS for one in ENDINGS for two in ["", *ENDINGS]]
    words += [stem + letter + one for stem in STEMS for letter in "bdglmnprtwxy" for one in ENDINGS]
    found, wanted = stem_all(module, words), STEMMER.stemWords(words)
    assert {w: (f, s) for w, f, s in zip(words, found, wanted, strict=True) if f != s} == {}


# Python and the browser may know different editions of Unicode; older characters are letters in both.
KNOWN = st.characters(codec="utf-8", exclude_characters="\0", exclude_categories=["Cn", "Cs"])
TEXTS = st.lists(
    st.sampled_from(
        ["O’Connell", "don't", "L.A.", "U.S", "café", "co-workers", "e.g.", "Ⅳ", "x", "—", "…", "13,0", "ß"]
    )
    | st.text(KNOWN, max_size=6),
    max_size=8,
).map(" ".join)


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS)
def test_words_are_folded_alike(module: Page, text: str) -> None:
    """Each form under which the index holds a word is a form that the browser gives it."""
    script = """async text => {
      const {toTokens, toIndexed} = await import('/assets/search/fold.js');
      return toTokens(text).flatMap(({form, others}) => [toIndexed(form), ...others]);
    }"""
    assert sorted(module.evaluate(script, text)) == sorted(render_indexed(text).split()), json.dumps(text)
