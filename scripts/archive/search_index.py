"""Writes the search index of a built site with Pagefind: https://pagefind.app/docs/py-api/.

Pagefind reads a copy of each article in which every word is folded as a query is. It says which
articles may match; the browser then compares their paragraphs with the query. They travel with each
result as the id of an element: Pagefind hands ids on as they are, but indexes its own metadata, which
would bring in words that aren't folded. Facets are words of the index too: Pagefind's own filters
come out in another order with every build.
"""

import asyncio
import json
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path

from pagefind.index import IndexConfig, PagefindIndex

from archive.article import Article, stated
from archive.fold import find_words, fold, to_facet, to_indexed
from archive.page import to_data

FACETS = ("year", "publication", "kind", "person")

# What Pagefind writes beside the index for interfaces other than ours.
_UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js")


def write_search_index(articles: Sequence[Article], site: Path) -> None:
    """Write `pagefind/` into the site: the index, Pagefind's own script, facets and vocabulary."""
    output = site / "pagefind"
    with tempfile.TemporaryDirectory() as copies:
        for article in articles:
            Path(copies, f"{article.record.slug}.html").write_text(to_copy_html(article), encoding="utf-8")
        vocabulary = asyncio.run(_index(copies, output, articles))
    for pattern in _UNUSED:
        for path in output.glob(pattern):
            path.unlink()
    (output / "facets.json").write_text(json.dumps(count_facets(articles)), encoding="utf-8")
    (output / "vocabulary.json").write_text(json.dumps(vocabulary), encoding="utf-8")


async def _index(copies: str, output: Path, articles: Sequence[Article]) -> list[str]:
    # One index for all languages, so that one query finds every article.
    config = IndexConfig(output_path=str(output), force_language="en")
    async with PagefindIndex(config) as index:
        indexing = asyncio.create_task(index.add_directory(copies))
        # Pagefind is a process of its own: there is time to count words meanwhile.
        vocabulary = await asyncio.to_thread(to_vocabulary, articles)
        await indexing
    return vocabulary


def count_facets(articles: Iterable[Article]) -> dict[str, dict[str, int]]:
    """Return for each facet its values in order, and how many articles have each."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in FACETS}
    for article in articles:
        for name, value in to_facets(article):
            counts[name][value] += 1
    return {name: dict(sorted(values.items())) for name, values in counts.items()}


def to_vocabulary(articles: Iterable[Article]) -> list[str]:
    """Return each word of the archive once, in its most frequent spelling, the most frequent words first."""
    counts = Counter(
        word
        for article in articles
        for text in (article.title, *(paragraph.text for paragraph in article.paragraphs))
        for word in find_words(text)
    )
    spellings: dict[str, str] = {}
    for word, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        spellings.setdefault(fold(word), word)
    return [spelling for form, spelling in spellings.items() if form]


def to_copy_html(article: Article) -> str:
    """Return the copy that is indexed: title and names weigh more than the text."""
    record = article.record
    names = [name.name for group in (record.people, record.places, record.bodies) for name in group]
    heading = " ".join(fact.value for fact in (record.title, record.subtitle) if fact and fact.value)
    body = [
        f"<h1>{_to_words(heading)}</h1>",
        f'<p data-pagefind-weight="4">{_to_words(" / ".join(names))}</p>',
        *(f"<p>{_to_words(paragraph.text)}</p>" for paragraph in article.paragraphs),
        f"<p>{' '.join(to_facet(name, value) for name, value in to_facets(article))}</p>",
        f'<i data-pagefind-sort="date[data-day]" data-day="{article.first_day:%Y%m%d}"></i>',
        f'<i id="{_to_id(article)}"></i>',
    ]
    return "\n".join(['<!doctype html><html lang="en"><body>', *body, "</body></html>"])


def to_facets(article: Article) -> list[tuple[str, str]]:
    """Return the facets of an article, each with one of its values."""
    record = article.record
    return [
        ("year", str(article.first_day.year) if record.date.value else "not stated"),
        ("publication", stated(record.publication, "publication")),
        ("kind", record.kind),
        *(("person", person.name) for person in record.people),
    ]


def _to_id(article: Article) -> str:
    # Pagefind drops white space from ids, so every character but printable ASCII is escaped.
    return escape(json.dumps(to_data(article), separators=(",", ":")).replace(" ", "\\u0020"))


def _to_words(text: str) -> str:
    return escape(" ".join(to_indexed(text)))
