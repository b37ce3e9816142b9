"""Feeds of the articles: Atom (RFC 4287) and JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

import json
from collections.abc import Sequence
from datetime import UTC, date, datetime, time

from feedgen.feed import FeedGenerator

from archive.catalogue.record_view import View
from archive.exports.markup import render_template, replace_not_in_xml
from archive.sources.date_words import to_words
from archive.sources.site import Site
from archive.sources.words import Words

ATOM, JSON = "feed.xml", "feed.json"

# As many as a feed reader likes to fetch at a time; the archive itself has all.
LONGEST_FEED = 50


def render_feeds(views: Sequence[View], site: Site) -> dict[str, bytes]:
    """Return both feeds: the articles whose records changed last, the newest first."""
    newest = sorted(views, key=lambda view: str(view["changed"]), reverse=True)[:LONGEST_FEED]
    return {ATOM: render_atom(newest, site), JSON: render_json_feed(newest, site)}


def render_atom(views: Sequence[View], site: Site) -> bytes:
    """Return the Atom feed, with the full text of each article."""
    feed = FeedGenerator()
    feed.id(site.address)
    feed.title(site.name)
    feed.subtitle(site.description)
    feed.author(name=site.name)
    feed.link(href=site.address, rel="alternate")
    feed.link(href=f"{site.address}{ATOM}", rel="self")
    feed.updated(
        max((first_moment(view["changed"]) for view in views), default=datetime(1970, 1, 1, tzinfo=UTC))
    )
    for view in views:
        entry = feed.add_entry(order="append")
        entry.id(site.address + view["address"])
        entry.title(replace_not_in_xml(view["title"]))
        entry.link(href=site.address + view["address"])
        entry.updated(first_moment(view["changed"]))
        entry.summary(replace_not_in_xml(view["description"]))
        entry.content(render_content(view, site.words), type="html")
        if moment := find_published(view):
            entry.published(moment)
        entry.author([{"name": replace_not_in_xml(author["name"])} for author in view["authors"]])
    found: bytes = feed.atom_str(pretty=True)
    return found


def render_json_feed(views: Sequence[View], site: Site) -> bytes:
    """Return the JSON feed, with the full text of each article."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": site.name,
        "description": site.description,
        "home_page_url": site.address,
        "feed_url": f"{site.address}{JSON}",
        "language": site.words.language,
        "items": [render_json_item(view, site) for view in views],
    }
    return (json.dumps(feed, ensure_ascii=False, indent=1) + "\n").encode()


def render_json_item(view: View, site: Site) -> View:
    """Return an article as an item of the JSON feed; what isn't stated is left out."""
    address = site.address + view["address"]
    moment = find_published(view)
    authors = [{"name": author["name"]} for author in view["authors"]]
    return {
        "id": address,
        "url": address,
        "title": view["title"],
        "summary": view["description"],
        "content_html": render_content(view, site.words),
        "date_modified": first_moment(view["changed"]).isoformat(),
        "language": view["language"],
        **({"date_published": moment.isoformat()} if moment else {}),
        **({"authors": authors} if authors else {}),
    }


def render_content(view: View, words: Words) -> str:
    """Return the text of an article as XHTML below its date, page furniture labelled."""
    labels = {item["paragraph"]: item["label"] for item in view["furniture"]}
    dated = render_dated(view, words)
    return render_template("paragraphs.xhtml", view=view, labels=labels, dated=dated, words=words)


def render_dated(view: View, words: Words) -> str:
    """Return in words how the article is dated, and when its record was last changed, if it says so."""
    date = view["facts"]["date"]
    key = "exports.dated" if date["value"] else "exports.undated"
    basis = words.say(f"bases.{date['basis']}")
    if not view["updated"]:
        return words.say(key, date=date["value"], basis=basis)
    day = to_words(view["updated"].isoformat(), words)
    return words.say(f"{key}_changed", date=date["value"], basis=basis, day=day)


def find_published(view: View) -> datetime | None:
    """Return the first moment of the day of the article, if that is known to the day and not inferred.

    All else is no date that a reader of feeds could show without making it more exact or more certain.
    """
    date = view["facts"]["date"]
    is_day = date.get("edtf") == view["date"].isoformat() if view["date"] else False
    return first_moment(view["date"]) if is_day and date["basis"] != "inferred" else None


def first_moment(day: date) -> datetime:
    """Return the first moment of a day."""
    return datetime.combine(day, time(), UTC)
