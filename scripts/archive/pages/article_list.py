"""Articles in lists: by year and month, and each as a line of raw HTML."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from babel.dates import get_month_names

from archive.pages.verbatim import to_verbatim
from archive.sources.article import Article, stated

# The most articles that one page lists: some 60 KB gzipped.
LONGEST_LIST = 400


def to_root(address: str) -> str:
    """Return the way from a page back to the home page."""
    return "../" * address.count("/")


def to_years(articles: Iterable[Article]) -> Iterator[tuple[str, list[Article]]]:
    """Yield each year, or that none is stated, with its articles, in the order given."""
    for year, found in groupby(articles, to_year):
        yield year, list(found)


def to_year(article: Article) -> str:
    """Return the year of the first day that the date allows."""
    return str(article.first_day.year) if article.record.date.value else "not stated"


def to_year_address(year: str) -> str:
    """Return the address of the page of a year."""
    return f"years/{year.replace(' ', '-')}/"


def to_month(article: Article) -> int:
    """Return the month, from 1 to 12, or 0 if the date is no more exact than a year."""
    date = article.record.date.value
    if not date or (date.first_day.year, date.first_day.month) != (date.last_day.year, date.last_day.month):
        return 0
    return date.first_day.month


def to_month_words(month: int) -> str:
    """Return the name of a month, or that it is not known."""
    names = get_month_names("wide", context="stand-alone", locale="en")
    return names[month] if month else "Month not known"


def to_line_html(article: Article, root: str) -> str:
    """Return one article in a line: its title, and what is known of it."""
    return f'<li>{to_link_html(article, root)} <span class="known">{to_known_html(article)}</span></li>'


def to_link_html(article: Article, root: str) -> str:
    """Return the title, in its own language and direction, as a link to the article."""
    language = to_verbatim(article.record.language)
    address = f"{root}articles/{article.record.slug}/"
    return f'<a dir="auto" lang="{language}" href="{address}">{to_verbatim(article.title)}</a>'


def to_known_html(article: Article) -> str:
    """Return date, publication and kind."""
    publication = to_verbatim(stated(article.record.publication, "publication"))
    return f'{to_date_html(article)} · <span dir="auto">{publication}</span> · {article.kind_in_words}'


def to_date_html(article: Article) -> str:
    """Return the date as known, as a `time` element with its certainty."""
    date = article.record.date
    if not date.value:
        return "date not stated"
    return f'<time datetime="{date.value.machine}">{to_verbatim(date.value.words)}</time>, {date.basis}'
