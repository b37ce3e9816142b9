"""What comes of a text that is the same as one of the archive, or much the same."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from archive.adding.addition import to_today
from archive.adding.correction import Change, add_printing, correct, to_printing
from archive.adding.files import Candidate
from archive.adding.same import Known
from archive.adding.shared import Shared
from archive.sources.alike import Alike, Like
from archive.sources.problem import Problem
from archive.sources.read_articles import RECORD


@dataclass
class Taken:
    """What an archive has, and what comes into it: texts, names in small letters, slugs."""

    known: Known
    names: set[str]
    slugs: set[str]
    alike: Alike = field(default_factory=Alike)


def relate(
    path: str, data: bytes, encoding: str, likes: Sequence[Like], *, replace: bool
) -> Iterator[Change | Problem]:
    """Yield what comes of a text that is much the same as one of the archive, or is to take its place."""
    if not likes:
        if replace:
            yield Problem(path, 1, "is like no text of the archive; without --replace, it is added")
        return
    like = likes[0]
    if replace:
        yield correct(Path(like.name).with_suffix(RECORD), data, encoding, to_today())
        return
    sentence = f"is like {Path(like.name).stem}, {like.same} of {like.of} paragraphs the same"
    yield Problem(path, 1, f"{sentence}; --replace puts it in its place, --beside adds it, too")


def print_again(
    candidate: Candidate, same: str, sentence: str, shared: Shared, taken: Taken
) -> Iterator[Change | Problem]:
    """Yield what comes of a text that is in the archive already: nothing, or another printing of it."""
    printing = to_printing(candidate, shared.publication)
    if shared.printing and printing and same in taken.alike.texts:
        yield add_printing(Path(same).with_suffix(RECORD), printing, to_today())
    else:
        advice = "; with --printing --publication NAME, it is named as another printing"
        yield Problem(str(candidate.path), 1, f"{sentence}{advice if printing else ''}")
