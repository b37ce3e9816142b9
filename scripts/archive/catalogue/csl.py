"""Articles as CSL-JSON, what every citation is made from: https://docs.citationstyles.org/en/stable/."""

from typing import Any

from archive.sources.article import Article
from archive.sources.dates import ArticleDate
from archive.sources.record import Kind
from archive.sources.site import Site

Csl = dict[str, Any]

# Every kind that isn't named here is that of a newspaper.
_TYPES: dict[Kind, str] = {
    "analysis": "article-magazine",
    "feature": "article-magazine",
    "interview": "article-magazine",
    "news commentary": "article-magazine",
    "press release": "webpage",
    "review": "article-magazine",
}


def render_csl(article: Article, site: Site) -> Csl:
    """Return an article as a CSL item; what is not stated is left out."""
    record = article.record
    item: Csl = {
        "id": record.slug,
        "type": _TYPES.get(record.kind, "article-newspaper") if record.kind else "article-newspaper",
        "title": full_title(article),
    }
    if article.author_words:
        item["author"] = [{"literal": article.author_words}]
    if record.publication.value:
        item["container-title"] = record.publication.value
    if record.date.value:
        item["issued"] = render_csl_date(record.date.value)
    return item | {
        "language": record.language,
        "archive": site.name,
        "URL": site.article_address(record.slug),
    }


def full_title(article: Article) -> str:
    """Return title and subtitle, parted by a colon unless the title ends a sentence."""
    subtitle = article.record.subtitle
    if not subtitle or not subtitle.value:
        return article.title
    return f"{article.title}{'' if article.title[-1] in '.?!:' else ':'} {subtitle.value}"


def render_csl_date(date: ArticleDate) -> Csl:
    """Return a date as CSL has it, no more exact than it is known; a date in doubt is `circa`."""
    if date.calendar:
        parts = [[int(part) for part in date.calendar.split("-")]]
    else:
        # Of a longer time, the years: citeproc-py sets days and months of it wrongly.
        parts = [[year] for year in sorted({date.first_day.year, date.last_day.year})]
    return {"date-parts": parts} | ({} if date.is_certain else {"circa": True})
