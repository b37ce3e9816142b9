"""Renders what the search index says of words, of words side by side, and of facets; index.py writes it."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from archive.catalogue.facets import FACETS, group_by_facet
from archive.search.postings import Posting, merge
from archive.search.stems import ENGLISH, Family
from archive.sources.article import Article

# Where and how often an article has a word is one character, from this one on.
_FIRST_PLACE = ord("0")

# Once, in a paragraph.
_USUAL = b"\1"


def render_words(
    postings: Mapping[str, Posting], families: Mapping[str, Mapping[str, Family]]
) -> dict[str, list[object]]:
    """Return what the index says of each word and of each family."""
    words = {key: render_posting(posting) for key, posting in postings.items()}
    for name, by_language in families.items():
        posting = render_posting(merge([family.posting for family in by_language.values()]))
        forms = {language: family.forms for language, family in by_language.items()}
        stem = name[:-1]
        if forms == {ENGLISH: (stem,)} and words[stem] == posting:
            # The word is the one form of its stem, in English alone.
            words[stem] = [*posting, 1]
        else:
            words[name] = [*posting, forms]
    return words


def render_pairs(postings: Mapping[str, Posting]) -> dict[str, list[object]]:
    """Return what the index says of two words side by side."""
    return {key: [to_gaps(posting.numbers)] for key, posting in postings.items()}


def render_posting(posting: Posting) -> list[object]:
    """Return the numbers of the articles, and where and how often each has the word."""
    usual = posting.places == _USUAL * len(posting.places)
    places = "" if usual else "".join(chr(_FIRST_PLACE + place) for place in posting.places)
    return [to_gaps(posting.numbers), places]


def render_facets(articles: Sequence[Article]) -> list[dict[str, object]]:
    """Return each facet with its values, and the articles that have each.

    `words` has the values that readers see in other words.
    """
    groups = group_by_facet(articles)
    return [
        {
            "name": facet.name,
            "words": {
                value: said
                for value, numbers in groups[facet.name].items()
                if (said := facet.to_words(value, articles[numbers[0]].words)) != value
            },
            "values": {value: to_gaps(numbers) for value, numbers in groups[facet.name].items()},
        }
        for facet in FACETS
    ]


def to_gaps(numbers: Iterable[int]) -> list[int]:
    """Return the first number, then how far each is from the one before."""
    listed = list(numbers)
    return [*listed[:1], *(after - before for before, after in pairwise(listed))]
