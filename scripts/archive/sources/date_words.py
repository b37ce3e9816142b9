"""Dates as a person says them: `about 19 November 2024`, `spring 2001`, `from 2019, end unknown`."""

import re
from datetime import date
from functools import cache

from babel.dates import format_date

from archive.sources.edtf_forms import Calendar, list_ends

_SKELETONS = {4: "y", 7: "MMMM y", 10: "d MMMM y"}
_QUALIFIERS = {"": "", "?": "perhaps ", "~": "about ", "%": "perhaps about "}
_SEASONS = ("", "spring", "summer", "autumn", "winter")
_YEARS = re.compile(r"(\d{1,3})(X{1,3})", re.ASCII)


@cache
def to_words(edtf: str) -> str:
    """Return a date in words; a form that has none stays as written."""
    ends = list_ends(edtf)
    if ends is None:
        years = _YEARS.fullmatch(edtf)
        if years and len(edtf) == len("YYYY"):
            return f"between {edtf.replace('X', '0')} and {edtf.replace('X', '9')}"
        return f"{edtf} (EDTF)"
    match ends:
        case [Calendar() as only]:
            return say(only)
        case [Calendar() as first, Calendar() as last]:
            return f"{say(first)} to {say(last)}"
        case [Calendar() as first, None]:
            return f"from {say(first)}{'' if edtf.endswith('/..') else ', end unknown'}"
    return f"until {say(ends[1])}{'' if edtf.startswith('../') else ', beginning unknown'}"


def say(known: Calendar | None) -> str:
    """Return a year, month, day or season in words."""
    if known is None:
        return ""
    whole = date.fromisoformat(known.day + "0001-01-01"[len(known.day) :])
    words = format_date(whole, _SKELETONS[len(known.day)], locale="en")
    if known.season:
        words = f"{_SEASONS[known.season]} {words}"
    lacks = f", {known.lacks} unknown" if known.lacks else ""
    return f"{_QUALIFIERS[known.qualifier]}{words}{lacks}"
