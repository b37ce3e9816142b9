"""Who wrote a text, when and where it was published, and of what kind it is, as far as that is certain."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archive.adding.drafting.authors import list_authors, to_author_fact, to_quote
from archive.adding.drafting.head import MASTHEAD
from archive.adding.drafting.observation import Observation
from archive.adding.drafting.patterns import Reading, find_opening
from archive.adding.drafting.source_lines import MAIL, SourceLine
from archive.sources.dates import has_begun, parse_date
from archive.sources.paragraphs import flatten
from archive.sources.plain_yaml import Plain

_LAST_LINES = 4
_FEWEST_TURNS = 4
_MOST_SIGNED = 6
_NAMED = re.compile(r"(?<!\d)(1[5-9]\d\d|20\d\d)([-_. ]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")
_PLACED = "place and date"
_DATED = frozenset({"date line", _PLACED, "byline and date", "publication and date", "notice"})
_RELEASE = re.compile(
    r"(?:press|news|media) release|for immediate|presse|medien|communiqu|nota|comunica|persb", re.IGNORECASE
)


@dataclass(frozen=True)
class Question:
    """A fact that a person decides: its key, how a record would say it, and what may state it."""

    key: str
    value: Plain
    line: str


@dataclass(frozen=True)
class Stated:
    """Facts that are certain, as a record writes them, and questions about those that aren't."""

    facts: dict[str, Plain]
    questions: tuple[Question, ...] = ()


def find_stated(seen: Observation, name: str) -> Stated:
    """Return the facts that the lines above and below a text, its first words and its file's name state."""
    kind = find_kind(seen)
    below = seen.lines[len(seen.head) :]
    around = [*seen.head, *below[-_LAST_LINES:]]
    readings = [(line, line.reading) for line in around if line.reading]
    stated = {
        "date": list(list_dates(seen, below[-_LAST_LINES:])),
        "publication": list(list_publications(readings)),
        "author": list(list_authors(readings, seen, kind)),
    }
    facts: dict[str, Plain] = {}
    questions: list[Question] = []
    for key, found in stated.items():
        if len({str(to_value(item)) for item in found}) == 1:
            facts[key] = found[0]
        else:
            questions += [Question(key, item, "one of several") for item in found]
    unnamed = [reading for _, reading in readings if reading.kind == "byline without a name"]
    if unnamed and not stated["author"]:
        facts["author"] = {"basis": "not stated", "evidence": [{"quote": to_quote(unnamed[0].text)}]}
    if not stated["date"] and (day := find_named_date(name)):
        facts["date"] = {"value": day, "inferred": f"The name of the file: {name}"}
    if kind:
        facts["kind"] = kind
    questions += list_questions(
        [item for item in readings if item[0].number not in seen.titles.labels], facts
    )
    return Stated(facts, tuple(questions))


def to_value(fact: Plain) -> Plain:
    """Return the value of a fact in any form."""
    return fact.get("value", "") if isinstance(fact, dict) else fact


def list_questions(
    readings: Sequence[tuple[SourceLine, Reading]], facts: dict[str, Plain]
) -> Iterator[Question]:
    """Yield a question for each line that may state a fact, and isn't understood whole."""
    for line, reading in readings:
        key = "author" if reading.kind == "byline" else "date"
        if reading.is_sure or key in facts or reading.kind == "person":
            continue
        value: Plain = ""
        if reading.authors:
            value = to_author_fact(reading.authors, reading.text)
        elif reading.date and reading.date.is_sure and key == "date":
            value = {"value": reading.date.edtf, "printed": flatten(reading.date.words)}
        yield Question(key, value, f"line {line.number}: {line.text}")


def list_dates(seen: Observation, tail: Sequence[SourceLine]) -> Iterator[Plain]:
    """Yield the dates that the lines above a text state; if none does, its first words or last lines."""
    above = [item.reading for item in seen.head if item.reading and item.kind in _DATED and item.reading.date]
    first = [line for line in seen.head if line.kind == MAIL], seen.lines[len(seen.head) :][:1]
    mail, opening = (
        [found for line in lines if (found := find_opening(opener, line.text, seen.language))]
        for opener, lines in zip(("mail date", "dateline"), first, strict=True)
    )
    # Without a headline beside it, a line such as `Great Fire, 12 May 1911` may be one.
    if not seen.titles.title:
        above = [found for found in above if found.kind != _PLACED]
    below = [line.reading for line in tail if line.reading and line.kind in _DATED and line.reading.date]
    for found in next(filter(None, ([*above, *mail], opening, below)), []):
        if found.date:
            yield {"value": found.date.edtf, "printed": flatten(found.date.words)}


def list_publications(readings: Sequence[tuple[SourceLine, Reading]]) -> Iterator[Plain]:
    """Yield the publications that lines name; a field is one whatever it holds, but for an address."""
    for _, reading in readings:
        named = reading.publication or (reading.value if reading.kind == MASTHEAD else None)
        if named and reading.is_sure and not re.search(r"https?:|www\.|@", named):
            yield flatten(named)


def find_kind(seen: Observation) -> str | None:
    """Return the genre that a text says it is of; None if it says none, or two."""
    kinds = {item.kind for item in seen.head}
    opening = seen.lines[len(seen.head) :][:1]
    turns = [line for line in seen.lines if find_opening("question", line.text, seen.language)]
    greets = any(find_opening("greeting", line.text, seen.language) for line in opening)
    closes = any(line.reading and line.reading.kind == "closing" for line in seen.lines[-_MOST_SIGNED:])
    told = {
        "letter": "letters" in kinds or (greets and closes),
        "obituary": "obituaries" in kinds,
        "interview": len(turns) >= _FEWEST_TURNS,
        "press release": any(
            item.kind == "notice" and _RELEASE.match(item.text.strip("([")) for item in seen.head
        ),
    }
    kinds_told = [kind for kind, is_told in told.items() if is_told]
    return kinds_told[0] if len(kinds_told) == 1 else None


def find_named_date(name: str) -> str | None:
    """Return the day, in EDTF, that the name of a file holds as `2024-04-19` or `20240419`."""
    for match in reversed(list(_NAMED.finditer(name))):
        edtf = f"{match[1]}-{match[3]}-{match[4]}"
        try:
            if has_begun(parse_date(edtf).first_day):
                return edtf
        except ValueError:
            continue
    return None
