"""The record of an article as plain mappings and lists: facts with evidence, names with paragraphs."""

from collections.abc import Container
from datetime import date
from typing import TYPE_CHECKING, Any

from archive.catalogue.entry import GROUPS, entry_address
from archive.sources.article import Article
from archive.sources.dates import ArticleDate, parse_date
from archive.sources.fact import Evidence, Fact
from archive.sources.history import Printing, Received
from archive.sources.paragraphs import Paragraph
from archive.sources.printed import find_paragraphs, find_quote
from archive.sources.record import Name, Record
from archive.sources.rights import name_rights
from archive.sources.words import ENGLISH, Words

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

View = dict[str, Any]

FACTS = ("title", "subtitle", "publication", "date", "author")


def render_record(article: Article, paged: Container[str]) -> View:
    """Return all that the record states, every quotation and name with the paragraphs where it stands.

    `paged` are the addresses of the entries of the index that have a page.
    """
    record, words = article.record, article.words
    return {
        "facts": render_facts(article),
        "names": {
            group: [render_name(group, name, article, paged) for name in getattr(record, group)]
            for group in GROUPS
            if group != "subjects"
        },
        "subjects": [
            {"name": subject, "address": find_page("subjects", subject, paged)} for subject in record.subjects
        ],
        "rights": render_rights(record, words),
        "found_at": list(record.found_at),
        "printings": [render_printing(item, article) for item in record.printings],
        "replaced": [
            {"sha256": item.sha256, "until": item.until, "words": to_day_words(item.until, words)}
            for item in record.replaced
        ],
        "received": record.received and render_received(record.received, words),
        "furniture": [
            {"paragraph": number, "label": label} for number, label in article.furniture_paragraphs.items()
        ],
    }


def render_rights(record: Record, words: Words) -> View:
    """Return the statement of rights; also the language of its label, if that is another than the site's."""
    label = name_rights(record.rights, words) if record.rights else words.say("not_stated.rights")
    is_english = record.rights and words != ENGLISH and label == name_rights(record.rights, ENGLISH)
    said = {"uri": record.rights, "label": label, "note": record.rights_note}
    return said | {"language": ENGLISH.language} if is_english else said


def render_facts(article: Article) -> View:
    """Return each fact that the record has under its name; a date in words, for machines, and as EDTF.

    `exact` is the date for tools that know no doubt: where there is any, it has none.
    """
    facts = {
        name: render_fact(fact, article.paragraphs)
        for name in FACTS
        if (fact := getattr(article.record, name))
    }
    facts["author"]["value"] = article.author_words
    facts["date"] |= render_date(article.record.date.value, article.words)
    return facts


def render_date(date: ArticleDate | None, words: Words) -> View:
    """Return a date in words, for machines, and as EDTF; nothing if there is none."""
    if date is None:
        return {}
    return {
        "value": date.in_words(words),
        "machine": date.machine,
        "exact": date.calendar if date.is_certain else None,
        "edtf": date.edtf,
        "certain": date.is_certain,
    }


def render_printing(printing: Printing, article: Article) -> View:
    """Return another printing of an article: its publication and its date, as facts."""
    facts = {
        name: render_fact(getattr(printing, name), article.paragraphs) for name in ("publication", "date")
    }
    facts["date"] |= render_date(printing.date.value, article.words)
    return facts


def to_day_words(day: date, words: Words) -> str:
    """Return a day in words."""
    return parse_date(day.isoformat()).in_words(words)


def render_fact(fact: Fact[Any], paragraphs: tuple[Paragraph, ...]) -> View:
    """Return a fact with its basis and evidence."""
    evidence = [render_evidence(item, paragraphs) for item in fact.evidence]
    return {"value": fact.value, "basis": fact.basis, "evidence": evidence}


def render_evidence(evidence: Evidence, paragraphs: tuple[Paragraph, ...]) -> View:
    """Return a piece of evidence; a quotation also says in which paragraph it first stands."""
    place = None if evidence.quote is None else find_quote(evidence.quote, paragraphs)
    return render_fields(evidence) | {"paragraph": place}


def render_fields(known: "DataclassInstance") -> View:
    """Return the fields of what holds no other, without the copying that `dataclasses.asdict` does."""
    return {name: getattr(known, name) for name in known.__dataclass_fields__}


def render_received(received: Received, words: Words) -> View:
    """Return when, in words and for machines, and from whom or where a text was received."""
    when = received.on and {"words": received.on.in_words(words), "machine": received.on.machine}
    return {"when": when, "from": received.source}


def render_name(group: str, name: Name, article: Article, paged: Container[str]) -> View:
    """Return a name, the page that it may have in the index, its other forms in print, and where they are."""
    return {
        "name": name.name,
        "address": find_page(group, name.name, paged),
        "printed": list(name.other_forms),
        "paragraphs": list(find_paragraphs(name.printed, article.paragraphs)),
    }


def find_page(group: str, name: str, paged: Container[str]) -> str | None:
    """Return the address of the page of a name or subject; None if it has none."""
    address = entry_address(group, name)
    return address if address in paged else None
