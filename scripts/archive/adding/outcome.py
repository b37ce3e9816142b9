"""What comes of a file or of a row of a table: a change of the archive, or why there is none."""

from dataclasses import dataclass
from pathlib import Path

from archive.sources.problem import Problem, to_printable
from archive.sources.read_articles import TEXT


@dataclass(frozen=True)
class Change:
    """What is to stand in a record, its text if that is new, what is said, and what is wrong with it then."""

    record: Path
    written: bytes
    said: str
    data: bytes | None = None
    is_new: bool = False
    is_draft: bool = False
    problems: tuple[Problem, ...] = ()

    def write(self) -> None:
        """Write the change into the archive; what is new never overwrites."""
        mode = "xb" if self.is_new else "wb"
        self.record.parent.mkdir(parents=True, exist_ok=True)
        with self.record.open(mode) as file:
            file.write(self.written)
        if self.data is not None:
            with self.record.with_suffix(TEXT).open(mode) as file:
                file.write(self.data)


@dataclass(frozen=True)
class PassedOver:
    """A file that is not taken, and why."""

    path: Path
    reason: str

    def __str__(self) -> str:
        """Return both on one line."""
        return to_printable(f"{self.path}: passed over: {self.reason}")


class RefusedError(Exception):
    """What keeps a text or a row out: its problems."""

    def __init__(self, *problems: Problem) -> None:
        """Keep the problems."""
        self.problems = problems


Outcome = Change | PassedOver | Problem
