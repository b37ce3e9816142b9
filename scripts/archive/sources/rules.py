"""The rules that a value in a record must keep, one function a rule; each docstring is the rule."""

import re
from datetime import date

from archive.sources.authors import Author, parse_author, parse_authors, to_named, to_person
from archive.sources.dates import ArticleDate, has_begun, parse_date
from archive.sources.encoding import find_encoding
from archive.sources.fields import broken, many
from archive.sources.languages import is_language
from archive.sources.plain_yaml import Plain
from archive.sources.rights import RIGHTS_STATEMENTS, find_rights
from archive.sources.slugs import LONGEST_SLUG, START_PAGES, is_slug
from archive.sources.text import Text

LONGEST_TITLE = 300
LONGEST_LINE = 2000

# Controls, surrogates, and the line and paragraph separators: https://www.unicode.org/reports/tr44/#GC_Values_Table
# Noncharacters, which no file for others may hold: https://www.unicode.org/faq/private_use#noncharacters
_NOT_IN_ONE_LINE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef"
    f"{''.join(chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF))}]"
)


def one_line(value: Plain, _: Text) -> str:
    """A text is one line that isn't blank, of at most 2000 characters.

    It has no control characters, and no white space at its ends.
    """
    if not isinstance(value, str):
        raise broken("must be text")
    if not value.strip():
        raise broken("is empty")
    if _NOT_IN_ONE_LINE.search(value):
        raise broken("must be one line without control characters or noncharacters")
    if value != value.strip():
        raise broken("must not begin or end with white space")
    if len(value) > LONGEST_LINE:
        raise broken(f"must have at most {LONGEST_LINE} characters, not {len(value)}")
    return value


def title(value: Plain, text: Text) -> str:
    """A title has at most 300 characters."""
    line = one_line(value, text)
    if len(line) > LONGEST_TITLE:
        raise broken(f"must have at most {LONGEST_TITLE} characters, not {len(line)}")
    return line


def slug(value: Plain, text: Text) -> str:
    """A slug is small letters and digits in groups joined by hyphens, at most 60 characters."""
    line = one_line(value, text)
    if not is_slug(line):
        raise broken(f"must be small letters, digits and single hyphens, not '{line}'")
    if len(line) > LONGEST_SLUG:
        raise broken(f"must have at most {LONGEST_SLUG} characters, not {len(line)}")
    if line in START_PAGES:
        raise broken(f"'{line}' is the name of a start page; choose another")
    return line


def edtf(value: Plain, _: Text) -> ArticleDate:
    """A date is an EDTF date that has begun."""
    if not isinstance(value, str):
        raise broken("must be text")
    try:
        parsed = parse_date(value)
    except ValueError as error:
        raise broken(str(error)) from error
    if not has_begun(parsed.first_day):
        raise broken(f"lies in the future: '{value}'")
    return parsed


def day(value: Plain, _: Text) -> date:
    """A day is a year, month and day of the calendar that has begun, such as 2026-11-22."""
    try:
        parsed = (
            date.fromisoformat(value) if isinstance(value, str) and len(value) == len("YYYY-MM-DD") else None
        )
    except ValueError:
        parsed = None
    if parsed is None:
        raise broken(f"must be a day such as 2026-11-22, not '{value}'")
    if not has_begun(parsed):
        raise broken(f"lies in the future: '{value}'")
    return parsed


def language(value: Plain, text: Text) -> str:
    """A language is a registered BCP 47 tag: https://www.rfc-editor.org/info/bcp47."""
    line = one_line(value, text)
    if not is_language(line):
        raise broken(f"must be a language tag such as en or es-MX, not '{line}'")
    return line


def languages(value: Plain, text: Text) -> tuple[str, ...]:
    """A text has a language, or a list of them, the main one first, and none twice."""
    found = many(language)(value, text) if isinstance(value, list) else (language(value, text),)
    if not found or len(set(found)) < len(found):
        raise broken("must be a language tag such as en, or a list of different ones such as [en, es]")
    return found


def encoding(value: Plain, text: Text) -> str:
    """An encoding is a label of the Encoding Standard: https://encoding.spec.whatwg.org/#names-and-labels."""
    line = one_line(value, text)
    found = find_encoding(line)
    if found is None:
        raise broken(f"must be a label of the Encoding Standard such as utf-8 or windows-1252, not '{line}'")
    return found


def rights(value: Plain, text: Text) -> str:
    """Rights are a rights statement, by address, code or label: https://rightsstatements.org/page/1.0/."""
    line = one_line(value, text)
    found = find_rights(line)
    if found is None:
        example = next(iter(RIGHTS_STATEMENTS))
        raise broken(f"must be the address of a rights statement such as {example}, not '{line}'")
    return found


def sum_of_bytes(value: Plain, text: Text) -> str:
    """A SHA-256 is 64 small hexadecimal digits."""
    line = one_line(value, text)
    if not re.fullmatch(r"[0-9a-f]{64}", line):
        raise broken(f"must be 64 small hexadecimal digits, not '{line}'")
    return line


def flag(value: Plain, _: Text) -> bool:
    """A flag is true or false."""
    if value not in ("true", "false"):
        raise broken(f"must be true or false, not '{value}'")
    return value == "true"


def address(value: Plain, text: Text) -> str:
    """An address holds no white space."""
    line = one_line(value, text)
    if len(line.split()) > 1:
        raise broken("must be one address without white space")
    return line


def authors(value: Plain, text: Text) -> tuple[Author, ...]:
    """Authors are a name, or a list of names, each as text or as a mapping.

    A mapping says which it is: `{person: Jane Doe}`, `{family: Doe, given: Jane}` or `{body: The Press}`.
    """
    if isinstance(value, str):
        return parse_authors(one_line(value, text))
    if not isinstance(value, list) or not value:
        raise broken("must be a name or a list of names")
    return tuple(_to_author(item, text) for item in value)


def _to_author(value: Plain, text: Text) -> Author:
    if isinstance(value, str):
        return parse_author(one_line(value, text))
    match value:
        case {"person": str(name), **others} if not others:
            return to_person(one_line(name, text))
        case {"body": str(name), **others} if not others:
            return Author(one_line(name, text), is_body=True)
        case {"family": str(family), **others} if others.keys() <= {"given", "suffix", "name"}:
            given, suffix = (
                one_line(str(others[key]), text) if key in others else None for key in ("given", "suffix")
            )
            name = str(others.get("name", " ".join(filter(None, [given, family, suffix]))))
            return to_named(one_line(name, text), one_line(family, text), given, suffix)
    raise broken("must be names, or mappings such as {family: Doe, given: Jane} or {body: The Press}")
