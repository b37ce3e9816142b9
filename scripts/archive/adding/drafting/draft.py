"""The draft of a record: what a text says of itself, as a record writes it; what it may say, as comments."""

import hashlib
import html
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from archive.adding.drafting.byline import Byline, find_byline
from archive.adding.drafting.comments import list_comments
from archive.adding.drafting.date_line import find_credit, find_place, find_source_line
from archive.adding.drafting.dates import propose_date
from archive.adding.drafting.facts import to_author_fact, to_date_fact, to_fact
from archive.adding.drafting.furniture import list_furniture
from archive.adding.drafting.head import HEADLINE, MAIL, SOURCE
from archive.adding.drafting.notice import is_release
from archive.adding.drafting.observation import Observation
from archive.adding.drafting.people import Names, find_names
from archive.adding.drafting.proposal import Label, Proposal
from archive.adding.drafting.publication import find_publication_field
from archive.sources.check_record import find_wrong_keys
from archive.sources.encoding import DEFAULT
from archive.sources.lines import LineRange
from archive.sources.paragraphs import flatten
from archive.sources.plain_yaml import Plain
from archive.sources.printed import find_paragraphs
from archive.sources.text import Text

_GROUPS = ("people", "places", "bodies")


@dataclass(frozen=True)
class Draft:
    """The keys of a record, comments beside or in place of them, and names that may be of anything."""

    keys: dict[str, Plain]
    comments: dict[str, str] = field(default_factory=dict)
    unsure_names: tuple[str, ...] = ()


def propose_draft(seen: Observation, name: str) -> Draft:
    """Return the draft of a text in a file of that name; whatever it says keeps the rules of a record."""
    byline = propose_byline(seen)
    when = propose_date(seen.head, seen.lines, name, seen.language)
    furniture = list_furniture(seen.head, list_title_labels(seen), seen.lines, seen.language)
    names = find_names(list_texts(seen, furniture), seen.language)
    proposed: list[tuple[str, Plain | None]] = [
        ("sha256", hashlib.sha256(seen.data).hexdigest()),
        ("title", to_fact(seen.titles.title)),
        ("subtitle", to_fact(seen.titles.subtitle)),
        ("date", to_date_fact(when)),
        ("publication", to_fact(propose_publication(seen, byline))),
        ("author", to_author_fact(byline)),
        ("kind", "press release" if any(is_release(item.line.text) for item in seen.head) else None),
        ("language", seen.language if seen.is_language_sure else None),
        *list_reading(seen),
        *list_names(names, seen),
        ("furniture", list(map(to_plain_label, furniture))),
    ]
    keys = {key: value for key, value in proposed if value}
    # A headline may hold a control character, say, that no record takes.
    wrong = find_wrong_keys(keys, Text(seen.data, seen.paragraphs, seen.encoding))
    kept = {key: value for key, value in keys.items() if key not in wrong}
    return Draft(kept, dict(list_comments(seen, name, when)), names.unsure)


def propose_byline(seen: Observation) -> Byline | None:
    """Return the byline of a text, unless it has two that name different authors."""
    lines = [*(item.line for item in seen.head), *seen.lines[len(seen.head) :][-2:]]
    found = [byline for line in lines if (byline := find_any_byline(line.text, seen.language))]
    named = [byline for byline in found if byline.authors]
    if len({byline.authors for byline in named}) > 1:
        return None
    return next(iter([*named, *found]), None)


def find_any_byline(text: str, language: str) -> Byline | None:
    """Return the byline that a line is, or that it has beside a date."""
    credit = find_credit(text, language)
    return credit[1] if credit else find_byline(text)


def propose_publication(seen: Observation, byline: Byline | None) -> Proposal | None:
    """Return the publication that a line above the text or its byline names."""
    fields = (find_publication_field(item.line.text) for item in seen.head)
    sources = (find_source_line(item.line.text, seen.language) for item in seen.head if item.kind == SOURCE)
    named = next((found for found in fields if found), None) or (byline and byline.publication)
    if named := named or next((source[1] for source in sources if source), None):
        return Proposal(named, (named,))
    return seen.titles.publication


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


def list_names(names: Names, seen: Observation) -> Iterator[tuple[str, Plain | None]]:
    """Yield the names of each group; the place with which a text opens is in capitals there."""
    for group in _GROUPS:
        found: list[Plain] = list(getattr(names, group))
        if group == "places" and (place := propose_place(seen)):
            found.insert(0, place)
        yield group, found


def propose_place(seen: Observation) -> Plain | None:
    """Return the place of the dateline as a name with the forms that the text prints."""
    opening = seen.lines[len(seen.head) :][:1]
    place = find_place(opening[0].text, seen.language) if opening else None
    if not place:
        return None
    plain = place.title()
    forms: list[Plain] = [
        form for form in dict.fromkeys((place, plain)) if find_paragraphs([form], seen.paragraphs)
    ]
    return {"name": plain, "printed": forms} if forms else None


def list_title_labels(seen: Observation) -> tuple[Label, ...]:
    """Return which lines are the headline, the section above it and the like."""
    if seen.titles.labels or not seen.titles.title:
        return seen.titles.labels
    return tuple(
        Label(item.line.number, item.line.number, "headline" if item.kind == HEADLINE else MAIL)
        for item in seen.head
        if item.kind in {HEADLINE, MAIL} and seen.titles.title.value in item.line.text
    )


def list_texts(seen: Observation, furniture: Iterable[Label]) -> Iterator[str]:
    """Yield what names may stand in: paragraphs without page furniture; of lines kept as typed, each."""
    labelled = {line for item in furniture for line in range(item.first, item.last + 1)}
    for paragraph in seen.paragraphs:
        if labelled.intersection(paragraph.lines):
            continue
        yield from map(flatten, paragraph.text.split("\n")) if paragraph.kept else [paragraph.flat]


def to_plain_label(item: Label) -> Plain:
    """Return page furniture as a record writes it."""
    return {"line": str(LineRange(item.first, item.last)), "label": item.label}


def to_title_for_slug(draft: Draft) -> str:
    """Return the words of a title that make a slug, with entities as the characters they stand for."""
    title = draft.keys.get("title", "")
    value = title.get("value", "") if isinstance(title, dict) else title
    return html.unescape(value) if isinstance(value, str) else ""
