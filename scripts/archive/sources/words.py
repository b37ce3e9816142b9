"""The archive's own words, in one file a language: docs/theme/words/LANGUAGE.html, which templates read too.

Numbers and plurals are those of the language: https://cldr.unicode.org/index/cldr-spec/plural-rules.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale
from babel.numbers import format_decimal
from jinja2 import Environment, FileSystemLoader

_FOLDER = Path(__file__).resolve().parents[3] / "docs" / "theme" / "words"


@dataclass(frozen=True)
class Words:
    """The words of a language that has a file of them, by keys such as `article.cite`."""

    language: str

    @property
    def locale(self) -> Locale:
        """Return the language as Babel has it."""
        return Locale.parse(self.language, sep="-")

    def find(self, key: str = "") -> Any:  # noqa: ANN401 (a sentence, the forms of one, or a group of both)
        """Return what stands under a key; without one, everything."""
        found: Any = _read_words(self.language)
        for part in filter(None, key.split(".")):
            found = found[part]
        return found

    def say(self, key: str, **values: object) -> str:
        """Return a sentence with its values."""
        return str(self.find(key)).format_map(values)

    def count(self, key: str, number: int) -> str:
        """Return a sentence that counts, in the form that the number asks for."""
        forms = self.find(key)
        form = forms.get(self.locale.plural_form(number), forms["other"])
        return str(form).format(count=self.number(number))

    def number(self, number: int) -> str:
        """Return a number as the language writes it: `1,234`."""
        return format_decimal(number, locale=self.locale)


ENGLISH = Words("en")


@cache
def _read_words(language: str) -> dict[str, Any]:
    template = Environment(loader=FileSystemLoader(_FOLDER), autoescape=True).get_template(f"{language}.html")
    found: dict[str, Any] = template.make_module().words  # type: ignore[attr-defined]
    return found


def forget_words() -> None:
    """Let the words be read anew, since a person may have edited them."""
    _read_words.cache_clear()


def list_languages() -> list[str]:
    """Return the languages in which the archive has words."""
    return sorted(path.stem for path in _FOLDER.glob("*.html"))


def find_words(language: str) -> Words:
    """Return the words of a language, English ones where it has none."""
    return Words(language) if language in list_languages() else ENGLISH


def warn_of_language(language: str) -> list[str]:
    """Return a warning if the archive has no words in a language."""
    if language in list_languages():
        return []
    known = ", ".join(list_languages())
    return [f"mkdocs.yml: the archive has no words in '{language}' but in {known}; its own stay English"]
