"""Dates as a person says them: `about 19 November 2024`, `spring 2001`, `from 2019, end unknown`.

Of EDTF (https://www.loc.gov/standards/datetime/) that can be said, and cited, a year, month, day or season,
each perhaps in doubt or with its last parts unspecified, and an interval of two.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from babel.dates import format_date

from archive.sources.words import Words

_PATTERNS = {4: "dates.year", 7: "dates.month", 10: "dates.day"}
_QUALIFIERS = {"?": "dates.perhaps", "~": "dates.about", "%": "dates.perhaps_about"}
_SEASONS = ("", "dates.spring", "dates.summer", "dates.autumn", "dates.winter")
_YEARS = re.compile(r"(?=.{4}$)\d{1,3}X{1,3}", re.ASCII)
CALENDAR = re.compile(
    r"(?P<day>(?!0000)\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?)(?P<lacks>-XX(?:-XX)?)?(?P<qualifier>[?~%]?)",
    re.ASCII,
)
_SEASON = re.compile(r"(?P<day>\d{4})-2(?P<season>[1-4])(?P<qualifier>[?~%]?)", re.ASCII)


@dataclass(frozen=True)
class Calendar:
    """A year, month or day with its sign of doubt, if any, and the season of the year, from 1 for spring.

    `lacks` is the part that is unspecified, `day` or `month`.
    """

    day: str
    qualifier: str
    season: int | None = None
    lacks: str | None = None


def is_unknown(end: str) -> bool:
    """Return whether the end of an interval is open or unknown."""
    return end in {"", ".."}


def parse_calendar(edtf: str) -> Calendar | None:
    """Return the year, month, day or season that a string is; None if it is another form."""
    if match := _SEASON.fullmatch(edtf):
        return Calendar(match["day"], match["qualifier"], int(match["season"]))
    match = CALENDAR.fullmatch(edtf)
    if not match or (match["lacks"] and len(match["day"] + match["lacks"]) > len("YYYY-MM-DD")):
        return None
    lacks = match["lacks"] and ("month" if len(match["day"]) == len("YYYY") else "day")
    return Calendar(match["day"], match["qualifier"], lacks=lacks)


def list_ends(edtf: str) -> list[Calendar | None] | None:
    """Return the one date, or the two ends of an interval, of which one may be None; None of a rarer form."""
    ends = edtf.split("/")
    found = [parse_calendar(end) for end in ends]
    is_rarer = any(not known and not is_unknown(end) for end, known in zip(ends, found, strict=True))
    return None if is_rarer or not any(found) or found[2:] else found


@cache
def to_words(edtf: str, words: Words) -> str:
    """Return a date in words; a form that has none stays as written."""
    ends = list_ends(edtf)
    if ends is None:
        if _YEARS.fullmatch(edtf):
            return words.say("dates.between", first=edtf.replace("X", "0"), last=edtf.replace("X", "9"))
        return words.say("dates.edtf", date=edtf)
    first, last = (end and say_calendar(end, words) for end in (ends[0], ends[-1]))
    if len(ends) == 1:
        return str(first)
    if first and last:
        key = "dates.span"
    elif first:
        key = "dates.from" if edtf.endswith("/..") else "dates.from_no_end"
    else:
        key = "dates.until" if edtf.startswith("../") else "dates.until_no_beginning"
    return words.say(key, first=first, last=last)


def say_calendar(known: Calendar, words: Words) -> str:
    """Return a year, month, day or season in words."""
    whole = date.fromisoformat(known.day + "0001-01-01"[len(known.day) :])
    said = format_date(whole, words.find(_PATTERNS[len(known.day)]), locale=words.locale)
    if known.season:
        said = words.say(_SEASONS[known.season], year=said)
    if known.qualifier:
        said = words.say(_QUALIFIERS[known.qualifier], date=said)
    return words.say(f"dates.no_{known.lacks}", date=said) if known.lacks else said
