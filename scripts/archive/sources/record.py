"""The record of an article: what is known of it, and how each fact is known."""

from typing import Annotated, Generic, Literal, Self, TypeVar

from pydantic import AfterValidator, BeforeValidator, ConfigDict, model_validator
from pydantic.dataclasses import dataclass

from archive.sources import rules, text_rules
from archive.sources.languages import UNDETERMINED
from archive.sources.paragraphs import Layout
from archive.sources.short_form import to_long_form
from archive.sources.values import (
    ONLY_KNOWN_KEYS,
    Address,
    Authors,
    Basis,
    Date,
    Day,
    Encoding,
    Flag,
    Language,
    Line,
    Lines,
    Printed,
    PrintedName,
    Rights,
    Sha256,
    Slug,
    Title,
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

Value = TypeVar("Value")


@dataclass(frozen=True, kw_only=True, config=ONLY_KNOWN_KEYS)
class Evidence:
    """What a fact is known by: a quotation from the file or a source outside it, and how it bears."""

    quote: Printed | None = None
    source: Line | None = None
    note: Line | None = None

    @model_validator(mode="after")
    def quote_or_source(self) -> Self:
        """Evidence is either a quotation or a source."""
        if (self.quote is None) == (self.source is None):
            raise rules.broken("must have either a quote or a source")
        return self


@dataclass(frozen=True, kw_only=True, config=ONLY_KNOWN_KEYS)
class Fact(Generic[Value]):
    """A value, how it is known, and by what; a fact that isn't stated has no value."""

    basis: Basis
    value: Value | None = None
    evidence: tuple[Evidence, ...] = ()

    @model_validator(mode="after")
    def value_as_basis_says(self) -> Self:
        """A fact has a value unless it is not stated."""
        if self.basis == "not stated" and self.value is not None:
            raise rules.broken("has a value, so its basis can't be 'not stated'")
        if self.basis != "not stated" and self.value is None:
            raise rules.broken("has no value, so its basis must be 'not stated'")
        return self

    @model_validator(mode="after")
    def evidence_as_basis_says(self) -> Self:
        """What is printed has a quote as evidence; what is published, a source; what is inferred, either."""
        if self.basis == "printed" and not any(item.quote for item in self.evidence):
            raise rules.broken("is printed, so its evidence must have a quote")
        if self.basis == "published" and not any(item.source for item in self.evidence):
            raise rules.broken("is published, so its evidence must have a source")
        if self.basis == "inferred" and not self.evidence:
            raise rules.broken("is inferred, so it must have evidence")
        return self


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


TitleFact = Annotated[Fact[Title], BeforeValidator(to_long_form)]
DateFact = Annotated[Fact[Date], BeforeValidator(to_long_form)]
LineFact = Annotated[Fact[Line], BeforeValidator(to_long_form)]
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
    language: Language = UNDETERMINED
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
    received_as: Line | None = None
    was: tuple[Slug, ...] = ()
    draft: Flag = False
    updated: Day | None = None


@dataclass(frozen=True, kw_only=True, config=ConfigDict(extra="ignore"))
class ReadingKeys:
    """The keys of a record that say how its text is to be read."""

    encoding: Encoding | None = None
    layout: Layout = "lines"
    kept: KeptLines = ()
