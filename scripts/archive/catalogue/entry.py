"""Entries of the index, as at the back of a book: names and subjects, and where each is printed."""

import hashlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from nameparser import HumanName

from archive.catalogue.fold import fold
from archive.sources.article import Article
from archive.sources.printed import find_paragraphs
from archive.sources.problem import Problem
from archive.sources.slugs import LONGEST_SLUG, START_PAGES

# Whoever bears one of them has no family name, as far as it shows.
_OF_RULERS = frozenset({"pope", "king", "queen", "emperor", "empress", "prince", "princess", "saint", "st."})
_OF_GENERATIONS = re.compile(r"[JS]n?r\.?|[IVX]+|2nd|3rd|4th", re.IGNORECASE)
_BEHIND = re.compile(r"(?:van|von|zu|ten|ter) (?:(?:de|dem|den|der|het|'t) )?")

GROUPS = ("people", "places", "bodies", "subjects")


@dataclass(frozen=True)
class Mention:
    """An article under an entry, and the numbers of the paragraphs that print the name."""

    article: Article
    paragraphs: tuple[int, ...]


@dataclass(frozen=True)
class Entry:
    """A name or subject, the form under which it is filed, and its articles, newest first."""

    group: str
    name: str
    filed: str
    mentions: tuple[Mention, ...]

    @property
    def has_page(self) -> bool:
        """Return whether it has a page of its own: where one article alone has it, the index leads there."""
        return len(self.mentions) > 1

    @property
    def address(self) -> str:
        """Return the address of the entry's page, which never changes."""
        return entry_address(self.group, self.name)

    @property
    def letter(self) -> str:
        """Return the letter under which it is filed, or `#` for what begins with none."""
        first = fold(self.filed)[:1].upper()
        return first if first.isalpha() else "#"


def list_entries(articles: Iterable[Article]) -> list[Entry]:
    """Return every entry, group by group, in the order of the alphabet; articles stand newest first."""
    mentions: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    filed: dict[tuple[str, str], str] = {}
    for article in articles:
        for group, name, form, printed in list_named(article):
            mentions[group, name].append(Mention(article, find_paragraphs(printed, article.paragraphs)))
            filed.setdefault((group, name), form)
    entries = [Entry(*key, filed[key], tuple(found)) for key, found in mentions.items()]
    return sorted(entries, key=lambda entry: (GROUPS.index(entry.group), *filing_key(entry.filed)))


def list_named(article: Article) -> Iterator[tuple[str, str, str, tuple[str, ...]]]:
    """Yield group, name, filed form and printed forms for each name and subject of an article."""
    record = article.record
    for group in ("people", "places", "bodies"):
        for name in getattr(record, group):
            form = name.filed or (filed_form(name.name) if group == "people" else name.name)
            yield group, name.name, form, name.printed
    for subject in record.subjects:
        yield "subjects", subject, subject, ()


@cache
def filed_form(name: str) -> str:
    """Return a person's name with the family name first, or as it stands if it has none that is plain.

    As in an index by the Chicago Manual of Style (17th edition, chapter 16): `Jr.` and the like come last,
    titles and degrees are left out. Dutch and German particles stand behind the given name (AACR2 22.5D1);
    others belong to the family, since they do so where English is written.
    """
    parsed = HumanName(name)
    titles, suffixes = parsed.title.split(), parsed.suffix.replace(",", " ").split()
    words = [word.rstrip(",") for word in name.split()]
    while words and words[-1] in suffixes:
        words.pop()
    plain = " ".join(words)
    family = str(parsed.last)
    given = plain.removesuffix(f" {family}")
    if not family or given == plain or _OF_RULERS.intersection(map(str.lower, titles)):
        return name
    if parsed.first:
        given = given.removeprefix(f"{parsed.title} ")
    if match := _BEHIND.match(family):
        family, given = family[match.end() :], f"{given} {match[0].strip()}"
    return ", ".join([family, given, *filter(_OF_GENERATIONS.fullmatch, suffixes)])


def filing_key(filed: str) -> tuple[list[str], str]:
    """Return what entries are sorted by: word by word, folded (ISO 999, https://www.iso.org/standard/5446.html)."""
    return [fold(word) for word in filed.split()], filed


def entry_address(group: str, name: str) -> str:
    """Return the address of the page of a name or subject."""
    return f"index/{group}/{entry_slug(name)}/"


@cache
def entry_slug(name: str) -> str:
    """Return the part of the address that stands for a name: its letters and digits, of any script."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    words = "".join(
        char if char.isalnum() else " "
        for char in plain
        if not unicodedata.combining(char) and char not in "'’"
    )
    slug = "-".join(words.split())
    if not slug or len(slug) > LONGEST_SLUG:
        return "-".join(filter(None, [slug[:40].strip("-"), hashlib.sha256(name.encode()).hexdigest()[:12]]))
    return f"{slug}-name" if slug in START_PAGES else slug


def check_entries(paths: Sequence[str], articles: Sequence[Article]) -> Iterator[Problem]:
    """Two names of one group have two addresses, and a name is filed under one form."""
    first: dict[tuple[str, str], tuple[str, str, str]] = {}
    for path, article in zip(paths, articles, strict=True):
        for group, name, filed, _ in list_named(article):
            other, other_name, other_filed = first.setdefault((group, entry_slug(name)), (path, name, filed))
            if other_name != name:
                clash = f"would share its address with '{other_name}' of {other}; write them alike"
                yield Problem(path, 1, f"{group} '{name}' {clash}")
            elif other_filed != filed:
                yield Problem(
                    path, 1, f"{group} '{name}' is filed as '{filed}', but as '{other_filed}' in {other}"
                )
