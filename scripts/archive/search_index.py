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
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from html import escape
from pathlib import Path

from pagefind.index import IndexConfig, PagefindIndex

from archive.article import Article, stated
from archive.facets import count_facets, to_facets
from archive.fold import find_words, fold, to_facet, to_indexed
from archive.progress import show_progress

# Stands for a space in what travels with a result; docs/assets/search/engine.js puts the spaces back.
SPACE = "␣"

# What Pagefind writes beside the index for interfaces other than ours.
_UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js")


@dataclass(frozen=True)
class Copy:
    """What is indexed of an article, as HTML, and its words as they are spelled."""

    html: str
    words: list[str]


def write_search_index(articles: Sequence[Article], site: Path) -> None:
    """Write `pagefind/` into the site: the index, Pagefind's own script, facets and vocabulary."""
    output = site / "pagefind"
    counts: Counter[str] = Counter()
    writes = []
    with tempfile.TemporaryDirectory() as copies:
        # The disk is as slow as the folding of words: one thread writes while this one folds.
        with ThreadPoolExecutor(max_workers=1) as writer:
            for article in show_progress(articles, "article"):
                copy = to_copy(article)
                counts.update(copy.words)
                path = Path(copies, f"{article.record.slug}.html")
                writes.append(writer.submit(path.write_text, copy.html, encoding="utf-8"))
        for write in writes:
            write.result()
        asyncio.run(_index(copies, output))
    for pattern in _UNUSED:
        for path in output.glob(pattern):
            path.unlink()
    (output / "facets.json").write_text(json.dumps(count_facets(articles)), encoding="utf-8")
    (output / "vocabulary.json").write_text(json.dumps(to_vocabulary(counts)), encoding="utf-8")


async def _index(copies: str, output: Path) -> None:
    # One index for all languages, so that one query finds every article.
    config = IndexConfig(output_path=str(output), force_language="en")
    async with PagefindIndex(config) as index:
        await index.add_directory(copies)


def to_vocabulary(counts: Mapping[str, int]) -> list[str]:
    """Return each word once, in its most frequent spelling, the most frequent words first."""
    spellings: dict[str, str] = {}
    for word, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        spellings.setdefault(fold(word), word)
    return [spelling for form, spelling in spellings.items() if form]


def to_copy(article: Article) -> Copy:
    """Return the copy that is indexed: title and names weigh more than the text."""
    record = article.record
    names = [name.name for group in (record.people, record.places, record.bodies) for name in group]
    heading = " ".join(fact.value for fact in (record.title, record.subtitle) if fact and fact.value)
    texts = [heading, " / ".join(names), *(paragraph.text for paragraph in article.paragraphs)]
    words = [find_words(text) for text in texts]
    title, named, *paragraphs = (
        escape(" ".join(to_indexed(text, found))) for text, found in zip(texts, words, strict=True)
    )
    body = [
        f"<h1>{title}</h1>",
        f'<p data-pagefind-weight="4">{named}</p>',
        *(f"<p>{paragraph}</p>" for paragraph in paragraphs),
        f"<p>{' '.join(to_facet(name, value) for name, value in to_facets(article))}</p>",
        f'<i data-pagefind-sort="date[data-day]" data-day="{article.first_day:%Y%m%d}"></i>',
        f'<i id="{_to_id(article)}"></i>',
    ]
    html = "\n".join(['<!doctype html><html lang="en"><body>', *body, "</body></html>"])
    return Copy(html, [word for found in words for word in found])


def to_result(article: Article) -> dict[str, object]:
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
        "kind": record.kind,
        "date": [date.machine, date.words, record.date.basis] if date else [],
        "paragraphs": [paragraph.text for paragraph in article.paragraphs],
    }


def _to_id(article: Article) -> str:
    # Pagefind drops white space from ids; JSON in ASCII has no other use for this character.
    return escape(json.dumps(to_result(article), separators=(",", ":")).replace(" ", SPACE))
