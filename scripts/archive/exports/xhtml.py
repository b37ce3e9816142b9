"""Articles as XHTML, for files that are XML: books and feeds."""

import re
from collections.abc import Iterator
from html import escape

from archive.sources.article import Article, stated

# What XML 1.0 has no way to hold: https://www.w3.org/TR/xml/#charsets
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def to_xml_characters(text: str) -> str:
    """Return a text with U+FFFD in the place of what XML can't hold; nothing else is changed."""
    return _NOT_IN_XML.sub("\ufffd", text)


def to_xml(text: str) -> str:
    """Return a text for an element or a quoted attribute; U+FFFD stands for what XML can't hold."""
    escaped = escape(to_xml_characters(text)).replace("\r", "&#13;")
    return escaped.replace("\t", "&#9;")


def to_paragraphs_xhtml(article: Article, *, numbered: bool) -> Iterator[str]:
    """Yield the paragraphs, page furniture labelled, and if asked for with their numbers and ids."""
    labels = article.furniture
    for paragraph in article.paragraphs:
        text = to_xml(paragraph.text)
        if label := labels.get(paragraph.line):
            yield f'<p class="label">Page furniture: {to_xml(label)}</p>'
        if numbered:
            yield f'<p class="number">{paragraph.number}</p>'
            yield f'<p id="p{paragraph.number}" class="text" dir="auto">{text}</p>'
        else:
            yield f'<p dir="auto">{text}</p>'


def to_known_xhtml(article: Article) -> Iterator[str]:
    """Yield what is known of an article and how, as the terms of a list."""
    record = article.record
    for label, fact, value in (
        ("Title", record.title, record.title.value),
        ("Subtitle", record.subtitle, record.subtitle and record.subtitle.value),
        ("Publication", record.publication, record.publication.value),
        ("Date", record.date, record.date.value and record.date.value.words),
        ("Author", record.author, article.author_words),
    ):
        if fact:
            yield from to_term_xhtml(label, f"{value} ({fact.basis})" if value else fact.basis)
            for item in fact.evidence:
                evidence = f"“{item.quote}”" if item.quote else item.source or ""
                yield f"<dd>{to_xml(f'{evidence}: {item.note}' if item.note else evidence)}</dd>"
    yield from to_term_xhtml("Kind", record.kind or "")
    for label, names in (("People", record.people), ("Places", record.places), ("Bodies", record.bodies)):
        yield from to_term_xhtml(f"{label} named", "; ".join(name.name for name in names))
    yield from to_term_xhtml("Subjects", "; ".join(record.subjects))
    yield from to_term_xhtml("Text found at", "; ".join(record.found_at))
    yield from to_term_xhtml("Rights", f"{record.rights or ''} {record.rights_note or ''}".strip())
    yield from to_term_xhtml("Original file", f"{article.name}.txt, {article.size_in_words}, as received")
    yield from to_term_xhtml("SHA-256", record.sha256)


def to_term_xhtml(label: str, value: str) -> Iterator[str]:
    """Yield a term and what it says, unless it says nothing."""
    if value:
        yield f"<dt>{label}</dt><dd>{to_xml(value)}</dd>"


def to_summary(article: Article) -> str:
    """Return publication, date and kind in a line."""
    publication = stated(article.record.publication, "publication")
    return f"{publication} · {article.date_in_words} · {article.kind_in_words}"
