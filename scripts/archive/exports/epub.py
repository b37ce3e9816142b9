"""Books for e-readers: one of each article, one of the whole archive with its index (EPUB 3, https://www.w3.org/TR/epub-33/)."""

import io
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, time
from itertools import groupby

from ebooklib import epub

from archive.catalogue.entry import GROUPS, Entry
from archive.exports.packing import repack
from archive.exports.xhtml import to_known_xhtml, to_paragraphs_xhtml, to_summary, to_xml, to_xml_characters
from archive.sources.article import Article
from archive.sources.site import Site

# The book must begin with its type, as it is: https://www.w3.org/TR/epub-33/#sec-zip-container-mime
_STORED = {"mimetype"}

_SHEET = """\
body { line-height: 1.5; }
.text { margin: 0 0 1em; }
.number { color: #666; float: left; font-size: 0.7em; margin: 0.3em 0.5em 0 -1.5em; }
.label, .known { color: #666; font-size: 0.85em; }
dt { font-weight: bold; margin-top: 0.5em; }
dd { margin: 0 0 0 1em; }
"""


def render_article_epub(article: Article, site: Site) -> bytes:
    """Return the book of one article."""
    book = to_book(site.article_address(article.record.slug), article.title, article.record.language)
    if article.author_words:
        book.add_author(article.author_words)
    if article.record.publication.value:
        book.add_metadata("DC", "publisher", to_xml_characters(article.record.publication.value))
    if date := article.record.date.value:
        book.add_metadata("DC", "date", date.machine)
    if article.record.rights:
        book.add_metadata("DC", "rights", article.record.rights)
    add_chapters(book, [to_chapter(article, site)])
    return write(book, [article])


def render_archive_epub(articles: Sequence[Article], entries: Sequence[Entry], site: Site) -> bytes:
    """Return the book of all articles, oldest first, and the index."""
    book = to_book(site.address, site.name, "en")
    book.add_metadata("DC", "description", to_xml_characters(site.description))
    chapters = [to_chapter(article, site) for article in reversed(articles)]
    index = to_item("index.xhtml", "Index", "en", [*to_index_xhtml(entries)])
    add_chapters(book, [*chapters, ("Index", index)] if entries else chapters)
    return write(book, articles)


def to_book(identifier: str, title: str, language: str) -> epub.EpubBook:
    """Return a book without chapters."""
    book = epub.EpubBook()
    book.set_identifier(identifier)
    book.set_title(to_xml_characters(title))
    book.set_language(language)
    book.add_item(epub.EpubItem("sheet", "sheet.css", "text/css", _SHEET.encode()))
    return book


def to_chapter(article: Article, site: Site) -> tuple[str, epub.EpubItem]:
    """Return an article as a chapter with its title."""
    address = site.article_address(article.record.slug)
    lines = [
        f'<p class="known">{to_xml(to_summary(article))}</p>',
        *to_paragraphs_xhtml(article, numbered=True),
        "<h2>What is known, and how</h2>",
        "<dl>",
        *to_known_xhtml(article),
        f'<dt>Address</dt><dd><a href="{to_xml(address)}">{to_xml(address)}</a></dd>',
        "</dl>",
    ]
    name = f"{article.record.slug}.xhtml"
    return article.title, to_item(name, article.title, article.record.language, lines)


def to_item(name: str, title: str, language: str, lines: Sequence[str]) -> epub.EpubItem:
    """Return a page of a book."""
    page = "\n".join(
        [
            '<?xml version="1.0" encoding="utf-8"?>',
            "<!DOCTYPE html>",
            f'<html xmlns="http://www.w3.org/1999/xhtml" lang="{language}" xml:lang="{language}">',
            f'<head><title>{to_xml(title)}</title><link rel="stylesheet" href="sheet.css"/></head>',
            f'<body><h1 dir="auto">{to_xml(title)}</h1>',
            *lines,
            "</body></html>",
            "",
        ]
    )
    return epub.EpubItem(name.removesuffix(".xhtml"), name, "application/xhtml+xml", page.encode())


def to_index_xhtml(entries: Sequence[Entry]) -> Iterator[str]:
    """Yield the index: each entry with its articles and the paragraphs that print the name."""
    for group, found in groupby(entries, lambda entry: entry.group):
        yield f"<h2>{GROUPS[group]}</h2>"
        yield "<dl>"
        for entry in found:
            yield f"<dt>{to_xml(entry.filed)}</dt>"
            for mention in entry.mentions:
                page = f"{mention.article.record.slug}.xhtml"
                links = "".join(f' <a href="{page}#p{number}">¶{number}</a>' for number in mention.paragraphs)
                yield f'<dd><a href="{page}">{to_xml(mention.article.title)}</a>{links}</dd>'
        yield "</dl>"


def add_chapters(book: epub.EpubBook, chapters: Sequence[tuple[str, epub.EpubItem]]) -> None:
    """Add the chapters to a book, in order, and its table of contents."""
    for _, chapter in chapters:
        book.add_item(chapter)
    book.toc = [epub.Link(item.file_name, to_xml_characters(title), item.id) for title, item in chapters]
    book.add_item(epub.EpubNcx())
    book.add_item(epub.EpubNav())
    book.spine = [item.id for _, item in chapters]


def write(book: epub.EpubBook, articles: Sequence[Article]) -> bytes:
    """Return the bytes of a book that was changed when the newest of its records was."""
    newest = max(article.changed for article in articles)
    buffer = io.BytesIO()
    epub.write_epub(buffer, book, {"mtime": datetime.combine(newest, time(), UTC), "raise_exceptions": True})
    return repack(buffer.getvalue(), _STORED)
