"""Title and subtitle: which of the lines above a text are its headline, and which a letterhead."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from archive.adding.drafting.head import HEADLINE, MAIL, HeadLine, is_sentence, list_units
from archive.adding.drafting.mail import find_headline_field, find_subject
from archive.adding.drafting.notice import is_section
from archive.adding.drafting.proposal import Label, Proposal, SourceLine
from archive.adding.drafting.publication import is_publication
from archive.sources.authors import is_person
from archive.sources.rules import LONGEST_TITLE

_FEW_WORDS = 3
# A line that ends in a whole date may be a date line in words that are not understood.
_DATED = re.compile(r"\d{1,2}\W{1,3}(?:1[5-9]|20)\d\d\W*$|\d{1,2} [^\W\d_]+ (?:1[5-9]|20)\d\d\W*$")
_CREDIT = re.compile(
    r"^(?:by|from|par|por|von|di|door|av|af|text|words|foto|photo\w*|pictures?)\b|\b(?:by|posted|published) "
    r"|\b(?:1[5-9]|20)\d\d\b|@|://",
    re.IGNORECASE,
)
# A subtitle stands below the title, with a blank line between at most.
_TITLES = _NEXT = 2


@dataclass(frozen=True)
class Titles:
    """What a text has as its title and subtitle, the publication above them, and which lines are what.

    `unsure` are lines of which one may be the title.
    """

    title: Proposal | None = None
    subtitle: Proposal | None = None
    publication: Proposal | None = None
    labels: tuple[Label, ...] = ()
    unsure: tuple[str, ...] = ()


def find_titles(head: Sequence[HeadLine], *, wrapped: bool) -> Titles:
    """Return title and subtitle as the lines above a text print them."""
    for item in head:
        named = find_headline_field(item.line.text) if item.kind == HEADLINE else None
        named = named or (find_subject(item.line.text) if item.kind == MAIL else None)
        if named:
            return Titles(title=Proposal(named, (named,)))
    units = list(list_units(head, wrapped=wrapped))
    labels, publication = [], None
    while len(units) > 1 and (label := find_letterhead(units, head)):
        if label == "name of the publication":
            publication = Proposal(to_text(units[0]).rstrip("."), (to_text(units[0]),))
        labels.append(Label(units[0][0].number, units[0][-1].number, label))
        units.pop(0)
    return name_titles(units, tuple(labels), publication)


def find_letterhead(units: Sequence[Sequence[SourceLine]], head: Sequence[HeadLine]) -> str | None:
    """Return what the first unit is, if one after it is the headline."""
    first, second = to_text(units[0]), to_text(units[1])
    if len(second.split()) < _FEW_WORDS and len(first.split()) >= _FEW_WORDS:
        return None
    between = {item.kind for item in head if units[0][-1].number < item.line.number < units[1][0].number}
    if is_publication(first) and (between or first.istitle() or first.isupper()):
        return "name of the publication"
    is_above = any(not is_section(to_text(unit)) for unit in units[1:])
    return "section name" if is_section(first) and is_above else None


def name_titles(
    units: Sequence[Sequence[SourceLine]], labels: tuple[Label, ...], publication: Proposal | None
) -> Titles:
    """Return the first unit as title and a single one after it as subtitle, as far as they are sure."""
    units = [unit for index, unit in enumerate(units) if index == 0 or not is_credit(to_text(unit))]
    texts = [to_text(unit) for unit in units]
    if not units or not is_headline(texts[0]) or len(units) > _TITLES:
        return Titles(publication=publication, labels=labels, unsure=tuple(texts))
    found = [*labels, Label(units[0][0].number, units[0][-1].number, "headline")]
    if len(units) == 1:
        return Titles(to_proposal(units[0]), None, publication, tuple(found))
    follows = units[1][0].number - units[0][-1].number <= _NEXT
    if not follows or len(texts[0].split()) < _FEW_WORDS or not is_subtitle(texts[1]):
        return Titles(publication=publication, labels=labels, unsure=tuple(texts))
    found.append(Label(units[1][0].number, units[1][-1].number, "subtitle"))
    return Titles(to_proposal(units[0]), to_proposal(units[1]), publication, tuple(found))


def is_headline(text: str) -> bool:
    """Return whether a line may stand as a title."""
    return (
        len(text) <= LONGEST_TITLE
        and any(map(str.isalpha, text))
        and not is_sentence(text)
        and not _DATED.search(text)
    )


def is_subtitle(text: str) -> bool:
    """Return whether a line below a title may be its subtitle."""
    return is_headline(text) and len(text.split()) >= _FEW_WORDS and text[0] not in "([<"


def is_credit(text: str) -> bool:
    """Return whether a line says who or when in words that are not understood, or is nothing but a name."""
    return bool(_CREDIT.search(text)) or is_person(text)


def to_text(unit: Sequence[SourceLine]) -> str:
    """Return the lines of a unit as one."""
    return " ".join(line.text for line in unit)


def to_proposal(unit: Sequence[SourceLine]) -> Proposal:
    """Return a unit as a fact that it prints itself."""
    text = to_text(unit)
    return Proposal(text, (text,))
