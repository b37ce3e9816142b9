"""Feeds of the articles: Atom (RFC 4287) and JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

import json
from collections.abc import Sequence
from datetime import date

from archive.catalogue.record_view import View
from archive.exports.markup import find_changed, render_template
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
    # RFC 4287 demands of the feed and each entry when it was updated; JSON Feed doesn't.
    entries = zip(items, (find_changed([view]) for view in newest), strict=True)
    atom = render_template("atom.xml", site=site, entries=entries, updated=find_changed(newest))
    return {ATOM: atom, JSON: json.dumps(feed, ensure_ascii=False, indent=1) + "\n"}


def render_item(view: View, site: Site) -> View:
    """Return an article as an item of the JSON feed, with its full text; what isn't stated is left out."""
    address = site.address + view["address"]
    days = {"date_modified": view["changed"], "date_published": find_published(view)}
    authors = [{"name": author["name"]} for author in view["authors"]]
    return {
        "id": address,
        "url": address,
        "title": view["title"],
        "summary": view["description"],
        "content_html": render_content(view, site.words),
        "language": view["language"],
        **{name: f"{day}T00:00:00+00:00" for name, day in days.items() if day},
        **({"authors": authors} if authors else {}),
    }


def find_published(view: View) -> date | None:
    """Return the day of the article, if it is known to the day and not inferred.

    All else is no date that a reader of feeds could show without making it more exact or more certain.
    """
    known = view["facts"]["date"]
    day: date | None = view["date"]
    return day if day and known.get("edtf") == day.isoformat() and known["basis"] != "inferred" else None


def render_content(view: View, words: Words) -> str:
    """Return the text of an article as XHTML, page furniture labelled.

    Above it stands how the article is dated, and when its record was last changed, if it says so.
    """
    date, updated = view["facts"]["date"], view["updated"]
    key = "exports.dated" if date["value"] else "exports.undated"
    changed = {"day": to_words(updated.isoformat(), words)} if updated else {}
    basis = words.say(f"bases.{date['basis']}")
    dated = words.say(f"{key}_changed" if updated else key, date=date["value"], basis=basis, **changed)
    labels = {item["paragraph"]: item["label"] for item in view["furniture"]}
    return render_template("paragraphs.xhtml", view=view, labels=labels, dated=dated, words=words)
