"""Articles as TEI P5, one each and all as a corpus: https://tei-c.org/release/doc/tei-p5-doc/en/html/."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from archive.catalogue.catalogue import Catalogue
from archive.catalogue.record_view import View
from archive.exports.markup import render_template
from archive.sources.dates import parse_date
from archive.sources.site import Site

_ELEMENTS = {"people": "persName", "places": "placeName", "bodies": "orgName"}

# How TEI calls what a fact is known by:
# https://tei-c.org/release/doc/tei-p5-doc/en/html/ref-att.editLike.html
_EVIDENCE = {"printed": "internal", "published": "external", "inferred": "conjecture"}

# An end of an interval that is unknown or open: https://www.loc.gov/standards/datetime/
_NO_DAY = {"", ".."}

_ID = re.compile(r'(?<= )(?:xml:id="|source="#)')
_SHARED = re.compile(r"<encodingDesc>.*?</encodingDesc>\n", re.DOTALL)


@dataclass(frozen=True)
class Mark:
    """An element around a part of a text, from `start` up to `end`: what the part names, and its address."""

    start: int
    end: int
    element: str
    name: str | None = None
    address: str | None = None


def list_tei(catalogue: Catalogue, site: Site) -> Iterator[tuple[str, str]]:
    """Yield path and text of the document of each article, and of that of all."""
    texts = [render_tei(view, site) for view in catalogue.views]
    for view, text in zip(catalogue.views, texts, strict=True):
        yield f"articles/{view['slug']}.tei.xml", text
    if texts:
        yield "archive.tei.xml", render_tei_corpus(catalogue.views, texts, site)


def render_tei(view: View, site: Site) -> str:
    """Return an article as a document of its own; paragraph N has the id `pN`."""
    return render_template("tei-article.xml", item=prepare(view, site), site=site)


def render_tei_corpus(views: Sequence[View], texts: Sequence[str], site: Site) -> str:
    """Return the documents of all articles as one, oldest first; a paragraph has the id `a-SLUG.pN`."""
    found = list(zip(views, texts, strict=True))[::-1]
    items = [Markup(to_part(text, f"a-{view['slug']}.")) for view, text in found]  # noqa: S704 (XML of ours)
    return render_template("tei-corpus.xml", items=items, site=site)


def to_part(text: str, prefix: str) -> str:
    """Return a document as it stands among others: ids begin with a prefix, what all share is left out.

    No value has the quotation mark of an attribute in it, so what is found is markup.
    """
    _, _, root = text.partition("?>\n")
    return _SHARED.sub("", _ID.sub(rf"\g<0>{prefix}", root))


def prepare(view: View, site: Site) -> View:
    """Return a view with what its TEI needs besides."""
    date = view["facts"]["date"].get("edtf")
    marks = list_marks(view, site)
    return view | {
        "pieces": {item["number"]: cut(item["text"], marks[item["number"]]) for item in view["paragraphs"]},
        "labels": {item["paragraph"]: item["label"] for item in view["furniture"]},
        "author_pieces": [cut(author["name"], list_name_parts(author)) for author in view["authors"]],
        "dated": to_date_attributes(date) if date else {},
        "evidence": {name: _EVIDENCE.get(fact["basis"]) for name, fact in view["facts"].items()},
    }


def list_marks(view: View, site: Site) -> dict[int, list[Mark]]:
    """Return for the number of each paragraph the names that it prints."""
    addresses = {
        (group, name["name"]): name["address"] and site.address + name["address"]
        for group, names in view["names"].items()
        for name in names
    }
    marks = defaultdict(list)
    for item in view["printed_names"]:
        group, name = item["group"], item["name"]
        mark = Mark(item["start"], item["end"], _ELEMENTS[group], name, addresses[group, name])
        marks[item["paragraph"]].append(mark)
    return marks


def list_name_parts(author: View) -> list[Mark]:
    """Return where a person's name has the family and the given name; none if it has them otherwise."""
    kinds = {"family": "surname", "given": "forename", "particle": "nameLink", "suffix": "genName"}
    parts = {element: author[part] for part, element in kinds.items()}
    places = {element: author["name"].rfind(part) for element, part in parts.items() if part}
    marks = sorted(
        (Mark(start, start + len(parts[element]), element) for element, start in places.items()),
        key=lambda mark: mark.start,
    )
    is_whole = all(mark.start >= 0 for mark in marks)
    return marks if is_whole and all(a.end <= b.start for a, b in pairwise(marks)) else []


def cut(text: str, marks: Sequence[Mark]) -> list[tuple[str, Mark | None]]:
    """Return a text in pieces, those between the marks too; the marks stand in order and don't overlap."""
    pieces: list[tuple[str, Mark | None]] = []
    end = 0
    for mark in marks:
        pieces += [(text[end : mark.start], None), (text[mark.start : mark.end], mark)]
        end = mark.end
    return [piece for piece in [*pieces, (text[end:], None)] if piece[0]]


def to_date_attributes(edtf: str) -> dict[str, str]:
    """Return a date as attributes: https://tei-c.org/release/doc/tei-p5-doc/en/html/ref-att.datable.w3c.html.

    A year, month or day is `when`, any other date the days between which it lies; doubt is `cert`, and a
    date that is about right has low `precision`.
    """
    date = parse_date(edtf)
    first, slash, last = edtf.partition("/")
    known = {
        "when": date.calendar,
        "notBefore": None if date.calendar or first in _NO_DAY else date.first_day.isoformat(),
        "notAfter": None if date.calendar or (slash and last in _NO_DAY) else date.last_day.isoformat(),
        "cert": "low" if set(edtf) & set("?%") else None,
        "precision": "low" if set(edtf) & set("~%") else None,
    }
    return {name: value for name, value in known.items() if value}
