"""A page at each address that an article once had: it leads on, or says that the article was removed."""

from collections.abc import Iterable, Iterator

from archive.catalogue.record_view import to_day_words
from archive.pages.page import Page
from archive.sources.article import Article
from archive.sources.history import RemovedRecord
from archive.sources.words import Words


def list_moved_pages(articles: Iterable[Article]) -> Iterator[Page]:
    """Yield the page of each old slug of these articles."""
    for article in articles:
        for slug in article.record.was:
            view = {"language": article.record.language}
            yield make_moved_page(slug, article.record.slug, article.title, view, article.words)


def list_removed_pages(removed: Iterable[RemovedRecord], words: Words) -> Iterator[Page]:
    """Yield the page of each article that was removed, and those of its old slugs."""
    for record in removed:
        day = record.removed.on
        title = record.title.value or words.say("removed.title")
        said = words.say("removed.description", date=to_day_words(day, words))
        meta = {"title": title, "description": said, "template": "removed.html"}
        view = {
            "section": record.slug,
            "day": day,
            "words": to_day_words(day, words),
            "why": record.removed.why,
        }
        yield Page(f"articles/{record.slug}.md", meta, view)
        for slug in record.was:
            yield make_moved_page(slug, record.slug, title, {}, words)


def make_moved_page(old: str, slug: str, title: str, view: dict[str, str], words: Words) -> Page:
    """Return the page at an old address that leads to another."""
    address = f"articles/{slug}/"
    said = words.say("moved.description", address=address, old=f"articles/{old}/")
    meta = {"title": title, "description": said, "template": "moved.html"}
    return Page(f"articles/{old}.md", meta, {"section": old, "address": address, **view})
