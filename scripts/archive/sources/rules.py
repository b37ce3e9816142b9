"""The rules that a value in a record must keep, one function a rule; each docstring is the rule.

A rule that looks into the text file finds it in the validation context, and lets the value pass
where the file itself can't be read: that is a problem of its own.
"""

import hashlib
import re
from datetime import date, datetime, timedelta, timezone
from functools import cache

from babel import Locale, UnknownLocaleError
from pydantic import ValidationInfo
from pydantic_core import PydanticCustomError

from archive.sources.dates import ArticleDate, parse_date
from archive.sources.rights import RIGHTS_STATEMENTS
from archive.sources.text import Text, find_paragraphs

LONGEST_SLUG = 60
LONGEST_TITLE = 300
LONGEST_LINE = 2000

# Controls, surrogates, and the line and paragraph separators: https://www.unicode.org/reports/tr44/#GC_Values_Table
_NOT_IN_ONE_LINE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")

# The zone where a day begins first, in Kiribati.
_FIRST_ZONE = timezone(timedelta(hours=14))

# MkDocs shows a page of these names as the start page of its folder.
START_PAGES = {"index", "readme"}


def broken(sentence: str) -> PydanticCustomError:
    """Return the error that says in which way a rule is broken; the key it is about comes before it."""
    return PydanticCustomError("rule", "{sentence}", {"sentence": sentence})


def one_line(value: str) -> str:
    """A text is one line that isn't blank, of at most 2000 characters.

    It has no control characters, and no white space at its ends.
    """
    if not value.strip():
        raise broken("is empty")
    if _NOT_IN_ONE_LINE.search(value):
        raise broken("must be one line without control characters")
    if value != value.strip():
        raise broken("must not begin or end with white space")
    if len(value) > LONGEST_LINE:
        raise broken(f"must have at most {LONGEST_LINE} characters, not {len(value)}")
    return value


def title(value: str) -> str:
    """A title has at most 300 characters."""
    if len(value) > LONGEST_TITLE:
        raise broken(f"must have at most {LONGEST_TITLE} characters, not {len(value)}")
    return value


def is_slug(value: str) -> bool:
    """Return whether a text is small letters and digits in groups joined by hyphens."""
    return bool(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value))


def slug(value: str) -> str:
    """A slug is small letters and digits in groups joined by hyphens, at most 60 characters."""
    if not is_slug(value):
        raise broken(f"must be small letters, digits and single hyphens, not '{value}'")
    if len(value) > LONGEST_SLUG:
        raise broken(f"must have at most {LONGEST_SLUG} characters, not {len(value)}")
    if value in START_PAGES:
        raise broken(f"'{value}' is the name of a start page; choose another")
    return value


def sha256(value: str, info: ValidationInfo) -> str:
    """The SHA-256 is that of the text file's bytes (FIPS 180-4), as 64 small hexadecimal digits."""
    if not re.fullmatch(r"[0-9a-f]{64}", value):
        raise broken(f"must be 64 small hexadecimal digits, not '{value}'")
    data = _text(info).data
    if data is not None and (actual := hashlib.sha256(data).hexdigest()) != value:
        raise broken(f"differs from that of the text file, which is {actual}")
    return value


def edtf(value: object) -> ArticleDate:
    """A date is an EDTF date that has begun."""
    if not isinstance(value, str):
        raise broken("must be text")
    try:
        parsed = parse_date(value)
    except ValueError as error:
        raise broken(str(error)) from error
    if parsed.first_day > datetime.now(_FIRST_ZONE).date():
        raise broken(f"lies in the future: '{value}'")
    return parsed


def day(value: object) -> date:
    """A day is a year, month and day of the calendar that has begun, such as 2026-11-22."""
    try:
        parsed = (
            date.fromisoformat(value) if isinstance(value, str) and len(value) == len("YYYY-MM-DD") else None
        )
    except ValueError:
        parsed = None
    if parsed is None:
        raise broken(f"must be a day such as 2026-11-22, not '{value}'")
    if parsed > datetime.now(_FIRST_ZONE).date():
        raise broken(f"lies in the future: '{value}'")
    return parsed


@cache
def language(value: str) -> str:
    """A language is a BCP 47 tag whose name is known: https://www.rfc-editor.org/info/bcp47."""
    try:
        Locale.parse(value, sep="-")
    except (ValueError, UnknownLocaleError) as error:
        raise broken(f"must be a language tag such as en or es-MX, not '{value}'") from error
    return value


def rights(value: str) -> str:
    """Rights are the address of a rights statement: https://rightsstatements.org/page/1.0/."""
    if value not in RIGHTS_STATEMENTS:
        example = next(iter(RIGHTS_STATEMENTS))
        raise broken(f"must be the address of a rights statement such as {example}, not '{value}'")
    return value


def address(value: str) -> str:
    """An address holds no white space."""
    if len(value.split()) > 1:
        raise broken("must be one address without white space")
    return value


def printed(value: str, info: ValidationInfo) -> str:
    """A quotation or printed name stands in one paragraph of the file, character for character."""
    paragraphs = _text(info).paragraphs
    if paragraphs is not None and not any(value in paragraph.text for paragraph in paragraphs):
        raise broken(f"does not stand in the text: '{value}'")
    return value


def printed_name(value: str, info: ValidationInfo) -> str:
    """A printed name stands in the file as words of its own, not only inside longer ones."""
    paragraphs = _text(info).paragraphs
    if paragraphs is None or find_paragraphs([value], paragraphs):
        return value
    raise broken(f"stands only inside longer words: '{printed(value, info)}'")


def line_of_text(value: int, info: ValidationInfo) -> int:
    """A line of page furniture is the number of a line of the file that isn't blank, counted from 1."""
    paragraphs = _text(info).paragraphs
    if paragraphs is not None and value not in {paragraph.line for paragraph in paragraphs}:
        raise broken(f"must be the number of a line that isn't blank, not {value}")
    return value


def _text(info: ValidationInfo) -> Text:
    if not isinstance(info.context, Text):
        raise TypeError("a record is checked beside its text: pass the Text as validation context")
    return info.context
