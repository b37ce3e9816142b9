"""The page of an article: a block of HTML, and front matter for what stands in its head."""

from typing import Any

import frontmatter
import yaml

from archive.catalogue.neighbours import Neighbours
from archive.pages.article_html import to_article_html
from archive.sources.article import Article, stated
from archive.sources.site import Site

TEMPLATE = "article.html"

FrontMatter = dict[str, Any]


class _Dumper(yaml.CSafeDumper):
    """Writes front matter without anchors, so that a person can read it."""

    def ignore_aliases(self, data: object) -> bool:
        """Write out whatever stands twice."""
        del data
        return True


def to_page(article: Article, neighbours: Neighbours, site: Site) -> str:
    """Return the page of an article as Markdown, one raw HTML block, with front matter."""
    post = frontmatter.Post(to_article_html(article, neighbours, site), **to_front_matter(article))
    return frontmatter.dumps(post, Dumper=_Dumper, sort_keys=False, width=10**6) + "\n"


def to_front_matter(article: Article) -> FrontMatter:
    """Return what MkDocs, other tools and the head of the page say of an article, as far as it is known."""
    record = article.record
    date = record.date.value
    known = {
        "title": article.title,
        "date": date and date.first_day,
        "date_edtf": date and date.edtf,
        "date_machine": date and date.machine,
        "description": to_description(article),
        "template": TEMPLATE,
        "slug": record.slug,
        "subtitle": record.subtitle and record.subtitle.value,
        "publication": record.publication.value,
        "author": article.author_words,
        "kind": record.kind,
        "language": record.language,
        "places": [place.name for place in record.places],
        "subjects": list(record.subjects),
        "rights": record.rights,
        "found_at": list(record.found_at),
        "file": f"{article.name}.txt",
        "sha256": record.sha256,
        "updated": record.updated,
    }
    return {key: value for key, value in known.items() if value}


def to_description(article: Article) -> str:
    """Return a neutral sentence on the article: kind, publication, date, places; none of its own words."""
    record = article.record
    places = ", ".join(place.name for place in record.places[:3])
    parts = [
        article.kind_in_words.capitalize(),
        stated(record.publication, "publication"),
        article.date_in_words,
        f"naming {places}" if places else "",
    ]
    return "; ".join(part for part in parts if part) + "."
