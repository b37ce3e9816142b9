"""What lists say of an article: the same in every list."""

from archive.catalogue.record_view import View
from archive.sources.article import Article


def render_item(article: Article) -> View:
    """Return what a list says of an article, and where it is."""
    record = article.record
    return {
        **render_link(article),
        "slug": record.slug,
        "kind": record.kind,
        "publication": record.publication.value,
        "author": article.author_words,
        "draft": record.draft or None,
        "when": render_when(article),
    }


def render_when(article: Article) -> View | None:
    """Return the date as known, in words and for `<time datetime>`; None if none is stated."""
    date = article.record.date.value
    if not date:
        return None
    return {
        "words": date.in_words(article.words),
        "machine": date.machine,
        "certain": date.is_certain,
        "basis": article.record.date.basis,
    }


def render_link(article: Article) -> View:
    """Return the title of an article, the language in which it is, and where the article is."""
    record = article.record
    return {"title": article.title, "language": record.language, "address": f"articles/{record.slug}/"}
