"""The stemmer and the folding in JavaScript agree with what the index was made with."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import snowballstemmer
from archive.catalogue.fold import decode_entities, find_edges, find_tokens
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
    """Return a page that has loaded the search."""
    page = chromium.new_page()
    page.goto(f"{serve(site)}/about/")
    page.evaluate("async () => { await archive.load('/assets/search/search.js') }")
    return page


def stem_all(page: Page, words: list[str]) -> list[str]:
    """Return the stems that the search in the browser gives."""
    return page.evaluate("words => words.map(archive.data.stem)", words)


def test_stems_of_the_archive(module: Page) -> None:
    """Every word of the real articles has the stem that Snowball gives it."""
    words = sorted(
        {
            word
            for article in read_articles(SAMPLE)[0]
            for paragraph in article.paragraphs
            for token in find_tokens(paragraph.text)
            for word in token.read.forms
            if "." not in word
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
        """O’Connell don't L.A. U.S café co-workers e.g. Ⅳ x — … 13,0 ß Größe l’eau qu’il 1,250,000 2.500 łódź
        公共图书馆 とうきょう コンピューター ｶﾞｷﾞ ห้องสมุด ພາສາລາວ ភាសាខ្មែរ မြန်မာ हिंदी
        J. F. T HE US U. treaty¹ km² times.6 weir[4] 1 250 000 12,34,567 dell’Acqua vice-president-elect
        ٢٠٢١ ŀ الكتّاب المــديــرة کتاب
        caf&eacute; &amp; &#8217; &#x2014; &notone; &AMP; 😀 👩\u200d🚒 wo\u00adrd a\u200bb \ufeffx""".split()
    )
    | st.sampled_from(["-", "-\n", "¬ \n ", "\u00ad\n", " ", "\n", "\u00a0", "\u202f"])
    | st.text(KNOWN, max_size=6),
    max_size=8,
).flatmap(lambda parts: st.sampled_from(["", " "]).map(lambda space: space.join(parts)))


@settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS)
def test_words_are_folded_alike(module: Page, text: str) -> None:
    """Python and the browser find the same words, in the same forms, joined by the same hyphens."""
    script = """text => {
      const {toTokens} = archive.data;
      const {tokens} = toTokens(text);
      return [
        tokens.map(({read: {forms, elided, others}, note = false}) => [[forms, elided, others], note]),
        tokens.flatMap(({edges = []}, at) => edges.map(({size, form, exact}) => [at, size, form, exact])),
      ];
    }"""
    decoded = decode_entities(text)
    tokens = find_tokens(decoded)
    words, edges = module.evaluate(script, text)
    assert words == [[[list(forms) for forms in token.read], token.note] for token in tokens], json.dumps(
        text
    )
    found = sorted(list(edge) for edge in find_edges(decoded, tokens))
    assert sorted(edges) == found, json.dumps(text)


def test_a_word_stands_where_the_text_has_it(module: Page) -> None:
    """Where a text has entities, a word begins and ends where they stand in it."""
    script = """text => {
      const {toTokens} = archive.data;
      return toTokens(text).tokens.map(({start, end}) => text.slice(start, end));
    }"""
    text = "The caf&eacute; of Jones &amp; Sons&#8217;s, &Eacute;toile&nbsp;1"
    words = ["The", "caf&eacute;", "of", "Jones", "Sons&#8217;s", "&Eacute;toile", "1"]
    assert module.evaluate(script, text) == words
