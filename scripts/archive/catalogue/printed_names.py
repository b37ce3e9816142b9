"""Where each name stands in a text, to the character."""

import re
from collections.abc import Iterable, Iterator

from archive.catalogue.record_view import View
from archive.sources.article import Article
from archive.sources.paragraphs import Paragraph, flatten
from archive.sources.printed import find_places

# A name that is recorded in two groups is marked as of the first.
_GROUPS = ("people", "bodies", "places")
_WORD = re.compile(r"\S+")


def list_printed_names(article: Article) -> list[View]:
    """Return every name where it is printed, in the order of the text; of those that overlap, the longest.

    It is the text of a paragraph from `start` up to `end`, counted from 0.
    """
    forms = [
        (group, name.name, flatten(form))
        for group in _GROUPS
        for name in getattr(article.record, group)
        for form in name.printed
    ]
    return [
        found
        for paragraph in article.paragraphs
        for found in choose_longest(find_printed_names(paragraph, forms))
    ]


def find_printed_names(paragraph: Paragraph, forms: Iterable[tuple[str, str, str]]) -> Iterator[View]:
    """Yield each name wherever a paragraph prints it; `forms` are group, name and printed form."""
    places: list[int] = []
    for group, name, form in forms:
        # Most paragraphs hold none: that is told first, since it takes no call.
        if form in paragraph.flat:
            places = places or list_places(paragraph.text)
            for start in find_places(form, paragraph.flat):
                end = places[start + len(form) - 1] + 1
                place = {"paragraph": paragraph.number, "start": places[start], "end": end}
                yield place | {"group": group, "name": name}


def list_places(text: str) -> list[int]:
    """Return for each character of the flattened text its index in the text itself."""
    places: list[int] = []
    for word in _WORD.finditer(text):
        places += [places[-1] + 1] if places else []
        places += range(word.start(), word.end())
    return places


def choose_longest(found: Iterable[View]) -> list[View]:
    """Return the names that don't overlap, in the order of the text: a longer one goes before a shorter."""
    taken: set[int] = set()
    chosen = []
    for item in sorted(found, key=lambda item: int(item["start"] - item["end"])):
        span = range(item["start"], item["end"])
        if taken.isdisjoint(span):
            taken.update(span)
            chosen.append(item)
    return sorted(chosen, key=lambda item: int(item["start"]))
