"""The record of an article: what is known of it, and how each fact is known."""

from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field
from pydantic.dataclasses import dataclass

from archive.sources import text_rules
from archive.sources.fact import Fact
from archive.sources.history import DateFact, LineFact, Printing, Replaced, TitleFact
from archive.sources.languages import UNDETERMINED
from archive.sources.paragraphs import Layout
from archive.sources.received import Received
from archive.sources.short_form import to_long_form
from archive.sources.values import (
    ONLY_KNOWN_KEYS,
    Address,
    Authors,
    Day,
    Encoding,
    Flag,
    Languages,
    Line,
    Lines,
    PrintedName,
    Rights,
    Sha256,
    Slug,
)

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


@dataclass(frozen=True, kw_only=True, config=ONLY_KNOWN_KEYS)
class Name:
    """A person, place or body, every form in which the file prints the name, and how it is filed.

    `filed` is the form in the index where it is not the plain one: `García Márquez, Gabriel`.
    """

    name: Line
    printed: tuple[PrintedName, ...]
    filed: Line | None = None

    @property
    def other_forms(self) -> tuple[str, ...]:
        """Return the forms in which the file prints the name, but for the name itself."""
        return tuple(form for form in self.printed if form != self.name)


def _printed_as_named(value: object) -> object:
    """Complete a name that is only text, or has no printed forms: the file prints it as it stands."""
    if isinstance(value, str):
        return {"name": value, "printed": [value]}
    if isinstance(value, dict) and isinstance(value.get("name"), str):
        return {"printed": [value["name"]], **value}
    return value


Names = tuple[Annotated[Name, BeforeValidator(_printed_as_named)], ...]


@dataclass(frozen=True, kw_only=True, config=ONLY_KNOWN_KEYS)
class Furniture:
    """Lines of the file that belong to the page it came from, not to the article, and what they are."""

    lines: Lines
    label: Line

    @property
    def line(self) -> int:
        """Return the first of the lines."""
        return self.lines.first


def _as_lines(value: object) -> object:
    """Complete lines that have no label."""
    return {"lines": value} if isinstance(value, str) else value


@dataclass(frozen=True, kw_only=True, config=ONLY_KNOWN_KEYS)
class Kept:
    """Lines of the file that are shown as typed, such as verse or a table, and what they are."""

    lines: Lines
    label: Line | None = None


AuthorFact = Annotated[Fact[Authors], BeforeValidator(to_long_form)]
KeptLines = Annotated[
    tuple[Annotated[Kept, BeforeValidator(_as_lines)], ...], AfterValidator(text_rules.lines_apart)
]


@dataclass(frozen=True, kw_only=True, config=ONLY_KNOWN_KEYS)
class Record:
    """All that is known of an article: the contents of `articles/NAME.yml`.

    Whatever may be left out is then not stated, or empty.
    """

    slug: Slug
    sha256: Sha256
    title: TitleFact
    date: DateFact
    subtitle: TitleFact | None = None
    publication: LineFact = Fact(basis="not stated")
    author: AuthorFact = Fact(basis="not stated")
    kind: Kind | None = None
    languages: Annotated[Languages, Field(alias="language")] = (UNDETERMINED,)
    people: Names = ()
    places: Names = ()
    bodies: Names = ()
    subjects: tuple[Line, ...] = ()
    rights: Rights | None = None
    rights_note: Line | None = None
    found_at: tuple[Address, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    encoding: Encoding | None = None
    layout: Layout = "lines"
    kept: KeptLines = ()
    printings: tuple[Printing, ...] = ()
    received: Received | None = None
    received_as: Line | None = None
    replaced: tuple[Replaced, ...] = ()
    was: tuple[Slug, ...] = ()
    draft: Flag = False
    updated: Day | None = None

    @property
    def language(self) -> str:
        """Return the language of the text; of several, the main one."""
        return self.languages[0]


@dataclass(frozen=True, kw_only=True, config=ConfigDict(extra="ignore"))
class ReadingKeys:
    """The keys of a record that say how its text is to be read."""

    encoding: Encoding | None = None
    layout: Layout = "lines"
    kept: KeptLines = ()
