"""Dates are read as EDTF and said in words, no more certain than they are."""

from datetime import date

import pytest
from archive.sources.dates import parse_date
from archive.sources.words import ENGLISH
from hypothesis import given
from hypothesis import strategies as st

KNOWN = {
    "2019-07": (date(2019, 7, 1), "July 2019", "2019-07"),
    "2024-11-19~": (date(2024, 11, 19), "about 19 November 2024", "2024-11-19"),
    "2025": (date(2025, 1, 1), "2025", "2025"),
    "2025-09-08": (date(2025, 9, 8), "8 September 2025", "2025-09-08"),
    "1999?": (date(1999, 1, 1), "perhaps 1999", "1999"),
    "1999-05%": (date(1999, 5, 1), "perhaps about May 1999", "1999-05"),
    "2019-07/2019-09": (date(2019, 7, 1), "July 2019 to September 2019", "2019"),
    "2019-07-13/2019-07-15~": (date(2019, 7, 13), "13 July 2019 to about 15 July 2019", "2019-07"),
    "201X": (date(2010, 1, 1), "between 2010 and 2019", "2010"),
    "2019-XX": (date(2019, 1, 1), "2019, month unknown", "2019"),
    "2019-07-XX": (date(2019, 7, 1), "July 2019, day unknown", "2019-07"),
    "2001-21": (date(2001, 3, 1), "spring 2001", "2001"),
    "[2019,2020]": (date(2019, 1, 1), "[2019,2020] (EDTF)", "2019"),
    "2019-07/..": (date(2019, 7, 1), "from July 2019", "2019-07"),
    "2019-07/": (date(2019, 7, 1), "from July 2019, end unknown", "2019-07"),
    "../2004": (date(2004, 1, 1), "until 2004", "2004"),
    "/2004~": (date(2004, 1, 1), "until about 2004, beginning unknown", "2004"),
}


@pytest.mark.parametrize("edtf", KNOWN)
def test_known_dates(edtf: str) -> None:
    """A date has the first day that it allows, words with its certainty, and a form for machines."""
    parsed = parse_date(edtf)
    assert (parsed.first_day, parsed.in_words(ENGLISH), parsed.machine) == KNOWN[edtf]


@pytest.mark.parametrize(
    "edtf",
    [
        "",
        "3 May 99",
        "2019-13",
        "2019-02-30",
        "2019-00",
        "19980719",
        "2020-W01",
        "199u",
        " 2019",
        "2019\n",
        "/",
        "../",
        "/..",
        "2021-1X",
    ],
)
def test_not_edtf(edtf: str) -> None:
    """What isn't EDTF is refused in a sentence that shows what would be."""
    with pytest.raises(ValueError, match="must be an EDTF date such as"):
        parse_date(edtf)


@pytest.mark.parametrize(
    "edtf", ["../..", "[..2019]", "-0044", "0000", "Y17000", "XXXX", "2005-06-30/2005-06-01"]
)
def test_no_first_day(edtf: str) -> None:
    """EDTF that names no day of the calendar, or ends before it begins, dates no article."""
    with pytest.raises(ValueError, match="must lie within the years 1 to 9999"):
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
