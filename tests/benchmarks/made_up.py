"""Archives of any size for the benchmarks: the same with every run, their words as unequal as real ones."""

import itertools
import random
from collections.abc import Iterator
from dataclasses import dataclass

VOCABULARY = 40_000
NAMES = 3_000
WORDS_PER_ARTICLE = 500
WORDS_PER_PARAGRAPH = 55

_ONSETS = "b br c ch cl d dr f fl g gr h j k l m n p pl pr qu r s sh sl st t th tr v w z".split()
_NUCLEI = "a e i o u ai ea ee ou".split()
_CODAS = ["", "", "l", "m", "n", "nd", "r", "rt", "s", "st", "t", "ck"]


@dataclass(frozen=True)
class MadeUp:
    """A made-up article."""

    slug: str
    title: str
    date: str
    publication: str
    people: list[str]
    paragraphs: list[str]


def make_words(count: int) -> list[str]:
    """Return that many different words, the shortest first, as the most frequent words are."""
    syllables = ["".join(parts) for parts in itertools.product(_ONSETS, _NUCLEI, _CODAS)]
    chance = random.Random(1)
    words: dict[str, None] = {}
    while len(words) < count:
        size = 1 if len(words) < 500 else chance.choice([2, 2, 3])
        words["".join(chance.choices(syllables, k=size))] = None
    return list(words)


def make_articles(count: int) -> Iterator[MadeUp]:
    """Yield made-up articles; their words follow Zipf's law, and their names come back as in the news."""
    chance = random.Random(2)
    words = make_words(VOCABULARY)
    weights = list(itertools.accumulate(1 / rank for rank in range(1, VOCABULARY + 1)))
    names = [" ".join(chance.choices(words[500:], k=2)).title() for _ in range(NAMES)]
    name_weights = list(itertools.accumulate(1 / rank for rank in range(1, NAMES + 1)))
    for number in range(count):
        people = list(dict.fromkeys(chance.choices(names, cum_weights=name_weights, k=4)))
        drawn = chance.choices(words, cum_weights=weights, k=WORDS_PER_ARTICLE)
        for name in people:
            drawn[chance.randrange(WORDS_PER_ARTICLE)] = name
        paragraphs = [
            " ".join(drawn[start : start + WORDS_PER_PARAGRAPH]) + "."
            for start in range(0, WORDS_PER_ARTICLE, WORDS_PER_PARAGRAPH)
        ]
        text = "\n".join(paragraph[0].upper() + paragraph[1:] for paragraph in paragraphs)
        yield MadeUp(
            slug=f"article-{number:05}",
            title=" ".join(chance.choices(words, cum_weights=weights, k=7)).capitalize(),
            date=f"{chance.randint(2005, 2024)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
            publication=f"Paper {chance.randint(1, 40)}",
            people=[name for name in people if name in text],
            paragraphs=text.split("\n"),
        )
