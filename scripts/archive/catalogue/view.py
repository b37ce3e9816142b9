"""The view of an article: all that pages, books, feeds and data say of it, made in this one place."""

from collections.abc import Iterator, Mapping, Sequence

from archive.catalogue.citation import list_citations
from archive.catalogue.csl import find_type, render_csl
from archive.catalogue.downloads import Download, list_downloads
from archive.catalogue.entry import Entry
from archive.catalogue.neighbours import list_neighbours
from archive.catalogue.record_view import View, render_fields, render_record
from archive.catalogue.tongues import find_tongues
from archive.sources.alike import Alike
from archive.sources.article import Article
from archive.sources.site import Site

# Silent reading of non-fiction, in words a minute: Brysbaert 2019, https://doi.org/10.1016/j.jml.2019.104047
WORDS_A_MINUTE = 238


def list_views(
    articles: Sequence[Article],
    items: Mapping[str, View],
    entries: Sequence[Entry],
    site: Site,
    before: Mapping[str, tuple[Article, View]],
) -> Iterator[View]:
    """Yield the view of each article; they stand newest first, and `items` has what lists say of each.

    `before` has articles of an earlier build by their slugs, each with its view: under a server, most are as
    they were.
    """
    paged = frozenset(entry.address for entry in entries if entry.has_page)
    alike = Alike()
    for article in articles:
        alike.add(article.record.slug, article.paragraphs)
    for article, beside in zip(articles, list_neighbours(articles, entries), strict=True):
        like = [found.name for found in alike.find(article.paragraphs) if found.name != article.record.slug]
        beside["alike"] = [items[slug] for slug in like]
        old, view = before.get(article.record.slug, (None, {}))
        own = view if old == article else render_own(article, site)
        # What lists say of it and what stands beside it hangs on the others, too.
        yield own | items[article.record.slug] | beside | render_record(article, paged)


def render_own(article: Article, site: Site) -> View:
    """Return the view of an article but for what others have to do with; addresses are below the home page.

    `date` is the first day that the date allows, for tools that know days only, `reference` what reference
    managers take it for.
    """
    record = article.record
    date = record.date.value
    csl = render_csl(article, site)
    tongues = find_tongues(article.paragraphs, article.record.languages)
    return {
        "title": article.title,
        "date": date and date.first_day,
        "description": render_description(article),
        "minutes": count_minutes(article),
        "language_name": article.language_in_words,
        "updated": record.updated,
        "lacks": list(article.lacks) or None,
        "file": render_file(article),
        "authors": [render_fields(author) | {"filed": author.filed} for author in record.author.value or ()],
        "reference": {"type": find_type(article).zotero, "title": csl["title"], "note": csl.get("note")},
        "citations": list_citations(article, csl),
        "downloads": [
            render_download(article, download) for download in list_downloads(site) if download.suffix
        ],
        "changed": article.changed,
        "csl": csl,
        "paragraphs": [render_fields(p) | tongues.get(p.number, {}) for p in article.paragraphs],
    }


def render_file(article: Article) -> View:
    """Return the original file: its name as received, where it is published, its size and fixity."""
    return {
        "name": f"{article.name}.txt",
        "record": f"{article.name}.yml",
        "address": f"articles/{article.record.slug}.txt",
        "bytes": len(article.data),
        "size": article.words.count("counts.bytes", len(article.data)),
        "sha256": article.record.sha256,
        "encoding": None if article.encoding == "utf-8" else article.encoding,
        "received_as": article.record.received_as,
    }


def render_download(article: Article, download: Download) -> View:
    """Return a file that stands beside the page of an article."""
    return {
        "label": article.words.find("formats").get(download.label, download.label),
        "address": f"articles/{article.record.slug}{download.suffix}",
        "media_type": download.media_type,
        "purpose": download.purpose,
    }


def render_description(article: Article) -> str:
    """Return a neutral sentence on the article: kind, publication, date, places; none of its own words."""
    kind = article.kind_in_words
    places = ", ".join(place.name for place in article.record.places[:3])
    parts = [
        kind[:1].upper() + kind[1:],
        article.publication_in_words,
        article.date_in_words,
        article.words.say("article.naming", places=places) if places else "",
    ]
    return "; ".join(part for part in parts if part) + "."


def count_minutes(article: Article) -> int:
    """Return about how many minutes the text takes to read, at least one."""
    words = sum(len(paragraph.text.split()) for paragraph in article.paragraphs)
    return max(1, round(words / WORDS_A_MINUTE))
