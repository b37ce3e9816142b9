"""An article: its text, as received, and its record."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from babel import Locale

from archive.sources.record import Fact, Line, Record
from archive.sources.text import Paragraph

LONGEST_INCIPIT = 200


@dataclass(frozen=True)
class Article:
    """One text file and its record; `name` is the stem that both files have."""

    name: str
    data: bytes
    paragraphs: tuple[Paragraph, ...]
    record: Record

    @property
    def title(self) -> str:
        """Return the title, or the name of the file in place of one that isn't stated."""
        return self.record.title.value or f"Untitled ({self.name})"

    @property
    def size_in_words(self) -> str:
        """Return the size of the text file."""
        return f"{len(self.data):,} bytes"

    @property
    def paragraph_numbers(self) -> dict[int, int]:
        """Return the number of the paragraph on each line that has one."""
        return {paragraph.line: paragraph.number for paragraph in self.paragraphs}

    @property
    def furniture(self) -> dict[int, str]:
        """Return the label of each line that is page furniture."""
        return {item.line: item.label for item in self.record.furniture}

    @property
    def incipit(self) -> str:
        """Return the opening words: those of the first paragraph that is not page furniture."""
        furniture = self.furniture
        opening = next((p.text for p in self.paragraphs if p.line not in furniture), self.paragraphs[0].text)
        if len(opening) <= LONGEST_INCIPIT:
            return opening
        return opening[:LONGEST_INCIPIT].rsplit(" ", 1)[0] + "\u00a0…"

    @property
    def date_in_words(self) -> str:
        """Return the date as known, with its certainty: `July 2019, inferred`."""
        known = self.record.date
        return f"{known.value.words}, {known.basis}" if known.value else "date not stated"

    @property
    def language_in_words(self) -> str:
        """Return the English name of the language."""
        return language_name(self.record.language)

    @property
    def first_day(self) -> date:
        """Return the first day that the date allows; an article without a date is older than all others."""
        return self.record.date.value.first_day if self.record.date.value else date.min


@cache
def language_name(tag: str) -> str:
    """Return the English name of a language, given by its BCP 47 tag."""
    return str(Locale.parse(tag, sep="-").get_display_name("en"))


def sort_newest_first(articles: list[Article]) -> list[Article]:
    """Return the articles newest first; those of one day by slug."""
    return sorted(articles, key=lambda article: (-article.first_day.toordinal(), article.record.slug))


def stated(fact: Fact[Line], name: str) -> str:
    """Return the value of a fact, or that it is not stated."""
    return fact.value or f"{name} not stated"
