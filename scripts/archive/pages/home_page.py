"""The home page: the timeline, and every article by year; of many, the newest, the years and the names."""

import json
from collections.abc import Iterator, Mapping, Sequence

from babel.dates import format_skeleton

from archive.catalogue.catalogue import Catalogue
from archive.catalogue.downloads import list_downloads
from archive.catalogue.facets import FACETS, count_facets, list_facet_values
from archive.catalogue.fold import fold
from archive.catalogue.item_view import render_span
from archive.catalogue.record_view import View
from archive.catalogue.timeline import render_timeline, to_first_day
from archive.catalogue.years import list_years, year_heading
from archive.pages.page import Meta, Page
from archive.pages.year_pages import count_years, find_addresses
from archive.sources.article import Article
from archive.sources.site import Site
from archive.sources.words import Words

# As many as a person likes to scroll through; beyond, the page lists the newest, and leads to the years.
LONGEST_HOME = 100
NEWEST = 20
MOST_YEARS = 30
MOST_NAMES = 24


def is_long(articles: Sequence[Article]) -> bool:
    """Return whether there are too many articles for one page."""
    return len(articles) > LONGEST_HOME


def render_home_page(catalogue: Catalogue, site: Site) -> Page:
    """Return the home page of these articles, which stand newest first."""
    articles = catalogue.articles
    render_list = render_newest if is_long(articles) else render_all
    view: Meta = {
        "count": len(articles),
        "downloads": [download.name for download in list_downloads(site) if download.whole],
        "whole": list(list_whole(len(articles), site)),
        "span": render_span(articles, site.words),
        "timeline": lead_to_lists(render_timeline(articles), articles, site.words),
        "names": list_most_named(catalogue) if is_long(articles) else [],
        **render_list(articles, catalogue.items, site.words),
    }
    return Page(
        "index.md", {"title": site.name, "description": site.description, "template": "home.html"}, view
    )


def list_whole(count: int, site: Site) -> Iterator[Meta]:
    """Yield the files that hold all articles, under the words that say what they are for."""
    names = {
        "all": ("epub", "tei", "data") if count else ("data",),
        "references": ("csl-json", "bibtex", "ris"),
    }
    for said, wanted in names.items():
        files = [
            {
                "label": site.words.say("home.package") if download.name == "data" else download.label,
                "address": download.whole,
            }
            for download in list_downloads(site)
            if download.name in wanted
        ]
        if files:
            yield {"said": said, "files": files}


def list_most_named(catalogue: Catalogue) -> list[Meta]:
    """Return the entries of the index that the most articles have, in the order of the alphabet."""
    most = sorted(catalogue.entries, key=lambda entry: -len(entry.mentions))[:MOST_NAMES]
    named = sorted((entry for entry in most if entry.has_page), key=lambda entry: fold(entry.filed))
    return [{"filed": entry.filed, "address": entry.address, "count": len(entry.mentions)} for entry in named]


def lead_to_lists(timeline: View | None, articles: Sequence[Article], words: Words) -> View | None:
    """Return the figures of the timeline, each bar in words, with the address of its articles."""
    if not timeline or "bars" not in timeline:
        return timeline
    addresses = find_addresses(articles)
    bars = [
        bar | {"address": addresses[bar["period"]], "words": to_period_words(bar["period"], words)}
        for bar in timeline["bars"]
    ]
    return timeline | {"bars": bars}


def to_period_words(period: str, words: Words) -> str:
    """Return a month such as `2024-03` in words, or a year."""
    return format_skeleton("yMMMM", to_first_day(period), locale=words.locale) if "-" in period else period


def render_all(articles: Sequence[Article], items: Mapping[str, View], words: Words) -> Meta:
    """Return every article by year, and the facets by which a reader may narrow the list."""
    return {
        "facets": list(list_facets(articles, words)),
        "sections": [
            {"heading": year_heading(year, words), "articles": [render_entry(item, items) for item in found]}
            for year, found in list_years(articles)
        ],
        "years": [],
    }


def list_facets(articles: Sequence[Article], words: Words) -> Iterator[Meta]:
    """Yield each facet that tells articles apart, with its values and how many articles have each."""
    counts = count_facets(articles)
    for facet in FACETS:
        values = [
            {"value": value, "label": facet.to_words(value, words), "count": count}
            for value, count in counts[facet.name].items()
        ]
        if len(values) > 1:
            values.sort(key=lambda value: fold(str(value["label"])))
            yield {"name": facet.name, "label": words.say(f"facets.{facet.name}"), "values": values}


def render_newest(articles: Sequence[Article], items: Mapping[str, View], words: Words) -> Meta:
    """Return the newest articles, and the newest years with how many articles each has."""
    newest = [render_entry(article, items) for article in articles[:NEWEST]]
    years = count_years(articles, words)
    return {
        "facets": [],
        "sections": [{"heading": words.say("home.newest"), "articles": newest}],
        "years": years[:MOST_YEARS],
        "years_left": words.count("counts.more_years", len(years) - MOST_YEARS)
        if years[MOST_YEARS:]
        else None,
    }


def render_entry(article: Article, items: Mapping[str, View]) -> View:
    """Return what the home page says of an article: its opening words and its facets as JSON, too."""
    facets = json.dumps(list_facet_values(article), ensure_ascii=False)
    return items[article.record.slug] | {"incipit": article.incipit, "facets": facets}
