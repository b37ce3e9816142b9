"""What a person may want to know of a text, and is not sure enough to stand in its record."""

from collections.abc import Iterator

from archive.adding.drafting.dates import ProposedDate, list_days
from archive.adding.drafting.head import PLAIN
from archive.adding.drafting.observation import Observation
from archive.adding.drafting.sample import show_encoding
from archive.sources.authors import is_person
from archive.sources.encoding import DEFAULT, find_mark
from archive.sources.paragraphs import flatten


def list_comments(seen: Observation, name: str, when: ProposedDate | None) -> Iterator[tuple[str, str]]:
    """Yield what a person may want to know of a key, or may want to write there."""
    yield "draft", "without this line, it is published"
    if seen.titles.unsure:
        yield "title", f"not sure which line it is: {' | '.join(map(flatten, seen.titles.unsure))}"
    days = list_days((p.flat for p in seen.paragraphs), name, seen.language)
    if when is None and days:
        yield "date", f"the text names: {'; '.join(days)}"
    names = [item.line.text for item in seen.head if item.kind == PLAIN and is_person(item.line.text)]
    if names:
        yield "author", f"perhaps {'; '.join(map(flatten, names))}"
    if not seen.is_language_sure:
        yield "language", f"perhaps {seen.language}"
    if seen.encoding != DEFAULT:
        shown = show_encoding(seen.lines)
        told = "as its first bytes say" if find_mark(seen.data) else "a guess: is this right?"
        yield "encoding", f"{told} {shown}" if shown else told
    if seen.layout.reason:
        yield "layout", seen.layout.reason
    if seen.kept:
        yield "kept", "lines that are shown as typed, since they are short, indented or in columns"
