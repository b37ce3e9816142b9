"""Title and subtitle: which of the lines above a text are its headline, if that is certain."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from archive.adding.drafting.head import CREDITS, MASTHEAD, is_sentence, list_units
from archive.adding.drafting.patterns import find_opening
from archive.adding.drafting.source_lines import MAIL, SourceLine
from archive.sources.paragraphs import flatten
from archive.sources.rules import LONGEST_TITLE

_FEW_WORDS = 3
_MASTHEAD_WORDS = 4
_SMALL = re.compile(r"\b[^\W\d_A-Z][^\W\d_]{4,}")
# Lines that say of what follows in them that it is the headline.
_NAMED = frozenset({"headline with its field", "letters", "obituaries"})
Unit = Sequence[SourceLine]


@dataclass(frozen=True)
class Titles:
    """Title and subtitle, each as the lines that print it; `unsure` are those of which one may be the title.

    `labels` says of a line by its number what it is; `publication` is the masthead above the headline.
    """

    title: str | None = None
    subtitle: str | None = None
    publication: str | None = None
    labels: dict[int, str] = field(default_factory=dict)
    unsure: tuple[Unit, ...] = ()


def find_titles(head: Sequence[SourceLine], language: str, *, wrapped: bool) -> Titles:
    """Return title and subtitle as the lines above a text print them."""
    for item in head:
        value = item.reading.value if item.reading and item.kind in _NAMED else None
        if item.kind == MAIL and (subject := find_opening("subject", item.text, language)):
            value = subject.value
        if value:
            label = "headline" if item.kind != MAIL else MAIL
            return Titles(title=value, labels={item.number: label})
    return name_titles(head, list(list_units(head, wrapped=wrapped)))


def name_titles(head: Sequence[SourceLine], units: Sequence[Unit]) -> Titles:
    """Return the one unit that may be a headline as title, and one right below it as subtitle."""
    masthead = find_masthead(head)
    doubtful = [[item] for item in head if not item.kind and not item.is_plain]
    # `By George, He Did It` may be a byline as long as there is another headline above it.
    if not units or (
        doubtful and doubtful[0][0].number < units[0][0].number and is_byline(head, doubtful[0])
    ):
        units = [unit for unit in doubtful if is_byline(head, unit)][:1] + list(units)
    # Without another headline, `Great Fire, 12 May 1911` may be one.
    if not units:
        return Titles(unsure=tuple([item] for item in head if item.kind in {None, "place and date"}))
    if not is_headline(to_text(units[0])):
        return Titles(publication=masthead, unsure=tuple(units))
    if len(units) == 1:
        return Titles(to_text(units[0]), None, masthead, to_labels(units[0], "headline"))
    if len(units) > 2 or not are_title_and_subtitle(head, units[0], units[1]):  # noqa: PLR2004
        return Titles(publication=masthead, unsure=tuple(units))
    labels = to_labels(units[0], "headline") | to_labels(units[1], "subtitle")
    return Titles(to_text(units[0]), to_text(units[1]), masthead, labels)


def is_byline(head: Sequence[SourceLine], unit: Unit) -> bool:
    """Return whether a doubtful line is one that begins as a byline does."""
    return any(
        item == unit[0] and item.reading is not None and item.reading.kind == "byline" for item in head
    )


def find_masthead(head: Sequence[SourceLine]) -> str | None:
    """Return the publication whose name stands alone above a headline."""
    return next((item.reading.publication for item in head if item.kind == MASTHEAD and item.reading), None)


def are_title_and_subtitle(head: Sequence[SourceLine], first: Unit, second: Unit) -> bool:
    """Return whether two units follow each other, both of several words, and look otherwise."""
    texts = to_text(first), to_text(second)
    return (
        all(len(text.split()) >= _FEW_WORDS and is_headline(text) for text in texts)
        # A few words in capitals may be the name of a paper or section that isn't known.
        and (len(texts[0].split()) > _MASTHEAD_WORDS or bool(_SMALL.search(texts[0])))
        and (
            second[0].number == first[-1].number + 1
            or (texts[0].isupper() != texts[1].isupper() and second[0].number == first[-1].number + 2)
        )
        and texts[1][0] not in "([<"
        and not find_opening("credited", texts[1], "en")
        and not any(item.kind in CREDITS for item in head if first[0].number < item.number < second[0].number)
    )


def is_headline(text: str) -> bool:
    """Return whether a line may stand as a title."""
    return len(text) <= LONGEST_TITLE and any(map(str.isalpha, text)) and not is_sentence(text)


def to_text(unit: Unit) -> str:
    """Return the lines of a unit as one."""
    return flatten(" ".join(line.text for line in unit))


def to_labels(unit: Unit, label: str) -> dict[int, str]:
    """Return what each line of a unit is."""
    return {line.number: label for line in unit}
