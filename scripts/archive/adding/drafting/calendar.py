"""Days as people write them, in many languages: `MARCH 4TH, 1901`, `12. März 2021`, `2021年3月4日`."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from archive.adding.drafting.rules import compile_rules, list_months
from archive.sources.dates import has_begun, parse_date

_ANY_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_NAMED = re.compile(r"(?<!\d)(1[5-9]\d\d|20\d\d)([-_. ]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")

# Beside a date, another day or year of the same: one of the old calendar.
_OTHER_DAY = re.compile(r"\b[ON]\. ?S\.,?\s?$|\d{1,2}(?:st|nd|rd|th|d|\.)?\s?[(/]\s?(?:\d{1,2}\.?\)\s?)?$")
_OTHER_YEAR = re.compile(r"\s?/\s?\d|[–-]\d{1,2}(?![\d:.])|,?\s?\(?[ON]\. ?S\.")


@dataclass(frozen=True)
class FoundDate:
    """A day or month that a text names: in EDTF, the words that name it, and where they begin and end.

    It isn't sure where the words are of two calendars: `February 11, 1731/2`, `12 (24) March 1871`.
    """

    edtf: str
    words: str
    start: int
    end: int
    is_sure: bool = True


def find_dates(text: str, language: str) -> Iterator[FoundDate]:
    """Yield the days and months with a year that a text names, in the order of the text."""
    # Figures of any script, one character each: https://www.unicode.org/reports/tr44/#Numeric_Type
    plain = text if text.isascii() else "".join(map(to_plain_figure, text))
    rules = compile_rules("dates", "dates", language)
    for match in rules.finditer(plain) if _ANY_YEAR.search(plain) else ():
        parts, (start, end) = match.groupdict(), match.span()
        name = (parts["name"] or "").rstrip(".").casefold()
        month = list_months(language)[name] if name else int(parts["m"])
        edtf = f"{parts['y']}-{month:02}" + (f"-{int(parts['d']):02}" if parts["d"] else "")
        if is_possible(edtf):
            is_sure = not (_OTHER_DAY.search(text, 0, start) or _OTHER_YEAR.match(text, end))
            yield FoundDate(edtf, text[start:end], start, end, is_sure)


def to_plain_figure(char: str) -> str:
    """Return a figure of any script as one of 0 to 9, and any other character as it is."""
    return str(unicodedata.decimal(char)) if char.isdecimal() else char


def is_possible(edtf: str) -> bool:
    """Return whether a date is one of the calendar that has begun."""
    try:
        return has_begun(parse_date(edtf).first_day)
    except ValueError:
        return False


def find_named_date(name: str) -> str | None:
    """Return the day, in EDTF, that the name of a file holds as `2024-04-19` or `20240419`."""
    days = (f"{match[1]}-{match[3]}-{match[4]}" for match in reversed(list(_NAMED.finditer(name))))
    return next(filter(is_possible, days), None)
