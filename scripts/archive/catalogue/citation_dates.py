"""The date of a citation, from the `issued` of a CSL item, in the order of each style.

As with citeproc, the order is that of the style, and the names are those of the language of the site.
"""

from collections.abc import Callable, Mapping, Sequence
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


def find_names(words: Words) -> Names:
    """Return the names that dates of citations have in a language."""
    months = get_month_names("wide", locale=words.locale)
    short: Mapping[int, str] = get_month_names("abbreviated", locale=words.locale)
    if words == ENGLISH:
        short = {number: _SHORT.get(number, f"{name[:3]}.") for number, name in months.items()}
    return Names(months, short, ("", *(words.say(f"seasons.{season}") for season in _SEASONS)))


@dataclass(frozen=True)
class Order:
    """How a style sets a date: of one day, of a span, and in doubt."""

    set_one: Callable[[list[int], Names, str], str]
    set_span: Callable[[list[int], list[int], Names], str]
    set_doubt: Callable[[str], str]


def render_date(issued: Csl, order: Order, names: Names) -> str:
    """Return a date as it is known; what CSL has no form for stays in words."""
    match issued:
        case {"literal": words}:
            when = str(words)
        case {"date-parts": [only]}:
            when = order.set_one(only, names, names.seasons[issued.get("season", 0)])
        case {"date-parts": [first, last]}:
            when = order.set_span(first, last, names)
    return order.set_doubt(when) if "circa" in issued else when


def to_chicago(parts: list[int], names: Names, season: str = "") -> str:
    """Return `May 12, 2021`."""
    year, *others = parts
    said = [names.months[others[0]], *map(str, others[1:])] if others else [season]
    return f"{' '.join(said)}{', ' if len(others) > 1 else ' '}{year}".strip()


def to_mla(parts: list[int], names: Names, season: str = "") -> str:
    """Return `12 May 2021`."""
    year, *others = parts
    said = [*map(str, others[1:]), names.short[others[0]]] if others else [season]
    return " ".join([*filter(None, said), str(year)])


def to_apa(parts: list[int], names: Names, season: str = "") -> str:
    """Return `2021, May 12`."""
    year, *others = parts
    said = [names.months[others[0]], *map(str, others[1:])] if others else [season]
    return ", ".join(filter(None, [str(year), " ".join(said)]))


def span_chicago(first: list[int], last: list[int], names: Names) -> str:
    """Return `May 12–14, 2021`, `May–August 2021` or `May 30, 2021–January 2, 2022`."""
    if first[0] != last[0] or len(first) == 1:
        return f"{to_chicago(first, names)}–{to_chicago(last, names)}"
    if first[1] == last[1]:
        return f"{names.months[first[1]]} {first[2]}–{last[2]}, {first[0]}"
    start = to_chicago(first, names).removesuffix(str(first[0])).strip(", ")
    return f"{start}–{to_chicago(last, names)}"


def span_mla(first: list[int], last: list[int], names: Names) -> str:
    """Return `12–14 May 2021`, `May–Aug. 2021` or `30 May 2021–2 Jan. 2022`."""
    if first[0] != last[0] or len(first) == 1:
        return f"{to_mla(first, names)}–{to_mla(last, names)}"
    if first[1] == last[1]:
        return f"{first[2]}–{to_mla(last, names)}"
    return f"{to_mla(first, names).removesuffix(str(first[0])).strip()}–{to_mla(last, names)}"


def span_apa(first: list[int], last: list[int], names: Names) -> str:
    """Return `2021, May 12–14`, `2021, May–August` or `2021–2022, May 30–January 2`."""
    years = str(first[0]) if first[0] == last[0] else f"{first[0]}–{last[0]}"
    start, end = (to_apa(parts, names).partition(", ")[2] for parts in (first, last))
    if first[:2] == last[:2] and first[2:]:
        end = str(last[2])
    days = "–".join(dict.fromkeys(filter(None, [start, end])))
    return ", ".join(filter(None, [years, days]))


CHICAGO_DATE = Order(to_chicago, span_chicago, lambda when: f"[{when}?]")
MLA_DATE = Order(to_mla, span_mla, lambda when: f"circa {when}")
APA_DATE = Order(to_apa, span_apa, lambda when: f"ca. {when}")
