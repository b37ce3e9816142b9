"""The date of an article: from a line that says nothing else, from the dateline, or from the file's name."""

import re

from archive.adding.drafting.byline import Byline, find_byline
from archive.adding.drafting.calendar import FoundDate, find_dates, is_possible, list_weekdays
from archive.adding.drafting.publication import is_publication

# What may stand beside the date on a line of its own.
_LABELS = frozenset(
    re.findall(
        r"\S+",
        "published publication posted date dated on at am pm noon the of gmt utc bst est edt cst cdt pst pdt "
        "veröffentlicht erschienen datum am um uhr vom den der stand publicado publicada fecha el las "
        "publié publiée date le à pubblicato il data publicação em às gepubliceerd op om",
    )
)
_CHANGED = re.compile(
    r"(?:last\s+)?(?:updated|modified|changed)\b|actuali|aktualisiert|mis à jour", re.IGNORECASE
)
_TIME = re.compile(
    r"\b\d{1,2}(?:[:.h]\d{2}){0,2}\s*(?:[ap]\.?m\.?|uhr|h)?\b|[+-]\d{4}\b|\([A-Z]{2,5}\)", re.IGNORECASE
)

# `PORTVILLE, March 3, 1998 --` or `PORTVILLE (4 March 2021) –` before the first words.
_WORDS = r"[^\W\d_a-zà-ÿ][\w.’'-]*(?: [^\W\d_a-zà-ÿ][\w.’'-]*){0,3}"
_PLACE = re.compile(rf"(?P<place>{_WORDS})(?:, [^\W\d_][\w. ]{{1,20}})?[,\s]*\(?\s*")
_BARE_PLACE = re.compile(
    r"(?P<place>[^\W\d_a-zà-ÿ](?:[^\W\d_a-zà-ÿ]|[ .'’-])+)(?:, [^\W\d_][\w. ]{1,15})?"
    r"\s*(?:\([^)]{1,20}\)\s*(?:--|[—–-])|--|[—–])\s*\S"
)
_DASH = re.compile(r"\s*\)?\.?\s*(?:\([^)]{1,30}\)\s*)?(?:--|[—–:-])")

_LONGEST = 120
_BETWEEN = " ,;:|·•–—-()/."

_MASTHEAD = re.compile(rf"{_WORDS}, ")

_NAMED = re.compile(r"(?<!\d)(1[5-9]\d\d|20\d\d)([-_. ]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")


def find_date_line(text: str, language: str) -> FoundDate | None:
    """Return the date of a line that says when something was published and nothing else."""
    found = find_dates(text, language)
    if not found or _CHANGED.match(text):
        return None
    rest = text[: found[0].start] + " " + text[found[0].end :]
    words = re.findall(r"[^\W\d_]+|\d+", _TIME.sub(" ", rest).casefold())
    weekdays = list_weekdays(language)
    known = _LABELS | weekdays
    # `PORTVILLE, SATURDAY, JUNE 4, 1887.` stands below the name of a newspaper.
    place = _MASTHEAD.match(text) if weekdays.intersection(words) else None
    if place:
        words = [word for word in words if word not in place[0].casefold()]
    return found[0] if all(word in known for word in words) else None


def find_credit(text: str, language: str) -> tuple[FoundDate, Byline] | None:
    """Return date and byline of a line that has both: `Posted on 12 June 2019 by Nora Quist`."""
    found = find_dates(text, language)
    if not found or _CHANGED.match(text) or len(text) > _LONGEST:
        return None
    bylines = []
    for part in (text[: found[0].start], text[found[0].end :]):
        rest = _drop_labels(part, language)
        byline = find_byline(rest) if rest else None
        if rest and not (byline and byline.authors):
            return None
        bylines.extend([byline] if byline else [])
    return (found[0], bylines[0]) if len(bylines) == 1 else None


def find_source_line(text: str, language: str) -> tuple[FoundDate, str] | None:
    """Return date and publication of a line that has both: `Portville Herald, Nov. 3, 1923`."""
    inner = text.strip("()[]")
    found = find_dates(inner, language)
    if not found or len(text) > _LONGEST:
        return None
    parts = [_drop_labels(part, language) for part in (inner[: found[0].start], inner[found[0].end :])]
    named = [part for part in parts if part]
    return (found[0], named[0]) if len(named) == 1 and is_publication(named[0]) else None


def _drop_labels(text: str, language: str) -> str:
    """Return what is left of a part of a line without times, and without the words that go with dates."""
    words = _TIME.sub(" ", text).strip(_BETWEEN).split()
    known = _LABELS | list_weekdays(language)
    while words and words[0].strip(_BETWEEN).casefold() in {*known, ""}:
        words.pop(0)
    while words and words[-1].strip(_BETWEEN).casefold() in {*known, ""}:
        words.pop()
    return " ".join(words).strip(_BETWEEN)


def find_place(text: str, language: str) -> str | None:
    """Return the place in capitals with which a text opens before a dash, with or without a date."""
    if dateline := find_dateline(text, language):
        return dateline[0]
    match = _BARE_PLACE.match(text)
    return match["place"].strip(" .,") if match else None


def is_change(text: str, language: str) -> bool:
    """Return whether a line says when something was changed."""
    return bool(_CHANGED.match(text) and find_dates(text, language))


def find_dateline(text: str, language: str) -> tuple[str, FoundDate] | None:
    """Return place and date with which a text opens, before a dash."""
    found = next(iter(find_dates(text[:_LONGEST], language)), None)
    place = _PLACE.fullmatch(text, 0, found.start) if found else None
    if found and place and _DASH.match(text, found.end):
        return place["place"].strip(" .,"), found
    return None


def find_named_date(name: str) -> str | None:
    """Return the day, in EDTF, that the name of a file holds as `2024-04-19` or `20240419`."""
    for match in _NAMED.finditer(name):
        edtf = f"{match[1]}-{match[3]}-{match[4]}"
        if is_possible(edtf):
            return edtf
    return None
