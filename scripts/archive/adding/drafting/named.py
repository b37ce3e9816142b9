"""Whom and what a text names, as a record writes it."""

from collections.abc import Iterator, Sequence

from archive.adding.drafting.observation import Observation
from archive.adding.drafting.patterns import find_opening
from archive.adding.drafting.people import Names
from archive.sources.paragraphs import flatten
from archive.sources.plain_yaml import Plain
from archive.sources.printed import find_paragraphs

_GROUPS = ("people", "places", "bodies")


def list_names(names: Names, seen: Observation) -> Iterator[tuple[str, Plain | None]]:
    """Yield the names of each group; the place with which a text opens is in capitals there."""
    for group in _GROUPS:
        found: list[Plain] = list(getattr(names, group))
        if group == "places" and (place := propose_place(seen)):
            found.insert(0, place)
        yield group, found


def propose_place(seen: Observation) -> Plain | None:
    """Return the place of the dateline as a name with the forms that the text prints."""
    for line in seen.lines[len(seen.head) :][:1]:
        openings = (find_opening(opener, line.text, seen.language) for opener in ("dateline", "place"))
        place = (
            next((found.place for found in openings if found and found.place), "").split(",")[0].strip(" .")
        )
        plain = place.title()
        forms: list[Plain] = [
            form
            for form in dict.fromkeys((place, plain))
            if form and find_paragraphs([form], seen.paragraphs)
        ]
        return {"name": plain, "printed": forms} if forms else None
    return None


def list_texts(seen: Observation, furniture: Sequence[Plain]) -> Iterator[str]:
    """Yield what names may stand in: paragraphs without page furniture; of lines kept as typed, each."""
    labelled: set[int] = set()
    for item in furniture:
        first, _, last = str(item["line"] if isinstance(item, dict) else "").partition("-")
        labelled.update(range(int(first), int(last or first) + 1))
    for paragraph in seen.paragraphs:
        if labelled.intersection(paragraph.lines):
            continue
        yield from map(flatten, paragraph.text.split("\n")) if paragraph.kept else [paragraph.flat]
