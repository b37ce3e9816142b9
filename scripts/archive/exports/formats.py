"""Every format in which a reader may take an article away; page, head and files follow this one table."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from archive.catalogue.record_view import View
from archive.catalogue.view import Download
from archive.exports.epub import render_article_epub
from archive.exports.reference_files import render_bibtex, render_csl_json, render_ris
from archive.exports.tei import render_tei
from archive.pages.article_page import render_article_page
from archive.pages.page import render_page
from archive.sources.site import Site

Render = Callable[[View, Site], str | bytes]


@dataclass(frozen=True)
class Format:
    """A format: what readers are told of it, and what makes it; the original is published as it is."""

    download: Download
    render: Render | None


def complete_addresses(view: View, site: Site) -> View:
    """Return a view whose addresses lead to the site from anywhere."""

    def complete(key: str, value: object) -> object:
        if isinstance(value, dict):
            return {inner: complete(inner, item) for inner, item in value.items()}
        if isinstance(value, list):
            return [complete("", item) for item in value]
        return f"{site.address}{value}" if key == "address" else value

    return {key: complete(key, value) for key, value in view.items()}


def render_markdown(view: View, site: Site) -> str:
    """Return the page of an article as a file that may be kept elsewhere."""
    page = render_article_page(complete_addresses(view, site))
    own = {key: value for key, value in page.meta.items() if key not in {"template", "hide"}}
    return render_page(own, page.body)


def render_json(view: View, site: Site) -> str:
    """Return all that is known of an article, and its paragraphs, as JSON."""
    known = {key: value for key, value in view.items() if key not in {"changed", "csl", "row"}}
    whole = complete_addresses(known, site)
    return json.dumps(whole, default=date.isoformat, ensure_ascii=False, indent=1) + "\n"


FORMATS = (
    Format(Download(".txt", "Original text", "text/plain", "copy"), None),
    Format(Download(".md", "Markdown", "text/markdown", "copy"), render_markdown),
    Format(Download(".json", "JSON", "application/json", "copy"), render_json),
    Format(Download(".epub", "EPUB", "application/epub+zip", "copy"), render_article_epub),
    Format(Download(".tei.xml", "TEI", "application/tei+xml", "copy"), render_tei),
    Format(
        Download(".csl.json", "CSL-JSON", "application/vnd.citationstyles.csl+json", "reference"),
        lambda view, _: render_csl_json([view]),
    ),
    Format(
        Download(".bib", "BibTeX", "application/x-bibtex", "reference"),
        lambda view, _: render_bibtex([view]),
    ),
    Format(
        Download(".ris", "RIS", "application/x-research-info-systems", "reference"),
        lambda view, _: render_ris([view]),
    ),
)
DOWNLOADS = tuple(form.download for form in FORMATS)
