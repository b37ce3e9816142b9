"""The rules of what lines look like, as `rules.yml` holds them, made into patterns for a language."""

from collections.abc import Iterable
from functools import cache
from itertools import product
from pathlib import Path

import regex
import yaml
from babel import Locale, UnknownLocaleError

RULES = Path(__file__).with_name("rules.yml")
# Stands for a date in the line that rules are tried on.
DATE = "\ue000"
# Of two languages in which a word is a month, the language of the text and then the first of these is meant.
_COMMON = ("en", "de", "fr", "es", "it", "pt", "nl")
_WIDTHS = ("wide", "abbreviated")
_NAMED = regex.compile(r"(?<!\?P)<(\w+)>")


@cache
def read_rules() -> dict[str, dict[str, list[str]]]:
    """Return the rules as their file holds them."""
    rules: dict[str, dict[str, list[str]]] = yaml.safe_load(RULES.read_text("utf-8"))
    return rules


@cache
def compile_rules(group: str, kind: str, language: str) -> regex.Pattern[str]:
    """Return the rules of a kind in one pattern."""
    known = {name: join(words) for name, words in read_rules()["words"].items()}
    known |= {"date": DATE, "weekday": join_words(list_weekdays(language))}
    known["month"] = join_words(list_months(language))
    pattern = join(read_rules()[group][kind])
    while _NAMED.search(pattern):
        pattern = _NAMED.sub(lambda match: known[match[1]], pattern)
    pattern = pattern.replace("~", r"[\s,:;.|·•–—/()-]*")
    return regex.compile(pattern, regex.IGNORECASE if group != "names" else 0)


def join(rules: Iterable[str]) -> str:
    """Return rules as one of which any may hold."""
    return f"(?:{'|'.join(rules)})"


def join_words(words: Iterable[str]) -> str:
    """Return a rule for any of these words, which may be abbreviated."""
    return rf"(?:{join(map(regex.escape, sorted(words, key=len, reverse=True)))}\b\.?)"


@cache
def list_months(language: str) -> dict[str, int]:
    """Return the names of the months, long and short, in the language of a text and in common ones."""
    months: dict[str, int] = {}
    for locale, width, context in product(list_locales(language), _WIDTHS, ("format", "stand-alone")):
        for number, name in locale.months[context][width].items():
            plain = name.rstrip(".").casefold()
            if not plain.isdigit():
                months.setdefault(plain, number)
    # English has a short form of its own here.
    months.setdefault("sept", 9)
    return months


@cache
def list_weekdays(language: str) -> frozenset[str]:
    """Return the names of the days of the week, long and short, in the same languages."""
    return frozenset(
        name.rstrip(".").casefold()
        for locale, width in product(list_locales(language), _WIDTHS)
        for name in locale.days["format"][width].values()
    )


@cache
def list_locales(language: str) -> tuple[Locale, ...]:
    """Return the language of a text, if its names of days are known, and the common ones."""
    found = []
    for tag in dict.fromkeys([language, *_COMMON]):
        try:
            found.append(Locale.parse(tag, sep="-"))
        except (UnknownLocaleError, ValueError):
            continue
    return tuple(found)
