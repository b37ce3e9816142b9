"""Writes the search index of a built site with Pagefind: https://pagefind.app/docs/running-pagefind/.

Pagefind holds all that it indexes in memory, so a large archive is indexed in parts, each by a process
of its own. In one folder it tells parts apart by language only, and knows English by `en` and by any tag
that begins with it: each part has one (https://www.rfc-editor.org/info/bcp47, private use).
docs/assets/search/engine.js asks all parts as one. An article newer than the rest changes the last part.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from math import ceil
from pathlib import Path
from tempfile import TemporaryDirectory

from archive.catalogue.facets import count_facets
from archive.search.copies import list_vocabulary, render_copy
from archive.sources.article import Article
from archive.sources.progress import show_progress

# The folder of a site that holds the index.
INDEX = "pagefind"

# What Pagefind calls its list of parts.
_ENTRY = "pagefind-entry.json"

# How many articles are indexed by one process; of 500 words each, they take half a GB of memory.
ARTICLES_OF_A_PART = 1_500

# How many parts are indexed at the same time.
_AT_ONCE = 2

# What Pagefind writes beside the index for interfaces other than ours.
_UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js")


def write_search_index(articles: Sequence[Article], output: Path) -> None:
    """Write the index, Pagefind's own script, facets and vocabulary; articles stand newest first."""
    output.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:
        vocabulary = _write_parts(articles, Path(folder), output)
    for pattern in _UNUSED:
        for path in output.glob(pattern):
            path.unlink()
    (output / "facets.json").write_text(json.dumps(count_facets(articles)), encoding="utf-8")
    (output / "vocabulary.json").write_text(json.dumps(vocabulary), encoding="utf-8")


def _write_parts(articles: Sequence[Article], folder: Path, output: Path) -> list[str]:
    """Write all parts, the oldest first, and return the vocabulary: words are counted meanwhile."""
    count = ceil(len(articles) / ARTICLES_OF_A_PART)
    # An archive without articles has no part at all.
    parts = [output, *(folder / f"en-x-{number}" for number in range(2, count + 1))][:count]
    oldest_first = iter(show_progress(articles[::-1], "article"))
    with ThreadPoolExecutor(_AT_ONCE) as beside:
        written = []
        for part in parts:
            language = "en" if part == output else part.name
            copies = folder / "copies" / language
            _write_copies(islice(oldest_first, ARTICLES_OF_A_PART), copies)
            written.append(beside.submit(_write_part, copies, part, language))
        vocabulary = list_vocabulary(articles)
        for future in written:
            future.result()
    if parts:
        _join_parts(parts, len(articles))
    return vocabulary


def _write_copies(articles: Iterable[Article], folder: Path) -> None:
    folder.mkdir(parents=True)
    for article in articles:
        (folder / f"{article.record.slug}.html").write_text(render_copy(article), encoding="utf-8")


def _write_part(copies: Path, output: Path, language: str) -> None:
    # One language for articles of all languages, so that one query finds every article.
    options = ["--site", str(copies), "--output-path", str(output), "--force-language", language, "--silent"]
    # Pagefind's own Python interface stops it before all that it writes is on the disk.
    subprocess.run([sys.executable, "-m", "pagefind", *options], check=True)  # noqa: S603 (nothing of it is foreign)


def _join_parts(parts: Sequence[Path], count: int) -> None:
    """Put all parts beside the first and into its list; fail unless that many articles are listed.

    A search that lacks some would not show it.
    """
    first, *others = parts
    listed = json.loads((first / _ENTRY).read_text("utf-8"))
    for part in others:
        for path in [*part.glob("*.pf_meta"), *part.glob("index/*"), *part.glob("fragment/*")]:
            shutil.move(path, first / path.relative_to(part))
        listed["languages"] |= json.loads((part / _ENTRY).read_text("utf-8"))["languages"]
    found = sum(part["page_count"] for part in listed["languages"].values())
    if found != count:
        raise RuntimeError(f"Pagefind has indexed {found} of {count} articles")
    (first / _ENTRY).write_text(json.dumps(listed), encoding="utf-8")
