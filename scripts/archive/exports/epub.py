"""Books for e-readers: one of each article, one of the whole archive with its index (EPUB 3, https://www.w3.org/TR/epub-33/)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from archive.catalogue.catalogue import Catalogue
from archive.catalogue.record_view import View
from archive.exports.changed import find_changed
from archive.exports.markup import TEMPLATES, render_template
from archive.exports.packing import pack_zip
from archive.sources.site import Site
from archive.sources.words import Words

# The book must begin with its type, as it is: https://www.w3.org/TR/epub-33/#sec-zip-container-mime
_TYPE = ("mimetype", b"application/epub+zip")
# What every book has.
_CONTAINER, _SHEET = ((TEMPLATES / name).read_bytes() for name in ("container.xml", "book.css"))


# What helps readers to find their way: https://www.w3.org/community/reports/a11y-discov-vocab/CG-FINAL-vocabulary-20230718/
_FEATURES = (
    *("displayTransformability", "pageBreakMarkers", "pageNavigation", "readingOrder"),
    *("structuralNavigation", "tableOfContents"),
)


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
    """Yield path and bytes of the book of each article, and of that of all; each chapter is drawn once."""
    chapters = [render_chapter(view, site) for view in catalogue.views]
    for view, chapter in zip(catalogue.views, chapters, strict=True):
        yield f"articles/{view['slug']}.epub", render_article_epub(view, chapter, site)
    if chapters:
        yield "archive.epub", render_archive_epub(catalogue, chapters, site)


def render_article_epub(view: View, chapter: Chapter, site: Site) -> bytes:
    """Return the book of one article; its date is left out unless it is known as a year, month or day."""
    facts = view["facts"]
    date = facts["date"]
    about = {
        "identifier": site.address + view["address"],
        "title": view["title"],
        "language": view["language"],
        "languages": [view["language"]],
        "authors": view["authors"],
        "publisher": facts["publication"]["value"],
        "date": date.get("machine") if date.get("machine") == date.get("edtf") else None,
        "rights": view["rights"]["uri"],
    }
    return pack_book(about, [chapter], [view], site.words)


def render_archive_epub(catalogue: Catalogue, chapters: Sequence[Chapter], site: Site) -> bytes:
    """Return the book of all articles, oldest first, and the index."""
    views, words, own = catalogue.views, site.words, site.words.language
    about = {
        "identifier": site.address,
        "title": site.name,
        "language": own,
        "languages": dict.fromkeys([own, *sorted({view["language"] for view in views})]),
        "authors": [],
        "description": site.description,
    }
    chapters = chapters[::-1]
    if catalogue.entries:
        groups = [
            (words.say(f"groups.{group}"), list(found))
            for group, found in groupby(catalogue.entries, lambda entry: entry.group)
        ]
        index = render_template("index.xhtml", groups=groups, words=words)
        chapters = [*chapters, Chapter("index", "index.xhtml", words.say("index.title"), own, index)]
    return pack_book(about, chapters, views, words)


def render_chapter(view: View, site: Site) -> Chapter:
    """Return an article as a chapter; no slug is taken for another file of the book, nor for no XML name."""
    labels = {item["paragraph"]: item["label"] for item in view["furniture"]}
    page = render_template(
        "chapter.xhtml",
        view=view,
        labels=labels,
        words=site.words,
        address=site.address + view["address"],
    )
    slug, numbers = view["slug"], tuple(paragraph["number"] for paragraph in view["paragraphs"])
    return Chapter(f"a-{slug}", f"text/{slug}.xhtml", view["title"], view["language"], page, numbers)


def pack_book(
    about: Mapping[str, Any], chapters: Sequence[Chapter], views: Sequence[View], words: Words
) -> bytes:
    """Return the bytes of a book that was changed when the newest of its records was."""
    modified = find_changed(views).isoformat().replace("+00:00", "Z")
    return pack_zip(list_files(about, chapters, modified, words), stored={_TYPE[0]})


def list_files(
    about: Mapping[str, Any], chapters: Sequence[Chapter], modified: str, words: Words
) -> Iterator[tuple[str, bytes]]:
    """Yield the name and bytes of each file of a book, in order."""
    yield _TYPE
    yield "META-INF/container.xml", _CONTAINER
    features = [*_FEATURES, *("index" for chapter in chapters if chapter.id == "index")]
    known = {"about": about, "chapters": chapters, "words": words}
    package = render_template("package.opf", **known, modified=modified, features=features)
    yield "EPUB/content.opf", package.encode()
    yield "EPUB/nav.xhtml", render_template("nav.xhtml", **known, many=len(chapters) > 1).encode()
    yield "EPUB/book.css", _SHEET
    for chapter in chapters:
        yield f"EPUB/{chapter.path}", chapter.page.encode()
