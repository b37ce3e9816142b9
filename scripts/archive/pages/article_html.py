"""An article as one block of HTML: title, text, what is known and how, citations, what stands beside it."""

from collections.abc import Iterator

from archive.catalogue.citation import render_citations
from archive.catalogue.csl import render_csl
from archive.catalogue.neighbours import Neighbours, Others
from archive.pages.article_list import to_date_html, to_link_html
from archive.pages.record_html import ROOT, to_name_link, to_record_html
from archive.pages.verbatim import to_text_html, to_verbatim, to_verbatim_html
from archive.sources.article import Article, stated
from archive.sources.site import Site

# What stands beside the page of an article, by the end of its address.
_REFERENCES = {".csl.json": "CSL-JSON", ".bib": "BibTeX", ".ris": "RIS"}
_COPIES = {".txt": "the original", ".md": "Markdown", ".json": "JSON", ".epub": "EPUB"}


def to_article_html(article: Article, neighbours: Neighbours, site: Site) -> str:
    """Return the page of an article, but for what every page has around it."""
    lines = [
        "<article>",
        *to_title_html(article),
        to_text_html(article.paragraphs, article.furniture, article.record.language),
        '<p class="as-found">Misprints, lost words and page furniture are shown as they were received.</p>',
        *to_record_html(article, site.article_address(article.record.slug)),
        *to_cite_html(article, site),
        *to_others_html(neighbours.others),
        *to_neighbours_html(neighbours),
        "</article>",
    ]
    return "\n".join(lines)


def to_title_html(article: Article) -> Iterator[str]:
    """Yield title and subtitle, and in a line what is known, and how long it takes to read."""
    record = article.record
    language = to_verbatim(record.language)
    yield '<header class="title-block">'
    yield f'<h1 dir="auto" lang="{language}">{to_verbatim(article.title)}</h1>'
    if record.subtitle and record.subtitle.value:
        yield f'<p class="subtitle" dir="auto" lang="{language}">{to_verbatim(record.subtitle.value)}</p>'
    publication = f'<span dir="auto">{to_verbatim(stated(record.publication, "publication"))}</span>'
    minutes = to_minutes(article)
    yield f'<p class="known">{publication} · {to_date_html(article)} · {article.kind_in_words} ·'
    yield f"about {minutes} minute{'' if minutes == 1 else 's'} to read</p>"
    yield "</header>"


def to_minutes(article: Article) -> int:
    """Return about how many minutes the text takes to read.

    238 words a minute is the mean of silent reading: Brysbaert 2019, https://doi.org/10.1016/j.jml.2019.104047
    """
    words = sum(len(paragraph.text.split()) for paragraph in article.paragraphs)
    return max(1, round(words / 238))


def to_cite_html(article: Article, site: Site) -> Iterator[str]:
    """Yield the citations, and the files to take away."""
    yield '<section class="cite" aria-labelledby="cite">'
    yield '<h2 id="cite">Cite this article</h2>'
    yield "<ul>"
    for number, (style, citation) in enumerate(render_citations(render_csl(article, site)).items()):
        own_id = "" if number else ' id="citation"'
        yield f'<li><b>{style}</b> <span{own_id} dir="auto">{to_verbatim_html(citation)}</span></li>'
    yield "</ul>"
    base = f"{ROOT}articles/{article.record.slug}"
    references, copies = (
        ", ".join(f'<a href="{base}{end}">{name}</a>' for end, name in files.items())
        for files in (_REFERENCES, _COPIES)
    )
    yield f"<p>For reference managers: {references}."
    yield f"To take away: {copies}.</p>"
    yield "</section>"


def to_others_html(others: tuple[Others, ...]) -> Iterator[str]:
    """Yield the names that other articles share, with those of them that are nearest by date."""
    if others:
        yield '<section class="others" aria-labelledby="others">'
        yield '<h2 id="others">Others that name the same</h2>'
        yield "<ul>"
        for shared in others:
            count = f'<span class="known">{len(shared.entry.mentions):,} articles</span>'
            yield f"<li>{to_name_link(shared.entry.group, shared.entry.name)} {count}"
            yield "<ul>"
            for other in shared.nearest:
                yield f"<li>{to_link_html(other, ROOT)}</li>"
            yield "</ul></li>"
        yield "</ul>"
        yield "</section>"


def to_neighbours_html(neighbours: Neighbours) -> Iterator[str]:
    """Yield links to the articles before and after this one by date."""
    if neighbours.earlier or neighbours.later:
        yield '<nav class="neighbours" aria-label="Articles by date">'
        if neighbours.earlier:
            yield to_neighbour_html(neighbours.earlier, "prev", "Earlier")
        if neighbours.later:
            yield to_neighbour_html(neighbours.later, "next", "Later")
        yield "</nav>"


def to_neighbour_html(article: Article, relation: str, label: str) -> str:
    """Return a link to an article before or after this one."""
    language = to_verbatim(article.record.language)
    title = f'<span dir="auto" lang="{language}">{to_verbatim(article.title)}</span>'
    address = f"{ROOT}articles/{article.record.slug}/"
    return f'<a rel="{relation}" href="{address}"><span>{label}</span> {title}</a>'
