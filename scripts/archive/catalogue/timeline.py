"""The figures of a drawing of all articles on a line of time; docs/theme/partials/timeline.html draws them.

Places are in percent of the width, so that the drawing fits any width. Few articles are drawn one by one;
of many, how many there are a year, or a month if they lie within a few years.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from archive.catalogue.record_view import View
from archive.catalogue.years import find_month, find_period, find_year
from archive.sources.article import Article
from archive.sources.dates import ArticleDate

MOST_SINGLE = 40
MOST_ROWS = 4
LABELS = 5
# Percent of the width from which on a label ends at its year, and doesn't stick out.
FAR = 90

# Within so many years, months are told apart: their bars are 5 pixels wide on a phone.
FEW_YEARS = 5

# Percent of the width that keep two articles of one row apart, 24 pixels of the 280 of the narrowest phone:
# https://www.w3.org/TR/WCAG22/#target-size-minimum
APART = 8.5


def render_timeline(articles: Sequence[Article]) -> View | None:
    """Return the figures of all articles that have a date; None if there is nothing to tell apart."""
    dated = sorted(
        ((article.record.date.value, article) for article in articles if article.record.date.value),
        key=lambda item: (item[0].first_day, item[1].record.slug),
    )
    if not dated:
        return None
    years = range(dated[0][0].first_day.year, dated[-1][0].first_day.year + 1)
    figures: View = {"first": years[0], "last": years[-1], "years": list_ticks(years)}
    if len(dated) <= MOST_SINGLE:
        marks = list(list_marks(dated, years))
        rows = 1 + max(mark["row"] for mark in marks)
        if rows <= MOST_ROWS:
            # As the list below the drawing: the newest first.
            return figures | {
                "marks": marks[::-1],
                "rows": rows,
                "has_bars": any(mark["width"] for mark in marks),
                "has_doubts": not all(mark["certain"] for mark in marks),
            }
    bars = render_bars([article for _, article in dated], years)
    return figures | bars if bars["bars"][1:] else None


def find_percent(day: date, years: range) -> float:
    """Return how far along the line a day lies, from 0 to 100."""
    start, end = date(years[0], 1, 1).toordinal(), date(years[-1], 12, 31).toordinal() + 1
    return round(max(0.0, min(100.0, 100 * (day.toordinal() - start) / (end - start))), 2)


def list_ticks(years: range) -> list[View]:
    """Return as many years as there is room for, each with its place."""
    shown = years[:: -(-len(years) // LABELS)]
    places = [(year, find_percent(date(year, 1, 1), years)) for year in shown]
    return [{"year": year, "left": left, "anchor": "end" if left > FAR else "start"} for year, left in places]


def list_marks(dated: Sequence[tuple[ArticleDate, Article]], years: range) -> Iterator[View]:
    """Yield each article over the days that its date allows, above others only where it would cover them."""
    rows: list[float] = []
    for known, article in dated:
        first, last = find_percent(known.first_day, years), find_percent(known.last_day, years)
        yield {
            "address": f"articles/{article.record.slug}/",
            "words": f"{article.date_in_words}: {article.title}",
            "left": first,
            "middle": round((first + last) / 2, 2),
            "width": round(last - first, 2),
            "row": take_row(rows, first, last + APART),
            "certain": known.is_certain,
        }


def take_row(rows: list[float], first: float, end: float) -> int:
    """Return the lowest row that is free from a place on, and take it up to an end."""
    row = next((number for number, taken in enumerate(rows) if taken <= first), len(rows))
    rows[row : row + 1] = [end]
    return row


def render_bars(articles: Sequence[Article], years: range) -> View:
    """Return how many articles each year or month has, `share` in percent of the most.

    There is a bar a month where all lie within a few years and every month is known.
    """
    is_monthly = len(years) <= FEW_YEARS and all(map(find_month, articles))
    counts = Counter(map(find_period if is_monthly else find_year, articles))
    most = max(counts.values())
    return {
        "unit": "month" if is_monthly else "year",
        "most": most,
        "width": round(100 / (len(years) * (12 if is_monthly else 1)), 3),
        "bars": [
            {
                "period": period,
                "count": count,
                "left": find_percent(to_first_day(period), years),
                "share": round(100 * count / most, 1),
            }
            for period, count in counts.items()
        ],
    }


def to_first_day(period: str) -> date:
    """Return the first day of a month such as `2024-03`, or of a year."""
    year, _, month = period.partition("-")
    return date(int(year), int(month or 1), 1)
