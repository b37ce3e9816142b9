"""Articles as CSL-JSON, what every citation is made from: https://docs.citationstyles.org/en/stable/."""

from dataclasses import dataclass
from typing import Any

from archive.sources.article import Article
from archive.sources.authors import Author
from archive.sources.date_words import Calendar, list_ends
from archive.sources.dates import ArticleDate
from archive.sources.site import Site
from archive.sources.words import ENGLISH

Csl = dict[str, Any]


@dataclass(frozen=True)
class ReferenceType:
    """What an article is to reference managers, by the names of CSL, Zotero, RIS and BibLaTeX."""

    csl: str
    zotero: str
    ris: str
    bibtex: str


NEWSPAPER = ReferenceType("article-newspaper", "newspaperArticle", "NEWS", "article")
ONLINE = ReferenceType("webpage", "webpage", "ELEC", "online")
# What stands before a family name and belongs to it: `van`.
PARTICLE = "non-dropping-particle"
TYPES = {kind.csl: kind for kind in (NEWSPAPER, ONLINE)}


def find_type(article: Article) -> ReferenceType:
    """Return the one type of an article: a press release was put out by itself, the rest stood in a paper."""
    return ONLINE if article.record.kind == "press release" else NEWSPAPER


def render_csl(article: Article, site: Site) -> Csl:
    """Return an article as a CSL item; what is not stated is left out."""
    record = article.record
    known: Csl = {
        "id": record.slug,
        "type": find_type(article).csl,
        "title": full_title(article),
        "title-short": article.title if record.subtitle and record.subtitle.value else None,
        "author": [render_csl_author(author) for author in record.author.value or ()],
        "container-title": record.publication.value,
        "issued": record.date.value and render_csl_date(record.date.value),
        "language": record.language,
        "archive": site.name,
        "URL": site.article_address(record.slug),
        "note": "; ".join(f"Text found at {address}" for address in record.found_at),
    }
    return {key: value for key, value in known.items() if value}


def full_title(article: Article) -> str:
    """Return title and subtitle, parted by a colon unless the title ends a sentence."""
    subtitle = article.record.subtitle
    if not subtitle or not subtitle.value:
        return article.title
    return f"{article.title}{'' if article.title[-1] in '.?!:' else ':'} {subtitle.value}"


def render_csl_author(author: Author) -> Csl:
    """Return a person by the parts of the name, or a body as it stands."""
    if author.family is None:
        return {"literal": author.name}
    parts = {
        "family": author.family,
        "given": author.given,
        PARTICLE: author.particle,
        "suffix": author.suffix,
    }
    return {key: value for key, value in parts.items() if value}


def render_csl_date(date: ArticleDate) -> Csl:
    """Return a date as CSL has it, no more exact than it is known; a date in doubt is `circa`.

    CSL has no form for an end that is open or unknown, nor for what is rarer: these are words.
    """
    doubt = {} if date.is_certain else {"circa": True}
    match list_ends(date.edtf):
        case [Calendar(season=int(season)) as only]:
            return {"date-parts": [[int(only.day)]], "season": season} | doubt
        case [*ends] if ends and all(end and not end.season for end in ends):
            return {"date-parts": [[int(part) for part in end.day.split("-")] for end in ends if end]} | doubt
    # As the styles of citation, which are American.
    return {"literal": date.in_words(ENGLISH)} | doubt
