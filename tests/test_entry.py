"""Entries of the index: where each name is printed, how it is filed, and its address."""

import re
from pathlib import Path

import pytest
from archive.catalogue.catalogue import read_archive
from archive.catalogue.entry import entry_slug, filed_form, filing_key, list_entries
from archive.sources.printed import is_printed
from conftest import SAMPLE
from hypothesis import given
from hypothesis import strategies as st
from make import write_article

FILED = {
    "Karen Bass": "Bass, Karen",
    "Francis Ford Coppola": "Coppola, Francis Ford",
    "Freddie O'Connell": "O'Connell, Freddie",
    "Hugo Soto-Martinez": "Soto-Martinez, Hugo",
    "Ludwig van Beethoven": "Beethoven, Ludwig van",
    "Ursula von der Leyen": "Leyen, Ursula von der",
    "Charles de Gaulle": "de Gaulle, Charles",
    "Eddie Van Halen": "Van Halen, Eddie",
    "Martin Luther King Jr.": "King, Martin Luther, Jr.",
    "Martin Luther King, Jr.": "King, Martin Luther, Jr.",
    "Sammy Davis Jr.": "Davis, Sammy, Jr.",
    "Henry Ford II": "Ford, Henry, II",
    "Dr. Ann Sample, M.D.": "Sample, Ann",
    "Jane Doe, Ph.D., M.D.": "Doe, Jane",
    "Sir John Smith": "Smith, John",
    "Rev. Al Sharpton": "Sharpton, Al",
    "Mr. Smith": "Smith, Mr.",
    "Lord Byron": "Byron, Lord",
    "Stephen King": "King, Stephen",
    "Joseph “Joe” Roe": "Roe, Joseph “Joe”",
    "John Roe (mayor)": "John Roe (mayor)",
    "Pope Francis": "Pope Francis",
    "Pope John Paul II": "Pope John Paul II",
    "Elizabeth II": "Elizabeth II",
    "Madonna": "Madonna",
    "毛泽东": "毛泽东",
    "<script>": "<script>",
}

PRINTED = {
    ("ICE", "a plan to sabotage ICEHe's gone"): True,
    ("ICE", "the POLICE came"): False,
    ("ICE", "ICE-related; ICE’s"): True,
    ("Bass", "the Bassett house"): False,
    ("Bass", "Bassett and Bass"): True,
    ("Trump", "Trump's, “Trump”"): True,
    ("Adams", "MacAdamson"): False,
    ("vote", "voters"): False,
    ("L.A.", "in L.A."): True,
    ("ICE", "plans to endICE"): True,
    ("ICE", "has gone too FarICE"): True,
    ("ICE", "the ICEBREAKER; iICE; McICE"): False,
    ("Karen Bass", "the mayor, Karen BassThe council"): True,
    ("Karen Bass", "saidKaren Bass"): True,
    ("Trump", "saidTrump"): True,
    ("Donald", "McDonald's"): False,
    ("Donald Duck", "McDonald Duck"): False,
    ("Donald", "DonaldDonald, MacDonald"): False,
    ("Git", "GitHub"): False,
    ("Phone", "iPhone"): False,
    ("Santis", "DeSantis"): False,
    ("Monica", "LaMonica McIver"): False,
    ("JP", "JPMorgan"): False,
    ("OS", "iOS, macOS"): False,
    ("Neil", "O'Neil, O’Neil"): False,
    ("ONU", "l’ONU, L'ONU"): True,
    ("Neil", "Leo’Neil"): True,
    ("Martinez", "Soto-Martinez"): True,
    ("北京", "在北京市"): True,
    ("311", "13110"): False,
}

SLUGS = {
    "Freddie O'Connell": "freddie-oconnell",
    "Evanston (Illinois)": "evanston-illinois",
    "José Ángel": "jose-angel",
    "毛泽东": "毛泽东",
    "Index": "index-name",
    "../../etc": "etc",
}


@pytest.mark.parametrize("name", FILED)
def test_filed(name: str) -> None:
    """A person is filed under the family name where the name plainly has one."""
    assert filed_form(name) == FILED[name]


