"""The date of a citation, from the `issued` of a CSL item, in the order of each style.

As with citeproc, the order is that of the style, and the names are those of the language of the site.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from babel.dates import get_month_names

from archive.catalogue.csl import Csl
from archive.sources.words import ENGLISH, Words

# MLA appendix 1.3: all but May, June and July are shortened.
_SHORT = {5: "May", 6: "June", 7: "July", 9: "Sept."}
_SEASONS = ("spring", "summer", "autumn", "winter")


@dataclass(frozen=True)
class Names:
    """The names of months in a language, whole and shortened, and of seasons; the first of each is 1."""

    months: Mapping[int, str]
    short: Mapping[int, str]
    seasons: Sequence[str]


def name_months(words: Words) -> Names:
    """Return the names that dates of citations have in a language."""
    months = get_month_names("wide", locale=words.locale)
    short: Mapping[int, str] = get_month_names("abbreviated", locale=words.locale)
    if words == ENGLISH:
        short = {number: _SHORT.get(number, f"{name[:3]}.") for number, name in months.items()}
    return Names(months, short, ("", *(words.say(f"seasons.{season}") for season in _SEASONS)))


@dataclass(frozen=True)
class Order:
    """How a style sets a date, with `year` and `days` to fill in, and one in doubt, with the date as `when`.

    `days` are those of a month, which stands in front of them unless it is `short`.
    """

    dated: str
    monthly: str
    doubtful: str
    short: bool = False
    years_first: bool = False


CHICAGO_DATE = Order("{days}, {year}", "{days} {year}", "[{when}?]")
MLA_DATE = Order("{days} {year}", "{days} {year}", "circa {when}", short=True)
APA_DATE = Order("{year}, {days}", "{year}, {days}", "ca. {when}", years_first=True)


def cite_date(issued: Csl, order: Order, names: Names) -> str:
    """Return a date as it is known; what CSL has no form for stays in words."""
    match issued:
        case {"literal": words}:
            when = str(words)
        case {"date-parts": [[year]], "season": season}:
            when = set_year(str(year), names.seasons[season], order.monthly)
        case {"date-parts": [first, *rest]}:
            when = set_span(first, rest[0] if rest else first, order, names)
    return order.doubtful.format(when=when) if "circa" in issued else when


def set_span(first: list[int], last: list[int], order: Order, names: Names) -> str:
    """Return `May 12, 2021`, `May 12–14, 2021`, `May–August 2021` or `May 30, 2021–January 2, 2022`."""
    years = "–".join(str(year) for year in dict.fromkeys([first[0], last[0]]))
    if first[0] == last[0] or order.years_first:
        dated = order.dated if last[2:] else order.monthly
        return set_year(years, set_days(first, last, order, names), dated)
    return "–".join(set_span(end, end, order, names) for end in (first, last))


def set_days(first: list[int], last: list[int], order: Order, names: Names) -> str:
    """Return `May 12`, `May 12–14`, `May` or `May 30–August 2`; nothing for years alone."""
    months = names.short if order.short else names.months
    if first[:2] != last[:2]:
        ends = dict.fromkeys(set_days(end, end, order, names) for end in (first, last))
        return "–".join(filter(None, ends))
    days = "–".join(str(end[2]) for end in dict.fromkeys(map(tuple, (first, last))) if end[2:])
    month = [months[first[1]]] if first[1:] else []
    parts = [days, *month] if order.short else [*month, days]
    return " ".join(filter(None, parts))


def set_year(year: str, days: str, form: str) -> str:
    """Return a year with its days, if there are any, in this form."""
    return form.format(year=year, days=days) if days else year
