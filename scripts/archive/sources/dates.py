"""Dates as far as they are known: the Extended Date/Time Format, https://www.loc.gov/standards/datetime/."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from functools import cache
from time import struct_time

from babel.dates import format_date
from edtf import EDTFObject, parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException

_CALENDAR_DATE = re.compile(r"(?P<day>\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?)(?P<qualifier>[?~%]?)", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
# The zone where a day begins first, in Kiribati.
_FIRST_ZONE = timezone(timedelta(hours=14))
_SKELETONS = {4: "y", 7: "MMMM y", 10: "d MMMM y"}
_QUALIFIERS = {"": "", "?": "perhaps ", "~": "about ", "%": "perhaps about "}


@dataclass(frozen=True)
class ArticleDate:
    """The date of an article: `edtf` as its record writes it, and the first and last day that it allows.

    Where the end is open or unknown, the last day is the first.
    """

    edtf: str
    first_day: date
    last_day: date

    @property
    def words(self) -> str:
        """Return the date as a person says it: `about 19 November 2024`."""
        return to_words(self.edtf)

    @property
    def is_certain(self) -> bool:
        """Return whether the date has no sign of doubt or approximation."""
        return not set(self.edtf) & set("?~%")

    @property
    def machine(self) -> str:
        """Return what `<time datetime>` takes: a year, month or day, else the first day.

        https://html.spec.whatwg.org/multipage/text-level-semantics.html#datetime-value
        """
        return self.calendar or self.first_day.isoformat()

    @property
    def calendar(self) -> str | None:
        """Return the year, month or day that the date names, without its doubt; None if it names another."""
        match = _CALENDAR_DATE.fullmatch(self.edtf)
        return match["day"] if match else None


def has_begun(day: date) -> bool:
    """Return whether a day has begun anywhere on earth."""
    return day <= datetime.now(_FIRST_ZONE).date()


def parse_date(edtf: str) -> ArticleDate:
    """Return the date that an EDTF string names; raise ValueError with a sentence if it names none."""
    message = f"must be an EDTF date such as 2019-07 or 2024-11-19~, not '{edtf}'"
    if edtf != edtf.strip():
        raise ValueError(message)
    try:
        # The library takes 15 ms for a date; a plain day needs no grammar.
        first, last = (date.fromisoformat(edtf),) * 2 if _DAY.fullmatch(edtf) else _to_days(parse_edtf(edtf))
    # Of an interval without any date the library makes a TypeError.
    except (EDTFParseException, TypeError, ValueError) as error:
        raise ValueError(message) from error
    if first is None:
        raise ValueError(f"must begin on a day of the years 1 to 9999, unlike '{edtf}'")
    return ArticleDate(edtf, first, last or first)


def _to_days(parsed: EDTFObject) -> tuple[date | None, date | None]:
    first, last = parsed.lower_strict(), parsed.upper_strict()
    # An open end has no day: the library then gives an infinity.
    if not isinstance(first, struct_time) or (isinstance(last, struct_time) and last[:3] < first[:3]):
        return None, None
    return _to_day(first), _to_day(last)


def _to_day(day: object) -> date | None:
    if isinstance(day, struct_time) and 1 <= day.tm_year <= date.max.year:
        return date(*day[:3])
    return None


@cache
def to_words(edtf: str) -> str:
    """Return a year, month or day, or an interval of them, in words; any rarer form stays as written."""
    first, slash, last = edtf.partition("/")
    if slash and _CALENDAR_DATE.fullmatch(first) and _CALENDAR_DATE.fullmatch(last):
        return f"{to_words(first)} to {to_words(last)}"
    match = _CALENDAR_DATE.fullmatch(edtf)
    if not match:
        return f"{edtf} (EDTF)"
    day = match["day"]
    whole = date.fromisoformat(day + "0001-01-01"[len(day) :])
    return _QUALIFIERS[match["qualifier"]] + format_date(whole, _SKELETONS[len(day)], locale="en")
