"""The page of an article: its view as front matter, and below it nothing but the text."""

from archive.catalogue.record_view import View
from archive.pages.markdown import render_paragraph
from archive.pages.page import Meta, Page

# The template has sidebars of its own in the place of Material's:
# https://squidfunk.github.io/mkdocs-material/setup/setting-up-navigation/#hiding-the-sidebars
HIDDEN = ["navigation", "toc"]

# Of the view: what the text itself says, or what is made for other files.
NOT_ON_THE_PAGE = {"changed", "coins", "csl", "paragraphs", "printed_names", "row"}


def render_article_page(view: View) -> Page:
    """Return the page of an article from its view."""
    own = {key: value for key, value in view.items() if key not in NOT_ON_THE_PAGE}
    meta: Meta = {"title": view["title"], "template": "article.html", "hide": HIDDEN}
    return Page(f"articles/{view['slug']}.md", meta | own, render_text(view))


def render_text(view: View) -> str:
    """Return the text of an article as Markdown."""
    furniture = {item["paragraph"]: item["label"] for item in view["furniture"]}
    return "\n".join(render_paragraph(item, furniture.get(item["number"])) for item in view["paragraphs"])
