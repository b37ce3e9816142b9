"""An independent answer to queries, from the source texts alone; it shares no code with the search."""

import html
import itertools
import re
import unicodedata
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import cache

import regex
import snowballstemmer

STEM = cache(snowballstemmer.stemmer("english").stemWord)

# Stands where there may be one word or two: a hyphen at a line end, a space in a number, a capital set apart.
BROKEN = "\ue000"
# Stands between initials, before an abbreviation in capitals, before a note's figure, after an elided word.
INITIALS, CAPITALS, NOTE, ELIDED = "\ue001\ue002\ue003\ue004"

RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
ELISION = r"(?i:[cdjlmnostv]|qu|jusqu|lorsqu|puisqu|un|all|dall|dell|nell|sull)"

LETTERS = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ß": "ss",
        "ı": "i",
        "ħ": "h",
        "ŧ": "t",
        "ς": "σ",
        "ک": "ك",
        "ی": "ي",
        "ى": "ي",
    }
)
UNSPACED = regex.compile(
    r"(?=\p{L})[\p{Han}\p{Hiragana}\p{Katakana}ー\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]\p{M}*"
)
FOLDED_MARKS = ("COMBINING", "ARABIC", "HEBREW")


@cache
def fold(text: str) -> str:
    """Fold case, accents, digits and numbers, drop apostrophes and what is not seen; dashes are white space.

    Quotation marks are alike, each character of a script without spaces stands alone. Signs of notes are
    gone, and what may be read in two ways has a sign for that.
    """
    text = regex.sub(r"&#?\w{1,31};", lambda match: html.unescape(match[0]), text)
    text = re.sub("[-‐‑¬\xad][^\\S\n]*\n\\s*", BROKEN, text)
    text = re.sub(rf"(\b(?:\d{{1,3}}|[kcmdn]?m|ft|\w)[{RAISED}]+\b)|[{RAISED}]+", r"\1", text)
    single = r"(?![\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u9fff\uff66-\uff9f])[^\W\d_]"
    text = re.sub(r"(?<=\w[.,;!?])(?<![\W\d_].)(?=\d{1,3}(?!\w))", NOTE, text)
    text = re.sub(rf"(?<={single})(?=[\[(]\d{{1,3}}[\])])", NOTE, text)
    text = re.sub(r"^([^\w]*(?![AIO])[^\W\d_a-z])\s+(?=[^\W\d_]{2})", rf"\1{BROKEN}", text)
    # An apostrophe that opens a word is no part of it.
    opening = r"(?<!\w)(?<!\w['’])"
    text = re.sub(rf"{opening}({single})(?:\.\s*-?|\s+)(?={single}(?![\w'’]))", rf"\1{INITIALS}", text)
    text = re.sub(rf"{opening}({single})\.", r"\1", text)
    text = re.sub(r"(?<![\w'’])([A-Z]{2,5}|pm)(?![\w'’])", rf"{CAPITALS}\1", text)
    text = re.sub(rf"\b({ELISION})['’ʼ‘](?=\w\w)", rf"\1{ELIDED}", text)
    text = re.sub("[\xad\u200b\u200c\u200d\u2060\ufeff\u0640'’ʼ‘]", "", text)
    text = re.sub("[“”]", '"', text)
    text = re.sub(r"(?<!\d)(\d{1,3})([.,٬\xa0\u202f])(\d{3})(?:\2(\d{3}))?(?!\w|\2\d)", r"\1\3\4", text)
    spaced = r"(?<![\w.,])(?<!\d\s)\d{1,3}(?:\s\d{3})+(?!\w|\s?\d)"
    text = re.sub(spaced, lambda match: re.sub(r"\s", BROKEN, match[0]), text)
    text = re.sub(r"[-‐‑–—\s]+", " ", text)
    letters = map(_fold_letter, unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).lower()))
    return str(UNSPACED.sub(r" \g<0> ", "".join(letters))).translate(LETTERS)


def _fold_letter(char: str) -> str:
    name = unicodedata.name(char, "")
    if unicodedata.combining(char) and name.startswith(FOLDED_MARKS) and "VOICED" not in name:
        return ""
    if (digit := unicodedata.decimal(char, None)) is not None:
        return str(digit)
    return char


WORD = r"[\p{L}\p{N}\p{M}]"
SEEN = WORD[1:-1]
NEAR = 400
GAP = rf"(?:[^{SEEN}{ELIDED}]|{NOTE}[\[(]?\d+)"


def to_pattern(phrase: str) -> "regex.Pattern[str]":
    """Return what finds the words of a phrase in order, each whole.

    Punctuation that the phrase has must stand in the text; punctuation that it leaves out may.
    """
    signs = f"{CAPITALS}{NOTE}{ELIDED}"
    folded = re.sub(f"[{NOTE}{ELIDED}]", "", fold(phrase))
    initials = rf"(?:{WORD}{INITIALS})+{WORD}"
    read_in = [folded, re.sub(rf"(?<=\d){BROKEN}(?=\d)", "", folded)]
    found = [
        regex.findall(rf"{initials}|{CAPITALS}?{WORD}+|[^{SEEN}\s{signs}{BROKEN}]", part) for part in read_in
    ]
    return regex.compile("|".join(map(_join, found)), regex.V1)


