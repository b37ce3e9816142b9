"""Citations in the styles that most are asked for, as citeproc sets them with the official styles.

Those are Chicago (notes and bibliography, 18th edition), MLA (9th) and APA (7th):
https://github.com/citation-style-language/styles. No processor for Python sets them right, and an archive
of press articles needs few of their rules. A citation is a list of parts: text, or a mapping with text that
is set in italics. Sentences end with one full stop, inside a closing quotation mark.
"""

import re
from collections.abc import Container, Iterable

from archive.catalogue.citation_dates import (
    APA_DATE,
    CHICAGO_DATE,
    MLA_DATE,
    Names,
    Order,
    find_names,
    render_date,
)
from archive.catalogue.citation_names import render_apa_names, render_chicago_names, render_mla_names
from archive.catalogue.csl import ONLINE, Csl
from archive.catalogue.title_style import to_headline_style, typeset
from archive.sources.words import ENGLISH, Words

Parts = list[str | dict[str, str]]

_ENDS = re.compile(r"[.?!…][’”]*$")
_CLOSING = re.compile(r"([’”]+)$")


def render_citations(
    item: Csl, sentence_title: str, supplied: Container[str] = (), words: Words = ENGLISH
) -> dict[str, Parts]:
    """Return the citation of a CSL item in each style.

    `sentence_title` is its title in sentence style. What is supplied, of title, author and date, stands in
    brackets: Chicago 14.79 and 14.145, MLA 5.119.
    """
    names = find_names(words)
    return {
        "Chicago": render_chicago(item, supplied, names),
        "MLA": render_mla(item, supplied, names),
        "APA": render_apa(item, sentence_title, supplied, names),
    }


def render_chicago(item: Csl, supplied: Container[str], dates: Names) -> Parts:
    """Return a citation by The Chicago Manual of Style: without an author, the paper stands first."""
    names = bracket(render_chicago_names(item.get("author", [])), "author" in supplied)
    online = item["type"] == ONLINE.csl
    title = render_title(item, supplied, quoted=online or "container-title" in item)
    container = item.get("container-title", "") if online else set_container(item)
    when = render_when(item, CHICAGO_DATE, supplied, dates) or ("" if online else "n.d.")
    contained: Parts = [container, ", ", when] if container and when else [container or when]
    groups: list[Parts] = [[names], [title], contained] if names else [[container], [title], [when]]
    return join_sentences([*groups, [item["archive"]], [item["URL"]]])


def render_mla(item: Csl, supplied: Container[str], dates: Names) -> Parts:
    """Return a citation by the MLA Handbook: all that contains the article stands in one sentence."""
    names = bracket(render_mla_names(item.get("author", [])), "author" in supplied)
    found = [set_container(item), render_when(item, MLA_DATE, supplied, dates), item["archive"], item["URL"]]
    contained = [part for known in found if known for part in (", ", known)][1:]
    if str(contained[0]).startswith("circa"):
        contained[0] = f"C{str(contained[0])[1:]}"
    title = render_title(item, supplied, quoted="container-title" in item)
    return join_sentences([[names], [title], contained])


def render_apa(item: Csl, sentence_title: str, supplied: Container[str], dates: Names) -> Parts:
    """Return a citation by the Publication Manual of the APA: the date stands in parentheses."""
    names = bracket(render_apa_names(item.get("author", [])), "author" in supplied)
    online = item["type"] == ONLINE.csl
    title = bracket(typeset(sentence_title), "title" in supplied)
    roman = "title" in supplied or ("container-title" in item and not online)
    what: str | dict[str, str] = title if roman else {"italic": title}
    when = f"({render_when(item, APA_DATE, supplied, dates) or 'n.d.'})"
    head: list[Parts] = [[names], [when], [what]] if names else [[what], [when]]
    container = item.get("container-title")
    tail = [[item["archive"]], [container]] if online else [[set_container(item)], [item["archive"]]]
    address = item["URL"] if "issued" in item else f"Retrieved {item['URL']}"
    return [*join_sentences([*head, *tail]), f" {address}"]


def render_title(item: Csl, supplied: Container[str], *, quoted: bool) -> str | dict[str, str]:
    """Return the title in headline style: in quotation marks, or in italics where nothing contains it."""
    if "title" in supplied:
        return bracket(typeset(item["title"]), supplied=True)
    title = to_headline_style(item["title"], item["language"])
    return f"“{typeset(title, depth=1)}”" if quoted else {"italic": typeset(title)}


def render_when(item: Csl, order: Order, supplied: Container[str], names: Names) -> str:
    """Return the date of an item in the order of a style, or nothing."""
    when = render_date(item["issued"], order, names) if "issued" in item else ""
    return bracket(when, "date" in supplied and not when.startswith("["))


def set_container(item: Csl) -> dict[str, str] | str:
    """Return what the article stood in, in italics, or nothing."""
    return {"italic": item["container-title"]} if "container-title" in item else ""


def bracket(text: str, supplied: bool) -> str:  # noqa: FBT001 (says whether to do what the name says)
    """Return a text in brackets if it was supplied."""
    return f"[{text}]" if text and supplied else text


def join_sentences(sentences: Iterable[Iterable[str | dict[str, str]]]) -> Parts:
    """Return sentences one after the other, each with a full stop unless it has a mark at its end."""
    parts: Parts = []
    for sentence in sentences:
        known = [part for part in sentence if part]
        if known:
            between = [" "] if parts else []
            parts += [*between, *known[:-1], *end_sentence(known[-1])]
    return merge_texts(parts)


def end_sentence(last: str | dict[str, str]) -> Parts:
    """Return the last part of a sentence with its full stop, which stands before a closing quotation mark."""
    text = last if isinstance(last, str) else last["italic"]
    if _ENDS.search(text):
        return [last]
    if not _CLOSING.search(text):
        return [last, "."]
    stopped = _CLOSING.sub(r".\1", text)
    return [stopped if isinstance(last, str) else {"italic": stopped}]


def merge_texts(parts: Parts) -> Parts:
    """Return parts of which no two texts follow one another."""
    merged: Parts = []
    for part in parts:
        if isinstance(part, str) and merged and isinstance(merged[-1], str):
            merged[-1] += part
        else:
            merged.append(part)
    return merged
