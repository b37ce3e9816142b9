"""Days as people write them, in many languages: `MARCH 4TH, 1901`, `12. März 2021`, `2021年3月4日`."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product

from babel import Locale, UnknownLocaleError

from archive.sources.dates import has_begun, parse_date

# Of two languages in which a word is a month, the language of the text and then the first of these is meant.
_COMMON = ("en", "de", "fr", "es", "it", "pt", "nl")
_WIDTHS = ("wide", "abbreviated")
_YEAR = r"(?P<y>1[5-9]\d\d|20\d\d)"
_ANY_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_DAY = r"(?P<d>\d{1,2})(?:st|nd|rd|th|d|er|º|\.)?"
_OF = r"(?:\s+(?:of|de|del|di))?"
_PLAIN = (
    rf"(?P<iso>\b{_YEAR}-(?P<m>\d\d)-(?P<d>\d\d)\b)",
    rf"{_YEAR}\s?[年년]\s?(?P<m>\d{{1,2}})\s?[月월]\s?(?P<d>\d{{1,2}})\s?[日일]",
    rf"\b(?P<d>\d{{1,2}})\.\s?(?P<m>\d{{1,2}})\.\s?{_YEAR}\b",
    # Of two figures, one that is above twelve is the day; of others nobody knows.
    rf"\b(?P<d>1[3-9]|2\d|3[01])[/-](?P<m>\d{{1,2}})[/-]{_YEAR}\b",
    rf"\b(?P<m>\d{{1,2}})[/-](?P<d>1[3-9]|2\d|3[01])[/-]{_YEAR}\b",
)

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


@cache
def list_months(language: str) -> dict[str, int]:
    """Return the names of the months, long and short, in the language of a text and in common ones."""
    months: dict[str, int] = {}
    for locale, width, context in product(list_locales(language), _WIDTHS, ("format", "stand-alone")):
        for number, name in locale.months[context][width].items():
            plain = name.rstrip(".").casefold()
            if not plain.isdigit():
                months.setdefault(plain, number)
    # English has a short form of its own here.
    months.setdefault("sept", 9)
    return months


@cache
def list_weekdays(language: str) -> frozenset[str]:
    """Return the names of the days of the week, long and short, in the same languages."""
    return frozenset(
        name.rstrip(".").casefold()
        for locale, width in product(list_locales(language), _WIDTHS)
        for name in locale.days["format"][width].values()
    )


@cache
def list_locales(language: str) -> tuple[Locale, ...]:
    """Return the language of a text, if its names of days are known, and the common ones."""
    found = []
    for tag in dict.fromkeys([language, *_COMMON]):
        try:
            found.append(Locale.parse(tag, sep="-"))
        except (UnknownLocaleError, ValueError):
            continue
    return tuple(found)


@cache
def _list_patterns(language: str) -> tuple[re.Pattern[str], ...]:
    names = sorted(list_months(language), key=len, reverse=True)
    month = rf"(?P<name>{'|'.join(map(re.escape, names))})\b\.?"
    written = (
        rf"\b{_DAY}{_OF}\s+{month},?{_OF}\s+{_YEAR}\b",
        rf"\b{month}\s+{_DAY},?\s+{_YEAR}\b",
        rf"(?<!\d\s)(?<!\d\.\s)\b{month},?{_OF}\s+{_YEAR}\b",
    )
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in (*_PLAIN, *written))


def find_dates(text: str, language: str) -> list[FoundDate]:
    """Return the days and months with a year that a text names, in the order of the text."""
    # Figures of any script, one character each: https://www.unicode.org/reports/tr44/#Numeric_Type
    plain = "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in text)
    found: list[FoundDate] = []
    for pattern in _list_patterns(language) if _ANY_YEAR.search(plain) else ():
        for match in pattern.finditer(plain):
            if not any(item.start < match.end() and match.start() < item.end for item in found):
                found.extend(_to_date(match, text, language))
    return sorted(found, key=lambda item: item.start)


def _to_date(match: re.Match[str], text: str, language: str) -> Iterator[FoundDate]:
    parts = match.groupdict()
    month = list_months(language)[parts["name"].casefold()] if parts.get("name") else int(parts["m"])
    day = f"-{int(parts['d']):02}" if parts.get("d") else ""
    edtf = f"{parts['y']}-{month:02}{day}"
    if is_possible(edtf):
        start, end = match.span()
        is_sure = not (_OTHER_DAY.search(text, 0, start) or _OTHER_YEAR.match(text, end))
        yield FoundDate(edtf, text[start:end], start, end, is_sure)


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
