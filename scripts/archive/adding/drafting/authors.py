"""Who wrote a text: whom its bylines name, who reported, who signs a letter."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from archive.adding.drafting.observation import Observation
from archive.adding.drafting.patterns import Reading
from archive.adding.drafting.source_lines import SourceLine
from archive.sources.authors import Author, parse_author
from archive.sources.paragraphs import flatten
from archive.sources.plain_yaml import Plain

# In one block with these, a name alone is a byline.
DATED = frozenset(
    {"date line", "place and date", "publication and date", "name of the publication", "byline and date"}
)


def list_authors(
    readings: Sequence[tuple[SourceLine, Reading]], seen: Observation, kind: str | None
) -> Iterator[Plain]:
    """Yield the authors that bylines name; if none does, whoever reported or signed a letter."""
    named = [
        r for _, r in readings if r.is_sure and r.authors and r.kind not in {"closing", "report", "person"}
    ]
    reported = [r for _, r in readings if r.kind == "report" and r.is_sure]
    # Beside a person, an agency is whom the person works for.
    named = [reading for reading in named if reading.kind != "agency"] or named
    for reading in named or reported:
        yield to_author_fact(reading.authors, reading.text)
    if kind == "letter" and not named:
        yield from list_signatures(seen.lines)
    elif not named and not reported:
        yield from list_named(readings)


def list_named(readings: Sequence[tuple[SourceLine, Reading]]) -> Iterator[Plain]:
    """Yield the person whose name stands alone right above or below the date, in one block with it."""
    for (line, reading), (other, after) in pairwise(readings):
        kinds = {reading.kind, after.kind}
        if "person" in kinds and kinds & DATED and reading.is_sure and after.is_sure:
            person = reading if reading.kind == "person" else after
            if line.block == other.block and other.number == line.number + 1:
                yield to_author_fact(person.authors, person.text)


def list_signatures(text: Sequence[SourceLine]) -> Iterator[Plain]:
    """Yield who signs a letter: after the words that end it, or alone in the last block."""
    for line, after in zip(text, [*text[1:], None], strict=True):
        reading, below = line.reading, after and after.reading
        if reading and reading.kind == "closing":
            signed = reading if reading.authors else below
            if signed and signed.kind in {"person", "closing"} and signed.authors:
                yield to_author_fact(signed.authors, signed.value or signed.text)
        elif line.block == text[-1].block and reading and reading.kind == "person" and reading.is_sure:
            before = [other for other in text if other.number < line.number]
            if before and before[-1].block != line.block:
                yield to_author_fact(reading.authors, reading.text)


def to_author_fact(authors: Sequence[Author], line: str) -> Plain:
    """Return authors as a fact that a line prints."""
    values = [to_plain_author(author) for author in authors]
    value: Plain = values[0] if len(values) == 1 and isinstance(values[0], str) else list(values)
    quote = to_quote(line)
    return quote if value == quote else {"value": value, "printed": quote}


def to_quote(line: str) -> str:
    """Return a line as the words that state something."""
    return flatten(line).rstrip(".")


def to_plain_author(author: Author) -> Plain:
    """Return an author as a record writes it."""
    if author.is_body:
        return {"body": author.name}
    return author.name if parse_author(author.name) == author else {"person": author.name}
