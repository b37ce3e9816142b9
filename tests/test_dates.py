"""Dates are read as EDTF and said in words, no more certain than they are."""

import pytest
from archive.sources.date_words import to_words
from archive.sources.dates import parse_date
from archive.sources.words import ENGLISH, Words
from hypothesis import given
from hypothesis import strategies as st
from make import read_cases

CASES = read_cases("dates")


@pytest.mark.parametrize(("edtf", "wanted"), CASES["known"].items())
def test_known_dates(edtf: str, wanted: list[object]) -> None:
    """A date has the first day that it allows, words with its certainty, and a form for machines."""
    parsed = parse_date(edtf)
    assert [parsed.first_day, parsed.in_words(ENGLISH), parsed.machine] == wanted


@pytest.mark.parametrize(("edtf", "wanted"), CASES["said"].items())
def test_in_other_languages(edtf: str, wanted: list[str]) -> None:
    """A date is said as the language says it."""
    assert [to_words(edtf, Words(language)) for language in ("de", "es")] == wanted


@pytest.mark.parametrize(
    ("said", "edtf"), [(said, edtf) for said in CASES["refused"] for edtf in CASES["refused"][said]]
)
def test_refused(said: str, edtf: str) -> None:
    """What isn't EDTF, or names no day of the calendar, is refused in a sentence that shows what would do."""
    with pytest.raises(ValueError, match=said):
        parse_date(edtf)


PART = st.from_regex(r"[0-9X]{4}(-[0-9X?~%]{2,3}){0,2}[?~%]?", fullmatch=True)


@given(
    st.text()
    | st.text(alphabet="0123456789-/.?~%X[]{},YEST:Z+")
    | PART
    | st.tuples(PART | st.just(".."), PART).map("/".join)
)
def test_never_raises_anything_else(edtf: str) -> None:
    """Any text is a date or a ValueError, never another error of the library."""
    try:
        parsed = parse_date(edtf)
    except ValueError:
        return
    assert parsed.edtf == edtf
