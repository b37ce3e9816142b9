"""The names of authors in a citation, from the `author` of a CSL item: persons in parts, bodies whole."""

import re
from collections.abc import Callable, Sequence

from archive.catalogue.csl import Csl

# Up to so many authors all are named, beyond it so many of the first: Chicago 13.78.
_MOST_IN_CHICAGO, _FIRST_IN_CHICAGO = 6, 3
# Beyond two, the first alone: MLA 5.8.
_MOST_IN_MLA = 2
# Up to twenty all, beyond it the first nineteen and the last: APA 8.17.
_MOST_IN_APA, _FIRST_IN_APA = 20, 19

_BARE_INITIAL = re.compile(r"(?<![\w.’'-])([^\W\d_])(?![\w.’'-])")
_INITIAL = re.compile(r"(-?)\b(\w)[\w’'.]*")


def render_chicago_names(authors: Sequence[Csl]) -> str:
    """Return authors by Chicago: the first filed under the family name, with the particle at its end."""
    shown = authors if len(authors) <= _MOST_IN_CHICAGO else authors[:_FIRST_IN_CHICAGO]
    return join_names(authors, shown, lambda author: file(author, particle_first=False))


def render_mla_names(authors: Sequence[Csl]) -> str:
    """Return authors by MLA: the first filed under the family name and its particle."""
    shown = authors if len(authors) <= _MOST_IN_MLA else authors[:1]
    return join_names(authors, shown, lambda author: file(author, particle_first=True))


def render_apa_names(authors: Sequence[Csl]) -> str:
    """Return authors by APA: each filed under the family name, with initials."""
    names = [
        file(
            author | {"given": to_initials(author["given"])} if "given" in author else author,
            particle_first=True,
        )
        for author in authors
    ]
    if len(names) > _MOST_IN_APA:
        return f"{', '.join(names[:_FIRST_IN_APA])}, … {names[-1]}"
    *others, last = names or [""]
    return f"{', '.join(others)}, & {last}" if others else last


def join_names(authors: Sequence[Csl], shown: Sequence[Csl], file_first: Callable[[Csl], str]) -> str:
    """Return authors, the first filed the others as they are said; `et al.` stands for those not shown."""
    if not authors:
        return ""
    first, *others = [file_first(shown[0]), *map(say_author, shown[1:])]
    if len(shown) < len(authors):
        return f"{', '.join([first, *others])}, et al."
    return f"{', '.join([first, *others[:-1]])}, and {others[-1]}" if others else first


def file(author: Csl, *, particle_first: bool) -> str:
    """Return a name as it is filed: `Doe, Jane`, `van Beethoven, Ludwig` or `Beethoven, Ludwig van`."""
    if "literal" in author:
        return str(author["literal"])
    family, given = author["family"], space_initials(author.get("given", ""))
    if particle := author.get("non-dropping-particle"):
        family, given = (f"{particle} {family}", given) if particle_first else (family, f"{given} {particle}")
    return ", ".join(filter(None, [family, given.strip(), author.get("suffix")]))


def say_author(author: Csl) -> str:
    """Return a name as it is said: `Ludwig van Beethoven`."""
    if "literal" in author:
        return str(author["literal"])
    parts = ("given", "non-dropping-particle", "family", "suffix")
    return " ".join(space_initials(author[part]) for part in parts if part in author)


def to_initials(given: str) -> str:
    """Return given names as initials: `J.-P.` of `Jean-Paul`."""
    return " ".join(_INITIAL.sub(r"\1\2.", name) for name in space_initials(given).split())


def space_initials(given: str) -> str:
    """Return given names with full stop and space after each initial: `E. A.` of `E.A.`, say."""
    return _BARE_INITIAL.sub(r"\1.", re.sub(r"\.(?=\w)", ". ", given))
