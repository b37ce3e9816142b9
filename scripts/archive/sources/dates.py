"""Dates as EDTF, the Extended Date/Time Format: https://www.loc.gov/standards/datetime/."""

from calendar import monthrange
from contextlib import redirect_stdout
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from io import StringIO
from time import struct_time

from archive.sources.date_words import CALENDAR, is_unknown, to_words
from archive.sources.words import Words

# The zone where a day begins first, in Kiribati.
_FIRST_ZONE = timezone(timedelta(hours=14))


@dataclass(frozen=True)
class ArticleDate:
    """The date of an article: `edtf` as its record writes it, and the first and last day that it allows.

    Where an end is open or unknown, nothing is made up in its place: both days are those of the other end.
    """

    edtf: str
    first_day: date
    last_day: date

    def in_words(self, words: Words) -> str:
        """Return the date as a person says it: `about 19 November 2024`."""
        return to_words(self.edtf, words)

    @property
    def is_certain(self) -> bool:
        """Return whether the date has no sign of doubt or approximation."""
        return not set(self.edtf) & set("?~%")

    @property
    def machine(self) -> str:
        """Return what `<time datetime>` takes: the year, month or day that all its days share.

        Where they share none, the year of the first.
        https://html.spec.whatwg.org/multipage/text-level-semantics.html#datetime-value
        """
        first, last = self.first_day.isoformat(), self.last_day.isoformat()
        shared = (first[:end] for end in (10, 7, 4) if first[:end] == last[:end])
        return self.calendar or next(shared, first[:4])

    @property
    def calendar(self) -> str | None:
        """Return the year, month or day that the date names, without its doubt; None if it names another."""
        match = CALENDAR.fullmatch(self.edtf)
        return match["day"] if match else None


def has_begun(day: date) -> bool:
    """Return whether a day has begun anywhere on earth."""
    return day <= datetime.now(_FIRST_ZONE).date()


def parse_date(edtf: str) -> ArticleDate:
    """Return the date that an EDTF string names; raise ValueError with a sentence if it names none."""
    message = f"must be an EDTF date such as 2019-07 or 2024-11-19~, not '{edtf}'"
    if edtf != edtf.strip():
        raise ValueError(message)
    plain = CALENDAR.fullmatch(edtf)
    try:
        days = _to_days(plain["day"]) if plain and not plain["lacks"] else _read_days(edtf)
    except ValueError as error:
        raise ValueError(message) from error
    if days is None:
        raise ValueError(f"must lie within the years 1 to 9999 and begin before it ends, unlike '{edtf}'")
    return ArticleDate(edtf, *days)


def _to_days(named: str) -> tuple[date, date]:
    year, *parts = map(int, named.split("-"))
    month, day = (*parts, None, None)[:2]
    first = date(year, month or 1, day or 1)
    last_month = month or 12
    return first, first if day else date(year, last_month, monthrange(year, last_month)[1])


def _read_days(edtf: str) -> tuple[date, date] | None:
    # Its grammar takes a tenth of a second to load and 15 ms to read a date, and few dates need it.
    from edtf import parse_edtf  # noqa: PLC0415
    from edtf.parser.edtf_exceptions import EDTFParseException  # noqa: PLC0415

    try:
        # The library prints what it can't read.
        with redirect_stdout(StringIO()):
            whole = parse_edtf(edtf)
            # The library makes ten years of an unknown end, so each known one is read by itself.
            ends = [end for end in edtf.split("/") if not is_unknown(end)]
            parsed = [whole] if ends == [edtf] else list(map(parse_edtf, ends))
    # What the library raises of a string that it can't take apart.
    except (EDTFParseException, AttributeError, KeyError, OverflowError, TypeError) as error:
        raise ValueError(edtf) from error
    bounds = [_to_day(bound) for end in parsed for bound in (end.lower_strict(), end.upper_strict())]
    days = [day for day in bounds if day]
    if not days or len(days) < len(bounds) or days != sorted(days):
        return None
    return days[0], days[-1]


def _to_day(day: object) -> date | None:
    # Of an open end the library gives an infinity.
    if isinstance(day, struct_time) and 1 <= day.tm_year <= date.max.year:
        return date(*day[:3])
    return None
