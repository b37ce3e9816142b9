"""Texts as HTML that Markdown leaves alone: what a reader sees is what the file holds.

Each paragraph stands on one line of a raw HTML block, with numeric references for every character
to which HTML, Markdown or one of its extensions could give a meaning:
https://spec.commonmark.org/0.31.2/#html-blocks,
https://html.spec.whatwg.org/multipage/parsing.html#numeric-character-reference-state
"""

import re
from collections.abc import Iterable, Mapping

from archive.sources.text import Paragraph

# Syntax; the C0 controls and U+007F; every white space but the plain one; the byte order mark.
# U+0080 to U+009F must stay as they are: a reference to one of them means a character of Windows-1252.
_BESIDE_TAGS = r"`~{}%\x00-\x1f\x7f\xa0\u1680\u2000-\u200f\u2028-\u202f\u205f\u2060\u3000\ufeff"
_NOT_PLAIN = re.compile(rf"[&<>\"'{_BESIDE_TAGS}]")
_NOT_PLAIN_BESIDE_TAGS = re.compile(f"[{_BESIDE_TAGS}]")


def to_verbatim(text: str) -> str:
    """Return HTML that shows exactly this text, in an element or in a quoted attribute."""
    return _NOT_PLAIN.sub(_to_reference, text)


def to_verbatim_html(html: str) -> str:
    """Return HTML that Markdown leaves alone, and that shows what the given HTML shows."""
    return _NOT_PLAIN_BESIDE_TAGS.sub(_to_reference, html)


def _to_reference(match: re.Match[str]) -> str:
    return f"&#{ord(match[0])};"


def to_paragraph_html(paragraph: Paragraph, furniture: Mapping[int, str]) -> str:
    """Return a paragraph with its id and its link, set back if `furniture` has a label for its line."""
    label = furniture.get(paragraph.line)
    extra = f' class="furniture" data-label="{to_verbatim(label)}"' if label else ""
    link = f'<a href="#p{paragraph.number}" aria-label="Paragraph {paragraph.number}"></a>'
    return f'<p id="p{paragraph.number}" dir="auto"{extra}>{link}{to_verbatim(paragraph.text)}</p>'


def to_text_html(paragraphs: Iterable[Paragraph], furniture: Mapping[int, str], language: str) -> str:
    """Return the whole text as lines of HTML, the element with the id `text`."""
    lines = (to_paragraph_html(paragraph, furniture) for paragraph in paragraphs)
    return "\n".join([f'<div id="text" lang="{to_verbatim(language)}">', *lines, "</div>"])
