"""Articles by year and month, as far as their dates are known."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from babel.dates import get_month_names

from archive.sources.article import Article
from archive.sources.words import Words

NOT_STATED = "not stated"


def list_years(articles: Iterable[Article]) -> Iterator[tuple[str, list[Article]]]:
    """Yield each year, or that none is stated, with its articles, in the order given."""
    for year, found in groupby(articles, find_year):
        yield year, list(found)


def find_year(article: Article) -> str:
    """Return the year of the first day that the date allows."""
    return str(article.first_day.year) if article.record.date.value else NOT_STATED


def year_heading(year: str, words: Words) -> str:
    """Return what stands over the articles of a year."""
    return words.say("years.not_stated") if year == NOT_STATED else year


def year_address(year: str) -> str:
    """Return the address of the page of a year."""
    return f"years/{year.replace(' ', '-')}/"


def list_months(articles: Iterable[Article]) -> Iterator[tuple[str, list[Article]]]:
    """Yield each month, as `2024-03`, with its articles, the newest month first.

    Those of a year whose month is not known come last, under the year.
    """
    by_month = sorted(articles, key=lambda article: -find_month(article))
    for _, found in groupby(by_month, find_month):
        of_month = list(found)
        yield find_period(of_month[0]), of_month


def find_month(article: Article) -> int:
    """Return the month, from 1 to 12, or 0 if the date is no more exact than a year."""
    date = article.record.date.value
    if not date or (date.first_day.year, date.first_day.month) != (date.last_day.year, date.last_day.month):
        return 0
    return date.first_day.month


def find_period(article: Article) -> str:
    """Return the month, as `2024-03`, or the year if the month is not known, or that none is stated."""
    month = find_month(article)
    return f"{article.first_day.year:04}-{month:02}" if month else find_year(article)


def month_heading(period: str, words: Words) -> str | None:
    """Return the name of a month such as `2024-03`, or that it is not known; None if no year is stated."""
    if period == NOT_STATED:
        return None
    _, _, month = period.partition("-")
    if not month:
        return words.say("years.unknown_month")
    name: str = get_month_names("wide", context="stand-alone", locale=words.locale)[int(month)]
    return name[:1].upper() + name[1:]
