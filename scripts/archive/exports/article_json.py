"""An article as JSON: what is known of it, and its paragraphs."""

import json
from dataclasses import asdict
from datetime import date

from archive.catalogue.citation import render_citations
from archive.catalogue.csl import render_csl
from archive.exports.plain_record import Plain, to_plain_record
from archive.pages.article_html import to_minutes
from archive.pages.page import to_description
from archive.sources.article import Article
from archive.sources.site import Site


def to_json(article: Article, site: Site) -> str:
    """Return what is known of an article, and its paragraphs, as JSON."""
    record = article.record
    known: Plain = {"title": article.title}
    if date_known := record.date.value:
        known |= {"date": date_known.first_day, "date_edtf": date_known.edtf}
    known |= {
        "description": to_description(article),
        "slug": record.slug,
        "language": record.language,
        "minutes": to_minutes(article),
        "citations": render_citations(render_csl(article, site)),
        "updated": record.updated,
        "file": {
            "name": f"{article.name}.txt",
            "size": article.size_in_words,
            "sha256": record.sha256,
        },
        "record": to_plain_record(article),
        "paragraphs": [asdict(paragraph) for paragraph in article.paragraphs],
    }
    return json.dumps(known, default=date.isoformat, ensure_ascii=False, indent=1)
