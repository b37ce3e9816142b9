"""An article: its text, as received, and its record."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from archive.sources.authors import to_author_words
from archive.sources.languages import UNDETERMINED, name_language
from archive.sources.paragraphs import Paragraph
from archive.sources.record import Record
from archive.sources.words import ENGLISH, Words

LONGEST_INCIPIT = 200


@dataclass(frozen=True)
class Article:
    """One text file and its record; `name` is the stem that both files have.

    `encoding` is the one in which the text was read; `lacks` are the keys of its record that a draft
    must still have to be published, `record_data` the bytes of the record, and `words` those in which the
    archive speaks of it.
    """

    name: str
    data: bytes
    paragraphs: tuple[Paragraph, ...]
    record: Record
    encoding: str = "utf-8"
    lacks: tuple[str, ...] = ()
    record_data: bytes = b""
    words: Words = ENGLISH

    @property
    def title(self) -> str:
        """Return the title, or the name of the file in place of one that isn't stated."""
        return self.record.title.value or self.words.say("article.untitled", name=self.name)

    @property
    def furniture(self) -> dict[int, str]:
        """Return the label of each line that is page furniture; a drafted one in the site's words."""
        named = self.words.find("furniture")
        return {
            line: named.get(item.label, item.label)
            for item in self.record.furniture
            for line in item.lines.to_range()
        }

    @cached_property
    def furniture_paragraphs(self) -> dict[int, str]:
        """Return the label of each paragraph, by its number, of which every line is page furniture."""
        labels = self.furniture
        return {
            paragraph.number: " · ".join(dict.fromkeys(labels[line] for line in paragraph.lines))
            for paragraph in self.paragraphs
            if all(line in labels for line in paragraph.lines)
        }

    @property
    def incipit(self) -> str:
        """Return the opening words: those of the first paragraph that is not page furniture."""
        furniture = self.furniture_paragraphs
        shown = (p.flat for p in self.paragraphs if p.number not in furniture)
        opening = next(shown, self.paragraphs[0].flat)
        if len(opening) <= LONGEST_INCIPIT:
            return opening
        return opening[:LONGEST_INCIPIT].rsplit(" ", 1)[0] + "\u00a0…"

    @property
    def author_words(self) -> str | None:
        """Return the authors as a person says them: `Jane Doe and John Roe`; None if nobody is stated."""
        authors = self.record.author.value
        return to_author_words(authors, self.words.say("article.and")) if authors else None

    @property
    def date_in_words(self) -> str:
        """Return the date as known, with its certainty: `July 2019, inferred`."""
        known = self.record.date
        if known.value is None:
            return self.words.say("not_stated.date")
        date = known.value.in_words(self.words)
        return self.words.say("dates.known", date=date, basis=self.words.say(f"bases.{known.basis}"))

    @property
    def language_in_words(self) -> str:
        """Return the name of the language."""
        if self.record.language == UNDETERMINED:
            return self.words.say("not_stated.language")
        return ", ".join(name_language(language, self.words.locale) for language in self.record.languages)

    @property
    def kind_in_words(self) -> str:
        """Return the kind, or that it is not stated."""
        kind = self.record.kind
        return self.words.say(f"kinds.{kind}" if kind else "not_stated.kind")

    @property
    def publication_in_words(self) -> str:
        """Return the publication, or that it is not stated."""
        return self.record.publication.value or self.words.say("not_stated.publication")

    @property
    def publications(self) -> list[str]:
        """Return every publication in which the text is known to have stood, the first one first."""
        facts = (self.record.publication, *(printing.publication for printing in self.record.printings))
        return [fact.value for fact in facts if fact.value]

    @property
    def changed(self) -> date | None:
        """Return the day on which the record was last changed, or else the text received, if it is known."""
        received = self.record.received and self.record.received.on
        is_day = received and received.edtf == received.first_day.isoformat()
        return self.record.updated or (received.first_day if received and is_day else None)

    @property
    def first_day(self) -> date:
        """Return the first day that the date allows; an article without a date is older than all others."""
        return self.record.date.value.first_day if self.record.date.value else date.min


def sort_newest_first(articles: list[Article]) -> list[Article]:
    """Return the articles newest first; those of one day by slug."""
    return sorted(articles, key=lambda article: (-article.first_day.toordinal(), article.record.slug))
