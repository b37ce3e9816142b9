"""Files for reference managers, made from the CSL items of views: CSL-JSON, BibTeX and RIS."""

import json
import re
from collections.abc import Iterable, Sequence
from functools import cache

import rispy
from bibtexparser.entrypoint import write_string
from bibtexparser.library import Library
from bibtexparser.model import Entry, Field

from archive.catalogue.csl import NEWSPAPER, PARTICLE, TYPES, Csl
from archive.catalogue.record_view import View
from archive.sources.languages import UNDETERMINED, name_language

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
_MONTHS = ("", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

# What BibLaTeX reads: a year, month, day or season, perhaps in doubt or with its last parts unspecified, or
# an interval of two, of which one may be open or unknown: https://ctan.org/pkg/biblatex, section 2.3.8.
_END = r"(?:\d{4}(?:-\d\d(?:-\d\d)?)?[?~%]?|\d{3}X|\d\dXX|\d{4}-XX(?:-XX)?|\d{4}-\d\d-XX|\.\.)?"
_BIBLATEX_DATE = re.compile(rf"(?!\.\.$){_END}(?:/{_END})?", re.ASCII)
# Languages that BibLaTeX knows by another name than their English one.
_LANGUAGES = {"de": "ngerman", "nb": "norsk", "nn": "nynorsk"}
_NOTE_OF_DOUBT = "The date is in doubt"


def render_csl_json(views: Iterable[View]) -> str:
    """Return the references as CSL-JSON."""
    return json.dumps([view["csl"] for view in views], ensure_ascii=False, separators=(",", ":")) + "\n"


def render_bibtex(views: Iterable[View]) -> str:
    """Return the references as BibTeX, in UTF-8, with what BibLaTeX reads beyond it: https://ctan.org/pkg/biblatex."""
    library = Library()
    for view in views:
        item = view["csl"]
        fields = [Field(*field) for field in render_bibtex_fields(view).items()]
        library.add(Entry(TYPES[item["type"]].bibtex, item["id"], fields))
    return write_string(library, unparse_stack=[])


def render_bibtex_fields(view: View) -> dict[str, str]:
    """Return the fields of an article as BibTeX has them; braces of its own keep the title's capitals."""
    item = view["csl"]
    is_article = item["type"] == NEWSPAPER.csl
    texts = {
        "title": item["title"],
        "shorttitle": item.get("title-short"),
        "journal" if is_article else "organization": item.get("container-title"),
        "entrysubtype": "newspaper" if is_article else None,
        "library": item["archive"],
        "langid": find_langid(item["language"]),
        "note": ". ".join(list_notes(item)),
        # A particle belongs to the family name.
        "options": "useprefix=true" if any(PARTICLE in author for author in item.get("author", [])) else None,
    }
    fields = {name: f"{{{text.translate(_COMMANDS)}}}" for name, text in texts.items() if text}
    fields["title"] = f"{{{fields['title']}}}"
    if "author" in item:
        fields["author"] = f"{{{' and '.join(map(render_bibtex_name, item['author']))}}}"
    return fields | render_bibtex_date(view) | {"url": f"{{{item['URL']}}}"}


def render_bibtex_name(author: Csl) -> str:
    """Return a name as BibTeX takes it apart: `King, Jr., Martin Luther`, `{The Press}`."""
    if "literal" in author:
        return f"{{{author['literal'].translate(_COMMANDS)}}}"
    particle = author.get(PARTICLE)
    family = " ".join(filter(None, [particle, protect(author["family"])]))
    return ", ".join([family, *(protect(author[part]) for part in ("suffix", "given") if part in author)])


def protect(part: str) -> str:
    """Return a part of a name; in braces where BibTeX would take it for several, or for a particle."""
    written = part.translate(_COMMANDS)
    return f"{{{written}}}" if "," in part or " and " in part or part[:1].islower() else written


def render_bibtex_date(view: View) -> dict[str, str]:
    """Return the date as BibLaTeX has it, and year and month for BibTeX, which knows no more."""
    edtf = view["facts"]["date"].get("edtf", "")
    date = {"date": f"{{{edtf}}}"} if edtf and _BIBLATEX_DATE.fullmatch(edtf) else {}
    year, month, *_ = [*list_parts(view["csl"]), "", ""]
    known = {"year": f"{{{year}}}" if year else "", "month": _MONTHS[int(month or 0)]}
    return date | {name: part for name, part in known.items() if part}


@cache
def find_langid(language: str) -> str | None:
    """Return the name of a language as BibLaTeX has it; None where it has none."""
    own = language.lower()
    if not own.isalpha():
        # The registry takes a while to load, and few archives need it.
        from langcodes import Language  # noqa: PLC0415

        own = Language.get(language).language or UNDETERMINED
    name = _LANGUAGES.get(own, name_language(own).lower())
    return name if name.isalpha() else None


def list_notes(item: Csl) -> list[str]:
    """Return what readers are to know besides: that the date is in doubt, and where the text was found."""
    doubt = [_NOTE_OF_DOUBT] if "circa" in item.get("issued", {}) else []
    return [*doubt, item["note"]] if "note" in item else doubt


def list_parts(item: Csl) -> list[str]:
    """Return year, month and day of the first day that is possible, as far as they are known."""
    dates: list[list[int]] = item.get("issued", {}).get("date-parts", [[]])
    # With as many digits as ISO 8601 gives them.
    return [f"{part:0{digits}}" for part, digits in zip(dates[0], (4, 2, 2), strict=False)]


def render_ris(views: Iterable[View]) -> str:
    """Return the references as RIS, one date a reference: the first that is possible."""
    return str(rispy.dumps([render_ris_fields(view["csl"], view["authors"]) for view in views]))


def render_ris_fields(item: Csl, authors: Sequence[View]) -> dict[str, object]:
    """Return the fields of an item under rispy's names of the tags; authors stand as they are filed."""
    date = list_parts(item)
    fields: dict[str, object] = {
        "type_of_reference": TYPES[item["type"]].ris,
        "id": item["id"],
        "title": item["title"],
        "short_title": item.get("title-short"),
        "secondary_title": item.get("container-title"),
        "authors": [author["filed"] for author in authors],
        "language": item["language"],
        "name_of_database": item["archive"],
        "urls": [item["URL"]],
        "notes": list_notes(item),
        "year": "".join(date[:1]),
        "date": "/".join(date),
    }
    return {name: value for name, value in fields.items() if value}
