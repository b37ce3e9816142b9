"""A page for each year, where there are too many articles for the home page."""

from collections.abc import Iterator, Sequence

from archive.catalogue.item_view import render_item
from archive.catalogue.years import NOT_STATED, list_months, list_years, year_address, year_heading
from archive.pages.article_page import HIDDEN
from archive.pages.home_page import is_long
from archive.pages.page import Page
from archive.pages.parts import list_parts
from archive.sources.article import Article
from archive.sources.words import Words


def list_year_pages(articles: Sequence[Article], words: Words) -> Iterator[Page]:
    """Yield the pages of all years, if there are too many articles for the home page."""
    if is_long(articles):
        for year, found in list_years(articles):
            yield from list_pages_of_year(year, found, words)


def list_pages_of_year(year: str, articles: Sequence[Article], words: Words) -> Iterator[Page]:
    """Yield the pages of a year: its articles, newest month first."""
    by_month = [article for _, found in list_months(articles) for article in found]
    for part in list_parts(year_address(year), by_month):
        title = part.name(year_heading(year, words), words)
        description = "years.description_not_stated" if year == NOT_STATED else "years.description"
        yield Page(
            part.path,
            {
                "title": title,
                "section": words.say("years.section"),
                "description": words.say(description, year=title),
                "template": "listing.html",
                "hide": HIDDEN,
                "within": {"title": words.say("home.title"), "address": "#years"},
                "counted": words.count("counts.articles", len(articles)),
                "sections": [
                    {"heading": month, "articles": list(map(render_item, found))}
                    for month, found in list_months(part.items)
                ],
                "parts": part.links,
            },
        )
