"""Citations in the styles that most are asked for, as citeproc sets them with the official styles.

Those are Chicago (notes and bibliography, 18th edition), MLA (9th) and APA (7th):
https://github.com/citation-style-language/styles. No processor for Python sets them right, and an archive
of press articles needs few of their rules. Sentences end with one full stop, inside a closing quotation mark.
What is set in italics stands between two U+0000, which no record can hold.
"""

import re
from collections.abc import Container, Iterable, Iterator

from archive.catalogue.citation_dates import (
    APA_DATE,
    CHICAGO_DATE,
    MLA_DATE,
    Names,
    Order,
    cite_date,
    name_months,
)
from archive.catalogue.citation_names import render_apa_names, render_chicago_names, render_mla_names
from archive.catalogue.csl import ONLINE, Csl
from archive.catalogue.record_view import View
from archive.catalogue.title_style import to_headline_style, to_sentence_style, typeset
from archive.sources.article import Article
from archive.sources.words import ENGLISH, Words

_END = re.compile(r"[.?!…][’”]*\0?$")
_CLOSING = re.compile(r"([’”]+\0?)?$")
# Words that are read from right to left: Hebrew, Arabic and their kin.
_LEFTWARD = re.compile(
    r"([\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc](?:[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\s]*"
    r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc])?)"
)


def list_citations(article: Article, item: Csl) -> list[View]:
    """Return the citation of an article in each style, from its CSL item, as parts.

    A part is a text, or a mapping with one that is set in italics, or that is read from right to left and
    stands apart so that the rest keeps its order.
    """
    record, furniture = article.record, article.furniture_paragraphs
    known = (*record.people, *record.places, *record.bodies)
    names = (form for name in known for form in (name.name, *name.printed))
    # A headline has the capitals of the title.
    own = (p.flat for p in article.paragraphs if p.number not in furniture and article.title not in p.flat)
    title = to_sentence_style(item["title"], record.language, names, "\n".join(own))
    cited = render_citations(item, title, list_supplied(article), article.words)
    return [{"style": style, "parts": list(cut(text))} for style, text in cited.items()]


def cut(citation: str) -> Iterator[str | dict[str, str]]:
    """Yield the parts of a citation."""
    for number, part in enumerate(citation.split("\0")):
        if number % 2:
            yield {"italic": part}
        else:
            pieces = enumerate(_LEFTWARD.split(part))
            yield from ({"isolated": piece} if odd % 2 else piece for odd, piece in pieces if piece)


def list_supplied(article: Article) -> set[str]:
    """Return which facts somebody else worked out, or put in the place of what is not stated."""
    record = article.record
    bases = {"title": record.title.basis, "author": record.author.basis, "date": record.date.basis}
    supplied = {name for name, basis in bases.items() if basis == "inferred"}
    return supplied if record.title.value else supplied | {"title"}


def render_citations(
    item: Csl, sentence_title: str, supplied: Container[str] = (), words: Words = ENGLISH
) -> dict[str, str]:
    """Return the citation of a CSL item in each style.

    `sentence_title` is its title in sentence style. What is supplied, of title, author and date, stands in
    brackets: Chicago 14.79 and 14.145, MLA 5.119.
    """
    names = name_months(words)
    return {
        "Chicago": render_chicago(item, supplied, names),
        "MLA": render_mla(item, supplied, names),
        "APA": render_apa(item, sentence_title, supplied, names),
    }


def render_chicago(item: Csl, supplied: Container[str], dates: Names) -> str:
    """Return a citation by The Chicago Manual of Style: without an author, the paper stands first."""
    names = bracket(render_chicago_names(item.get("author", [])), "author" in supplied)
    online = item["type"] == ONLINE.csl
    title = render_title(item, supplied, quoted=online or "container-title" in item)
    container = item.get("container-title", "") if online else set_container(item)
    when = render_when(item, CHICAGO_DATE, supplied, dates) or ("" if online else "n.d.")
    contained = ", ".join(filter(None, [container, when]))
    known = [names, title, contained] if names else [container, title, when]
    return join_sentences([*known, item["archive"], item["URL"]])


def render_mla(item: Csl, supplied: Container[str], dates: Names) -> str:
    """Return a citation by the MLA Handbook: all that contains the article stands in one sentence."""
    names = bracket(render_mla_names(item.get("author", [])), "author" in supplied)
    found = [set_container(item), render_when(item, MLA_DATE, supplied, dates), item["archive"], item["URL"]]
    contained = re.sub("^circa", "Circa", ", ".join(filter(None, found)))
    title = render_title(item, supplied, quoted="container-title" in item)
    return join_sentences([names, title, contained])


def render_apa(item: Csl, sentence_title: str, supplied: Container[str], dates: Names) -> str:
    """Return a citation by the Publication Manual of the APA: the date stands in parentheses."""
    names = bracket(render_apa_names(item.get("author", [])), "author" in supplied)
    online = item["type"] == ONLINE.csl
    title = bracket(typeset(sentence_title), "title" in supplied)
    roman = "title" in supplied or ("container-title" in item and not online)
    what = title if roman else italic(title)
    when = f"({render_when(item, APA_DATE, supplied, dates) or 'n.d.'})"
    head = [names, when, what] if names else [what, when]
    archive = item["archive"]
    tail = [archive, item.get("container-title", "")] if online else [set_container(item), archive]
    address = item["URL"] if "issued" in item else f"Retrieved {item['URL']}"
    return f"{join_sentences([*head, *tail])} {address}"


def render_title(item: Csl, supplied: Container[str], *, quoted: bool) -> str:
    """Return the title in headline style: in quotation marks, or in italics where nothing contains it."""
    if "title" in supplied:
        return bracket(typeset(item["title"]), supplied=True)
    title = to_headline_style(item["title"], item["language"])
    return f"“{typeset(title, depth=1)}”" if quoted else italic(typeset(title))


def render_when(item: Csl, order: Order, supplied: Container[str], names: Names) -> str:
    """Return the date of an item in the order of a style, or nothing."""
    when = cite_date(item["issued"], order, names) if "issued" in item else ""
    return bracket(when, "date" in supplied and not when.startswith("["))


def set_container(item: Csl) -> str:
    """Return what the article stood in, in italics, or nothing."""
    return italic(item["container-title"]) if "container-title" in item else ""


def italic(text: str) -> str:
    """Return a text as one that is set in italics."""
    return f"\0{text}\0"


def bracket(text: str, supplied: bool) -> str:  # noqa: FBT001 (says whether to do what the name says)
    """Return a text in brackets if it was supplied."""
    return f"[{text}]" if text and supplied else text


def join_sentences(sentences: Iterable[str]) -> str:
    """Return sentences one after the other, each with a full stop unless it has a mark at its end."""
    known = filter(None, sentences)
    return " ".join(text if _END.search(text) else _CLOSING.sub(r".\1", text, count=1) for text in known)
