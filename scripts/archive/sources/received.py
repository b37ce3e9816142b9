"""How a text came to the archive: on which day, and from whom or where."""

from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic.dataclasses import dataclass

from archive.sources import rules
from archive.sources.values import ONLY_KNOWN_KEYS, Date, Line


@dataclass(frozen=True, kw_only=True, config=ONLY_KNOWN_KEYS)
class Received:
    """The day, as far as it is known, and the source, which a record has under `from`."""

    on: Date | None = None
    source: Annotated[Line | None, Field(validation_alias="from")] = None

    @model_validator(mode="after")
    def on_or_from(self) -> Self:
        """What was received was so on a day, from somewhere, or both."""
        if self.on is None and self.source is None:
            raise rules.broken("must say on which day, from whom or where, or both")
        return self
