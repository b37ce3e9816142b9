"""What makes each format in which a reader may take an article away; catalogue/downloads.py lists them."""

import json
from collections.abc import Callable
from datetime import date

from archive.catalogue.record_view import View
from archive.exports.epub import render_article_epub
from archive.exports.reference_files import render_bibtex, render_csl_json, render_ris
from archive.exports.tei import render_tei
from archive.pages.article_page import render_article_page
from archive.pages.page import render_page
from archive.sources.site import Site

Render = Callable[[View, Site], str | bytes]


def complete_addresses(view: View, site: Site) -> View:
    """Return a view whose addresses lead to the site from anywhere."""

    def complete(key: str, value: object) -> object:
        if isinstance(value, dict):
            return {inner: complete(inner, item) for inner, item in value.items()}
        if isinstance(value, list):
            return [complete("", item) for item in value]
        return f"{site.address}{value}" if key == "address" and value else value

    return {key: complete(key, value) for key, value in view.items()}


def render_markdown(view: View, site: Site) -> str:
    """Return the page of an article as a file that may be kept elsewhere."""
    page = render_article_page(view)
    own = {key: value for key, value in page.meta.items() if key != "template"}
    address, file = site.article_address(view["slug"]), view["file"]
    original = {"original": site.address + file["address"], "sha256": file["sha256"]}
    return render_page(own | {"address": address} | original, page.body)


def render_json(view: View, site: Site) -> str:
    """Return all that is known of an article, and its paragraphs, as JSON."""
    known = {key: value for key, value in view.items() if key not in {"changed", "csl", "row"}}
    whole = complete_addresses(known, site)
    return json.dumps(whole, default=date.isoformat, ensure_ascii=False, indent=1) + "\n"


# What makes each download, by the end of its name; the original is published as it is.
RENDERERS: dict[str, Render] = {
    ".md": render_markdown,
    ".json": render_json,
    ".epub": render_article_epub,
    ".tei.xml": render_tei,
    ".csl.json": lambda view, _: render_csl_json([view]),
    ".bib": lambda view, _: render_bibtex([view]),
    ".ris": lambda view, _: render_ris([view]),
}
