"""Files for reference managers, made from CSL items: CSL-JSON, BibTeX and RIS."""

import json
from collections.abc import Iterable, Sequence

import rispy
from bibtexparser.entrypoint import write_string
from bibtexparser.library import Library
from bibtexparser.model import Entry, Field

from archive.catalogue.csl import Csl

# BibTeX counts braces even where they are escaped, so each special character is a command of its own.
_COMMANDS = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\lbrace{}",
        "}": r"\rbrace{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{char: f"\\{char}" for char in "#$%&_"},
    }
)

_BIBTEX_TYPES = {"webpage": "misc"}
_RIS_TYPES = {"article-newspaper": "NEWS", "article-magazine": "MGZN", "webpage": "ELEC"}
_NOTE_OF_DOUBT = "The date is in doubt."


def render_csl_json(items: Sequence[Csl]) -> str:
    """Return the references as CSL-JSON."""
    return json.dumps(list(items), ensure_ascii=False, indent=1) + "\n"


def render_bibtex(items: Iterable[Csl]) -> str:
    """Return the references as BibTeX, in UTF-8: https://ctan.org/pkg/biblatex."""
    library = Library()
    for item in items:
        fields = [Field(name, f"{{{value}}}") for name, value in render_bibtex_fields(item).items()]
        library.add(Entry(_BIBTEX_TYPES.get(item["type"], "article"), item["id"], fields))
    return write_string(library, unparse_stack=[])


def render_bibtex_fields(item: Csl) -> dict[str, str]:
    """Return the fields of an item; the title has braces of its own, which keep its capitals."""
    container = "howpublished" if item["type"] == "webpage" else "journal"
    texts = {
        "title": item["title"],
        container: item.get("container-title"),
        "author": item["author"][0]["literal"] if "author" in item else None,
        "note": _NOTE_OF_DOUBT if "circa" in item.get("issued", {}) else None,
        "library": item["archive"],
        "langid": item["language"],
    }
    fields = {name: text.translate(_COMMANDS) for name, text in texts.items() if text}
    for name in fields.keys() & {"title", "author"}:
        fields[name] = f"{{{fields[name]}}}"
    if "issued" in item:
        days = [iso_date(day, "-") for day in item["issued"]["date-parts"]]
        fields["date"] = "/".join(days)
        fields["year"] = days[0][:4]
    return fields | {"url": item["URL"]}


def iso_date(parts: Sequence[int], separator: str) -> str:
    """Return the year, and month and day if they are known, with as many digits as ISO 8601 gives them."""
    return separator.join([f"{parts[0]:04}", *(f"{part:02}" for part in parts[1:])])


def render_ris(items: Iterable[Csl]) -> str:
    """Return the references as RIS, one date a reference: the first that is possible."""
    return str(rispy.dumps([render_ris_fields(item) for item in items]))


def render_ris_fields(item: Csl) -> dict[str, object]:
    """Return the fields of an item under rispy's names of the tags."""
    fields: dict[str, object] = {
        "type_of_reference": _RIS_TYPES[item["type"]],
        "id": item["id"],
        "title": item["title"],
        "language": item["language"],
        "name_of_database": item["archive"],
        "urls": [item["URL"]],
    }
    if "container-title" in item:
        fields["secondary_title"] = item["container-title"]
    if "author" in item:
        fields["authors"] = [item["author"][0]["literal"]]
    if "issued" in item:
        first = item["issued"]["date-parts"][0]
        fields["year"] = iso_date(first[:1], "/")
        fields["date"] = iso_date(first, "/")
        if "circa" in item["issued"]:
            fields["notes"] = [_NOTE_OF_DOUBT]
    return fields
