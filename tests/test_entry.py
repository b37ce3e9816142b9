"""Entries of the index: where each name is printed, how it is filed, and its address."""

import re
from pathlib import Path

import pytest
from archive.catalogue.catalogue import read_archive
from archive.catalogue.entry import entry_slug, filed_form, filing_key
from archive.sources.printed import is_printed
from hypothesis import given
from hypothesis import strategies as st
from make import read_cases, write_article

NAMES = read_cases("names")
PRINTED = [(*pair, key) for key in ("printed", "not_printed") for pair in NAMES[key]]


@pytest.mark.parametrize(("name", "filed"), NAMES["filed"].items())
def test_filed(name: str, filed: str) -> None:
    """A person is filed under the family name where the name plainly has one."""
    assert filed_form(name) == filed


@pytest.mark.parametrize(("form", "text", "key"), PRINTED)
def test_printed(form: str, text: str, key: str) -> None:
    """A form is printed where it stands as words of its own, or run together with a capital."""
    assert is_printed(form, text) is (key == "printed")


CAMEL = st.from_regex(r"[A-ZÀ-ÖΑ-Ρ][a-zß-öα-ρ]{1,9}", fullmatch=True)


@given(
    CAMEL, st.from_regex(r"[A-Z]?[a-z]{0,9}[A-Z]?", fullmatch=True).filter(lambda word: not word.islower())
)
def test_parts_of_names(form: str, other: str) -> None:
    """A form of one word is never printed within a name in camel case, and always as a word of its own."""
    assert not other or not is_printed(form, f"a {other}{form} b")
    assert not is_printed(form, f"a {form}{form} b")
    assert is_printed(form, f"a {other}{form} “{form}” b")


@pytest.mark.parametrize(("name", "slug"), NAMES["slugs"].items())
def test_slug(name: str, slug: str) -> None:
    """The address of a name holds its letters and digits, else a sum, and is never that of a start page."""
    assert re.fullmatch(slug, entry_slug(name))


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
