"""Title and subtitle: which of the lines above a text are its headline, if that is certain."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from archive.adding.drafting.head import CREDITS, is_sentence
from archive.adding.drafting.patterns import find_opening
from archive.adding.drafting.source_lines import MAIL, SourceLine
from archive.sources.paragraphs import flatten
from archive.sources.rules import LONGEST_TITLE

_FEW_WORDS = 3
_MASTHEAD_WORDS = 4
_SMALL = re.compile(r"\b[^\W\d_A-Z][^\W\d_]{4,}")
# Lines that say of what follows in them that it is the headline.
_NAMED = frozenset({"headline with its field", "letters", "obituaries", MAIL})
Unit = Sequence[SourceLine]


@dataclass(frozen=True)
class Titles:
    """Title and subtitle, each as the lines that print it; `unsure` are those of which one may be the title.

    `labels` says of a line by its number what it is.
    """

    title: str | None = None
    subtitle: str | None = None
    labels: dict[int, str] = field(default_factory=dict)
    unsure: tuple[Unit, ...] = ()


def find_titles(head: Sequence[SourceLine], units: Sequence[Unit]) -> Titles:
    """Return title and subtitle as the lines above a text print them, which `units` may be."""
    for line in head:
        if line.kind in _NAMED and line.reading.value:
            return Titles(line.reading.value, None, {line.number: MAIL if line.kind == MAIL else "headline"})
    # `By George, He Did It` may be a byline as long as there is another headline above it.
    bylines = [[line] for line in head if not line.kind and line.reading.kind == "byline"]
    if bylines and (not units or bylines[0][0].number < units[0][0].number):
        units = [bylines[0], *units]
    # Without another headline, `Great Fire, 12 May 1911` may be one.
    if not units:
        return Titles(unsure=tuple([line] for line in head if line.kind in {"", "place and date"}))
    first, *others = units
    if not others and is_headline(to_text(first)):
        return Titles(to_text(first), None, to_labels(first, "headline"))
    if len(others) == 1 and are_title_and_subtitle(head, first, others[0]):
        labels = to_labels(first, "headline") | to_labels(others[0], "subtitle")
        return Titles(to_text(first), to_text(others[0]), labels)
    return Titles(unsure=tuple(units))


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
