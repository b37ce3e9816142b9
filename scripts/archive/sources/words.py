"""The archive's own words, in one file a language: docs/theme/words/LANGUAGE.yml.

Numbers and plurals are those of the language: https://cldr.unicode.org/index/cldr-spec/plural-rules.
"""

import os
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from babel import Locale
from babel.numbers import format_decimal

from archive.sources.check_words import Comparison
from archive.sources.plain_yaml import Plain, parse_yaml
from archive.sources.problem import Problem

_FOLDER = Path(__file__).resolve().parents[3] / "docs" / "theme" / "words"


@dataclass(frozen=True)
class Words:
    """The words of a language that has a file of them, by keys such as `article.cite`."""

    language: str

    @cached_property
    def locale(self) -> Locale:
        """Return the language as Babel has it."""
        return Locale.parse(self.language, sep="-")

    def find(self, key: str = "") -> Any:  # noqa: ANN401 (a sentence, the forms of one, or a group of both)
        """Return what stands under a key; without one, everything."""
        found: Any = _read_words(self.language)[0]
        for part in filter(None, key.split(".")):
            found = found[part]
        return found

    def say(self, key: str, **values: object) -> str:
        """Return a sentence with its values."""
        return str(self.find(key)).format_map(values)

    def count(self, key: str, number: int) -> str:
        """Return a sentence that counts, in the form that the number asks for."""
        forms = self.find(key)
        return str(forms[self.locale.plural_form(number)]).format(count=self.number(number))

    def number(self, number: int) -> str:
        """Return a number as the language writes it: `1,234`."""
        return format_decimal(number, locale=self.locale)


ENGLISH = Words("en")


@cache
def _read_words(language: str) -> tuple[Plain, list[Problem]]:
    """Return the words of a language, English as far as its file is wrong, and what is wrong with it."""
    path = _FOLDER / f"{language}.yml"
    own, lines, problems = parse_yaml(os.path.relpath(path), path.read_text("utf-8"))
    english = own if language == ENGLISH.language else ENGLISH.find()
    if problems:
        return english, problems
    forms = frozenset({*Words(language).locale.plural_form.tags, "other"})
    comparison = Comparison(os.path.relpath(path), lines, forms)
    return comparison.complete(own, english), comparison.problems


def forget_words() -> None:
    """Let the words be read anew, since a person may have edited them."""
    _read_words.cache_clear()


def list_languages() -> list[str]:
    """Return the languages in which the archive has words."""
    return sorted(path.stem for path in _FOLDER.glob("*.yml"))


def find_words(language: str) -> Words:
    """Return the words of a language, English ones where it has none."""
    return Words(language) if language in list_languages() else ENGLISH


def list_word_problems(words: Words) -> list[Problem]:
    """Return what is wrong with a file of words."""
    return _read_words(words.language)[1]


def warn_of_language(language: str) -> list[str]:
    """Return a warning if the archive has no words in a language."""
    if language in list_languages():
        return []
    known = ", ".join(list_languages())
    return [f"mkdocs.yml: the archive has no words in '{language}' but in {known}; its own stay English"]
