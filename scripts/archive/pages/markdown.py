"""Markdown that shows exactly what a text holds, under MkDocs' own converter.

A character stays as it is where Markdown gives it no meaning, so that a page reads well in any viewer;
elsewhere it is a numeric reference: https://spec.commonmark.org/0.31.2/#numeric-character-references.
The id of a paragraph stands on the line below it: https://python-markdown.github.io/extensions/attr_list/.
"""

import re
from unicodedata import bidirectional

import regex

from archive.catalogue.record_view import View

# U+0080 to U+009F are never referenced, since a reference to one means a character of Windows-1252:
# https://html.spec.whatwg.org/multipage/parsing.html#numeric-character-reference-end-state
_REFERENCED = r"""
    # What begins or makes up syntax, of Markdown and of the extensions that sites use.
      [\\`*_\[\]{}<>\#+~^=|@]
    # Controls, and all white space and marks without width but the plain space.
    | [\x00-\x09\x0b-\x1f\x7f\xa0\u1680\u2000-\u200f\u2028-\u202f\u205f\u2060\u3000\ufeff]
    # A reference; an address; the name of an emoji; a short form for an issue or a commit.
    | &(?=\#?\w+;) | :(?=//|[-+\w]+:) | (?<=\b[wW]{3})\. | [!?](?=\w) | \b[0-9a-f](?=[0-9a-f]{39}\b)
    # At the start of a line: an item of a list or of definitions, a rule, an admonition, a block, an indent;
    # at its end: a space, of which two would break the line.
    | ^[-:!?/\ ] | \ $
    # After the number or letter that opens a line: an item of a numbered list.
    | (?<=^\(?(?:\d+|[A-Za-z]|[ivxlcdmIVXLCDM]+))[.)]
    """
# What the alternatives above need. Most paragraphs hold none of it, which is told a hundred times as fast.
_SIGNS = re.compile(
    r"[\\`*_\[\]{}<>#+~^=|@&:!?\x00-\x09\x0b-\x1f\x7f\xa0\u1680\u2000-\u200f\u2028-\u202f\u205f\u2060\u3000\ufeff]"
    r"|[wW]\.|[0-9a-f]{40}"
)
_OPENING = re.compile(r"[-/ ]|\(?\w+[.)]")


def is_plain(text: str) -> bool:
    """Return whether a text can't hold anything that Markdown gives a meaning."""
    return not _SIGNS.search(text) and not any(
        _OPENING.match(line) or line.endswith(" ") for line in text.split("\n")
    )


# What stands in columns within a line, which verse does not.
_COLUMNS = re.compile(r"\S(?: *\t|  )\s*\S")


def render_verbatim(text: str) -> str:
    """Return Markdown that shows exactly this text within a paragraph."""
    if is_plain(text):
        return text
    # Compiled once it is needed, which takes as long as three articles take.
    pattern = regex.compile(_REFERENCED, regex.MULTILINE | regex.VERBOSE)
    return pattern.sub(lambda match: f"&#{ord(match[0])};", text)


def render_paragraph(paragraph: View, furniture: str | None) -> str:
    """Return a paragraph of a view with its id; `furniture` says what it is if it is page furniture.

    One that is kept as typed is marked as such, as verse or in columns, with its label if it has one.
    """
    attributes = [f"#p{paragraph['number']}"]
    attributes += [".furniture"] if furniture else []
    if paragraph["kept"]:
        attributes += [".kept", ".columns"] if _COLUMNS.search(paragraph["text"]) else [".kept"]
    attributes += [f'lang="{paragraph["language"]}"'] if paragraph.get("language") else []
    attributes += ["dir=rtl"] if _runs_to_the_left(paragraph["text"]) else []
    if label := furniture or paragraph["label"]:
        value = render_verbatim(label).replace('"', "&#34;")
        attributes.append(f'data-label="{value}"')
    return f"{render_verbatim(paragraph['text'])}\n{{ {' '.join(attributes)} }}\n"


def _runs_to_the_left(text: str) -> bool:
    """Return whether the first letter of a text that runs in either way runs to the left."""
    # In CSS, `unicode-bidi: plaintext` says the same, and Chromium takes seconds to lay out 500 KB so.
    found = (kind for char in text if (kind := bidirectional(char)) in {"L", "R", "AL"})
    return next(found, "L") != "L"
