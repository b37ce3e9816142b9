"""The page of an article, as Markdown with front matter for the templates."""

import json
from dataclasses import asdict
from datetime import date

import frontmatter
import yaml

from archive.article import Article, stated
from archive.citation import to_citations
from archive.csl import to_csl
from archive.neighbours import Neighbours, Others
from archive.record_matter import FrontMatter, to_record_matter
from archive.site import Site
from archive.verbatim import to_text_html

TEMPLATE = "article.html"


class _Dumper(yaml.CSafeDumper):
    """Writes front matter without anchors, so that a person can read it."""

    def ignore_aliases(self, data: object) -> bool:
        """Write out whatever stands twice."""
        del data
        return True


def to_page(article: Article, neighbours: Neighbours, site: Site) -> str:
    """Return the page of an article."""
    furniture = {item.line: item.label for item in article.record.furniture}
    body = to_text_html(article.paragraphs, furniture, article.record.language)
    post = frontmatter.Post(body, **to_front_matter(article, neighbours, site))
    return frontmatter.dumps(post, Dumper=_Dumper, sort_keys=False, width=10**6) + "\n"


def to_front_matter(article: Article, neighbours: Neighbours, site: Site) -> FrontMatter:
    """Return what MkDocs, other tools and the templates need to know of an article."""
    record = article.record
    matter: FrontMatter = {"title": article.title}
    if known := record.date.value:
        matter |= {"date": known.first_day, "date_edtf": known.edtf}
    matter |= {
        "description": to_description(article),
        "template": TEMPLATE,
        "slug": record.slug,
        "language": record.language,
        "minutes": to_minutes(article),
        "citations": to_citations(to_csl(article, site)),
        "updated": article.record.updated,
        "file": {
            "name": f"{article.name}.txt",
            "size": f"{len(article.data):,} bytes",
            "sha256": record.sha256,
        },
        "record": to_record_matter(article),
    }
    if neighbours.earlier:
        matter["earlier"] = to_link_matter(neighbours.earlier)
    if neighbours.later:
        matter["later"] = to_link_matter(neighbours.later)
    if neighbours.others:
        matter["others"] = [to_others_matter(others) for others in neighbours.others]
    return matter


def to_json(article: Article, site: Site) -> str:
    """Return what is known of an article, and its paragraphs, as JSON."""
    known = to_front_matter(article, Neighbours(), site)
    paragraphs = [asdict(paragraph) for paragraph in article.paragraphs]
    del known["template"]
    return json.dumps(
        known | {"paragraphs": paragraphs}, default=date.isoformat, ensure_ascii=False, indent=1
    )


def to_link_matter(article: Article) -> FrontMatter:
    """Return what a link to another article needs."""
    return {"title": article.title, "slug": article.record.slug, "language": article.record.language}


def to_others_matter(others: Others) -> FrontMatter:
    """Return the other articles under an entry that is shared."""
    return {
        "name": others.entry.name,
        "address": others.entry.address,
        "count": f"{len(others.entry.mentions):,}",
        "articles": [to_link_matter(article) for article in others.nearest],
    }


def to_minutes(article: Article) -> int:
    """Return about how many minutes the text takes to read.

    238 words a minute is the mean of silent reading: Brysbaert 2019, https://doi.org/10.1016/j.jml.2019.104047
    """
    words = sum(len(paragraph.text.split()) for paragraph in article.paragraphs)
    return max(1, round(words / 238))


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
