"""What was made before and needn't be made again: under a server, most articles are as they were."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar, TypeVarTuple

Result = TypeVar("Result")
Inputs = TypeVarTuple("Inputs")


@dataclass(frozen=True)
class Kept:
    """Remembers, if it is to, what a pure function made the last time of each thing that has a name."""

    remembers: bool = False
    _made: dict[tuple[str, str], tuple[tuple[Any, ...], Any]] = field(default_factory=dict)

    def make(self, function: Callable[[*Inputs], Result], name: str, *inputs: *Inputs) -> Result:
        """Return what the function makes of the inputs; if they are as they were, what it made then."""
        if not self.remembers:
            return function(*inputs)
        key = (function.__qualname__, name)
        before = self._made.get(key)
        if before is None or before[0] != inputs:
            before = self._made[key] = (inputs, function(*inputs))
        result: Result = before[1]
        return result


NOTHING_KEPT = Kept()
