"""What is drafted of a text, as plain facts that can be compared with what the text says."""

from pathlib import Path

import yaml
from archive.adding.drafting.draft import Draft, propose_draft
from archive.adding.drafting.observation import Observation, observe
from archive.sources.check_record import check_record
from archive.sources.encoding import propose_encoding
from archive.sources.record import Record
from archive.sources.text import Reading, parse_text
from archive.sources.written_record import WrittenRecord, complete_draft

CASES = Path(__file__).parent / "cases"
HELD_APART = Path(__file__).parent / "benchmarks" / "held_apart.yml"


def read_facts() -> dict[str, dict[str, object]]:
    """Return for each case what its text says of itself."""
    facts: dict[str, dict[str, object]] = yaml.safe_load((CASES / "facts.yml").read_text("utf-8"))
    return facts


def draft(name: str, data: bytes) -> tuple[Observation, Draft]:
    """Return what is seen and drafted of a text."""
    encoding = propose_encoding(data)
    assert encoding
    seen = observe(data, encoding)
    return seen, propose_draft(seen, f"{name}.txt")


def to_record(name: str, data: bytes) -> Record:
    """Return the record that the draft of a text makes; fail if it breaks a rule."""
    seen, drafted = draft(name, data)
    written = WrittenRecord("f.yml", {**drafted.keys, "draft": "true"}, {(): 1})
    text, _ = parse_text("f.txt", data, Reading(seen.encoding, seen.layout, seen.kept))
    parsed = check_record(complete_draft(written, name, data), text)
    assert parsed.record, parsed.problems
    return parsed.record


def list_facts(record: Record) -> dict[str, object]:
    """Return the facts of a record as words, and the lines that it keeps as typed."""
    authors = "; ".join(author.name for author in record.author.value or ())
    facts = {
        "title": record.title.value,
        "subtitle": record.subtitle.value if record.subtitle else None,
        "date": record.date.value.edtf if record.date.value else None,
        "author": authors,
        "publication": record.publication.value,
        "kind": record.kind,
        "language": record.language if record.language != "und" else None,
        "layout": record.layout if record.layout != "lines" else None,
        "encoding": record.encoding,
        "kept": [str(item.lines) for item in record.kept],
    }
    return {key: value for key, value in facts.items() if value}
