"""The forms of EDTF that can be said in words and cited: https://www.loc.gov/standards/datetime/.

A year, month, day or season, each perhaps in doubt or with its last parts unspecified, and an interval of
two.
"""

import re
from dataclasses import dataclass

CALENDAR = re.compile(
    r"(?P<day>\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d\d)?)?)(?P<lacks>-XX(?:-XX)?)?(?P<qualifier>[?~%]?)", re.ASCII
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
