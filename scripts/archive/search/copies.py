"""What the search index holds of each article.

Pagefind reads a copy of each article in which every word is folded as a query is. It says which
articles may match; the browser then compares their paragraphs with the query. They travel with each
result as the id of an element: Pagefind hands ids on as they are, but indexes its own metadata, which
would bring in words that aren't folded. Facets are words of the index too: Pagefind's own filters
come out in another order with every build.
"""

import json
from collections import Counter
from collections.abc import Iterable
from html import escape

from archive.catalogue.facets import list_facets
from archive.catalogue.fold import find_words, fold, render_indexed, to_facet
from archive.sources.article import Article, stated

# Stands for a space in what travels with a result; docs/assets/search/engine.js puts the spaces back.
SPACE = "␣"


def list_vocabulary(articles: Iterable[Article]) -> list[str]:
    """Return each word once, in its most frequent spelling, the most frequent words first."""
    tokens = Counter(token for article in articles for text in to_texts(article) for token in text.split())
    words: Counter[str] = Counter()
    for token, count in tokens.items():
        for word in find_words(token):
            words[word] += count
    spellings: dict[str, str] = {}
    for word, _ in sorted(words.items(), key=lambda item: (-item[1], item[0])):
        spellings.setdefault(fold(word), word)
    return [spelling for form, spelling in spellings.items() if form]


def to_texts(article: Article) -> list[str]:
    """Return what is searched: title and subtitle, names, and each paragraph."""
    record = article.record
    names = [name.name for group in (record.people, record.places, record.bodies) for name in group]
    heading = " ".join(fact.value for fact in (record.title, record.subtitle) if fact and fact.value)
    return [heading, " / ".join(names), *(paragraph.text for paragraph in article.paragraphs)]


def render_copy(article: Article) -> str:
    """Return the copy that is indexed, as HTML: title and names weigh more than the text."""
    # What is folded is letters and digits: it holds no markup.
    title, named, *paragraphs = map(render_indexed, to_texts(article))
    body = [
        f"<h1>{title}</h1>",
        f'<p data-pagefind-weight="4">{named}</p>',
        *(f"<p>{paragraph}</p>" for paragraph in paragraphs),
        f"<p>{' '.join(to_facet(name, value) for name, value in list_facets(article))}</p>",
        f'<i data-pagefind-sort="date[data-day]" data-day="{article.first_day:%Y%m%d}"></i>',
        f'<i id="{_to_id(article)}"></i>',
    ]
    return "\n".join(['<!doctype html><html lang="en"><body>', *body, "</body></html>"])


def render_result(article: Article) -> dict[str, object]:
    """Return what a result shows and what a query is compared with."""
    record = article.record
    date = record.date.value
    names = (name.name for group in (record.people, record.places, record.bodies) for name in group)
    return {
        "slug": record.slug,
        "title": article.title,
        "subtitle": record.subtitle.value or "" if record.subtitle else "",
        "names": list(dict.fromkeys(names)),
        "publication": stated(record.publication, "publication"),
        "kind": article.kind_in_words,
        "date": [date.machine, date.words, record.date.basis] if date else [],
        "paragraphs": [paragraph.text for paragraph in article.paragraphs],
    }


def _to_id(article: Article) -> str:
    # Pagefind drops white space from ids; JSON in ASCII has no other use for this character.
    return escape(json.dumps(render_result(article), separators=(",", ":")).replace(" ", SPACE))
