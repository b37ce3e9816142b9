"""Books for e-readers: one of each article, one of the whole archive with its index (EPUB 3, https://www.w3.org/TR/epub-33/)."""

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from archive.catalogue.entry import Entry
from archive.catalogue.record_view import View
from archive.exports.markup import render_template
from archive.exports.packing import write_zip
from archive.sources.site import Site
from archive.sources.words import Words

# The book must begin with its type, as it is: https://www.w3.org/TR/epub-33/#sec-zip-container-mime
_TYPE = ("mimetype", b"application/epub+zip")
_TEMPLATES = Path(__file__).parent / "templates"


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


def render_article_epub(view: View, site: Site) -> bytes:
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
    return pack_book(about, [render_chapter(view, site)], [view], site.words)


def render_archive_epub(views: Sequence[View], entries: Sequence[Entry], site: Site) -> bytes:
    """Return the book of all articles, oldest first, and the index."""
    words, own = site.words, site.words.language
    about = {
        "identifier": site.address,
        "title": site.name,
        "language": own,
        "languages": dict.fromkeys([own, *sorted({view["language"] for view in views})]),
        "authors": [],
        "description": site.description,
    }
    chapters = [render_chapter(view, site) for view in reversed(views)]
    if entries:
        groups = [
            (words.say(f"groups.{group}"), list(found))
            for group, found in groupby(entries, lambda entry: entry.group)
        ]
        index = render_template("index.xhtml", groups=groups, words=words)
        chapters.append(Chapter("index", "index.xhtml", words.say("index.title"), own, index))
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
    newest = max(view["changed"] for view in views)
    target = io.BytesIO()
    write_zip(target, list_files(about, chapters, f"{newest}T00:00:00Z", words), stored={_TYPE[0]})
    return target.getvalue()


def list_files(
    about: Mapping[str, Any], chapters: Sequence[Chapter], modified: str, words: Words
) -> Iterator[tuple[str, bytes]]:
    """Yield the name and bytes of each file of a book, in order."""
    yield _TYPE
    yield "META-INF/container.xml", (_TEMPLATES / "container.xml").read_bytes()
    features = [*_FEATURES, *("index" for chapter in chapters if chapter.id == "index")]
    known = {"about": about, "chapters": chapters, "words": words}
    package = render_template("package.opf", **known, modified=modified, features=features)
    yield "EPUB/content.opf", package.encode()
    nav = render_template("nav.xhtml", **known, many=len(chapters) > 1)
    yield "EPUB/nav.xhtml", nav.encode()
    yield "EPUB/book.css", (_TEMPLATES / "book.css").read_bytes()
    for chapter in chapters:
        yield f"EPUB/{chapter.path}", chapter.page.encode()
