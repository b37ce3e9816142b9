"""Books for e-readers: one of each article, one of the whole archive with its index (EPUB 3, https://www.w3.org/TR/epub-33/)."""

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from archive.catalogue.entry import GROUPS, Entry
from archive.catalogue.record_view import View
from archive.exports.markup import render_template
from archive.exports.packing import write_zip
from archive.sources.site import Site

# The book must begin with its type, as it is: https://www.w3.org/TR/epub-33/#sec-zip-container-mime
_TYPE = ("mimetype", b"application/epub+zip")
_TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True)
class Chapter:
    """A chapter of a book: the name of its file, its title, and the page itself."""

    name: str
    title: str
    page: str


def render_article_epub(view: View, site: Site) -> bytes:
    """Return the book of one article."""
    facts = view["facts"]
    about = {
        "identifier": site.address + view["address"],
        "title": view["title"],
        "language": view["language"],
        "creator": facts["author"]["value"],
        "publisher": facts["publication"]["value"],
        "date": facts["date"].get("machine"),
        "rights": view["rights"]["uri"],
        "description": None,
    }
    return pack_book(about, [render_chapter(view, site)], [view])


def render_archive_epub(views: Sequence[View], entries: Sequence[Entry], site: Site) -> bytes:
    """Return the book of all articles, oldest first, and the index."""
    about = {
        "identifier": site.address,
        "title": site.name,
        "language": "en",
        "description": site.description,
    }
    chapters = [render_chapter(view, site) for view in reversed(views)]
    if entries:
        groups = [
            (GROUPS[group], list(found)) for group, found in groupby(entries, lambda entry: entry.group)
        ]
        index = render_template("index.xhtml", groups=groups)
        chapters.append(Chapter("index", "Index", index))
    return pack_book(about, chapters, views)


def render_chapter(view: View, site: Site) -> Chapter:
    """Return an article as a chapter."""
    labels = {item["paragraph"]: item["label"] for item in view["furniture"]}
    page = render_template(
        "chapter.xhtml",
        view=view,
        labels=labels,
        groups=GROUPS,
        address=site.address + view["address"],
    )
    return Chapter(view["slug"], view["title"], page)


def pack_book(about: Mapping[str, str | None], chapters: Sequence[Chapter], views: Sequence[View]) -> bytes:
    """Return the bytes of a book that was changed when the newest of its records was."""
    newest = max(view["changed"] for view in views)
    target = io.BytesIO()
    write_zip(target, list_files(about, chapters, f"{newest}T00:00:00Z"), stored={_TYPE[0]})
    return target.getvalue()


def list_files(
    about: Mapping[str, str | None], chapters: Sequence[Chapter], modified: str
) -> Iterator[tuple[str, bytes]]:
    """Yield the name and bytes of each file of a book, in order."""
    yield _TYPE
    yield "META-INF/container.xml", (_TEMPLATES / "container.xml").read_bytes()
    package = render_template("package.opf", about=about, chapters=chapters, modified=modified)
    yield "EPUB/content.opf", package.encode()
    yield "EPUB/nav.xhtml", render_template("nav.xhtml", about=about, chapters=chapters).encode()
    yield "EPUB/book.css", (_TEMPLATES / "book.css").read_bytes()
    for chapter in chapters:
        yield f"EPUB/{chapter.name}.xhtml", chapter.page.encode()
