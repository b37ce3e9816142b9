"""A page at each address that an article once had, which leads on to the article."""

from collections.abc import Iterable, Iterator

from archive.pages.article_page import HIDDEN
from archive.pages.page import Page
from archive.sources.article import Article


def list_moved_pages(articles: Iterable[Article]) -> Iterator[Page]:
    """Yield the page of each old slug of these articles."""
    for article in articles:
        address = f"articles/{article.record.slug}/"
        for slug in article.record.was:
            yield Page(
                f"articles/{slug}.md",
                {
                    "title": article.title,
                    "section": slug,
                    "description": article.words.say(
                        "moved.description", address=address, old=f"articles/{slug}/"
                    ),
                    "template": "moved.html",
                    "hide": HIDDEN,
                    "language": article.record.language,
                    "address": address,
                },
            )
