"""What became of a text: where else it was printed, what stood in its place, that it was taken away."""

from typing import Annotated, Self

from pydantic import AfterValidator, BeforeValidator, ConfigDict, model_validator
from pydantic.dataclasses import dataclass

from archive.sources import rules
from archive.sources.fact import Fact
from archive.sources.short_form import to_long_form
from archive.sources.values import ONLY_KNOWN_KEYS, Date, Day, Line, Slug, Title

TitleFact = Annotated[Fact[Title], BeforeValidator(to_long_form)]
DateFact = Annotated[Fact[Date], BeforeValidator(to_long_form)]
LineFact = Annotated[Fact[Line], BeforeValidator(to_long_form)]


@dataclass(frozen=True, kw_only=True, config=ONLY_KNOWN_KEYS)
class Printing:
    """Another paper, or another day, in which the same text was printed."""

    publication: LineFact = Fact(basis="not stated")
    date: DateFact = Fact(basis="not stated")

    @model_validator(mode="after")
    def somewhere_or_sometime(self) -> Self:
        """A printing has a publication, a date, or both."""
        if self.publication.value is None and self.date.value is None:
            raise rules.broken("must say in which publication, on which date, or both")
        return self


@dataclass(frozen=True, kw_only=True, config=ONLY_KNOWN_KEYS)
class Replaced:
    """A text that stood in the place of this one, by the SHA-256 of its file, and until which day."""

    sha256: Annotated[Line, AfterValidator(rules.sum_of_bytes)]
    until: Day


@dataclass(frozen=True, kw_only=True, config=ONLY_KNOWN_KEYS)
class Removed:
    """The day on which a text was taken away, and why."""

    on: Day
    why: Line


@dataclass(frozen=True, kw_only=True, config=ConfigDict(extra="ignore"))
class RemovedRecord:
    """What a record says whose text was taken away; whatever else it keeps is not shown."""

    slug: Slug
    removed: Removed
    title: TitleFact = Fact(basis="not stated")
    was: tuple[Slug, ...] = ()
