"""Words of a text as the search compares them; docs/assets/search/fold.js folds queries in the same way."""

import unicodedata
from functools import cache

import regex

_LETTER = r"[\p{L}\p{N}\p{M}]"
_APOSTROPHES = "'’ʼ‘"
_INITIALS = rf"\p{{L}}(?:\.\p{{L}})+(?!{_LETTER})\.?"
_ANY_WORD = rf"{_INITIALS}|{_LETTER}+(?:[{_APOSTROPHES}]{_LETTER}+)*"
_WORD = regex.compile(_ANY_WORD)
_HYPHENATED = regex.compile(rf"(?<!{_LETTER})({_ANY_WORD})[-‐]({_ANY_WORD})(?!{_LETTER})")
_POSSESSIVE = regex.compile(rf"[{_APOSTROPHES}]s$", regex.IGNORECASE)
_ELISION = regex.compile(rf"^[dlo][{_APOSTROPHES}](?=..)", regex.IGNORECASE)
_NOT_FOLDED = regex.compile(r"[^\p{L}\p{N}]|\u02bc")

# Begins what the index holds beside words: a letter that no article is likely to begin a word with.
_MARK = "ꙮ"


def fold(text: str) -> str:
    """Fold case, accents and apostrophes; nothing but letters and digits is left."""
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).lower())
    return _NOT_FOLDED.sub("", decomposed)


@cache
def list_forms(word: str) -> tuple[str, ...]:
    """Return the form of a word under which the index holds it, then the others under which it is found.

    `L.A.` stands apart from the word `la`, and is found as `la` too; `Trump’s` is found as `trump`.
    """
    form = fold(word)
    if "." in word:
        return (_MARK + form, form)
    others = (fold(part.sub("", word)) for part in (_POSSESSIVE, _ELISION) if part.search(word))
    return (form, *others) if form else ()


def find_words(text: str) -> list[str]:
    """Return the words of a text, in order, as it spells them."""
    return _WORD.findall(text)


def render_indexed(text: str) -> str:
    """Return the form of each word of a text in order, then the others: `co-workers` is `coworkers` too."""
    found = list(map(list_token_forms, text.split()))
    return " ".join([first for first, _ in found if first] + [others for _, others in found if others])


@cache
def list_token_forms(token: str) -> tuple[str, str]:
    """Return the forms of the words of a text without white space, and the others under which they are found.

    A word never holds white space, and most tokens come back, so each is looked at once.
    """
    forms = [forms for word in find_words(token) if (forms := list_forms(word))]
    others = [other for form in forms for other in form[1:]]
    others += [fold(first + second) for first, second in _HYPHENATED.findall(token, overlapped=True)]
    return " ".join(form[0] for form in forms), " ".join(others)


def to_facet(name: str, value: str) -> str:
    """Return the form under which the index holds a value of a facet; its digit keeps it from stemming."""
    return f"{_MARK}{name}{fold(value)}0"
