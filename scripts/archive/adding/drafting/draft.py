"""The draft of a record: what a text says of itself for certain, and questions about what it may say."""

import hashlib
import html
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from archive.adding.drafting.calendar import find_dates, find_named_date
from archive.adding.drafting.facts import Question, find_facts
from archive.adding.drafting.furniture import list_furniture
from archive.adding.drafting.head import CREDITS, is_sentence
from archive.adding.drafting.names import UNSURE, list_names, propose_place
from archive.adding.drafting.observation import Observation
from archive.adding.drafting.patterns import find_opening
from archive.adding.drafting.title import to_text
from archive.sources.check_record import find_wrong_keys
from archive.sources.encoding import DEFAULT, find_mark, show_rivals
from archive.sources.paragraphs import flatten
from archive.sources.plain_yaml import Plain
from archive.sources.text import Text

_CREDITS = ("title", "subtitle", "date", "publication", "author")
_MOST_DAYS = 12


@dataclass(frozen=True)
class Draft:
    """The keys of a record, comments beside them, questions, and names that may be of anything."""

    keys: dict[str, Plain]
    comments: dict[str, str] = field(default_factory=dict)
    questions: tuple[Question, ...] = ()
    unsure_names: tuple[str, ...] = ()

    @property
    def asked(self) -> list[str]:
        """Return the facts that the text may state, and of which a person has to say whether it does."""
        asked = {question.key for question in self.questions}
        return [key for key in _CREDITS if key in asked and key not in self.keys]


def propose_draft(seen: Observation, name: str, folder: str = "") -> Draft:
    """Return the draft of a text in a file and folder of these names; it keeps the rules of a record."""
    facts, doubts = find_facts(seen, name)
    furniture = list_furniture(seen.head, seen.titles.labels, seen.body)
    names = dict(list_names(seen, furniture))
    unsure, place = [str(name) for name in names.pop(UNSURE)], propose_place(seen)
    proposed: list[tuple[str, Plain | None]] = [
        ("sha256", hashlib.sha256(seen.data).hexdigest()),
        ("title", seen.titles.title and flatten(seen.titles.title)),
        ("subtitle", seen.titles.subtitle),
        *facts.items(),
        ("language", seen.language if seen.is_language_sure else None),
        *list_reading(seen),
        *{**names, "places": [*([place] if place else []), *names["places"]]}.items(),
        ("furniture", furniture),
    ]
    keys = {key: value for key, value in proposed if value}
    questions = [
        *list_title_questions(seen),
        *doubts,
        *list_other_questions(seen, keys, [question.key for question in doubts]),
    ]
    if "date" not in keys and (day := find_named_date(folder)):
        value: Plain = {"value": day, "inferred": f"The name of the folder: {folder}"}
        questions.append(Question("date", value, "if that is its day"))
    if second := find_second_headline(seen):
        first = seen.lines[0].number
        line = f"this seems to hold two articles, from line {first} and line {second}"
        questions = [
            Question(key, keys.pop(key, ""), line) for key in _CREDITS if key in keys or key == "title"
        ]
    # A headline may hold a control character, say, that no record takes.
    wrong = find_wrong_keys(keys, Text(seen.data, seen.paragraphs, seen.encoding))
    kept = {key: value for key, value in keys.items() if key not in wrong}
    return Draft(kept, dict(list_comments(seen)), tuple(questions), tuple(unsure))


def find_second_headline(seen: Observation) -> int | None:
    """Return where a second text begins: with a headline above who or when, or with another greeting."""
    greetings = [line for line in seen.body if find_opening("greeting", line.text, seen.language)]
    if len(greetings) > 1 and greetings[-1].block > greetings[0].block + 1:
        return greetings[1].number
    names = [line for line in seen.body[1:] if line.kind == "person"]
    if names and any(item.kind == "obituaries" for item in seen.head):
        return names[0].number
    for index, (line, after) in enumerate(pairwise(seen.body[1:-2])):
        is_apart = line.block != seen.body[index].block
        if after.kind in CREDITS and is_apart and not line.reading.kind and not is_sentence(line.text):
            return line.number
    return None


def list_title_questions(seen: Observation) -> Iterator[Question]:
    """Yield each line that may be the title, with the lines of furniture that go with it."""
    for unit in seen.titles.unsure:
        lines = unit[0].number if len(unit) == 1 else f"{unit[0].number}-{unit[-1].number}"
        yield Question("title", to_text(unit), f"line {lines}")
        yield Question("furniture", [{"line": str(lines), "label": "headline"}], "if that is the title")


def list_other_questions(
    seen: Observation, keys: dict[str, Plain], asked: Sequence[str]
) -> Iterator[Question]:
    """Yield the days that a text names if none is known for its own, and a language that isn't sure."""
    days = dict.fromkeys(item.words for line in seen.lines for item in find_dates(line.text, seen.language))
    if "date" not in keys and "date" not in asked and days:
        yield Question("date", "", f"the text names: {'; '.join(list(days)[:_MOST_DAYS])}")
    if not seen.is_language_sure:
        yield Question("language", seen.language, "perhaps")


def list_comments(seen: Observation) -> Iterator[tuple[str, str]]:
    """Yield what a person may want to know of a key that is drafted."""
    yield "draft", "without this line, it is published"
    if seen.encoding != DEFAULT:
        rivals = show_rivals(seen.data, seen.encoding)
        told = "as its first bytes say" if find_mark(seen.data) else "a guess: is this right?"
        yield "encoding", f"{told} {rivals}" if rivals else told
    if seen.layout.reason:
        yield "layout", seen.layout.reason
    if seen.kept:
        yield "kept", "lines that are shown as typed, since they are short, indented or in columns"


def list_reading(seen: Observation) -> Iterator[tuple[str, Plain | None]]:
    """Yield how the text is to be read, where it is not as every text is."""
    yield "encoding", seen.encoding if seen.encoding != DEFAULT else None
    yield "layout", seen.layout.layout if seen.layout.layout != "lines" else None
    yield (
        "kept",
        [
            {"lines": str(item.lines), "label": item.label} if item.label else str(item.lines)
            for item in seen.kept
        ],
    )


def to_title_for_slug(draft: Draft) -> str:
    """Return the words of a title that make a slug, with entities as the characters they stand for."""
    title = draft.keys.get("title", "")
    value = title.get("value", "") if isinstance(title, dict) else title
    return html.unescape(value) if isinstance(value, str) else ""
