"""What became of a text: how it came, where else it was printed, what it replaced, that it was taken away."""

from dataclasses import dataclass
from datetime import date as Day  # noqa: N812 (a field is called date)
from functools import partial
from typing import Annotated

from archive.sources import rules
from archive.sources.dates import ArticleDate
from archive.sources.fact import NOTHING_STATED, Fact, fact
from archive.sources.fields import broken, many, parse_fields


@dataclass(frozen=True, kw_only=True)
class Received:
    """How a text came to the archive: the day, as far as it is known, and from whom or where."""

    on: Annotated[ArticleDate | None, rules.edtf] = None
    source: Annotated[str | None, rules.one_line, "from"] = None

    def __post_init__(self) -> None:
        """What was received was so on a day, from somewhere, or both."""
        if self.on is None and self.source is None:
            raise broken("must say on which day, from whom or where, or both")


@dataclass(frozen=True, kw_only=True)
class Printing:
    """Another paper, or another day, in which the same text was printed."""

    publication: Annotated[Fact[str], fact(rules.one_line)] = NOTHING_STATED
    date: Annotated[Fact[ArticleDate], fact(rules.edtf)] = NOTHING_STATED

    def __post_init__(self) -> None:
        """A printing has a publication, a date, or both."""
        if self.publication.value is None and self.date.value is None:
            raise broken("must say in which publication, on which date, or both")


@dataclass(frozen=True, kw_only=True)
class Replaced:
    """A text that stood in the place of this one, by the SHA-256 of its file, and until which day."""

    sha256: Annotated[str, rules.sum_of_bytes]
    until: Annotated[Day, rules.day]


@dataclass(frozen=True, kw_only=True)
class Removed:
    """The day on which a text was taken away, and why."""

    on: Annotated[Day, rules.day]
    why: Annotated[str, rules.one_line]


@dataclass(frozen=True, kw_only=True)
class RemovedRecord:
    """What a record says whose text was taken away; whatever else it keeps is not shown."""

    slug: Annotated[str, rules.slug]
    removed: Annotated[Removed, partial(parse_fields, Removed)]
    title: Annotated[Fact[str], fact(rules.title)] = NOTHING_STATED
    was: Annotated[tuple[str, ...], many(rules.slug)] = ()
