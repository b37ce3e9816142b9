"""A new text, looked at: its lines, layout and language, and what stands above it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, partial

from archive.adding.drafting.furniture import keep_heads
from archive.adding.drafting.head import HeadLine, Read, list_units, read_head
from archive.adding.drafting.language import propose_language
from archive.adding.drafting.patterns import Reading, read_line
from archive.adding.drafting.source_lines import SourceLine, list_lines, list_mail_header
from archive.adding.drafting.title import Titles, find_titles
from archive.adding.drafting.wrapping import ProposedLayout, propose_layout
from archive.sources.encoding import decode
from archive.sources.lines import split_lines
from archive.sources.paragraphs import KeptRange, Paragraph, parse_paragraphs

_SMALL = re.compile(r"(?<![^\W\d_])[^\W\d_A-Z][^\W\d_]+")


@dataclass(frozen=True)
class Observation:
    """What is seen of a text before anything is said of it; `read` tells what a line is."""

    data: bytes
    encoding: str
    lines: Sequence[SourceLine]
    read: Read
    language: str
    is_language_sure: bool
    layout: ProposedLayout
    kept: tuple[KeptRange, ...]
    head: Sequence[HeadLine]
    titles: Titles
    paragraphs: tuple[Paragraph, ...]


def observe(data: bytes, encoding: str, language: str | None = None) -> Observation:
    """Return what is seen of a text in an encoding, in a language if that is known."""
    decoded = decode(data, encoding)
    every = split_lines(decoded)
    lines = list_lines(every)
    guessed, is_sure = propose_language(decoded)
    tag = language or guessed
    read = cache(partial(read_source_line, language=tag, common=frozenset(_SMALL.findall(decoded))))
    header = frozenset(line.number for line in list_mail_header(lines, tag))
    layout = propose_layout(every, lines, read, header)
    wrapped = layout.layout == "blocks"
    typed = {number for item in layout.kept for number in item.lines.to_range()}
    head = read_head(lines, read, tag, wrapped=wrapped, typed=typed)
    above = keep_heads(head, list_units(head, wrapped=wrapped)) if wrapped else []
    lowest = max((item.line.number for item in head), default=0)
    below = [item for item in layout.kept if item.lines.first > lowest]
    kept = tuple(sorted([*above, *below], key=lambda item: item.lines))
    return Observation(
        data=data,
        encoding=encoding,
        lines=lines,
        read=read,
        language=tag,
        is_language_sure=is_sure or language is not None,
        layout=layout,
        kept=kept,
        head=head,
        titles=find_titles(head, tag, wrapped=wrapped),
        paragraphs=tuple(parse_paragraphs(decoded, layout.layout, kept)),
    )


def read_source_line(line: SourceLine, *, language: str, common: frozenset[str]) -> Reading | None:
    """Return what a line of a text is by its own words."""
    return read_line(line.text, language, common)
