"""A fact: its value, how it is known, and by what."""

from typing import Generic, Self, TypeVar

from pydantic import model_validator
from pydantic.dataclasses import dataclass

from archive.sources import rules
from archive.sources.values import ONLY_KNOWN_KEYS, Basis, Line, Printed

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
