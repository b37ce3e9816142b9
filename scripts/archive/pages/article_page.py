"""The page of an article: front matter as a person would write it, and nothing but the text below it."""

from archive.catalogue.record_view import View
from archive.pages.markdown import render_paragraph
from archive.pages.page import Page


def render_article_page(view: View) -> Page:
    """Return the page of an article from its view."""
    meta = {
        "title": view["title"],
        "date": view["facts"]["date"].get("edtf"),
        "description": view["description"],
        "author": view["author"],
        "publication": view["publication"],
        "language": view["language"],
        "template": "article.html",
    }
    return Page(f"articles/{view['slug']}.md", meta, view, render_text(view))


def render_text(view: View) -> str:
    """Return the text of an article as Markdown."""
    furniture = {item["paragraph"]: item["label"] for item in view["furniture"]}
    return "\n".join(render_paragraph(item, furniture.get(item["number"])) for item in view["paragraphs"])
