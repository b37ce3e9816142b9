"""Authors: persons, who have a family name, and bodies, which are cited as they stand."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

# Words that no person's name holds; a name with one of them is that of a body.
_OF_BODIES = re.compile(
    r"\b(?:the|and|agenc[ey]|associat\w+|board|bureau|cent(?:er|re)|committee|company|co|corporation|council"
    r"|department|desk|editors?|foundation|gazette|government|group|inc|institute?|limited|ltd|ministry"
    r"|newsroom|office|party|police|press|reporters?|service|society|staff|team|trust|union|university"
    r"|correspondents?|news\w*|agencia|redacci[oó]n|redaktion|r[eé]daction)\b",
    re.IGNORECASE,
)
_PARTICLES = frozenset(
    re.findall(r"\w+", "af al bin da dal de del della der des di do dos du el la le los van von y zu")
)
# The suffixes with which a person is cited; degrees are left out.
_GENERATION = re.compile(r"(?:[JS]r|Junior|Senior|[IVX]+)\.?")
# Words in small letters, then one that isn't.
_WITH_PARTICLE = re.compile(r"((?:[^\W\d_A-Z]+ )*[^\W\d_A-Z]+) ([^\W\d_a-z].*)")
_WORDS_OF_NAMES = range(2, 6)
_BETWEEN = re.compile(r",? (?:and|y|und|et|e) | & |; |, ")


@dataclass(frozen=True)
class Author:
    """Who wrote an article: a person with a family name, or a body, whose name is not taken apart.

    A particle is what stands in small letters before the family name, such as `van`; a suffix is `Jr.` or
    `III`.
    """

    name: str
    family: str | None = None
    given: str | None = None
    is_body: bool = False
    particle: str | None = None
    suffix: str | None = None

    @property
    def filed(self) -> str:
        """Return the name as a list of names has it: `van Beethoven, Ludwig`, `King, Martin Luther, Jr.`."""
        if self.family is None:
            return self.name
        family = f"{self.particle} {self.family}" if self.particle else self.family
        return ", ".join(filter(None, [family, self.given, self.suffix]))


def parse_authors(written: str) -> tuple[Author, ...]:
    """Return the authors that a string names: several where each part of it is the full name of a person."""
    parts = _BETWEEN.split(written)
    if len(parts) > 1 and all(is_person(part) for part in parts):
        return tuple(parse_author(part) for part in parts)
    return (parse_author(written),)


def parse_author(name: str) -> Author:
    """Return the person of a name, or a body if it is not a person's full name."""
    return to_person(name) if is_person(name) else Author(name, is_body=True)


def to_person(name: str) -> Author:
    """Return a person by the full name; one of a single word is family and nothing else."""
    # It takes long to load, and only the full name of a person needs it.
    from nameparser import HumanName  # noqa: PLC0415

    parsed = HumanName(name)
    if not str(parsed.last):
        return to_named(name, name)
    given = " ".join(filter(None, [parsed.first, parsed.middle])) or None
    suffixes = (part for part in str(parsed.suffix).split(", ") if _GENERATION.fullmatch(part))
    return to_named(name, str(parsed.last), given, next(suffixes, None))


def to_named(name: str, family: str, given: str | None = None, suffix: str | None = None) -> Author:
    """Return a person by the parts of the name; a particle may still stand before the family name."""
    match = _WITH_PARTICLE.fullmatch(family)
    particle, base = match.groups() if match else (None, family)
    return Author(name, base, given, particle=particle, suffix=suffix)


def is_person(name: str) -> bool:
    """Return whether a name is a person's as far as it shows: two to five words, none that a body has."""
    words = name.split()
    return (
        len(words) in _WORDS_OF_NAMES
        and not _OF_BODIES.search(name)
        and all(word[0].isupper() or word.lower() in _PARTICLES for word in words)
        and words[-1][0].isupper()
        and not any(char.isdigit() for char in name)
    )


def to_author_words(authors: Sequence[Author], between: str = " and ") -> str:
    """Return authors as a person says them: `Jane Doe, John Roe and Ann Poe`."""
    *others, last = [author.name for author in authors]
    return f"{', '.join(others)}{between}{last}" if others else last
