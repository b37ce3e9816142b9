"""Writes the search index of a built site: plain JSON, of which a browser reads only what a query needs.

`archive.json` says what the archive is called, which articles there are and which archives are asked too,
and names a folder for this very state of the articles, so that a browser may keep all files in it for ever.
There, `words/` has the posting of each word in the order of the words, `pairs/` that of frequent words side
by side, `texts/` some articles a file, the oldest number 0; `facets.json` and `vocabulary.json` are read by
those who narrow a search, or misspell a word.
docs/assets/search/engine.js reads all of it. A list of numbers holds the first, then each one's distance.
"""

import hashlib
import json
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

from archive.catalogue.fold import TABLE, decode_entities, find_words, fold
from archive.search.longer import list_longer
from archive.search.postings import count_parted, count_words, merge, pair_words
from archive.search.rendering import render_facets, render_pairs, render_words, to_gaps
from archive.search.stems import list_families
from archive.search.texts import Texts, render_article, to_languages, to_texts
from archive.sources.article import Article
from archive.sources.progress import show_progress
from archive.sources.site import Site

# The folder of a site that holds the index.
INDEX = "search-index"

# The form of the index; an archive that asks this one must know it, by docs/assets/search/words.js.
_FORM = 4

# Characters of one file of words; gzipped, a quarter to a half of it.
_CHUNK = 22_000

# Characters of one file of articles: three of the usual length, since a result needs one of them.
_SHELF = 15_000

# Languages that build words by joining.
_JOINING = frozenset(TABLE["joining"].split())

# Of the articles that don't have a whole day as date, which have a year or less, and which a month.
_PRECISE = (len("YYYY"), len("YYYY-MM"))

# Words that more articles have than this, and than one in twenty, are frequent: their pairs are indexed.
_OFTEN = 100


def write_search_index(articles: Sequence[Article], output: Path, site: Site) -> None:
    """Write the index of all articles of a site, in the place of an older one; they stand newest first."""
    shutil.rmtree(output, ignore_errors=True)
    files, archive = render_index(articles[::-1])
    digest = hashlib.sha256()
    for name, data in files.items():
        digest.update(f"{name}\n{data}\n".encode())
    folder = output / digest.hexdigest()[:12]
    for name in ("words", "pairs", "texts"):
        (folder / name).mkdir(parents=True)
    for name, data in show_progress(list(files.items()), "file"):
        (folder / name).write_text(data, "utf-8")
    named = {"form": _FORM, "name": site.name, "also": site.other_archives, "folder": folder.name}
    (output / "archive.json").write_text(_to_json(named | archive), "utf-8")


def render_index(articles: Sequence[Article]) -> tuple[dict[str, str], dict[str, object]]:
    """Return the files of the index, and what is known of all articles; they stand oldest first."""
    texts = [to_texts(article) for article in show_progress(articles, "article")]
    postings = count_words(texts)
    for key, parted in count_parted(texts, postings).items():
        postings[key] = merge([postings[key], parted])
    spellings = list_spellings(texts)
    languages = [to_languages(article) for article in articles]
    families = list_families(postings, languages, spellings)
    joining = [n for n, listed in enumerate(languages) if _JOINING.intersection(listed)]
    longer = list_longer([texts[number] for number in joining], spellings)
    often = max(_OFTEN, len(articles) // 20)
    frequent = frozenset(key for key, posting in postings.items() if len(posting.numbers) > often)
    words = _render_chunks(render_words(postings, families) | longer)
    pairs = _render_chunks(render_pairs(pair_words(texts, frequent) if frequent else {}))
    shelves = list(_render_texts(articles))
    files = {
        **{f"words/{number}.json": data for number, (_, data) in enumerate(words)},
        **{f"pairs/{number}.json": data for number, (_, data) in enumerate(pairs)},
        **{f"texts/{number}.json": data for number, (_, data) in enumerate(shelves)},
        "facets.json": _to_json(render_facets(articles)),
        "vocabulary.json": _to_json([word for form, word in spellings.items() if len(form) > 1]),
    }
    archive = {
        "days": to_gaps(map(_to_day, articles)),
        "precise": [to_gaps(_list_dated(articles, size)) for size in _PRECISE],
        "languages": sorted(set(chain.from_iterable(languages))),
        "joining": to_gaps(joining),
        "texts": to_gaps(first for first, _ in shelves),
        "often": often,
        "words": [first for first, _ in words],
        "pairs": [first for first, _ in pairs],
    }
    return files, archive


def _render_texts(articles: Sequence[Article]) -> Iterator[tuple[int, str]]:
    """Yield files of articles in their order, each with the number of its first."""
    shelf: list[str] = []
    first, size = 0, 0
    for number, article in enumerate(articles):
        text = _to_json(render_article(article))
        if shelf and size + len(text) > _SHELF:
            yield first, f"[{','.join(shelf)}]"
            first, size, shelf = number, 0, []
        shelf.append(text)
        size += len(text)
    if shelf:
        yield first, f"[{','.join(shelf)}]"


def _to_day(article: Article) -> int:
    """Return the first day that the date of an article allows, as 19980301; 0 if it has no date."""
    date = article.record.date.value
    return int(date.first_day.strftime("%Y%m%d")) if date else 0


def _list_dated(articles: Iterable[Article], size: int) -> Iterator[int]:
    """Yield the numbers of the articles whose date is as precise as a size, a season or a span as a year."""
    for number, article in enumerate(articles):
        date = article.record.date.value
        written = len(date.machine) if date else 0
        if date and (written if written in {7, 10} else 4) == size:
            yield number


def list_spellings(articles: Iterable[Texts]) -> dict[str, str]:
    """Return how the archive spells each form of a word most often, the most frequent words first."""
    tokens = Counter(
        token
        for texts in articles
        for text in chain(texts.heading, texts.names, texts.authors, texts.paragraphs)
        for token in decode_entities(text).split()
    )
    words: Counter[str] = Counter()
    for token, count in tokens.items():
        for word in find_words(token):
            words[word] += count
    spellings: dict[str, str] = {}
    for word, _ in sorted(words.items(), key=lambda item: (-item[1], item[0])):
        spellings.setdefault(fold(word), word)
    return spellings


def _render_chunks(entries: Mapping[str, list[object]]) -> list[tuple[str, str]]:
    """Return files of entries in the order of their keys, each with its first key."""
    chunks: list[tuple[str, list[str]]] = []
    size = _CHUNK
    for key, data in _in_order(entries):
        if size >= _CHUNK:
            chunks.append((key, []))
            size = 0
        chunks[-1][1].append(data)
        size += len(data)
    return [(first, "{" + ",\n".join(lines) + "}") for first, lines in chunks]


def _in_order(entries: Mapping[str, list[object]]) -> Iterator[tuple[str, str]]:
    # JavaScript compares texts by their units of UTF-16.
    for key in sorted(entries, key=lambda key: key.encode("utf-16-be", "surrogatepass")):
        yield key, f"{_to_json(key)}:{_to_json(entries[key])}"


def _to_json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
