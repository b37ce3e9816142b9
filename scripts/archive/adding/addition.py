"""The record of a text that is to be added: what is drafted of it, with what a person says of it."""

import html
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from archive.adding.changes import to_today
from archive.adding.drafting.draft import Draft, propose_draft
from archive.adding.drafting.observation import Observation
from archive.adding.files import Candidate, to_portable
from archive.sources.check_record import find_wrong_keys, parse_reading
from archive.sources.encoding import find_mark
from archive.sources.plain_yaml import Plain
from archive.sources.printed import is_quoted
from archive.sources.slugs import to_slug
from archive.sources.text import Text, parse_text
from archive.sources.written_record import NEEDED, WrittenRecord

SAID = "Said of all the texts that were added with this one."


@dataclass
class Options:
    """What the command line says: values for every text, None where each says its own, and what is wanted.

    Of a text that is in the archive already or much the same as one there, `replace` puts it in its place,
    `printing` names it as another printing, and `beside` adds it, too.
    """

    files: list[Path]
    records: Path | None
    articles: Path
    origin: Path
    slug: str | None
    publication: str | None
    kind: str | None
    rights: str | None
    language: str | None
    encoding: str | None
    publish: bool
    replace: bool
    printing: bool
    beside: bool


def draft_record(
    candidate: Candidate, name: str, seen: Observation, options: Options, row: Mapping[str, Plain | None]
) -> Draft:
    """Return the draft of a text that is to have a name; what a table says of it comes first."""
    draft = propose_draft(seen, candidate.path.name, "".join(candidate.folders[-1:]))
    received_as = candidate.received_as if candidate.received_as != f"{name}.txt" else None
    said = {**list_shared(options, seen), "updated": to_today(), "received_as": received_as, **row}
    keys = {key: value for key, value in {**draft.keys, **said}.items() if value is not None}
    # A cell that is empty says of most keys that they are not there, but each text has a sum.
    keys.setdefault("sha256", draft.keys["sha256"])
    # What was drafted for a text that a table says to read otherwise may not hold.
    for key in find_wrong_keys(keys, to_text(seen.data, keys)) - row.keys():
        del keys[key]
    # A guess at the encoding may show other characters than the text has: a person has to look at it.
    is_guess = "encoding" in keys and not ("encoding" in row or options.encoding or find_mark(seen.data))
    draft = replace(draft, keys=keys)
    if not options.publish or is_guess or draft.asked or set(list_lacking(keys)) - {"slug"}:
        keys["draft"] = "true"
    return draft


def list_lacking(keys: Mapping[str, Plain]) -> list[str]:
    """Return the keys that a record must have to be published, and hasn't."""
    return [key for key in NEEDED if key not in keys]


def propose_slug(draft: Draft, name: str) -> str:
    """Return a slug made of the title, or else of the name of the file or the sum of its bytes."""
    title = draft.keys.get("title", "")
    words = title.get("value", "") if isinstance(title, dict) else title
    # Entities are the characters that they stand for.
    of_title = to_slug(html.unescape(str(words)))
    return of_title or to_slug(name) or f"text-{str(draft.keys['sha256'])[:12]}"


def list_shared(options: Options, seen: Observation) -> dict[str, Plain]:
    """Return what was said of all texts as a record says it; that the text prints it is said, too."""
    keys: dict[str, Plain] = {key: value for key in ("kind", "rights") if (value := getattr(options, key))}
    if name := options.publication:
        keys["publication"] = name if is_quoted(name, seen.paragraphs) else to_inferred(name, SAID)
    return keys


def to_inferred(value: str, source: str) -> Plain:
    """Return a fact that a source outside the text tells."""
    return {"value": value, "inferred": source}


def to_text(data: bytes, keys: Mapping[str, Plain]) -> Text:
    """Return a text as its record says that it is to be read."""
    reading = parse_reading(WrittenRecord("", dict(keys), {}))
    return parse_text("", data, reading)[0] if reading else Text(data, None)


def to_state(draft: Draft, received_as: str) -> str:
    """Return in what state a record is, and what its file was called if not every system can."""
    stem = PurePath(received_as).stem
    renamed = "" if to_portable(stem) == stem else f"; {stem!r} is no name for a file on every system"
    if "draft" not in draft.keys:
        return f"published{renamed}"
    lacks = list_lacking(draft.keys)
    asked = [key for key in draft.asked if key not in lacks]
    asks = f"; asks for {', '.join(asked)}" if asked else ""
    return f"draft, lacks {', '.join(lacks) or 'nothing'}{asks}{renamed}"
