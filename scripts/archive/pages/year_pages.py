"""A page for each year, where there are too many articles for the home page."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from archive.pages.article_list import (
    to_line_html,
    to_month,
    to_month_words,
    to_root,
    to_year_address,
    to_years,
)
from archive.pages.home import is_long
from archive.pages.listing import Listing, to_parts
from archive.sources.article import Article


def to_year_listings(articles: Sequence[Article]) -> Iterator[Listing]:
    """Yield the pages of all years, if there are too many articles for the home page."""
    if is_long(articles):
        for year, found in to_years(articles):
            yield from to_year_pages(year, found)


def to_year_pages(year: str, articles: Sequence[Article]) -> Iterator[Listing]:
    """Yield the pages of a year: its articles, newest month first."""
    by_month = sorted(articles, key=lambda article: -to_month(article))
    for own, added, part, nav in to_parts(to_year_address(year), by_month):
        title = f"Date {year}{added}" if year == "not stated" else f"{year}{added}"
        lines = []
        for month, found in groupby(part, to_month):
            items = [to_line_html(article, to_root(own)) for article in found]
            lines += [f"<h2>{to_month_words(month)}</h2>", '<ul class="lines">', *items, "</ul>"]
        yield Listing(own, title, "Years", f"Articles of the year {title}.", [*lines, *nav])
