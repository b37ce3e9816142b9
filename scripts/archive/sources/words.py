"""The archive's own words, in one file a language: docs/theme/words/LANGUAGE.yml.

Numbers and plurals are those of the language: https://cldr.unicode.org/index/cldr-spec/plural-rules.
"""

import os
import re
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from babel import Locale
from babel.numbers import format_decimal

from archive.sources.plain_yaml import Location, Plain, parse_yaml
from archive.sources.problem import Problem

# What is filled into a sentence, and its elements.
_FILLED = re.compile(r"\{\w+\}|</?\w+[^>]*>")
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


@dataclass
class _Comparison:
    """A file of words beside the English one: the line of each location, its plural forms, what is wrong."""

    path: str
    lines: dict[Location, int]
    forms: frozenset[str]
    problems: list[Problem] = field(default_factory=list)

    def complete(self, own: Plain | None, english: Plain, at: Location = ()) -> Plain:
        """Return what stands at a location, in English as far as it is missing or wrong there."""
        match english, own:
            case {"other": sentence}, _:
                if isinstance(own, dict) and own.keys() == self.forms:
                    return {form: self.complete(own[form], sentence, (*at, form)) for form in own}
                self.say(at, f"must have the forms {', '.join(sorted(self.forms))}")
                return dict.fromkeys(self.forms, sentence)
            case dict(), dict():
                for key in sorted(own.keys() - english.keys()):
                    self.say((*at, key), "is no word of the archive")
                return {key: self.complete(own.get(key), english[key], (*at, key)) for key in english}
            case list(), list() if len(own) == len(english):
                return [self.complete(own[index], item, (*at, index)) for index, item in enumerate(english)]
            case str(), str() if sorted(_FILLED.findall(own)) == sorted(_FILLED.findall(english)):
                return own
        self.say(at, _refuse(own, english))
        return english

    def say(self, at: Location, message: str) -> None:
        """Add a problem at the line of a location or of the nearest one above."""
        line = next(self.lines[at[:end]] for end in range(len(at), -1, -1) if at[:end] in self.lines)
        self.problems.append(Problem(self.path, line, f"{'.'.join(map(str, at))} {message}"))


def _refuse(own: Plain | None, english: Plain) -> str:
    match english, own:
        case _, None:
            return f"is missing; en.yml has it{f': {english!r}' if isinstance(english, str) else ''}"
        case list(), _:
            return f"must be a list of {len(english)}, as in en.yml"
        case dict(), _:
            return "must have keys, as in en.yml"
        case _, str():
            return f"must hold what is filled in, and elements, as en.yml does: {english!r}"
    return f"must be text, as in en.yml: {english!r}"


@cache
def _read_words(language: str) -> tuple[Plain, list[Problem]]:
    """Return the words of a language, English as far as its file is wrong, and what is wrong with it."""
    path = _FOLDER / f"{language}.yml"
    own, lines, problems = parse_yaml(os.path.relpath(path), path.read_text("utf-8"))
    english = own if language == ENGLISH.language else ENGLISH.find()
    if problems:
        return english, problems
    forms = frozenset({*Words(language).locale.plural_form.tags, "other"})
    comparison = _Comparison(os.path.relpath(path), lines, forms)
    return comparison.complete(own, english), comparison.problems


def forget_words() -> None:
    """Let the words be read anew, since a person may have edited them."""
    _read_words.cache_clear()


def list_languages() -> list[str]:
    """Return the languages in which the archive has words."""
    return sorted(path.stem for path in _FOLDER.glob("*.yml"))


def choose_words(language: str) -> Words:
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