@pytest.mark.parametrize(("form", "text"), PRINTED)
def test_printed(form: str, text: str) -> None:
    """A form is printed where it stands as words of its own, or run together with a capital."""
    assert is_printed(form, text) is PRINTED[form, text]


CAMEL = st.from_regex(r"[A-ZÀ-ÖΑ-Ρ][a-zß-öα-ρ]{1,9}", fullmatch=True)


@given(
    CAMEL, st.from_regex(r"[A-Z]?[a-z]{0,9}[A-Z]?", fullmatch=True).filter(lambda word: not word.islower())
)
def test_parts_of_names(form: str, other: str) -> None:
    """A form of one word is never printed within a name in camel case, and always as a word of its own."""
    assert not other or not is_printed(form, f"a {other}{form} b")
    assert not is_printed(form, f"a {form}{form} b")
    assert is_printed(form, f"a {other}{form} “{form}” b")


@pytest.mark.parametrize("name", SLUGS)
def test_slug(name: str) -> None:
    """The address of a name holds its letters and digits, and is never that of a start page."""
    assert entry_slug(name) == SLUGS[name]


@pytest.mark.parametrize("name", ["?!", "x" * 200, "…"])
def test_slug_of_a_strange_name(name: str) -> None:
    """A name without letters, or with too many, still has an address of its own."""
    assert re.fullmatch(r"(x{40}-)?[0-9a-f]{12}", entry_slug(name))


def test_order() -> None:
    """Entries are filed word by word; case, accents and apostrophes make no difference."""
    names = ["New York City", "O'Connell", "newark", "New York", "Öberg", "Obama"]
    assert sorted(names, key=filing_key) == [
        "New York",
        "New York City",
        "newark",
        "Obama",
        "Öberg",
        "O'Connell",
    ]


def test_no_paragraph_is_missing() -> None:
    """Of the real articles, every paragraph that a plain search for a whole printed form finds is listed."""
    articles, _ = read_archive(SAMPLE)
    entries = {(entry.group, entry.name): entry for entry in list_entries(articles)}
    for article in articles:
        lines = (SAMPLE / f"{article.name}.txt").read_text("utf-8").split("\n")
        texts = [line.strip() for line in lines if line.strip()]
        for group in ("people", "places", "bodies"):
            for name in getattr(article.record, group):
                pattern = "|".join(
                    rf"(?<!\w){re.escape(form)}(?!\w)|{re.escape(form)}(?=He's)" for form in name.printed
                )
                expected = tuple(n for n, text in enumerate(texts, start=1) if re.search(pattern, text))
                (mention,) = [m for m in entries[group, name.name].mentions if m.article == article]
                assert mention.paragraphs == expected != ()


def test_a_form_inside_longer_words_is_refused(tmp_path: Path) -> None:
    """A printed form that stands only inside longer words is no printed name."""
    write_article(tmp_path, "a", "The voters came.", bodies=["vote"])
    _, problems = read_archive(tmp_path)
    assert [problem.message for problem in problems] == [
        "bodies 1 printed 1 stands only inside longer words: 'vote'"
    ]


def test_one_address_a_name(tmp_path: Path) -> None:
    """Two names that would share an address, and one that is filed in two ways, are problems."""
    write_article(
        tmp_path,
        "a",
        "José Diaz met Ana Ruiz Soto.",
        people=["José Diaz", {"name": "Ana Ruiz Soto", "filed": "Ruiz Soto, Ana"}],
    )
    write_article(tmp_path, "b", "Jose Diaz met Ana Ruiz Soto.", people=["Jose Diaz", "Ana Ruiz Soto"])
    _, problems = read_archive(tmp_path)
    assert [problem.message for problem in problems] == [
        f"people 'Ana Ruiz Soto' is filed as 'Soto, Ana Ruiz', but as 'Ruiz Soto, Ana' in {tmp_path}/a.yml",
        f"people 'Jose Diaz' would share its address with 'José Diaz' of {tmp_path}/a.yml; write them alike",
    ]
