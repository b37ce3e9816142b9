"""Bylines: `By Hannah Pellow`, `BYLINE: Jane Doe, Staff Writer`, `Por Lucía Ferrándiz`."""

import re
from dataclasses import dataclass

from nameparser import HumanName

from archive.adding.drafting.publication import is_publication
from archive.sources.authors import Author, is_person, parse_authors

_BY = re.compile(
    r"(?:by[- ]?line\s*:\s*(?:by\s+)?"
    r"|(?:(?:interview|text|words|story|report|reporting|reported|written|review)\s+)?by\s*:?\s+"
    r"|(?:por|von|par|door|av|af|da|di|autora?|author|auteur|entrevista de|interview von)\s*:?\s+)",
    re.IGNORECASE,
)
# What may follow a name: what the person does, or for whom.
_ROLE = re.compile(
    r"\b(?:staff|writers?|reporters?|correspondents?|editors?|columnist|critic|contributor|journalist|bureau|desk"
    r"|special to|redakteur\w*|redacción|journaliste)\b",
    re.IGNORECASE,
)
_UNNAMED = re.compile(
    r"(?:by|from)\s+(?:an?|our|the|staff)\b[\w\s’'-]*\b(?:correspondent|reporters?|staff|writers?|editor|critic)s?\.?$"
    r"|(?:staff|special)\s+(?:writers?|reporters?|correspondents?)\.?$|agencias?$|redacción$",
    re.IGNORECASE,
)
_AGENCY = re.compile(
    r"\(?(?P<name>AP|UPI|AFP|EFE|PA|dpa|ANSA|TASS|Reuters|Xinhua|The Associated Press|Associated Press)\)?"
)
# Names in Han characters are not taken apart: nothing here says which part is the family's.
_REPORTER = re.compile(
    r"(?:(?:本报|本報)?(?:记者|記者)|作者|撰文|文)[\s:：/|]+(?P<name>[\u4e00-\u9fff·]{2,8})"
)
_AFTER_NAME = re.compile(r"\s*(?:,|\||;|\s[-–—]\s|\s+(?:in|for|at|of)\s+(?=[A-Z]))\s*")
_BETWEEN = re.compile(r"(\s+(?:(?i:and|und)|y|et|e|&)\s+|,\s*)")
_LONGEST = 100
_MOST_WORDS = 6


@dataclass(frozen=True)
class Byline:
    """A byline: its authors, if it names any, the words of it, and the publication that it names."""

    quote: str
    authors: tuple[Author, ...] = ()
    publication: str | None = None


def find_byline(text: str) -> Byline | None:
    """Return the byline that a line is; None if it is another line or the names in it are none."""
    if len(text) > _LONGEST:
        return None
    if found := find_set_byline(text):
        return found
    opening = _BY.match(text)
    if not opening:
        return None
    named, *others = _split(text[opening.end() :].strip().rstrip("."))
    authors = parse_authors(to_plain_case(named))
    if not authors or not all(_is_author(author) for author in authors):
        return None
    publication = next((other for other in others if is_publication(other)), None)
    return Byline(text.rstrip("."), authors, publication)


def find_set_byline(text: str) -> Byline | None:
    """Return a byline told by its very words: one without a name, an agency, a reporter in Chinese."""
    if _UNNAMED.match(text):
        return Byline(text)
    if agency := _AGENCY.fullmatch(text):
        return Byline(text, (Author(agency["name"], is_body=True),))
    if reporter := _REPORTER.fullmatch(text):
        return Byline(text, (Author(reporter["name"], family=reporter["name"]),))
    return None


def is_role(text: str) -> bool:
    """Return whether a line below a byline says what the person does: `Times Staff Writer`."""
    return len(text.split()) <= _MOST_WORDS and bool(_ROLE.search(text)) and text[0].isupper()


def _split(rest: str) -> list[str]:
    """Return the names of a byline as one string, and what follows them."""
    parts = _AFTER_NAME.split(rest)
    names = [parts.pop(0)]
    # `Jane Doe, John Roe and Ann Poe`: parts that are names go on with them.
    while parts and not _ROLE.search(parts[0]) and not is_publication(parts[0]) and _is_names(parts[0]):
        names.append(parts.pop(0))
    return [", ".join(names), *parts]


def _is_names(part: str) -> bool:
    return all(is_person(name) for name in re.split(r"\s+(?:and|y|und|et|e)\s+", to_plain_case(part)))


def _is_author(author: Author) -> bool:
    """Return whether a byline may name such an author: a person, or a body of the press."""
    return not author.is_body or bool(
        re.search(r"\b(?:press|agency|news)\b|^(?:reuters|afp|efe|ansa)$", author.name, re.IGNORECASE)
    )


def to_plain_case(names: str) -> str:
    """Return names with those that are all capitals as they are written otherwise."""
    parts = _BETWEEN.split(names)
    return "".join(
        part.casefold() if index % 2 else _capitalize(part) if part.replace("Mc", "MC").isupper() else part
        for index, part in enumerate(parts)
    )


def _capitalize(name: str) -> str:
    parsed = HumanName(name)
    parsed.capitalize(force=True)
    return str(parsed)
