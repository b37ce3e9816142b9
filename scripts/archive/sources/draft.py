"""The draft of a record: all that a text file tells of itself, and what a person must fill in."""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

import py3langid

from archive.sources.rules import LONGEST_TITLE
from archive.sources.text import Paragraph

# Stands where a person has something to say; no rule lets it pass.
FILL_IN = "FILL-IN"
MOST_CANDIDATES = 12

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DATE = re.compile(
    rf"\b(?:{_MONTH} \d{{1,2}}(?:, \d{{4}})?|\d{{1,2}} {_MONTH}(?: \d{{4}})?|{_MONTH} \d{{4}}"
    r"|\d{4}-\d\d-\d\d|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|this weekend)\b"
)
_NAME = re.compile(r"\b[A-Z][\w’'.-]*(?: [A-Z][\w’'-]+)+")


def render_draft(data: bytes, paragraphs: Sequence[Paragraph], slug: str | None, today: date) -> str:
    """Return the record of a text as YAML, with FILL-IN wherever the text doesn't tell."""
    return "\n".join([*to_lines(data, paragraphs, slug, today), ""])


def find_unfilled(draft: str) -> list[str]:
    """Return the keys of a draft that wait to be filled in."""
    return re.findall(rf"^(\w+):(?: |\n  basis: ){FILL_IN}", draft, re.MULTILINE)


def to_lines(data: bytes, paragraphs: Sequence[Paragraph], slug: str | None, today: date) -> Iterator[str]:
    """Yield the lines of the draft."""
    texts = [paragraph.text for paragraph in paragraphs]
    yield f"# {len(paragraphs)} paragraphs, {len(data):,} bytes. The README says what each line means."
    yield f"slug: {slug or FILL_IN}  # neutral words in small letters, joined by hyphens: its address"
    yield f"sha256: {hashlib.sha256(data).hexdigest()}"
    yield from to_title(texts)
    yield from to_comment("Days that the text names", _DATE, texts)
    yield from to_fact("date")
    yield from to_fact("publication")
    yield from to_fact("author")
    yield f"kind: {FILL_IN}  # news report, opinion, feature, ..."
    yield f"language: {py3langid.classify(' '.join(texts)[:10_000])[0]}  # as a program took it to be"
    yield from to_comment("Names, perhaps; of people, places and bodies", _NAME, texts)
    yield from ("people: []", "places: []", "bodies: []", "subjects: []")
    yield f"rights: {FILL_IN}  # the address of a statement of rightsstatements.org"
    yield from ("found_at: []", "furniture: []", f"updated: {today.isoformat()}")


def to_title(texts: Sequence[str]) -> Iterator[str]:
    """Yield the first line as the printed title if it looks like a headline, else a title to fill in."""
    first = texts[0]
    if (
        len(texts) == 1
        or not first.isprintable()
        or len(first) > LONGEST_TITLE // 2
        or first[-1] in ".,;:”\"'’"
    ):
        yield from to_fact("title")
        return
    quoted = json.dumps(first, ensure_ascii=False)
    yield "# The first line looks like a headline: is it one?"
    yield from ("title:", f"  value: {quoted}", "  basis: printed", "  evidence:", f"    - quote: {quoted}")


def to_fact(name: str) -> Iterator[str]:
    """Yield a fact that a person must fill in."""
    yield f"{name}:"
    yield f"  basis: {FILL_IN}  # printed, published or inferred, with value and evidence; or not stated"


def to_comment(label: str, pattern: re.Pattern[str], texts: Sequence[str]) -> Iterator[str]:
    """Yield the most frequent matches in a text as a comment, if there are any."""
    counts = Counter(match for text in texts for match in pattern.findall(text))
    if counts:
        yield f"# {label}: {'; '.join(found for found, _ in counts.most_common(MOST_CANDIDATES))}"
