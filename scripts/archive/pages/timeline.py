"""The articles drawn on a line of time, as SVG: https://www.w3.org/TR/SVG2/.

Places are given in percent, so that the drawing fits any width and its text keeps its size. Few articles
are drawn one by one, each a link; many, as the number of articles a month.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from archive.pages.verbatim import to_verbatim
from archive.sources.article import Article
from archive.sources.dates import ArticleDate

MOST_SINGLE = 40
LABELS = 6

# Pixels: a row is as high as a target must be (https://www.w3.org/TR/WCAG22/#target-size-minimum).
ROW = 26
AXIS = 24
BARS = 90

# Percent of the width that keep two articles of one row apart: 24 pixels on the narrowest page.
APART = 10.0


def to_timeline_html(articles: Sequence[Article]) -> str:
    """Return the timeline of the articles that have a date; it is empty if none has."""
    dated = sorted(
        ((article.record.date.value, article) for article in articles if article.record.date.value),
        key=lambda item: (item[0].first_day, item[1].record.slug),
    )
    if not dated:
        return ""
    years = range(dated[0][0].first_day.year, dated[-1][0].first_day.year + 1)
    drawing = to_single_svg(dated, years) if len(dated) <= MOST_SINGLE else to_months_svg(dated, years)
    return "\n".join(['<figure class="timeline">', *drawing, "</figure>"])


def to_percent(day: date, years: range) -> float:
    """Return how far along the line a day lies."""
    start, end = date(years[0], 1, 1).toordinal(), date(years[-1], 12, 31).toordinal() + 1
    return max(0.0, min(100.0, 100 * (day.toordinal() - start) / (end - start)))


def to_single_svg(dated: Sequence[tuple[ArticleDate, Article]], years: range) -> Iterator[str]:
    """Yield each article at its date as a link, on as many rows as keep them apart."""
    rows: list[float] = []
    marks = []
    for known, article in dated:
        first, last = to_percent(known.first_day, years), to_percent(known.last_day, years)
        row = next((number for number, end in enumerate(rows) if end <= first), len(rows))
        rows[row : row + 1] = [max(last, first) + APART]
        marks.append(to_mark(known, article, (first, last), row))
    height = ROW * len(rows)
    yield f'<svg width="100%" height="{height + AXIS}" role="group" aria-label="Timeline of the articles">'
    yield from to_axis(years, height)
    # As the list below the drawing: the newest first.
    yield from reversed(marks)
    yield "</svg>"
    yield (
        "<figcaption>Each article at its date. A bar covers all days that the date allows; "
        "an open circle is a date in doubt.</figcaption>"
    )


def to_mark(known: ArticleDate, article: Article, percents: tuple[float, float], row: int) -> str:
    """Return one article as a link: a bar over its days, and a dot at their middle."""
    first, last = percents
    middle = (first + last) / 2
    words = to_verbatim(f"{article.date_in_words}: {article.title}")
    shape = "" if known.is_certain else ' class="uncertain"'
    return (
        f'<a href="articles/{article.record.slug}/"{shape}><title>{words}</title>'
        f'<svg x="{middle:.2f}%" y="{row * ROW}" overflow="visible">'
        f'<rect class="target" x="-12" width="24" height="{ROW}"/><circle cy="{ROW / 2:g}" r="4"/></svg>'
        f'<rect x="{first:.2f}%" y="{row * ROW + 4}" width="{last - first:.2f}%" height="{ROW - 8}"/></a>'
    )


def to_months_svg(dated: Sequence[tuple[ArticleDate, Article]], years: range) -> Iterator[str]:
    """Yield the number of articles a month as bars; a date without a month counts for the first it allows."""
    counts = Counter((known.first_day.year, known.first_day.month) for known, _ in dated)
    highest = max(counts.values())
    width = 100 / (12 * len(years))
    words = f"Number of articles a month, {years[0]} to {years[-1]}, at most {highest:,}"
    yield f'<svg width="100%" height="{BARS + AXIS}" role="img" aria-label="{words}">'
    yield from to_axis(years, BARS)
    for (year, month), count in sorted(counts.items()):
        height = BARS * count / highest
        left = to_percent(date(year, month, 1), years)
        yield f'<rect x="{left:.2f}%" y="{BARS - height:.1f}" width="{width:.2f}%" height="{height:.1f}"/>'
    yield "</svg>"
    yield f"<figcaption>{words}.</figcaption>"


def to_axis(years: range, height: int) -> Iterator[str]:
    """Yield the line of time with as many years as there is room for."""
    yield f'<line x1="0" x2="100%" y1="{height}" y2="{height}"/>'
    for year in years[:: -(-len(years) // LABELS)]:
        left = to_percent(date(year, 1, 1), years)
        yield f'<line x1="{left:.2f}%" x2="{left:.2f}%" y1="{height}" y2="{height + 6}"/>'
        yield f'<text x="{left:.2f}%" y="{height + AXIS - 4}">{year}</text>'
