"""The record of an article as plain mappings and lists, for files that programs read."""

from dataclasses import asdict
from typing import Any

from archive.catalogue.entry import entry_address
from archive.sources.article import Article
from archive.sources.record import Evidence, Fact, Name
from archive.sources.text import Paragraph, find_paragraphs, find_quote

Plain = dict[str, Any]


def to_plain_record(article: Article) -> Plain:
    """Return the record, every quotation with the paragraph where it stands."""
    record = article.record
    facts = {
        name: to_plain_fact(fact, article.paragraphs)
        for name in ("title", "subtitle", "date", "publication", "author")
        if (fact := getattr(record, name))
    }
    facts["author"]["value"] = article.author_words
    if known := record.date.value:
        facts["date"] |= {"value": known.words, "machine": known.machine, "edtf": known.edtf}
    numbers = article.paragraph_numbers
    return {
        **facts,
        "kind": record.kind,
        "language": article.language_in_words,
        **{
            group: [to_plain_name(group, name, article) for name in getattr(record, group)]
            for group in ("people", "places", "bodies")
        },
        "subjects": [
            {"name": subject, "address": entry_address("subjects", subject)} for subject in record.subjects
        ],
        "rights": {
            "uri": record.rights,
            "label": article.rights_in_words,
            "note": record.rights_note,
        },
        "found_at": list(record.found_at),
        "furniture": [{"paragraph": numbers[item.line], "label": item.label} for item in record.furniture],
    }


def to_plain_fact(fact: Fact[Any], paragraphs: tuple[Paragraph, ...]) -> Plain:
    """Return a fact with its basis and evidence."""
    evidence = [to_plain_evidence(item, paragraphs) for item in fact.evidence]
    return {"value": fact.value, "basis": fact.basis, "evidence": evidence}


def to_plain_evidence(evidence: Evidence, paragraphs: tuple[Paragraph, ...]) -> Plain:
    """Return a piece of evidence; a quotation also says in which paragraph it first stands."""
    plain = {key: value for key, value in asdict(evidence).items() if value is not None}
    if evidence.quote is not None:
        plain["paragraph"] = find_quote(evidence.quote, paragraphs)
    return plain


def to_plain_name(group: str, name: Name, article: Article) -> Plain:
    """Return a name, its place in the index, where it is printed, and in which other forms."""
    plain: Plain = {"name": name.name, "address": entry_address(group, name.name)}
    plain["paragraphs"] = list(find_paragraphs(name.printed, article.paragraphs))
    if others := name.other_forms:
        plain["printed"] = list(others)
    return plain
