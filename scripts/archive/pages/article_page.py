"""The page of an article: its view as front matter, and below it nothing but the text."""

from archive.catalogue.record_view import View
from archive.pages.markdown import render_paragraph
from archive.pages.page import Meta, Page

# The template has sidebars of its own in the place of Material's:
# https://squidfunk.github.io/mkdocs-material/setup/setting-up-navigation/#hiding-the-sidebars
HIDDEN = ["navigation", "toc"]


def render_article_page(view: View) -> Page:
    """Return the page of an article from its view."""
    own = {key: value for key, value in view.items() if key not in {"csl", "paragraphs"}}
    meta: Meta = {"title": view["title"], "template": "article.html", "hide": HIDDEN}
    return Page(f"articles/{view['slug']}.md", meta | own, render_text(view))


def render_text(view: View) -> str:
    """Return the text of an article as Markdown."""
    labels = {item["paragraph"]: item["label"] for item in view["furniture"]}
    paragraphs = ((paragraph["number"], paragraph["text"]) for paragraph in view["paragraphs"])
    return "\n".join(render_paragraph(number, text, labels.get(number)) for number, text in paragraphs)
