"""Dates as a person says them: `about 19 November 2024`, `spring 2001`, `from 2019, end unknown`."""

import re
from datetime import date
from functools import cache

from babel.dates import format_date

from archive.sources.edtf_forms import Calendar, list_ends
from archive.sources.words import Words

_PATTERNS = {4: "dates.year", 7: "dates.month", 10: "dates.day"}
_QUALIFIERS = {"?": "dates.perhaps", "~": "dates.about", "%": "dates.perhaps_about"}
_SEASONS = ("", "dates.spring", "dates.summer", "dates.autumn", "dates.winter")
_YEARS = re.compile(r"(\d{1,3})(X{1,3})", re.ASCII)


@cache
def to_words(edtf: str, words: Words) -> str:
    """Return a date in words; a form that has none stays as written."""
    ends = list_ends(edtf)
    if ends is None:
        years = _YEARS.fullmatch(edtf)
        if years and len(edtf) == len("YYYY"):
            return words.say("dates.between", first=edtf.replace("X", "0"), last=edtf.replace("X", "9"))
        return words.say("dates.edtf", date=edtf)
    match ends:
        case [Calendar() as only]:
            return say(only, words)
        case [Calendar() as first, Calendar() as last]:
            return words.say("dates.span", first=say(first, words), last=say(last, words))
        case [Calendar() as first, None]:
            key = "dates.from" if edtf.endswith("/..") else "dates.from_no_end"
            return words.say(key, first=say(first, words))
    key = "dates.until" if edtf.startswith("../") else "dates.until_no_beginning"
    return words.say(key, last=say(ends[1], words))


def say(known: Calendar | None, words: Words) -> str:
    """Return a year, month, day or season in words."""
    if known is None:
        return ""
    whole = date.fromisoformat(known.day + "0001-01-01"[len(known.day) :])
    said = format_date(whole, words.find(_PATTERNS[len(known.day)]), locale=words.locale)
    if known.season:
        said = words.say(_SEASONS[known.season], year=said)
    if known.qualifier:
        said = words.say(_QUALIFIERS[known.qualifier], date=said)
    return words.say(f"dates.no_{known.lacks}", date=said) if known.lacks else said
