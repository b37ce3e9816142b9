"""A text that is to be added: its name, what is seen of it, and the draft of its record."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import PurePath

from archive.adding.drafting.draft import Draft, propose_draft, to_title_for_slug
from archive.adding.drafting.observation import Observation
from archive.adding.drafting.render import render_draft
from archive.adding.files import Candidate, to_portable
from archive.adding.rows import Row
from archive.adding.taken import to_sum
from archive.sources.check_record import check_record, find_wrong_keys, parse_reading
from archive.sources.encoding import find_mark
from archive.sources.plain_yaml import Plain
from archive.sources.printed import is_quoted
from archive.sources.problem import Problem
from archive.sources.slugs import to_free_slug, to_slug
from archive.sources.text import Text, parse_text
from archive.sources.written_record import NEEDED, WrittenRecord

SAID = "Said of all the texts that were added with this one."


@dataclass(frozen=True)
class Shared:
    """Values for every text, None where each says its own; `publish` asks for records that are no drafts.

    Of a text that is in the archive already or much the same as one there, `replace` puts it in its place,
    `printing` names it as another printing, and `beside` adds it, too.
    """

    publication: str | None = None
    kind: str | None = None
    rights: str | None = None
    language: str | None = None
    encoding: str | None = None
    publish: bool = False
    replace: bool = False
    printing: bool = False
    beside: bool = False


@dataclass(frozen=True)
class Addition:
    """What is written into the archive for one text."""

    candidate: Candidate
    name: str
    seen: Observation
    draft: Draft

    @property
    def slug(self) -> str:
        """Return the slug that the record gives the text."""
        return str(self.draft.keys["slug"])

    @property
    def is_draft(self) -> bool:
        """Return whether the record is not yet to be published."""
        return "draft" in self.draft.keys

    @property
    def state(self) -> str:
        """Return in what state the record is, and what its file was called if not every system can."""
        stem = PurePath(self.candidate.received_as).stem
        renamed = "" if to_portable(stem) == stem else f"; {stem!r} is no name for a file on every system"
        if not self.is_draft:
            return f"published{renamed}"
        lacks = list_lacking(self.draft.keys)
        asked = [key for key in self.draft.asked if key not in lacks]
        asks = f"; asks for {', '.join(asked)}" if asked else ""
        return f"draft, lacks {', '.join(lacks) or 'nothing'}{asks}{renamed}"

    def render(self) -> str:
        """Return the record as YAML, with the size of its text."""
        count = len(self.seen.paragraphs)
        return render_draft(
            self.draft, f"{count} paragraph{'s' * (count != 1)}, {len(self.seen.data):,} bytes."
        )


def list_lacking(keys: Mapping[str, Plain]) -> list[str]:
    """Return the keys that a record must have to be published, and hasn't."""
    return [key for key in NEEDED if key not in keys]


def make_addition(
    candidate: Candidate, name: str, seen: Observation, shared: Shared, row: Mapping[str, Plain | None]
) -> Addition:
    """Return what is to be written for a text; what a table says of it comes first."""
    draft = propose_draft(seen, candidate.path.name, "".join(candidate.folders[-1:]))
    received_as = candidate.received_as if candidate.received_as != f"{name}.txt" else None
    said = {**list_shared(shared, seen), "updated": to_today(), "received_as": received_as, **row}
    keys = {key: value for key, value in {**draft.keys, **said}.items() if value is not None}
    # What was drafted for a text that a table says to read otherwise may not hold.
    for key in find_wrong_keys(keys, to_text(seen.data, keys)) - row.keys():
        del keys[key]
    draft = replace(draft, keys=keys)
    # A guess at the encoding may show other characters than the text has: a person has to look at it.
    is_guess = "encoding" in keys and not ("encoding" in row or shared.encoding or find_mark(seen.data))
    if not shared.publish or is_guess or draft.asked or {*list_lacking(keys)} - {"slug"}:
        keys["draft"] = "true"
    return Addition(candidate, name, seen, draft)


def add_slug(addition: Addition, slugs: Container[str]) -> Addition:
    """Return an addition with a slug that is none of those: of its title, its file's name or its sum."""
    draft = addition.draft
    proposed = to_slug(to_title_for_slug(draft)) or to_slug(addition.name)
    proposed = proposed or f"text-{to_sum(addition.seen.data)[:12]}"
    keys = {"slug": to_free_slug(proposed, slugs), **draft.keys}
    return replace(addition, draft=replace(draft, keys=keys))


def list_shared(shared: Shared, seen: Observation) -> dict[str, Plain]:
    """Return what was said of all texts as a record says it; that the text prints it is said, too."""
    keys: dict[str, Plain] = {}
    if shared.publication:
        printed = is_quoted(shared.publication, seen.paragraphs)
        keys["publication"] = shared.publication if printed else to_inferred(shared.publication, SAID)
    keys |= {key: value for key in ("kind", "rights") if (value := getattr(shared, key))}
    return keys


def to_text(data: bytes, keys: Mapping[str, Plain]) -> Text:
    """Return a text as its record says that it is to be read."""
    reading = parse_reading(WrittenRecord("", dict(keys), {}))
    return parse_text("", data, reading)[0] if reading else Text(data, None)


def check_addition(addition: Addition, row: Row | None, slugs: Container[str]) -> Iterator[Problem]:
    """What is written keeps every rule, as if it had been read; of a draft, what is there."""
    path, line = (row.table, row.line) if row else (str(addition.candidate.path), 1)
    keys = addition.draft.keys
    if addition.slug in slugs:
        yield Problem(path, line, f"slug '{addition.slug}' is taken")
    whole: dict[str, Plain] = {**dict.fromkeys(list_lacking(keys), "not stated"), **keys}
    yield from check_record(
        WrittenRecord(path, whole, {(): line}), to_text(addition.seen.data, keys)
    ).problems


def to_inferred(value: str, source: str) -> Plain:
    """Return a fact that a source outside the text tells."""
    return {"value": value, "inferred": source}


def to_today() -> str:
    """Return the day on which texts are added."""
    return datetime.now().astimezone().date().isoformat()