def _join(parts: list[str]) -> str:
    pattern = ""
    for before, part in zip(["", *parts], parts, strict=False):
        is_word, after_word = (bool(regex.search(WORD, text)) for text in (part, before))
        if before:
            pattern += GAP + ("+" if is_word and after_word else "*?")
        pattern += rf"(?<!{WORD}){_spell(part)}(?![{SEEN}{ELIDED}])" if is_word else re.escape(part)
    return pattern


def _spell(word: str) -> str:
    """Return what finds a word, or initials, with or without what may part them."""
    letters = word.translate({ord(sign): None for sign in INITIALS + CAPITALS})
    spelled = f"[{BROKEN}{ELIDED}]?".join(map(re.escape, letters))
    if INITIALS in word:
        return f"(?:{INITIALS.join(letters)}|(?<={CAPITALS}){letters})"
    return f"(?:{spelled}|{INITIALS.join(letters)})" if word.startswith(CAPITALS) else spelled


def find_phrase(
    phrase: str, texts: Mapping[str, Sequence[str]], furniture: Mapping[str, Container[int]] | None = None
) -> set[tuple[str, int]]:
    """Return every (name of article, number of paragraph) in which the phrase stands, or begins.

    It may go on in the paragraphs that follow, but for those of `furniture`.
    """
    pattern = to_pattern(phrase)
    return {
        (name, number)
        for name, paragraphs in texts.items()
        for number, paragraph in enumerate(paragraphs, start=1)
        if pattern.search(own := fold(paragraph))
        or _goes_over(pattern, own, _go_on(paragraphs, number, (furniture or {}).get(name, ())))
    }


def _goes_over(pattern: "regex.Pattern[str]", own: str, following: str) -> bool:
    """Return whether words of a phrase stand in a paragraph, and the rest in those that follow."""
    # No phrase is so long.
    own = own[-NEAR:].partition(" ")[2] if len(own) > NEAR else own
    following = following[:NEAR]
    found = pattern.finditer(f"{own}\n{following}", overlapped=True)
    spans = (match.span() for match in found if match.start() < len(own) < match.end())
    return any(
        regex.search(WORD, own[start:]) and regex.search(WORD, following[: end - len(own) - 1])
        for start, end in spans
    )


def _go_on(paragraphs: Sequence[str], number: int, skipped: Container[int]) -> str:
    """Return what follows a paragraph of the text."""
    follows = (
        fold(paragraphs[after - 1])
        for after in range(number + 1, len(paragraphs) + 1)
        if after not in skipped
    )
    return "\n".join(itertools.islice(follows, 3))


def list_words(text: str) -> Iterator[str]:
    """Yield every word of an English text, and what it is found as besides: `trump` in `Trump’s`."""
    letters = r"[^\W_]+(?:['’][^\W_]+)*"
    for word in re.findall(letters, text):
        yield _plain(word)
        yield _plain(re.sub(r"['’][sS]$|^[cdjlmnostvCDJLMNOSTV]['’](?=..)", "", word))
    for run in re.findall(r"(?<![^\W_])(?<!['’])[^\W\d_](?:(?:\.\s*-?|\s+)[^\W\d_](?![^\W_]|['’]\w))+", text):
        yield _plain("".join(re.findall(r"[^\W\d_]", run)))
    for chain in re.findall(rf"{letters}(?:-(?:[^\S\n]*\n\s*)?{letters})+", text):
        parts = re.split(r"-\s*", chain)
        yield from (_plain(one + other) for one, other in itertools.pairwise(parts))
        yield _plain("".join(parts))


def list_parted(text: str) -> Iterator[str]:
    """Yield what two words give that nothing but white space parts."""
    for one, other in re.findall(r"(?<![^\W\d_])(?<!\d)([^\W\d_]{2,})(?=\s+([^\W\d_]{3,}))", text):
        if len(one + other) > 5:
            yield _plain(one + other)


@cache
def _plain(word: str) -> str:
    return re.sub(f"[{BROKEN}{INITIALS}{CAPITALS}{NOTE}{ELIDED} ]", "", fold(word))


def find_stems(texts: dict[str, Iterable[str]]) -> dict[str, set[str]]:
    """Return for each stem the names of the English articles that have a word of it."""
    words = {name: {word for part in parts for word in list_words(part)} for name, parts in texts.items()}
    known = set().union(*words.values())
    found: dict[str, set[str]] = {}
    for name, parts in texts.items():
        for word in words[name] | {word for part in parts for word in list_parted(part)} & known:
            found.setdefault(STEM(word), set()).add(name)
    return found
