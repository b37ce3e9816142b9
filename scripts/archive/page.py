"""The page of an article, as Markdown with front matter for the templates."""

from dataclasses import asdict
from typing import Any

import frontmatter
import yaml
from babel import Locale

from archive.article import Article, stated
from archive.record import Evidence, Fact, Name
from archive.rights import RIGHTS_STATEMENTS
from archive.text import Paragraph
from archive.verbatim import to_text_html

TEMPLATE = "article.html"

FrontMatter = dict[str, Any]


class _Dumper(yaml.CSafeDumper):
    """Writes front matter without anchors, so that a person can read it."""

    def ignore_aliases(self, data: object) -> bool:
        """Write out whatever stands twice."""
        del data
        return True


def to_page(article: Article, earlier: Article | None, later: Article | None) -> str:
    """Return the page of an article; its neighbours by date are linked."""
    furniture = {item.line: item.label for item in article.record.furniture}
    body = to_text_html(article.paragraphs, furniture, article.record.language)
    post = frontmatter.Post(body, **to_front_matter(article, earlier, later))
    return frontmatter.dumps(post, Dumper=_Dumper, sort_keys=False, width=10**6) + "\n"


def to_front_matter(article: Article, earlier: Article | None, later: Article | None) -> FrontMatter:
    """Return what MkDocs, other tools and the templates need to know of an article."""
    record = article.record
    matter: FrontMatter = {"title": article.title}
    if date := record.date.value:
        matter |= {"date": date.first_day, "date_edtf": date.edtf}
    matter |= {
        "description": to_description(article),
        "template": TEMPLATE,
        "slug": record.slug,
        "language": record.language,
        "file": {
            "name": f"{article.name}.txt",
            "size": f"{len(article.data):,} bytes",
            "sha256": record.sha256,
        },
        "record": to_record_matter(article),
    }
    if earlier:
        matter["earlier"] = {"title": earlier.title, "slug": earlier.record.slug}
    if later:
        matter["later"] = {"title": later.title, "slug": later.record.slug}
    return matter


def to_description(article: Article) -> str:
    """Return a neutral sentence on the article: kind, publication, date, places; none of its own words."""
    record = article.record
    places = ", ".join(place.name for place in record.places[:3])
    parts = [
        record.kind.capitalize(),
        stated(record.publication, "publication"),
        article.date_in_words,
        f"naming {places}" if places else "",
    ]
    return "; ".join(part for part in parts if part) + "."


def to_record_matter(article: Article) -> FrontMatter:
    """Return the record as the templates show it, every quotation with the paragraph where it stands."""
    record = article.record
    facts = {
        name: to_fact_matter(fact, article.paragraphs)
        for name in ("title", "subtitle", "date", "publication", "author")
        if (fact := getattr(record, name))
    }
    if date := record.date.value:
        facts["date"] |= {"value": date.words, "machine": date.machine, "edtf": date.edtf}
    numbers = {paragraph.line: paragraph.number for paragraph in article.paragraphs}
    return {
        **facts,
        "kind": record.kind,
        "language": Locale.parse(record.language, sep="-").get_display_name("en"),
        "people": [to_name_matter(name) for name in record.people],
        "places": [to_name_matter(name) for name in record.places],
        "bodies": [to_name_matter(name) for name in record.bodies],
        "subjects": list(record.subjects),
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


def to_name_matter(name: Name) -> FrontMatter:
    """Return a name, and the forms in which the file prints it if they differ."""
    others = [form for form in name.printed if form != name.name]
    return {"name": name.name, "printed": others} if others else {"name": name.name}
