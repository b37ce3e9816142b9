"""A new text, looked at: its lines, layout and language, and what stands above it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from archive.adding.drafting.furniture import keep_heads
from archive.adding.drafting.head import list_units, read_head
from archive.adding.drafting.layout import propose_layout
from archive.adding.drafting.source_lines import SourceLine, list_source_lines
from archive.adding.drafting.title import Titles, find_titles
from archive.sources.encoding import decode
from archive.sources.lines import split_lines
from archive.sources.paragraphs import KeptRange, Layout, Paragraph, parse_paragraphs

_LONGEST_SAMPLE = 5_000
_SURE = 0.8
_FEWEST_BYTES = 60


@dataclass(frozen=True)
class Observation:
    """What is seen of a text before anything is said of it; `wrapped` tells why its lines are of blocks."""

    data: bytes
    encoding: str
    lines: Sequence[SourceLine]
    language: str
    is_language_sure: bool
    wrapped: str | None
    kept: tuple[KeptRange, ...]
    head: Sequence[SourceLine]
    titles: Titles
    paragraphs: tuple[Paragraph, ...]

    @property
    def layout(self) -> Layout:
        """Return the layout of the text."""
        return "blocks" if self.wrapped else "lines"

    @property
    def body(self) -> Sequence[SourceLine]:
        """Return the lines below those above the text."""
        return self.lines[len(self.head) :]


def observe(data: bytes, encoding: str, language: str | None = None) -> Observation:
    """Return what is seen of a text in an encoding, in a language if that is known."""
    decoded = decode(data, encoding)
    every = split_lines(decoded)
    guessed, is_sure = propose_language(decoded)
    tag = language or guessed
    lines = list_source_lines(every, tag)
    stretches, wrapped = propose_layout(lines)
    typed = {number for item in stretches for number in item.lines.to_range()}
    head = read_head(lines, tag, wrapped=bool(wrapped), typed=typed)
    units = list(list_units(head, wrapped=bool(wrapped)))
    above = keep_heads(head, units) if wrapped else []
    lowest = max((line.number for line in head), default=0)
    below = [item for item in stretches if item.lines.first > lowest]
    kept = tuple(sorted([*above, *below], key=lambda item: item.lines))
    return Observation(
        data=data,
        encoding=encoding,
        lines=lines,
        language=tag,
        is_language_sure=is_sure or language is not None,
        wrapped=wrapped,
        kept=kept,
        head=head,
        titles=find_titles(head, units),
        paragraphs=tuple(parse_paragraphs(decoded, "blocks" if wrapped else "lines", kept)),
    )


@cache
def make_identifier() -> LanguageIdentifier:
    """Return what tells languages."""
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def propose_language(text: str) -> tuple[str, bool]:
    """Return the tag of the language that a text seems to be in, and whether enough of it tells."""
    tag, probability = make_identifier().classify(text[:_LONGEST_SAMPLE])
    # In UTF-8, a character of a script without spaces says as much as a word.
    return str(tag), probability >= _SURE and len(text.encode()) >= _FEWEST_BYTES
