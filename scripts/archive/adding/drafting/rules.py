"""The rules of what lines look like, as `rules.yml` holds them, made into patterns for a language."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import regex
import yaml

from archive.adding.drafting.calendar import list_months, list_weekdays

RULES = Path(__file__).with_name("rules.yml")
# Stands for a date in the line that rules are tried on.
DATE = "\ue000"
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
