"""Who wrote a text, when and where it was published, and of what kind it is, as far as that is certain."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from archive.adding.drafting.calendar import FoundDate, find_named_date
from archive.adding.drafting.head import MASTHEAD
from archive.adding.drafting.observation import Observation
from archive.adding.drafting.patterns import find_opening
from archive.adding.drafting.source_lines import MAIL, SourceLine
from archive.sources.authors import Author, parse_author
from archive.sources.paragraphs import flatten
from archive.sources.plain_yaml import Plain

_LAST_LINES = 4
_FEWEST_TURNS = 4
_MOST_SIGNED = 6
_PLACED = "place and date"
_DATED = frozenset({"date line", _PLACED, "byline and date", "publication and date", "notice", MAIL})
# In one block with these, a name alone is a byline.
_BESIDE_NAMES = _DATED - {"notice", MAIL} | {MASTHEAD}


@dataclass(frozen=True)
class Question:
    """A fact that a person decides: its key, how a record would say it, and what may state it."""

    key: str
    value: Plain
    line: str


def find_facts(seen: Observation, name: str) -> tuple[dict[str, Plain], list[Question]]:
    """Return the facts that are certain, as a record writes them, and questions about those that aren't.

    The lines above and below a text, its first words and its file's name state them.
    """
    tail = seen.body[-_LAST_LINES:]
    around = [line for line in (*seen.head, *tail) if line.reading.kind]
    kind = find_kind(seen)
    stated = {
        "date": list(list_dates(seen, tail, name)),
        "publication": list(list_publications(around)),
        "author": list(list_authors(around, seen, kind)),
    }
    facts: dict[str, Plain] = {"kind": kind} if kind else {}
    questions: list[Question] = []
    for key, found in stated.items():
        if len({str(item.get("value", item) if isinstance(item, dict) else item) for item in found}) == 1:
            facts[key] = found[0]
        else:
            questions += [Question(key, item, "one of several") for item in found]
    doubtful = [line for line in around if not line.kind and line.number not in seen.titles.labels]
    return facts, [*questions, *list_questions(doubtful, facts)]


def list_questions(lines: Sequence[SourceLine], facts: Mapping[str, Plain]) -> Iterator[Question]:
    """Yield a question for each line that may state a fact, and isn't understood whole."""
    for line in lines:
        reading = line.reading
        key = "author" if reading.kind == "byline" else "date"
        if key not in facts and reading.kind != "person":
            value: Plain = ""
            if reading.authors:
                value = to_author_fact(line)
            elif reading.date and reading.date.is_sure and key == "date":
                value = to_date_fact(reading.date)
            yield Question(key, value, f"line {line.number}: {line.text}")


def list_dates(seen: Observation, tail: Sequence[SourceLine], name: str) -> Iterator[Plain]:
    """Yield the dates that the lines above a text state; else its first words, last lines, or name."""
    # Without a headline beside it, a line such as `Great Fire, 12 May 1911` may be one.
    kinds = _DATED if seen.titles.title else _DATED - {_PLACED}
    above = [line.reading.date for line in seen.head if line.kind in kinds]
    opening = [find_opening("dateline", line.text, seen.language) for line in seen.body[:1]]
    below = [line.reading.date for line in tail if line.kind in _DATED]
    opened = [found.date for found in opening if found]
    dates = next(filter(None, ([*filter(None, found)] for found in (above, opened, below))), [])
    yield from map(to_date_fact, dates)
    if not dates and (day := find_named_date(name)):
        yield {"value": day, "inferred": f"The name of the file: {name}"}


def to_date_fact(date: FoundDate) -> Plain:
    """Return a date as a fact that its words print."""
    return {"value": date.edtf, "printed": flatten(date.words)}


def list_publications(lines: Sequence[SourceLine]) -> Iterator[Plain]:
    """Yield the publications that lines name; a field is one whatever it holds, but for an address."""
    for line in lines:
        named = line.reading.publication or (line.reading.value if line.kind == MASTHEAD else None)
        if named and line.kind and not re.search(r"https?:|www\.|@", named):
            yield flatten(named)


def find_kind(seen: Observation) -> str | None:
    """Return the genre that a text says it is of; None if it says none, or two."""
    kinds = {line.kind for line in seen.head}
    greets = any(find_opening("greeting", line.text, seen.language) for line in seen.body[:1])
    closes = any(line.kind == "closing" for line in seen.lines[-_MOST_SIGNED:])
    turns = sum(bool(find_opening("question", line.text, seen.language)) for line in seen.lines)
    notices = (line.text for line in seen.head if line.kind == "notice")
    told = {
        "letter": "letters" in kinds or (greets and closes),
        "obituary": "obituaries" in kinds,
        "interview": turns >= _FEWEST_TURNS,
        "press release": any(find_opening("release", notice, seen.language) for notice in notices),
    }
    kinds_told = [kind for kind, is_told in told.items() if is_told]
    return kinds_told[0] if len(kinds_told) == 1 else None


def list_authors(lines: Sequence[SourceLine], seen: Observation, kind: str | None) -> Iterator[Plain]:
    """Yield the authors that bylines name; if none does, whoever reported, signed or stands alone."""
    naming = [line for line in lines if line.kind and line.reading.authors]
    named = [line for line in naming if line.kind not in {"agency", "closing", "report", "person"}]
    # Beside a person, an agency is whom the person works for.
    named = named or [line for line in naming if line.kind == "agency"]
    if not named:
        named = [line for line in naming if line.kind == "report"]
        named += list_signatures(seen.lines) if kind == "letter" else []
    named = named or list(list_beside_dates(lines))
    yield from map(to_author_fact, named)
    unnamed = [line for line in lines if line.kind == "byline without a name"]
    if unnamed and not named:
        yield {"basis": "not stated", "evidence": [{"quote": to_quote(unnamed[0])}]}


def list_beside_dates(lines: Sequence[SourceLine]) -> Iterator[SourceLine]:
    """Yield the person whose name stands alone right above or below the date, in one block with it."""
    for line, after in pairwise(lines):
        if line.block == after.block and after.number == line.number + 1:
            for name, other in ((line, after), (after, line)):
                if name.kind == "person" and other.kind in _BESIDE_NAMES:
                    yield name


def list_signatures(text: Sequence[SourceLine]) -> Iterator[SourceLine]:
    """Yield who signs a letter: after the words that end it, or alone in the last block."""
    for before, line in pairwise(text):
        signs = line.kind == "closing" and line.reading.authors
        follows = before.kind == "closing" and not before.reading.authors and line.reading.kind == "person"
        is_last = line.kind == "person" and before.block != line.block == text[-1].block
        if signs or follows or is_last:
            yield line


def to_author_fact(line: SourceLine) -> Plain:
    """Return the authors that a line names as a fact that it prints."""
    values = [to_plain_author(author) for author in line.reading.authors]
    value: Plain = values[0] if len(values) == 1 and isinstance(values[0], str) else list(values)
    quote = to_quote(line)
    return quote if value == quote else {"value": value, "printed": quote}


def to_quote(line: SourceLine) -> str:
    """Return a line as the words that state something."""
    return flatten(line.text).rstrip(".")


def to_plain_author(author: Author) -> Plain:
    """Return an author as a record writes it."""
    if author.is_body:
        return {"body": author.name}
    return author.name if parse_author(author.name) == author else {"person": author.name}
