"""The record of an article: what is known of it, and how each fact is known."""

from dataclasses import dataclass
from datetime import date as Day  # noqa: N812 (a field is called date)
from functools import partial
from itertools import pairwise
from typing import Annotated, Literal, get_args

from archive.sources import rules
from archive.sources.authors import Author
from archive.sources.dates import ArticleDate
from archive.sources.fact import NOTHING_STATED, Fact, fact
from archive.sources.fields import broken, many, one_of, parse_fields
from archive.sources.history import Printing, Received, Replaced
from archive.sources.languages import UNDETERMINED
from archive.sources.lines import LineRange
from archive.sources.paragraphs import KeptRange, Layout
from archive.sources.plain_yaml import Plain
from archive.sources.text import Text
from archive.sources.text_rules import lines_of_text, printed_name, sha256

# Genres of a press text, after https://cv.iptc.org/newscodes/genre/
Kind = Literal[
    "analysis",
    "editorial",
    "feature",
    "interview",
    "letter",
    "news commentary",
    "news report",
    "obituary",
    "opinion",
    "press release",
    "review",
]


@dataclass(frozen=True, kw_only=True)
class Name:
    """A person, place or body, every form in which the file prints the name, and how it is filed.

    `filed` is the form in the index where it is not the plain one: `García Márquez, Gabriel`.
    """

    name: Annotated[str, rules.one_line]
    printed: Annotated[tuple[str, ...], many(printed_name)]
    filed: Annotated[str | None, rules.one_line] = None

    @property
    def other_forms(self) -> tuple[str, ...]:
        """Return the forms in which the file prints the name, but for the name itself."""
        return tuple(form for form in self.printed if form != self.name)


@dataclass(frozen=True, kw_only=True)
class Furniture:
    """Lines of the file that belong to the page it came from, not to the article, and what they are."""

    lines: Annotated[LineRange, lines_of_text, "line", "lines"]
    label: Annotated[str, rules.one_line]


@dataclass(frozen=True)
class Kept(KeptRange):
    """Lines of the file that are shown as typed, such as verse or a table, and what they are."""

    lines: Annotated[LineRange, lines_of_text, "line", "lines"]
    label: Annotated[str | None, rules.one_line] = None


def parse_name(value: Plain, text: Text) -> Name:
    """A name that is only text, or has no printed forms, is printed by the file as it stands."""
    if isinstance(value, str):
        value = {"name": value}
    if isinstance(value, dict) and isinstance(name := value.get("name"), str):
        value = {"printed": [name], **value}
    return parse_fields(Name, value, text)


def parse_kept(value: Plain, text: Text) -> Kept:
    """Lines that are kept may be without a label."""
    return parse_fields(Kept, {"lines": value} if isinstance(value, str) else value, text)


def parse_all_kept(value: Plain, text: Text) -> tuple[Kept, ...]:
    """No line is kept twice."""
    found: tuple[Kept, ...] = many(parse_kept)(value, text)
    for before, after in pairwise(sorted(item.lines for item in found)):
        if after.first <= before.last:
            raise broken(f"names line {after.first} twice")
    return found


_NAMES = many(parse_name)
_TITLE = fact(rules.title)


@dataclass(frozen=True, kw_only=True)
class Record:
    """All that is known of an article: the contents of `articles/NAME.yml`.

    Whatever may be left out is then not stated, or empty.
    """

    slug: Annotated[str, rules.slug]
    sha256: Annotated[str, sha256]
    title: Annotated[Fact[str], _TITLE]
    date: Annotated[Fact[ArticleDate], fact(rules.edtf)]
    subtitle: Annotated[Fact[str] | None, _TITLE] = None
    publication: Annotated[Fact[str], fact(rules.one_line)] = NOTHING_STATED
    author: Annotated[Fact[tuple[Author, ...]], fact(rules.authors)] = NOTHING_STATED
    kind: Annotated[Kind | None, one_of(*get_args(Kind))] = None
    languages: Annotated[tuple[str, ...], rules.languages, "language"] = (UNDETERMINED,)
    people: Annotated[tuple[Name, ...], _NAMES] = ()
    places: Annotated[tuple[Name, ...], _NAMES] = ()
    bodies: Annotated[tuple[Name, ...], _NAMES] = ()
    subjects: Annotated[tuple[str, ...], many(rules.one_line)] = ()
    rights: Annotated[str | None, rules.rights] = None
    rights_note: Annotated[str | None, rules.one_line] = None
    found_at: Annotated[tuple[str, ...], many(rules.address)] = ()
    furniture: Annotated[tuple[Furniture, ...], many(partial(parse_fields, Furniture))] = ()
    encoding: Annotated[str | None, rules.encoding] = None
    layout: Annotated[Layout, one_of(*get_args(Layout))] = "lines"
    kept: Annotated[tuple[Kept, ...], parse_all_kept] = ()
    printings: Annotated[tuple[Printing, ...], many(partial(parse_fields, Printing))] = ()
    received: Annotated[Received | None, partial(parse_fields, Received)] = None
    received_as: Annotated[str | None, rules.one_line] = None
    replaced: Annotated[tuple[Replaced, ...], many(partial(parse_fields, Replaced))] = ()
    was: Annotated[tuple[str, ...], many(rules.slug)] = ()
    draft: Annotated[bool, rules.flag] = False
    updated: Annotated[Day | None, rules.day] = None

    @property
    def language(self) -> str:
        """Return the language of the text; of several, the main one."""
        return self.languages[0]
