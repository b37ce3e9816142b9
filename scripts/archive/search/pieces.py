"""Texts in pieces, most of them single words: each is looked at once, however often it comes back."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain, pairwise, product

import regex

from archive.catalogue.fold import (
    Edge,
    Token,
    decode_entities,
    find_edges,
    find_seams,
    find_tokens,
    list_forms,
)

# The forms that spell one word, or several that are read as one.
Arc = tuple[str, ...]

# No word holds white space but a number, in which some spaces part the digits.
_SPACE = regex.compile(r"[^\S\u00a0\u2000-\u200a\u202f\u205f]+")
_LETTERS = regex.compile(r"[\p{L}\p{M}]+")


@dataclass(frozen=True, eq=False)
class Piece:
    """The words of a piece: all under which they are found as typed, and those by rule alone.

    `pairs` stand side by side in it; `starts` and `ends` are what stands at its ends, `closes` and `opens`
    the letters there that no sign parts from the white space before and after it.
    """

    typed: tuple[str, ...]
    ruled: tuple[str, ...]
    pairs: tuple[tuple[Arc, Arc], ...]
    starts: tuple[Arc, ...]
    ends: tuple[Arc, ...]
    opens: str
    closes: str


@cache
def list_pieces(text: str) -> tuple[Piece, ...]:
    """Return the pieces of a text that hold words, in order; words, pairs and joints each ask for them."""
    return tuple(piece for part in _split(decode_entities(text)) if (piece := _read_piece(part)).typed)


def _split(text: str) -> Iterator[str]:
    """Yield a text in parts between white space; what is read as one in spite of it is one part."""
    begun = reached = 0
    for start, end in find_seams(text):
        # Each seam, and what stands around it without white space; those that touch are one part.
        if start >= reached:
            yield text[begun:reached]
            begun = max((space.end() for space in _SPACE.finditer(text, reached, start)), default=reached)
            yield from _SPACE.split(text[reached:begun])
        space = _SPACE.search(text, max(end, reached))
        reached = space.start() if space else len(text)
    yield text[begun:reached]
    yield from _SPACE.split(text[reached:])


def list_pairs(pieces: Iterable[Piece]) -> set[tuple[Arc, Arc]]:
    """Return which words stand side by side in pieces that follow one another."""
    listed = list(pieces)
    across = (product(first.ends, second.starts) for first, second in pairwise(listed))
    return set(chain(chain.from_iterable(across), *(piece.pairs for piece in listed)))


@cache
def _read_piece(text: str) -> Piece:
    tokens = find_tokens(text)
    edges = find_edges(text, tokens) if len(tokens) > 1 else []
    arcs = list(_list_arcs(tokens, edges))
    typed = [form for token in tokens for form in token.read.forms]
    ruled = [form for token in tokens for form in (*token.read.elided, *token.read.others)]
    for edge in edges:
        (typed if edge.exact else ruled).append(edge.form)
    # A note may be passed over.
    reached = [{0}, *({at, at - token.note} for at, token in enumerate(tokens, start=1))]
    return Piece(
        typed=tuple(typed),
        ruled=tuple(ruled),
        pairs=tuple((a, b) for _, stop, a in arcs for at, _, b in arcs if at and stop in reached[at]),
        starts=tuple(arc for start, _, arc in arcs if start == 0),
        ends=tuple(arc for _, stop, arc in arcs if stop in reached[-1]),
        opens=_keep_word(text[tokens[-1].start :]) if tokens else "",
        closes=_keep_word(text[: tokens[0].end]) if tokens else "",
    )


def _list_arcs(tokens: list[Token], edges: list[Edge]) -> Iterator[tuple[int, int, Arc]]:
    """Yield the number of the first word of each arc, that of the word after it, and its forms."""
    for number, token in enumerate(tokens):
        yield number, number + 1, (*token.read.forms, *token.read.elided)
    for edge in edges:
        if edge.exact:
            yield edge.first, edge.first + edge.size, (edge.form,)


def _keep_word(word: str) -> str:
    """Return the form of a word of letters; nothing if it has other signs."""
    return list_forms(word).forms[0] if _LETTERS.fullmatch(word) else ""
