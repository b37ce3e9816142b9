"""Books for e-readers: one of each article, one of the whole archive with its index (EPUB 3, https://www.w3.org/TR/epub-33/)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, groupby
from typing import Any

from archive.catalogue.catalogue import Catalogue
from archive.catalogue.record_view import View
from archive.exports.markup import TEMPLATES, find_changed, render_template
from archive.exports.packing import pack_zip
from archive.sources.site import Site
from archive.sources.words import Words

# The book must begin with its type, as it is: https://www.w3.org/TR/epub-33/#sec-zip-container-mime
_TYPE = ("mimetype", b"application/epub+zip")
# What every book has.
_CONTAINER, _SHEET = ((TEMPLATES / name).read_bytes() for name in ("container.xml", "book.css"))


@dataclass(frozen=True)
class Chapter:
    """A chapter of a book: its id and path, title and language, the page, the numbers of its paragraphs."""

    id: str
    path: str
    title: str
    language: str
    page: str
    numbers: tuple[int, ...] = ()


def list_books(catalogue: Catalogue, site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of the book of each article, and of that of all, oldest first, with the index."""
    views = catalogue.views
    chapters = [render_chapter(view, site) for view in views]
    for view, chapter in zip(views, chapters, strict=True):
        book = pack_book(describe_article(view, site), [chapter], [view], site.words)
        yield f"articles/{view['slug']}.epub", book
    if chapters:
        own, languages = site.words.language, sorted({view["language"] for view in views})
        about = {
            "identifier": site.address,
            "title": site.name,
            "language": own,
            "languages": dict.fromkeys([own, *languages]),
            "authors": [],
            "description": site.description,
        }
        chapters = [*chapters[::-1], *render_index(catalogue, site.words)]
        yield "archive.epub", pack_book(about, chapters, views, site.words)


def describe_article(view: View, site: Site) -> Mapping[str, Any]:
    """Return what a book says of an article; its date only if it is known as a year, month or day."""
    date = view["facts"]["date"]
    return {
        "identifier": site.address + view["address"],
        "title": view["title"],
        "language": view["language"],
        "languages": [view["language"]],
        "authors": view["authors"],
        "publisher": view["publication"],
        "date": date.get("machine") if date.get("machine") == date.get("edtf") else None,
        "rights": view["rights"]["uri"],
    }


def render_chapter(view: View, site: Site) -> Chapter:
    """Return an article as a chapter; no slug is taken for another file of the book, nor for no XML name."""
    labels = {item["paragraph"]: item["label"] for item in view["furniture"]}
    address = site.address + view["address"]
    page = render_template("chapter.xhtml", view=view, labels=labels, words=site.words, address=address)
    slug, numbers = view["slug"], tuple(paragraph["number"] for paragraph in view["paragraphs"])
    return Chapter(f"a-{slug}", f"text/{slug}.xhtml", view["title"], view["language"], page, numbers)


def render_index(catalogue: Catalogue, words: Words) -> Iterator[Chapter]:
    """Yield the index as a chapter, if it has an entry."""
    groups = [
        (words.say(f"groups.{group}"), list(found))
        for group, found in groupby(catalogue.entries, lambda entry: entry.group)
    ]
    if groups:
        page = render_template("index.xhtml", groups=groups, words=words)
        yield Chapter("index", "index.xhtml", words.say("index.title"), words.language, page)


def pack_book(
    about: Mapping[str, Any], chapters: Sequence[Chapter], views: Sequence[View], words: Words
) -> bytes:
    """Return the bytes of a book that was changed when the newest of its records was."""
    known = {"about": about, "chapters": chapters, "words": words}
    index = [chapter.id for chapter in chapters if chapter.id == "index"]
    package = render_template("package.opf", **known, modified=find_changed(views), index=index)
    contents = render_template("nav.xhtml", **known, many=len(chapters) > 1)
    files = [
        _TYPE,
        ("META-INF/container.xml", _CONTAINER),
        ("EPUB/content.opf", package.encode()),
        ("EPUB/nav.xhtml", contents.encode()),
        ("EPUB/book.css", _SHEET),
    ]
    pages = ((f"EPUB/{chapter.path}", chapter.page.encode()) for chapter in chapters)
    return pack_zip(chain(files, pages), stored={_TYPE[0]})
