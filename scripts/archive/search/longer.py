"""Which longer words hold a word: `Hafenbrücke` for `Brücke`. It matters where words are built by joining."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import chain

from archive.search.pieces import list_pieces
from archive.search.texts import Texts

# The fewest letters of a word within another, and of what stands before it; of Korean, parts of syllables.
_SHORTEST = 4
_BEFORE = 2

# So many are offered, the most frequent of them.
_MOST = 12


def list_longer(articles: Iterable[Texts], spellings: Mapping[str, str]) -> dict[str, list[object]]:
    """Return under each word and `<` the longer words that hold it elsewhere than at their beginning."""
    texts = chain.from_iterable(chain(texts.heading, texts.paragraphs) for texts in articles)
    forms = {form for text in texts for piece in list_pieces(text) for form in piece.typed if form.isalpha()}
    found: dict[str, list[object]] = defaultdict(list)
    # The most frequent spellings come first.
    for form in filter(forms.__contains__, spellings):
        size = len(form)
        within = {form[at:end] for at in range(_BEFORE, size) for end in range(at + _SHORTEST, size + 1)}
        for part in within & forms:
            if len(found[f"{part}<"]) < _MOST:
                found[f"{part}<"].append(spellings[form])
    return dict(found)
