"""Encodings of texts, by their labels in the Encoding Standard: https://encoding.spec.whatwg.org/."""

import codecs
import re
from unicodedata import category

import webencodings

from archive.sources.lines import split_lines

DEFAULT = "utf-8"

# https://encoding.spec.whatwg.org/#bom-sniff
_MARKS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16le", codecs.BOM_UTF16_BE: "utf-16be"}

# Of the bytes of a text in UTF-16 that is mostly Latin, half are zero; of any other text, hardly one.
_UTF_16 = 0.2

# Of two encodings in which a text seems equally well-formed, the one that stands first here is meant.
_LIKELY = (
    *("cp1252", "cp1250", "cp1251", "koi8_r", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "iso8859_2"),
    *("shift_jis", "euc_jp", "gb18030", "big5", "euc_kr", "mac_roman", "cp866", "cp1258", "cp874", "koi8_u"),
    *("mac_cyrillic", "iso8859_5", "iso8859_7"),
)
# The two whose names in Python are no labels.
_LABELS = {"mac_roman": "macintosh", "mac_cyrillic": "x-mac-cyrillic"}
# Less than that between two measures of charset-normalizer, which go from 0 to 1, says nothing.
_AS_CLEAN, _AS_COHERENT = 0.01, 0.03

# What most texts without any sign of their encoding are in.
_LAST = "windows-1252"

# What a text may be in, too: one of these shows other letters for the bytes of any other.
_RIVALS = ("windows-1252", "windows-1250", "windows-1251", "macintosh")
_AROUND = 30

# Signs and small figures: https://www.unicode.org/reports/tr44/#GC_Values_Table
_ODD = frozenset({"No", "Sc", "Sk", "Sm", "So"})
_BESIDE_LETTERS = re.compile(r"(?<=[^\W\d_])([^\x00-\x7f])|([^\x00-\x7f])(?=[^\W\d_])")

# No text needs more of it to be told by; more takes long.
_LONGEST_SAMPLE = 20_000


class UndecodableError(ValueError):
    """Bytes that are no text in an encoding: a sentence, and the line of the first of them."""

    def __init__(self, sentence: str, line: int) -> None:
        """Keep the line beside the sentence."""
        super().__init__(sentence)
        self.line = line


def find_encoding(label: str) -> str | None:
    """Return the name of the encoding that has a label; None if there is none."""
    found = webencodings.lookup(label)
    return found.name if found else None


def find_mark(data: bytes) -> str | None:
    """Return the encoding that a byte order mark names; None if there is no mark."""
    return next((name for mark, name in _MARKS.items() if data.startswith(mark)), None)


def decode(data: bytes, encoding: str) -> str:
    """Return the characters that bytes stand for, without their mark; raise UndecodableError if for none."""
    codec = webencodings.lookup(encoding).codec_info
    mark = next((mark for mark, name in _MARKS.items() if name == encoding and data.startswith(mark)), b"")
    try:
        text: str = codec.decode(data[len(mark) :], "strict")[0]
    except UnicodeDecodeError as error:
        at = error.start + len(mark)
        line = len(split_lines(codec.decode(data[len(mark) : at], "replace")[0]))
        raise UndecodableError(
            f"is not {encoding.upper()}: byte 0x{data[at]:02x} at offset {at}", line
        ) from error
    return text


def propose_encoding(data: bytes) -> str | None:
    """Return the encoding that a text seems to be in: by its mark, its zero bytes, its letters; else None."""
    if mark := find_mark(data):
        return mark
    if is_utf_8(data):
        return DEFAULT
    even, odd = data[0::2].count(0), data[1::2].count(0)
    if len(data) % 2 == 0 and max(even, odd) > len(data) * _UTF_16:
        return "utf-16be" if even > odd else "utf-16le"
    # It takes long to load, and only a text that isn't UTF-8 needs it.
    from charset_normalizer import from_bytes  # noqa: PLC0415

    found = from_bytes(to_sample(data), cp_isolation=list(_LIKELY), enable_fallback=False)
    clean = [match for match in found if match.chaos <= min(m.chaos for m in found) + _AS_CLEAN]
    signs = [count_odd(str(match)) for match in clean]
    clean = [match for match, count in zip(clean, signs, strict=True) if count == min(signs)]
    coherent = [match for match in clean if match.coherence >= max(m.coherence for m in clean) - _AS_COHERENT]
    names = {name for match in coherent for name in match.could_be_from_charset}
    likely = next((name for name in _LIKELY if name in names), None)
    if likely is None:
        return _LAST if can_decode(data, _LAST) else None
    return find_encoding(_LABELS.get(likely, likely.replace("iso8859_", "iso-8859-")))


def show_rivals(data: bytes, encoding: str) -> str | None:
    """Return the first line that isn't ASCII, and how it reads in other encodings that it may be in."""
    lines = split_lines(decode(data, encoding))
    at = next((at for at, line in enumerate(lines) if not line.isascii()), None)
    if at is None:
        return None
    start = max(0, next(index for index, char in enumerate(lines[at]) if not char.isascii()) - _AROUND)
    shown = lines[at][start : start + 2 * _AROUND]
    readings = {shown: encoding}
    for rival in _RIVALS if not encoding.startswith("utf-") else ():
        if can_decode(data, rival):
            other = split_lines(decode(data, rival))[at][start : start + 2 * _AROUND]
            readings.setdefault(other, rival)
    others = "; ".join(f"in {rival}: {other}" for other, rival in readings.items() if rival != encoding)
    return f"line {at + 1}: {shown}{f' ({others})' if others else ''}"


def count_odd(text: str) -> int:
    """Return how many signs and small figures stand beside letters, as `³` and `£` in `£odzi otworzy³`."""
    return sum(category(match[1] or match[2]) in _ODD for match in _BESIDE_LETTERS.finditer(text))


def can_decode(data: bytes, encoding: str) -> bool:
    """Return whether every byte stands for a character of an encoding."""
    try:
        decode(data, encoding)
    except UndecodableError:
        return False
    return True


def is_utf_8(data: bytes) -> bool:
    """Return whether bytes are UTF-8 without a zero."""
    try:
        return "\0" not in data.decode(DEFAULT)
    except UnicodeDecodeError:
        return False


def to_sample(data: bytes) -> bytes:
    """Return the lines of a long text that its encoding shows in; a short one whole."""
    if len(data) <= _LONGEST_SAMPLE:
        return data
    telling = b"\n".join(line for line in data.split(b"\n") if not line.isascii())
    return telling[:_LONGEST_SAMPLE] or data[:_LONGEST_SAMPLE]
