"""Which paragraph a text goes on in: the next, but for what belongs to the page and not to the article."""

import re
from collections.abc import Container, Iterator, Sequence

# What newspapers print where an article goes on elsewhere, and where it does.
_ON = re.compile(
    r"^\W*(?:continued|cont[’']?d|turn to|please turn to|fortsetzung|weiter|sigue|contin[uú]a|pasa)\b"
    r"[^.!?\n]{0,12}\b(?:on|page|p|auf|seite|en|a|la|p[aá]g|p[aá]gina)\b.{0,30}$",
    re.IGNORECASE | re.MULTILINE,
)
_FROM = re.compile(
    r"^\W*(?:continued|cont[’']?d|fortsetzung|viene|suite)\b[^.!?\n]{0,12}\b(?:from|von|de)\b.{0,30}$",
    re.IGNORECASE | re.MULTILINE,
)

# A headline may stand above the second.
_NEAR = 3


def list_following(paragraphs: Sequence[str], furniture: Container[int]) -> dict[int, int]:
    """Return for each paragraph but the last the one in which the text goes on, both counted from 0.

    `furniture` has the numbers of those that belong to the page, from 1.
    """
    last = len(paragraphs)
    found = ((at, next(_list_next(paragraphs, furniture, at + 1), last)) for at in range(last - 1))
    return {at: follows for at, follows in found if follows < last}


def _list_next(paragraphs: Sequence[str], furniture: Container[int], at: int) -> Iterator[int]:
    """Yield the paragraphs from one on that are part of the article."""
    while at < len(paragraphs):
        if _ON.search(paragraphs[at]) and not _FROM.search(paragraphs[at]):
            near = range(at + 1, min(len(paragraphs), at + 1 + _NEAR))
            at = next((number for number in near if _FROM.search(paragraphs[number])), at)
        elif at + 1 not in furniture and not _FROM.search(paragraphs[at]):
            yield at
        at += 1
