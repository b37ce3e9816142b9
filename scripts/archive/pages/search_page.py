"""The search page, which a template draws and scripts fill."""

from archive.pages.page import Page
from archive.sources.words import Words


def render_search_page(words: Words) -> Page:
    """Return the search page."""
    title, description = words.say("search.title"), words.say("search.description")
    return Page("search.md", {"title": title, "description": description, "template": "search.html"})
