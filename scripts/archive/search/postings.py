"""Counts the words of all articles: which articles have each, how often, and in which part of them."""

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain, product

from archive.search.pieces import list_pairs, list_pieces
from archive.search.texts import Texts

# Where an article has a word besides its paragraphs; the sum of these says all places.
IN_HEADING, IN_NAMES, IN_AUTHORS = 8, 16, 32

# How often an article has a word in its paragraphs is told up to here.
MOST = 7


@dataclass(frozen=True)
class Posting:
    """The numbers of the articles that have a word, in order, and for each how often and where it has it."""

    numbers: "array[int]" = field(default_factory=lambda: array("I"))
    places: bytearray = field(default_factory=bytearray)

    def add(self, number: int, place: int) -> None:
        """Add an article; its number is higher than those before."""
        self.numbers.append(number)
        self.places.append(place)


def count_words(articles: Iterable[Texts]) -> dict[str, Posting]:
    """Return the posting of each word, in every form under which it is found; articles count from 0."""
    postings: dict[str, Posting] = {}
    for number, texts in enumerate(articles):
        for key, place in _find_places(texts).items():
            if key not in postings:
                postings[key] = Posting()
            postings[key].add(number, place)
    return postings


def _find_places(texts: Texts) -> dict[str, int]:
    """Return for each word of an article how often and where it has it."""
    pieces = Counter(chain.from_iterable(map(list_pieces, texts.paragraphs)))
    places: dict[str, int] = {}
    for piece, count in pieces.items():
        for key in piece.keys:
            places[key] = min(MOST, places.get(key, 0) + count)
    for mark, group in ((IN_HEADING, texts.heading), (IN_NAMES, texts.names), (IN_AUTHORS, texts.authors)):
        for key in chain.from_iterable(piece.keys for text in group for piece in list_pieces(text)):
            places[key] = places.get(key, 0) | mark
    return places


def merge(postings: Sequence[Posting]) -> Posting:
    """Return the posting of several words as if they were one."""
    if len(postings) == 1:
        return postings[0]
    places: dict[int, int] = {}
    for posting in postings:
        for number, place in zip(posting.numbers, posting.places, strict=True):
            before = places.get(number, 0)
            places[number] = min(MOST, before % 8 + place % 8) | (before | place) & ~MOST
    merged = Posting()
    for number in sorted(places):
        merged.add(number, places[number])
    return merged


def pair_words(articles: Iterable[Texts], often: frozenset[str]) -> dict[str, Posting]:
    """Return the posting of each two words that stand side by side, where both are among some.

    So a phrase of frequent words is looked for in few articles.
    """
    postings: dict[str, Posting] = {}
    for number, texts in enumerate(articles):
        groups = (texts.heading, texts.names, texts.authors, texts.paragraphs)
        pairs = set().union(*(list_pairs(text) for text in chain(*groups)))
        keys = {f"{a} {b}" for pair in pairs for a, b in product(*pair) if a in often and b in often}
        for key in keys:
            if key not in postings:
                postings[key] = Posting()
            postings[key].add(number, 0)
    return postings
