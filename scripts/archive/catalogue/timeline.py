"""The figures of a drawing of all articles on a line of time; docs/theme/partials/timeline.html draws them.

Places are in percent of the width, so that the drawing fits any width. Few articles are drawn one by one;
of many, how many there are a month.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from archive.catalogue.record_view import View
from archive.sources.article import Article
from archive.sources.dates import ArticleDate

MOST_SINGLE = 40
LABELS = 6

# Percent of the width that keep two articles of one row apart: 24 pixels on the narrowest page.
APART = 10.0


def render_timeline(articles: Sequence[Article]) -> View | None:
    """Return the figures of all articles that have a date; None if none has."""
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
        # As the list below the drawing: the newest first.
        return figures | {"marks": marks[::-1], "rows": 1 + max(mark["row"] for mark in marks)}
    counts = Counter((known.first_day.year, known.first_day.month) for known, _ in dated)
    return figures | {"months": list(list_bars(counts, years)), "most": max(counts.values())}


def find_percent(day: date, years: range) -> float:
    """Return how far along the line a day lies, from 0 to 100."""
    start, end = date(years[0], 1, 1).toordinal(), date(years[-1], 12, 31).toordinal() + 1
    return round(max(0.0, min(100.0, 100 * (day.toordinal() - start) / (end - start))), 2)


def list_ticks(years: range) -> list[View]:
    """Return as many years as there is room for, each with its place."""
    shown = years[:: -(-len(years) // LABELS)]
    return [{"year": year, "left": find_percent(date(year, 1, 1), years)} for year in shown]


def list_marks(dated: Sequence[tuple[ArticleDate, Article]], years: range) -> Iterator[View]:
    """Yield each article over the days that its date allows, on as many rows as keep them apart."""
    rows: list[float] = []
    for known, article in dated:
        first, last = find_percent(known.first_day, years), find_percent(known.last_day, years)
        row = next((number for number, end in enumerate(rows) if end <= first), len(rows))
        rows[row : row + 1] = [max(last, first) + APART]
        yield {
            "address": f"articles/{article.record.slug}/",
            "words": f"{article.date_in_words}: {article.title}",
            "left": first,
            "middle": round((first + last) / 2, 2),
            "width": round(last - first, 2),
            "row": row,
            "certain": known.is_certain,
        }


def list_bars(counts: Counter[tuple[int, int]], years: range) -> Iterator[View]:
    """Yield how many articles each month has; a date without a month counts for the first it allows.

    `share` is in percent of the most.
    """
    most = max(counts.values())
    for (year, month), count in sorted(counts.items()):
        yield {
            "month": f"{year:04}-{month:02}",
            "count": count,
            "left": find_percent(date(year, month, 1), years),
            "share": round(100 * count / most, 1),
        }
