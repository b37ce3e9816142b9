"""A page for each year, and one that leads to them all."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from archive.catalogue.catalogue import Catalogue
from archive.catalogue.item_view import render_span
from archive.catalogue.record_view import View
from archive.catalogue.years import (
    NOT_STATED,
    find_period,
    list_months,
    list_years,
    month_heading,
    year_address,
    year_heading,
)
from archive.pages.lists import Part, find_places, list_jumps, list_parts, list_sections
from archive.pages.page import Meta, Page
from archive.sources.article import Article
from archive.sources.words import Words


def list_year_pages(catalogue: Catalogue, words: Words) -> Iterator[Page]:
    """Yield the page of all years, and the pages of each."""
    if not catalogue.articles:
        return
    yield render_all_years(catalogue.articles, words)
    years = list(list_years(catalogue.articles))
    later: dict[str, str] = dict(pairwise(reversed([year for year, _ in years if year != NOT_STATED])))
    earlier = {after: before for before, after in later.items()}
    for year, found in years:
        beside = {"earlier": render_year(earlier.get(year)), "later": render_year(later.get(year))}
        parts = split_year(year, found)
        for part in parts:
            yield render_year_page(year, part, parts, beside, catalogue.items, words)


def render_all_years(articles: Sequence[Article], words: Words) -> Page:
    """Return the page that leads to every year."""
    title, description = words.say("years.title"), words.say("years.description_all")
    meta = {"title": title, "description": description, "template": "years.html"}
    view = {"span": render_span(articles, words), "years": count_years(articles, words)}
    return Page("years/index.md", meta, view)


def count_years(articles: Sequence[Article], words: Words) -> list[Meta]:
    """Return each year, or that none is stated, with how many articles it has and where they are."""
    return [
        {"year": year_heading(year, words), "address": year_address(year), "count": len(found)}
        for year, found in list_years(articles)
    ]


def render_year(year: str | None) -> Meta | None:
    """Return a year and the address of its page."""
    return {"title": year, "address": year_address(year)} if year else None


def split_year(year: str, articles: Sequence[Article]) -> list[Part[Article]]:
    """Return the articles of a year in parts, the newest month first."""
    by_month = [article for _, found in list_months(articles) for article in found]
    return list(list_parts(year_address(year), by_month))


def render_year_page(  # noqa: PLR0913, PLR0917 (all that is on it)
    year: str,
    part: Part[Article],
    parts: Sequence[Part[Article]],
    beside: Meta,
    items: Mapping[str, View],
    words: Words,
) -> Page:
    """Return a part of a year: its articles by month, and what leads to each month, and to other years."""

    def say(period: str) -> str | None:
        return month_heading(period, words)

    title, within = part.name(year_heading(year, words), words), words.say("years.title")
    said = words.say("years.description", title=title)
    view = {
        "section": within,
        "within": {"title": within, "address": "years/"},
        **beside,
        "counted": words.count("counts.articles", sum(len(each.items) for each in parts)),
        "jumps": list_jumps(parts, find_period, say),
        "sections": list_sections(part.items, find_period, say, lambda article: items[article.record.slug]),
        "parts": part.links,
    }
    return Page(part.path, {"title": title, "description": said, "template": "listing.html"}, view)


def find_addresses(articles: Sequence[Article]) -> dict[str, str]:
    """Return where the articles of each year, as `2024`, and of each month, as `2024-03`, are listed."""
    addresses: dict[str, str] = {}
    for year, found in list_years(articles):
        addresses |= find_places(split_year(year, found), find_period)
        addresses[year] = year_address(year)
    return addresses
