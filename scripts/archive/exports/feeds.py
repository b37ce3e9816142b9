"""Feeds of the articles: Atom (RFC 4287) and JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

import json
from collections.abc import Sequence
from datetime import date

from archive.catalogue.record_view import View
from archive.exports.changed import find_changed, first_moment
from archive.exports.markup import render_template
from archive.sources.date_words import to_words
from archive.sources.site import Site
from archive.sources.words import Words

ATOM, JSON = "feed.xml", "feed.json"

# As many as a feed reader likes to fetch at a time; the archive itself has all.
LONGEST_FEED = 50


def render_feeds(views: Sequence[View], site: Site) -> dict[str, str]:
    """Return both feeds: the articles whose records changed last, the newest first."""
    # Those that don't say when stand last, in their own order, which the sort keeps.
    newest = sorted(views, key=lambda view: str(view["changed"] or ""), reverse=True)[:LONGEST_FEED]
    items = [render_item(view, site) for view in newest]
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": site.name,
        "description": site.description,
        "home_page_url": site.address,
        "feed_url": f"{site.address}{JSON}",
        "language": site.words.language,
        "items": items,
    }
    # RFC 4287 demands of each entry when it was updated; JSON Feed doesn't.
    updated = [find_changed([view]).isoformat() for view in newest]
    atom = render_template(
        "atom.xml",
        site=site,
        entries=zip(items, updated, strict=True),
        updated=find_changed(newest).isoformat(),
    )
    return {ATOM: atom, JSON: json.dumps(feed, ensure_ascii=False, indent=1) + "\n"}


def render_item(view: View, site: Site) -> View:
    """Return an article as an item of the JSON feed, with its full text; what isn't stated is left out."""
    address = site.address + view["address"]
    moments = {"date_modified": view["changed"], "date_published": find_published(view)}
    authors = [{"name": author["name"]} for author in view["authors"]]
    return {
        "id": address,
        "url": address,
        "title": view["title"],
        "summary": view["description"],
        "content_html": render_content(view, site.words),
        "language": view["language"],
        **{name: first_moment(day).isoformat() for name, day in moments.items() if day},
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


def find_published(view: View) -> date | None:
    """Return the day of the article, if it is known to the day and not inferred.

    All else is no date that a reader of feeds could show without making it more exact or more certain.
    """
    known = view["facts"]["date"]
    day: date | None = view["date"]
    return day if day and known.get("edtf") == day.isoformat() and known["basis"] != "inferred" else None
