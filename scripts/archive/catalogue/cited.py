"""An article as it is cited: what its record and its text say of capitals and brackets."""

import re
from collections.abc import Iterator

from archive.catalogue.citation import Parts, render_citations
from archive.catalogue.csl import Csl
from archive.catalogue.record_view import View
from archive.catalogue.title_style import to_sentence_style
from archive.sources.article import Article

# Words that are read from right to left: Hebrew, Arabic and their kin.
_LEFTWARD = re.compile(
    r"([\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc](?:[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\s]*"
    r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc])?)"
)


def list_citations(article: Article, item: Csl) -> list[View]:
    """Return the citation of an article in each style, from its CSL item."""
    names, text = list_names(article), find_own_text(article)
    title = to_sentence_style(item["title"], article.record.language, names, text)
    cited = render_citations(item, title, list_supplied(article), article.words)
    return [{"style": style, "parts": isolate(parts)} for style, parts in cited.items()]


def isolate(parts: Parts) -> Parts:
    """Return parts with what is read from right to left apart, so that the rest keeps its order."""
    isolated: Parts = []
    for part in parts:
        if isinstance(part, str):
            pieces = enumerate(_LEFTWARD.split(part))
            isolated += [{"isolated": piece} if odd % 2 else piece for odd, piece in pieces if piece]
        else:
            isolated.append(part)
    return isolated


def list_supplied(article: Article) -> set[str]:
    """Return which facts somebody else worked out, or put in the place of what is not stated."""
    record = article.record
    bases = {"title": record.title.basis, "author": record.author.basis, "date": record.date.basis}
    supplied = {name for name, basis in bases.items() if basis == "inferred"}
    return supplied if record.title.value else supplied | {"title"}


def list_names(article: Article) -> Iterator[str]:
    """Yield every form of every name that the record has."""
    record = article.record
    for name in (*record.people, *record.places, *record.bodies):
        yield from (name.name, *name.printed)


def find_own_text(article: Article) -> str:
    """Return the text without page furniture, and without a headline, which has the capitals of the title."""
    furniture = article.furniture_paragraphs
    own = (p.flat for p in article.paragraphs if p.number not in furniture and article.title not in p.flat)
    return "\n".join(own)
