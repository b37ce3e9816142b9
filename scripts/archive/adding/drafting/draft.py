"""The draft of a record: what a text says of itself for certain, and questions about what it may say."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from archive.adding.drafting.calendar import find_dates, find_named_date
from archive.adding.drafting.facts import Question, find_facts
from archive.adding.drafting.furniture import find_furniture, join_lines
from archive.adding.drafting.head import CREDITS, is_sentence
from archive.adding.drafting.names import UNSURE, find_names
from archive.adding.drafting.observation import Observation
from archive.adding.drafting.patterns import find_opening
from archive.adding.drafting.title import to_text
from archive.sources.check_record import find_wrong_keys
from archive.sources.encoding import DEFAULT, find_mark, show_rivals
from archive.sources.lines import LineRange
from archive.sources.paragraphs import flatten
from archive.sources.plain_yaml import Plain
from archive.sources.table import GROUPS
from archive.sources.text import Text

_CREDITS = ("title", "subtitle", "date", "publication", "author")
_MOST_DAYS = 12


@dataclass(frozen=True)
class Draft:
    """The keys of a record, comments beside them, questions, and names that may be of anything."""

    keys: dict[str, Plain]
    comments: dict[str, str]
    questions: Sequence[Question]
    unsure_names: Sequence[str]

    @property
    def asked(self) -> list[str]:
        """Return the facts that the text may state, and of which a person has to say whether it does."""
        asked = {question.key for question in self.questions}
        return [key for key in _CREDITS if key in asked and key not in self.keys]


def propose_draft(seen: Observation, name: str, folder: str = "") -> Draft:
    """Return the draft of a text in a file and folder of these names; it keeps the rules of a record."""
    facts, doubts = find_facts(seen, name)
    furniture = find_furniture(seen.head, seen.titles.labels, seen.body)
    names = find_names(seen, furniture)
    reading = list(list_reading(seen))
    proposed: dict[str, Plain | None] = {
        "sha256": hashlib.sha256(seen.data).hexdigest(),
        "title": seen.titles.title and flatten(seen.titles.title),
        "subtitle": seen.titles.subtitle,
        **facts,
        "language": seen.language if seen.is_language_sure else None,
        **{key: value for key, value, _ in reading},
        **{group: names[group] for group in GROUPS},
        "furniture": list(join_lines(furniture)),
    }
    # A headline may hold a control character, say, that no record takes.
    keys = {key: value for key, value in proposed.items() if value}
    for key in find_wrong_keys(keys, Text(seen.data, seen.paragraphs, seen.encoding)):
        del keys[key]
    questions = [*list_title_questions(seen), *doubts, *list_other_questions(seen, folder, facts, doubts)]
    if second := find_second_headline(seen):
        line = f"this seems to hold two articles, from line {seen.lines[0].number} and line {second}"
        asked = [key for key in _CREDITS if key in keys or key == "title"]
        questions = [Question(key, keys.pop(key, ""), line) for key in asked]
    comments = {"draft": "without this line, it is published"}
    comments |= {key: comment for key, _, comment in reading}
    return Draft(keys, comments, questions, list(map(str, names[UNSURE])))


def find_second_headline(seen: Observation) -> int | None:
    """Return where a second text begins: with a headline above who or when, or with another greeting."""
    greetings = [line for line in seen.body if find_opening("greeting", line.text, seen.language)]
    if len(greetings) > 1 and greetings[-1].block > greetings[0].block + 1:
        return greetings[1].number
    names = [line for line in seen.body[1:] if line.kind == "person"]
    if names and any(item.kind == "obituaries" for item in seen.head):
        return names[0].number
    for before, line, after in zip(seen.body, seen.body[1:], seen.body[2:-2], strict=False):
        is_apart = line.block != before.block
        if after.kind in CREDITS and is_apart and not line.reading.kind and not is_sentence(line.text):
            return line.number
    return None


def list_title_questions(seen: Observation) -> Iterator[Question]:
    """Yield each line that may be the title, with the lines of furniture that go with it."""
    for unit in seen.titles.unsure:
        lines = str(LineRange(unit[0].number, unit[-1].number))
        yield Question("title", to_text(unit), f"line {lines}")
        yield Question("furniture", [{"line": lines, "label": "headline"}], "if that is the title")


def list_other_questions(
    seen: Observation, folder: str, facts: Mapping[str, Plain], doubts: Sequence[Question]
) -> Iterator[Question]:
    """Yield the days that a text or its folder names if none is known for its own, and an unsure language."""
    days = dict.fromkeys(item.words for line in seen.lines for item in find_dates(line.text, seen.language))
    if days and "date" not in facts and "date" not in {question.key for question in doubts}:
        yield Question("date", "", f"the text names: {'; '.join(list(days)[:_MOST_DAYS])}")
    if not seen.is_language_sure:
        yield Question("language", seen.language, "perhaps")
    if "date" not in facts and (day := find_named_date(folder)):
        value: Plain = {"value": day, "inferred": f"The name of the folder: {folder}"}
        yield Question("date", value, "if that is its day")


def list_reading(seen: Observation) -> Iterator[tuple[str, Plain, str]]:
    """Yield how the text is to be read, where it is not as every text is, and what tells that."""
    if seen.encoding != DEFAULT:
        told = "as its first bytes say" if find_mark(seen.data) else "a guess: is this right?"
        yield "encoding", seen.encoding, " ".join(filter(None, [told, show_rivals(seen.data, seen.encoding)]))
    if seen.wrapped:
        yield "layout", seen.layout, seen.wrapped
    if seen.kept:
        kept: list[Plain] = [
            {"lines": str(item.lines), "label": item.label} if item.label else str(item.lines)
            for item in seen.kept
        ]
        yield "kept", kept, "lines that are shown as typed, since they are short, indented or in columns"
