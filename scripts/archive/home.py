"""The list of articles that the home page includes."""

from collections.abc import Iterable

from archive.article import Article, stated
from archive.verbatim import to_verbatim


def to_list_html(articles: Iterable[Article]) -> str:
    """Return the articles, in the order given, as one raw HTML block for the home page."""
    return "\n".join(['<ol id="articles">', *(to_item_html(article) for article in articles), "</ol>", ""])


def to_item_html(article: Article) -> str:
    """Return one article: its title, what is known of it, its opening words."""
    record = article.record
    href = f"articles/{record.slug}/"
    known = [to_date_html(article), to_verbatim(stated(record.publication, "publication")), record.kind]
    language = to_verbatim(record.language)
    return (
        f'<li><h2 dir="auto" lang="{language}"><a href="{href}">{to_verbatim(article.title)}</a></h2>'
        f'<p class="known">{" · ".join(known)}</p>'
        f'<p class="incipit" dir="auto" lang="{language}">{to_verbatim(article.incipit)}</p></li>'
    )


def to_date_html(article: Article) -> str:
    """Return the date as known, as a `time` element with its certainty."""
    date = article.record.date
    if not date.value:
        return "date not stated"
    return f'<time datetime="{date.value.machine}">{to_verbatim(date.value.words)}</time>, {date.basis}'
