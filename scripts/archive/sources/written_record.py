"""A record as it is written: plain values with their lines, before any of them is checked."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from archive.sources.fact import NOT_STATED
from archive.sources.plain_yaml import Location, Plain, parse_yaml
from archive.sources.problem import Problem
from archive.sources.slugs import to_slug

_CONFLICT = ("<<<<<<< ", ">>>>>>> ")
# What every record says, in the order in which a person is told; of the first it may say `not stated`.
MAY_BE_UNSTATED = ("title", "date")
NEEDED = (*MAY_BE_UNSTATED, "slug", "sha256")


@dataclass(frozen=True)
class WrittenRecord:
    """The plain value of a record, the line of each location in it, and what keeps it from being YAML.

    `lacks` are the keys that it must have to be published, and that were filled in to show a draft,
    and `data` the bytes of the file.
    """

    path: str
    plain: Plain
    lines: Mapping[Location, int]
    problems: tuple[Problem, ...] = ()
    lacks: tuple[str, ...] = ()
    data: bytes = b""

    @property
    def keys(self) -> dict[str, Plain]:
        """Return what stands under each key; nothing if the record has no keys."""
        return self.plain if isinstance(self.plain, dict) else {}

    @property
    def is_draft(self) -> bool:
        """Return whether the record says that it is a draft."""
        return self.keys.get("draft") == "true"

    @property
    def is_removed(self) -> bool:
        """Return whether the record says that its text was taken away."""
        return "removed" in self.keys

    @property
    def slugs(self) -> Iterator[tuple[str, int]]:
        """Yield each slug that the record claims, with its line: its own, and those that it had."""
        if isinstance(slug := self.keys.get("slug"), str):
            yield slug, self.lines.get(("slug",), 1)
        if isinstance(old := self.keys.get("was"), list):
            for index, slug in enumerate(old):
                if isinstance(slug, str):
                    yield slug, self.lines["was", index]


def parse_written(path: str, text: str) -> WrittenRecord:
    """Return the record that a YAML text holds; a key with nothing after it is as good as left out."""
    if marked := next(
        (at for at, line in enumerate(text.split("\n"), 1) if line.startswith(_CONFLICT)), None
    ):
        sentence = (
            "holds two versions that git couldn't merge; keep one, and strike the lines with <, = and >"
        )
        return WrittenRecord(path, {}, {}, (Problem(path, marked, sentence),))
    plain, lines, problems = parse_yaml(path, text)
    if isinstance(plain, dict):
        plain = {key: value for key, value in plain.items() if value != ""}
    return WrittenRecord(path, plain, lines, tuple(problems))


def list_lacking(record: WrittenRecord) -> tuple[str, ...]:
    """Return the keys that a draft still lacks, and that it must have to be published."""
    return tuple(key for key in NEEDED if key not in record.keys)


def complete_draft(record: WrittenRecord, name: str, data: bytes | None) -> WrittenRecord:
    """Return a draft with what it lacks: nothing is stated, the slug is made of the name of the file."""
    if not record.is_draft or record.is_removed:
        return record
    stated = {
        "title": NOT_STATED,
        "date": NOT_STATED,
        "slug": to_slug(name) or f"draft-{hashlib.sha256(name.encode('utf-8', 'replace')).hexdigest()[:12]}",
        "sha256": hashlib.sha256(data or b"").hexdigest(),
    }
    return replace(record, plain={**stated, **record.keys}, lacks=list_lacking(record))
