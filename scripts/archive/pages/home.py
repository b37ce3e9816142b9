"""What the home page includes: the timeline, and every article by year; of many, the newest and the years."""

import json
from collections.abc import Sequence

from archive.catalogue.facets import count_facets, list_facet_values
from archive.pages.article_list import to_known_html, to_link_html, to_year_address, to_years
from archive.pages.timeline import to_timeline_html
from archive.pages.verbatim import to_verbatim
from archive.sources.article import Article

# As many as a person likes to scroll through; beyond, each year has a page of its own.
LONGEST_HOME = 100
NEWEST = 20


def to_home_html(articles: Sequence[Article]) -> str:
    """Return what the home page says of the articles, newest first, as raw HTML blocks."""
    if is_long(articles):
        return "\n".join(
            [to_timeline_html(articles), *to_newest_html(articles), *to_years_html(articles), ""]
        )
    years = [line for year, found in to_years(articles) for line in to_year_html(year, found)]
    body = [*to_filter_html(articles), *years] if len(articles) > 1 else years
    return "\n".join([to_timeline_html(articles), '<div id="articles">', *body, "</div>", ""])


def to_filter_html(articles: Sequence[Article]) -> list[str]:
    """Return the form by which assets/home.js narrows the list, as lines of HTML."""
    fields = [
        f'<label>{name.capitalize()} <select name="{name}"><option value="">any</option>'
        + "".join(
            f'<option value="{to_verbatim(value)}">{to_verbatim(value)} ({count})</option>'
            for value, count in values.items()
        )
        + "</select></label>"
        for name, values in count_facets(articles).items()
    ]
    return [
        '<form id="filter" class="facets js-only" aria-label="Narrow the list">',
        *fields,
        '<p class="known" role="status"></p>',
        "</form>",
    ]


def is_long(articles: Sequence[Article]) -> bool:
    """Return whether there are too many articles for one page."""
    return len(articles) > LONGEST_HOME


def to_newest_html(articles: Sequence[Article]) -> list[str]:
    """Return the newest articles as lines of HTML."""
    items = [to_item_html(article) for article in articles[:NEWEST]]
    link = '<a href="search/?sort=date">Narrow by year, publication, kind or person</a>'
    narrow = f'<p class="js-only">{link}</p>'
    return ['<div id="articles">', "<h2>Newest</h2>", narrow, "<ol>", *items, "</ol>", "</div>"]


def to_years_html(articles: Sequence[Article]) -> list[str]:
    """Return the years, each a link to its page, with the number of its articles."""
    items = [
        f'<li><a href="{to_year_address(year)}">{year}</a> <span>{len(found):,}</span></li>'
        for year, found in to_years(articles)
    ]
    return ['<h2 id="years">All articles by year</h2>', '<ol class="years">', *items, "</ol>"]


def to_year_html(year: str, articles: Sequence[Article]) -> list[str]:
    """Return a year and its articles as lines of HTML."""
    heading = "Date not stated" if year == "not stated" else year
    return [f"<section><h2>{heading}</h2>", "<ol>", *map(to_item_html, articles), "</ol></section>"]


def to_item_html(article: Article) -> str:
    """Return one article: its title, what is known, its opening words, and its facets."""
    language = to_verbatim(article.record.language)
    return (
        f'<li data-facets="{to_verbatim(json.dumps(list_facet_values(article)))}">'
        f'<h3 dir="auto">{to_link_html(article, "")}</h3>'
        f'<p class="known">{to_known_html(article)}</p>'
        f'<p class="incipit" dir="auto" lang="{language}">{to_verbatim(article.incipit)}</p></li>'
    )
