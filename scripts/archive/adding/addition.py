"""A text that is to be added: its bytes, its name, and the draft of its record."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import PurePath

from archive.adding.drafting.draft import Draft, propose_draft, to_title_for_slug
from archive.adding.drafting.observation import Observation
from archive.adding.drafting.render import render_draft
from archive.adding.files import Candidate, is_text
from archive.adding.formats import find_format
from archive.adding.naming import to_portable, was_renamed
from archive.adding.same import to_sum
from archive.adding.shared import Shared, add_shared
from archive.sources.encoding import DEFAULT, find_encoding, find_mark, propose_encoding
from archive.sources.plain_yaml import Plain
from archive.sources.problem import Problem
from archive.sources.slugs import to_slug
from archive.sources.text import Reading, parse_text
from archive.sources.written_record import NEEDED


@dataclass(frozen=True)
class Addition:
    """What is written into the archive for one text; `is_guess` tells that its encoding is one."""

    candidate: Candidate
    name: str
    data: bytes
    draft: Draft
    size: str
    is_guess: bool

    @property
    def is_draft(self) -> bool:
        """Return whether the record is not yet to be published."""
        return "draft" in self.draft.keys

    @property
    def renamed(self) -> str:
        """Return that the name of the file is none on every system, if so."""
        stem = PurePath(self.candidate.received_as).stem
        return "" if to_portable(stem) == stem else f"; {stem!r} is no name for a file on every system"

    @property
    def lacks(self) -> list[str]:
        """Return what the record must have to be published, and hasn't."""
        return [key for key in NEEDED if key not in self.draft.keys]

    @property
    def state(self) -> str:
        """Return in what state the record is, in words."""
        if not self.is_draft:
            return "published"
        asked = [key for key in self.draft.asked if key not in self.lacks]
        state = f"draft, lacks {', '.join(self.lacks) or 'nothing'}"
        return f"{state}; asks for {', '.join(asked)}" if asked else state

    def render(self) -> str:
        """Return the record as YAML."""
        return render_draft(self.draft, self.size)


def find_encoding_of(data: bytes, label: str | None) -> str:
    """Return the encoding in which a text is read: as its mark or a person's label says, else as it seems."""
    said = find_encoding(label) if label else None
    return find_mark(data) or said or propose_encoding(data) or DEFAULT


def check_data(path: str, data: bytes, encoding: str) -> Iterator[Problem]:
    """Yield what keeps bytes from being a text that is shown."""
    if sentence := find_format(data):
        yield Problem(path, 1, sentence)
        return
    if data and not is_text(data):
        yield Problem(path, 1, "holds no text in any encoding that is known")
        return
    yield from parse_text(path, data, Reading(encoding=encoding))[1]


def make_addition(
    candidate: Candidate, name: str, seen: Observation, shared: Shared, row: Mapping[str, Plain | None]
) -> Addition:
    """Return what is to be written for a text, without its slug; what a table says of it comes first."""
    draft = add_shared(
        propose_draft(seen, candidate.path.name, "".join(candidate.folders[-1:])), shared, seen.paragraphs
    )
    merged = {**draft.keys, "updated": to_today(), **row}
    if "received_as" not in row and was_renamed(candidate, name):
        merged["received_as"] = candidate.received_as
    keys = {key: value for key, value in merged.items() if value is not None}
    is_guess = "encoding" in keys and not ("encoding" in row or shared.encoding or find_mark(seen.data))
    size = f"{len(seen.paragraphs)} paragraph{'s' * (len(seen.paragraphs) != 1)}, {len(seen.data):,} bytes."
    return Addition(candidate, name, seen.data, replace(draft, keys=keys), size, is_guess)


def finish(addition: Addition, slug: str, shared: Shared) -> Addition:
    """Return an addition with its slug; it is a draft unless it may be published and lacks nothing."""
    keys: dict[str, Plain] = {**addition.draft.keys, "slug": slug}
    # A guess at the encoding may show other characters than the text has: a person has to look at it.
    if (
        not shared.publish
        or addition.is_guess
        or addition.draft.asked
        or any(key not in keys for key in NEEDED)
    ):
        keys["draft"] = "true"
    return replace(addition, draft=replace(addition.draft, keys=keys))


def to_proposed_slug(addition: Addition) -> str:
    """Return a slug made of the title, or of the name of the file where the title makes none."""
    title = to_slug(to_title_for_slug(addition.draft))
    return title or to_slug(addition.name) or f"text-{to_sum(addition.data)[:12]}"


def to_today() -> str:
    """Return the day on which texts are added."""
    return datetime.now().astimezone().date().isoformat()
