"""The record of an article as the templates show it: plain mappings and lists."""

from dataclasses import asdict
from typing import Any

from babel import Locale

from archive.article import Article
from archive.entry import to_entry_address
from archive.record import Evidence, Fact, Name
from archive.rights import RIGHTS_STATEMENTS
from archive.text import Paragraph, find_paragraphs

FrontMatter = dict[str, Any]


def to_record_matter(article: Article) -> FrontMatter:
    """Return the record as the templates show it, every quotation with the paragraph where it stands."""
    record = article.record
    facts = {
        name: to_fact_matter(fact, article.paragraphs)
        for name in ("title", "subtitle", "date", "publication", "author")
        if (fact := getattr(record, name))
    }
    if known := record.date.value:
        facts["date"] |= {"value": known.words, "machine": known.machine, "edtf": known.edtf}
    numbers = {paragraph.line: paragraph.number for paragraph in article.paragraphs}
    return {
        **facts,
        "kind": record.kind,
        "language": Locale.parse(record.language, sep="-").get_display_name("en"),
        **{
            group: [to_name_matter(group, name, article) for name in getattr(record, group)]
            for group in ("people", "places", "bodies")
        },
        "subjects": [
            {"name": subject, "address": to_entry_address("subjects", subject)} for subject in record.subjects
        ],
        "rights": {
            "uri": record.rights,
            "label": RIGHTS_STATEMENTS[record.rights],
            "note": record.rights_note,
        },
        "found_at": list(record.found_at),
        "furniture": [{"paragraph": numbers[item.line], "label": item.label} for item in record.furniture],
    }


def to_fact_matter(fact: Fact[Any], paragraphs: tuple[Paragraph, ...]) -> FrontMatter:
    """Return a fact with its basis and evidence."""
    evidence = [to_evidence_matter(item, paragraphs) for item in fact.evidence]
    return {"value": fact.value, "basis": fact.basis, "evidence": evidence}


def to_evidence_matter(evidence: Evidence, paragraphs: tuple[Paragraph, ...]) -> FrontMatter:
    """Return a piece of evidence; a quotation also says in which paragraph it first stands."""
    matter = {key: value for key, value in asdict(evidence).items() if value is not None}
    if evidence.quote is not None:
        matter["paragraph"] = next(p.number for p in paragraphs if evidence.quote in p.text)
    return matter


def to_name_matter(group: str, name: Name, article: Article) -> FrontMatter:
    """Return a name, its place in the index, where it is printed, and in which other forms."""
    matter: FrontMatter = {"name": name.name, "address": to_entry_address(group, name.name)}
    matter["paragraphs"] = list(find_paragraphs(name.printed, article.paragraphs))
    if others := [form for form in name.printed if form != name.name]:
        matter["printed"] = others
    return matter
