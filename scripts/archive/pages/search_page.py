"""The search page, which a template draws and scripts fill."""

from archive.pages.article_page import HIDDEN
from archive.pages.page import Page
from archive.sources.words import Words


def render_search_page(words: Words) -> Page:
    """Return the search page."""
    return Page(
        "search.md",
        {
            "title": words.say("search.title"),
            "description": words.say("search.description"),
            "template": "search.html",
            "hide": HIDDEN,
        },
    )
