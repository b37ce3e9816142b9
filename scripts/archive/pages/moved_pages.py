"""A page at each address that an article once had, which leads on to the article."""

from collections.abc import Iterable, Iterator

from archive.pages.page import Page
from archive.sources.article import Article


def list_moved_pages(articles: Iterable[Article]) -> Iterator[Page]:
    """Yield the page of each old slug of these articles."""
    for article in articles:
        address = f"articles/{article.record.slug}/"
        for slug in article.record.was:
            said = article.words.say("moved.description", address=address, old=f"articles/{slug}/")
            meta = {"title": article.title, "description": said, "template": "moved.html"}
            view = {"section": slug, "language": article.record.language, "address": address}
            yield Page(f"articles/{slug}.md", meta, view)
