"""Which words are forms of one another, by Snowball's stemmers: https://snowballstem.org/algorithms/.

The browser stems what a reader asks for in English only. For every other language the index tells it the
forms that there are of a word, which costs a reader no stemmer.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import snowballstemmer

from archive.search.postings import Posting, merge
from archive.sources.languages import name_language

ENGLISH = "en"


@dataclass(frozen=True)
class Family:
    """Words of one stem: their forms, and the articles of their language that have any of them."""

    forms: tuple[str, ...]
    posting: Posting


def list_families(
    postings: Mapping[str, Posting], languages: Sequence[Sequence[str]], spellings: Mapping[str, str]
) -> dict[str, dict[str, Family]]:
    """Return the family of each word by language; English ones all, others that have more than one form.

    A family of English words stands under their stem and `=`, any other under each of its forms and `:`.
    `languages` has those of each article, `spellings` how the archive spells a form.
    """
    found: dict[str, dict[str, Family]] = defaultdict(dict)
    for language in sorted(set(chain.from_iterable(languages))):
        within = _keep_language(postings, languages, language)
        for stem, forms in _group_by_stem(within, language, spellings).items():
            names = [f"{stem}="] if language == ENGLISH else [f"{form}:" for form in forms]
            if language == ENGLISH or len(forms) > 1:
                family = Family(tuple(forms), merge([within[form] for form in forms]))
                for name in names:
                    found[name][language] = family
    return found


def _keep_language(
    postings: Mapping[str, Posting], languages: Sequence[Sequence[str]], language: str
) -> Mapping[str, Posting]:
    """Return the postings with the articles of one language alone."""
    if all(language in listed for listed in languages):
        return postings
    kept: dict[str, Posting] = defaultdict(Posting)
    for key, posting in postings.items():
        for number, place in zip(posting.numbers, posting.places, strict=True):
            if language in languages[number]:
                kept[key].add(number, place)
    return kept


def _group_by_stem(
    forms: Mapping[str, Posting], language: str, spellings: Mapping[str, str]
) -> dict[str, list[str]]:
    """Return the forms of each stem; none of a language without stemmer."""
    name = name_language(language).lower()
    groups: dict[str, list[str]] = defaultdict(list)
    if name in snowballstemmer.algorithms():
        stem = snowballstemmer.stemmer(name).stemWord
        for form in _list_stemmed(forms):
            groups[stem(form if language == ENGLISH else spellings.get(form, form).lower())].append(form)
    return groups


def _list_stemmed(forms: Mapping[str, Posting]) -> Iterator[str]:
    """Yield the forms that are words: initials have no stem, nor has anything that is not only letters."""
    return (form for form in sorted(forms) if form.isalpha())
