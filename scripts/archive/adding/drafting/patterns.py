"""The one reader of the rules: tells by its whole words what a line around an article is."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

import regex

from archive.adding.drafting.calendar import FoundDate, find_dates
from archive.adding.drafting.persons import are_persons, may_be_persons, to_authors
from archive.adding.drafting.rules import DATE, compile_rules, read_rules
from archive.sources.authors import Author

LONGEST = 200
_LONGEST_DATED = 120
_OUTER = regex.compile(r"[(\[]([^()\[\]]+)[)\]]\.?")


@dataclass(frozen=True)
class Reading:
    """What a line is, and what it says; `is_sure` tells that nothing of it is left that isn't understood.

    Of a line that no rule has whole, the kind is empty.
    """

    kind: str = ""
    date: FoundDate | None = None
    authors: tuple[Author, ...] = ()
    publication: str | None = None
    place: str | None = None
    value: str | None = None
    is_sure: bool = False


def to_label(kind: str) -> str:
    """Return what a person calls lines of a kind."""
    return next((label for label, kinds in read_rules()["labels"].items() if kind in kinds), kind)


def read_line(text: str, language: str, common: AbstractSet[str] = frozenset()) -> Reading:
    """Return what a line is by its own words.

    `common` are the words that the text has in small letters. A line that names persons of whom that isn't
    sure, or that has a date and more that isn't known, is a reading that isn't sure.
    """
    doubtful = Reading()
    if len(text) > LONGEST:
        return doubtful
    plain, date = put_date_aside(text, language)
    for kind in read_rules()["lines"]:
        match = compile_rules("lines", kind, language).fullmatch(plain)
        # The cells of a table are no name.
        if match and not (kind == "person" and "\t" in text):
            reading = to_reading(kind, match.groupdict(), date)
            if is_sure(kind, match.groupdict(), common):
                return reading
            doubtful = doubtful if doubtful.kind else replace(reading, is_sure=False)
    if find_opening("by", text, language):
        return replace(doubtful, kind="byline")
    if not doubtful.kind and len(text) <= _LONGEST_DATED and (date or find_opening("dated", text, language)):
        return Reading("date line", date)
    return doubtful


def is_sure(kind: str, found: dict[str, str | None], common: AbstractSet[str]) -> bool:
    """Return whether the names of a line are of persons for certain, and that of a place is of none."""
    if kind == "place and date":
        return not are_persons(found["place"] or "", common)
    names = found.get("persons")
    # Who signs is a person, and so is who has a job.
    if names is None or kind == "closing":
        return True
    return may_be_persons(names) if found.get("does") else are_persons(names, common)


def to_reading(kind: str, found: dict[str, str | None], date: FoundDate | None) -> Reading:
    """Return what a line is with the fields that its rule has found."""
    agency, han, persons = found.get("agency"), found.get("han"), found.get("persons")
    authors = to_authors(persons) if persons else ()
    if agency:
        authors = (Author(agency, is_body=True),)
    # Names in Han characters are not taken apart: nothing here says which part is the family's.
    if han:
        authors = (Author(han, family=han),)
    return Reading(
        kind,
        is_sure=True,
        date=date if found.get("date") else None,
        authors=authors,
        publication=(found.get("publication") or "").rstrip(".") or None,
        place=found.get("place"),
        value=(found.get("value") or "").strip() or None,
    )


def put_date_aside(text: str, language: str) -> tuple[str, FoundDate | None]:
    """Return a line with a sign in the place of each date, and the first of them; without outer brackets."""
    dates = list(find_dates(text, language))
    plain = text
    for date in (date for date in reversed(dates) if date.is_sure):
        plain = plain[: date.start] + DATE + plain[date.end :]
    plain = " ".join(plain.split())
    inner = _OUTER.fullmatch(plain)
    return (inner[1] if inner else plain).rstrip("."), next(iter(dates), None)


def find_opening(opener: str, text: str, language: str) -> Reading | None:
    """Return what a text says before its first words, as a rule of openings has it."""
    plain, date = put_date_aside(text[:LONGEST], language)
    match = compile_rules("openings", opener, language).match(plain)
    return to_reading(opener, match.groupdict(), date) if match else None
