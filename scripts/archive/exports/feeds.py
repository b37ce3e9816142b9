"""Feeds of the articles: Atom (RFC 4287) and JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime, time

from feedgen.feed import FeedGenerator

from archive.exports.xhtml import to_paragraphs_xhtml, to_summary, to_xml_characters
from archive.sources.article import Article
from archive.sources.site import Site

ATOM, JSON = "feed.xml", "feed.json"

# As many as a feed reader likes to fetch at a time; the archive itself has all.
LONGEST_FEED = 50


def render_feeds(articles: Sequence[Article], site: Site) -> dict[str, bytes]:
    """Return both feeds: the articles whose records changed last, the newest first."""
    newest = sorted(articles, key=lambda article: article.changed, reverse=True)[:LONGEST_FEED]
    return {ATOM: to_atom(newest, site), JSON: to_json_feed(newest, site)}


def to_atom(articles: Sequence[Article], site: Site) -> bytes:
    """Return the Atom feed, with the full text of each article."""
    feed = FeedGenerator()
    feed.id(site.address)
    feed.title(site.name)
    feed.subtitle(site.description)
    feed.author(name=site.name)
    feed.link(href=site.address, rel="alternate")
    feed.link(href=f"{site.address}{ATOM}", rel="self")
    feed.updated(max((to_moment(article) for article in articles), default=datetime(1970, 1, 1, tzinfo=UTC)))
    for article in articles:
        entry = feed.add_entry(order="append")
        entry.id(site.article_address(article.record.slug))
        entry.title(to_xml_characters(article.title))
        entry.link(href=site.article_address(article.record.slug))
        entry.updated(to_moment(article))
        entry.summary(to_summary(article))
        entry.content("".join(to_paragraphs_xhtml(article, numbered=False)), type="html")
        if article.author_words:
            entry.author(name=article.author_words)
    found: bytes = feed.atom_str(pretty=True)
    return found


def to_json_feed(articles: Sequence[Article], site: Site) -> bytes:
    """Return the JSON feed, with the full text of each article."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": site.name,
        "description": site.description,
        "home_page_url": site.address,
        "feed_url": f"{site.address}{JSON}",
        "language": "en",
        "items": [to_json_item(article, site) for article in articles],
    }
    return (json.dumps(feed, ensure_ascii=False, indent=1) + "\n").encode()


def to_json_item(article: Article, site: Site) -> dict[str, object]:
    """Return an article as an item of the JSON feed; an author who isn't stated is left out."""
    author = article.author_words
    return {
        "id": site.article_address(article.record.slug),
        "url": site.article_address(article.record.slug),
        "title": article.title,
        "summary": to_summary(article),
        "content_html": "".join(to_paragraphs_xhtml(article, numbered=False)),
        "date_modified": to_moment(article).isoformat(),
        "language": article.record.language,
        **({"authors": [{"name": author}]} if author else {}),
    }


def to_moment(article: Article) -> datetime:
    """Return the first moment of the day on which the record was last changed."""
    return datetime.combine(article.changed, time(), UTC)
