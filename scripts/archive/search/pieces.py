"""Texts in pieces, most of them single words: each is looked at once, however often it comes back."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain, pairwise

import regex

from archive.catalogue.fold import decode_entities, find_joined, find_tokens, has_broken_words

# The forms that spell one word.
Forms = tuple[str, ...]

# No word holds white space but a number, in which some spaces part the digits.
_SPACE = regex.compile(r"[^\S\u00a0\u2009\u202f]+")


@dataclass(frozen=True, eq=False)
class Piece:
    """The words of a piece in order, all under which they are found, and which stand side by side in it."""

    words: tuple[Forms, ...]
    keys: tuple[str, ...]
    pairs: tuple[tuple[Forms, Forms], ...]


def list_pieces(text: str) -> list[Piece]:
    """Return the pieces of a text that hold words, in order."""
    decoded = decode_entities(text)
    # A word that is broken at a line end has white space within: its whole text is one piece.
    found = [_read_piece(decoded)] if has_broken_words(decoded) else map(_read_cached, _SPACE.split(decoded))
    return [piece for piece in found if piece.words]


def list_pairs(text: str) -> set[tuple[Forms, Forms]]:
    """Return which words stand side by side in a text."""
    pieces = list_pieces(text)
    across = ((first.words[-1], second.words[0]) for first, second in pairwise(pieces))
    return set(chain(across, *(piece.pairs for piece in pieces)))


def _read_piece(text: str) -> Piece:
    tokens = find_tokens(text)
    words = tuple(token.forms for token in tokens)
    joined = find_joined(text) if len(tokens) > 1 else []
    keys = (key for token in tokens for key in (*token.forms, *token.others))
    return Piece(
        words=words,
        keys=(*keys, *(form for _, form, _ in joined)),
        pairs=(*pairwise(words), *_list_broken_pairs(words, joined)),
    )


_read_cached = cache(_read_piece)


def _list_broken_pairs(
    words: tuple[Forms, ...], joined: list[tuple[int, str, bool]]
) -> Iterator[tuple[Forms, Forms]]:
    """Yield a word that is broken at a line end with the word before it and the word after it."""
    for number, form, broken in joined:
        if broken:
            yield from ((before, (form,)) for before in words[number - 1 : number] if number)
            yield from (((form,), after) for after in words[number + 2 : number + 3])
