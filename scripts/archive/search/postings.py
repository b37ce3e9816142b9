"""Counts the words of all articles: which articles have each, how often, and in which part of them."""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise, product

from archive.catalogue.fold import TABLE
from archive.search.pieces import Piece, list_pairs, list_pieces
from archive.search.texts import Texts

# Where an article has a word besides its paragraphs; the sum of these says all places.
IN_HEADING, IN_NAMES, IN_AUTHORS = 8, 16, 32

# That it has the word by a rule alone: `waterfire` in `Water-fire`.
BY_RULE = 64

# How often an article has a word in its paragraphs is told up to here.
MOST = 7

# The fewest letters of the first and of the second of two words that may be typed as one, and of both.
_FIRST, _SECOND, _BOTH = TABLE["parted"]


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
    typed: set[str] = set()
    for piece, count in pieces.items():
        typed.update(piece.typed)
        for key in (*piece.typed, *piece.ruled):
            places[key] = min(MOST, places.get(key, 0) + count)
    for mark, group in ((IN_HEADING, texts.heading), (IN_NAMES, texts.names), (IN_AUTHORS, texts.authors)):
        for piece in chain.from_iterable(map(list_pieces, group)):
            typed.update(piece.typed)
            for key in (*piece.typed, *piece.ruled):
                places[key] = places.get(key, 0) | mark
    for key in places.keys() - typed:
        places[key] |= BY_RULE
    return places


def merge(postings: Sequence[Posting]) -> Posting:
    """Return the posting of several words as if they were one."""
    if len(postings) == 1:
        return postings[0]
    places: dict[int, int] = {}
    for posting in postings:
        for number, place in zip(posting.numbers, posting.places, strict=True):
            before = places.get(number, BY_RULE)
            where = (before | place) & ~(MOST | BY_RULE) | before & place & BY_RULE
            places[number] = min(MOST, before % 8 + place % 8) | where
    merged = Posting()
    for number in sorted(places):
        merged.add(number, places[number])
    return merged


def count_parted(articles: Iterable[Texts], postings: Mapping[str, Posting]) -> dict[str, Posting]:
    """Return the posting of each word that some articles have as one and these as two: `rail road`."""
    parted: dict[str, Posting] = {}
    for number, texts in enumerate(articles):
        found: Counter[str] = Counter()
        for text in chain(texts.heading, texts.paragraphs):
            pieces = list_pieces(text)
            found.update(_join(a.opens, b.closes) for a, b in pairwise(pieces) if b.closes)
            found.update(_join_capital(pieces[:2], postings))
        for key, count in found.items():
            if key in postings:
                parted.setdefault(key, Posting()).add(number, min(MOST, count) | BY_RULE)
    return parted


def _join(first: str, second: str) -> str:
    joined = first + second
    return joined if len(first) >= _FIRST and len(second) >= _SECOND and len(joined) >= _BOTH else ""


def _join_capital(pieces: Sequence[Piece], postings: Mapping[str, Posting]) -> Iterator[str]:
    """Yield the word at the beginning of a text whose first letter stands apart and may be a word itself.

    It is one if the rest stands in no other article: `A fter`.
    """
    rest = pieces[1].closes if len(pieces) > 1 and len(pieces[0].opens) == 1 else ""
    if rest and len(postings[rest].numbers) == 1:
        yield pieces[0].opens + rest


def pair_words(articles: Iterable[Texts], often: frozenset[str]) -> dict[str, Posting]:
    """Return the posting of each two words that stand side by side, where both are among some.

    So a phrase of frequent words is looked for in few articles; it may go on in the paragraph that follows.
    """
    postings: dict[str, Posting] = {}
    for number, texts in enumerate(articles):
        groups = (texts.heading, texts.names, texts.authors)
        pairs = set().union(*(list_pairs(list_pieces(text)) for text in chain(*groups)))
        paragraphs = [list_pieces(text) for text in texts.paragraphs]
        following = texts.list_following()
        for at, pieces in enumerate(paragraphs):
            pairs |= list_pairs([*pieces, *(paragraphs[following[at]][:1] if at in following else [])])
        keys = {f"{a} {b}" for pair in pairs for a, b in product(*pair) if a in often and b in often}
        for key in keys:
            if key not in postings:
                postings[key] = Posting()
            postings[key].add(number, 0)
    return postings
