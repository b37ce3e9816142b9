"""The date that a draft proposes, and the days that its text names besides."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from archive.adding.drafting.calendar import FoundDate, find_dates
from archive.adding.drafting.date_line import (
    find_credit,
    find_date_line,
    find_dateline,
    find_named_date,
    find_source_line,
)
from archive.adding.drafting.head import CREDIT, DATE, MAIL, SOURCE, HeadLine
from archive.adding.drafting.proposal import SourceLine

_VAGUE = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|tomorrow|this week(?:end)?"
    r"|(?:last|next) (?:week|month|year))\b"
)
_MAIL_DATE = re.compile(r"(?:date|sent|datum|gesendet|fecha|enviado)\s*:", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]\d\d|20\d\d)(?!\d)")
_MOST = 12
_LAST_LINES = 3


@dataclass(frozen=True)
class ProposedDate:
    """A date in EDTF with the words that print it, or the source of it; the place of a dateline; its line."""

    edtf: str
    quote: str | None = None
    source: str | None = None
    place: str | None = None
    line: SourceLine | None = None


def propose_date(
    head: Sequence[HeadLine], text: Sequence[SourceLine], name: str, language: str
) -> ProposedDate | None:
    """Return the date of an article if the text or the file's name says it, and says only one."""
    for found in (
        [item for line in head if (item := _find_in_head(line, language))],
        [item for line in text[len(head) : len(head) + 1] if (item := _find_in_dateline(line, language))],
        [item for line in text[len(head) :][-_LAST_LINES:] if (item := _find_in_line(line, language))],
    ):
        if found:
            return found[0] if len({item.edtf for item in found}) == 1 else None
    named = find_named_date(name)
    return ProposedDate(named, source=f"The name of the file: {name}") if named else None


def _find_in_head(item: HeadLine, language: str) -> ProposedDate | None:
    if item.kind == DATE:
        return _find_in_line(item.line, language)
    if item.kind == CREDIT:
        credit = find_credit(item.line.text, language)
        return to_proposed(credit[0], item.line) if credit else None
    if item.kind == SOURCE:
        source = find_source_line(item.line.text, language)
        return to_proposed(source[0], item.line) if source else None
    if item.kind == MAIL and _MAIL_DATE.match(item.line.text):
        found = find_dates(item.line.text, language)
        return to_proposed(found[0]) if found else None
    return None


def _find_in_line(line: SourceLine, language: str) -> ProposedDate | None:
    found = find_date_line(line.text, language)
    return to_proposed(found, line) if found else None


def _find_in_dateline(line: SourceLine, language: str) -> ProposedDate | None:
    found = find_dateline(line.text, language)
    return ProposedDate(found[1].edtf, found[1].words, place=found[0]) if found else None


def to_proposed(found: FoundDate, line: SourceLine | None = None) -> ProposedDate:
    """Return a day that the text names as the date of the article."""
    return ProposedDate(found.edtf, found.words, line=line)


def list_days(texts: Iterable[str], name: str, language: str) -> list[str]:
    """Return what may help to date an article: days that its text names, and years in the file's name."""
    days: dict[str, None] = {}
    for text in texts:
        days |= dict.fromkeys(item.words for item in find_dates(text, language))
        days |= dict.fromkeys(_VAGUE.findall(text))
    days |= {f"{year} in the file's name": None for year in _YEAR.findall(name)}
    return list(days)[:_MOST]
