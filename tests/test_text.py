"""A text file's lines become paragraphs, every character of them, in the layout that its record names."""

from itertools import pairwise

import pytest
from archive.sources.encoding import decode, propose_encoding
from archive.sources.lines import LineRange, split_lines
from archive.sources.paragraphs import KeptRange, Layout, Paragraph, parse_paragraphs
from archive.sources.printed import find_paragraphs, find_quote
from archive.sources.text import Reading, parse_text
from hostile import CHARACTERS, split
from hypothesis import given
from hypothesis import strategies as st
from make import read_cases

LINE_ENDS = ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"]
LAYOUTS: list[Layout] = ["lines", "blocks"]
WRAPPED = "The cost is put at four\n  million dollars by \nthe  state.\n\n\t\nThe end.\n"


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("end", LINE_ENDS)
def test_what_ends_a_line(end: str, layout: Layout) -> None:
    """Each of the characters that end a line anywhere ends one here, and is counted."""
    found = list(parse_paragraphs(f"one{end}{end}three{end}", layout))
    assert found == [Paragraph(1, 1, "one", 1), Paragraph(2, 3, "three", 3)]


@pytest.mark.parametrize("char", ["\t", "\x1c", "\x1d", "\x1e", "\xa0", "\u3000", "\u200b"])
def test_what_ends_no_line(char: str) -> None:
    """Any other white space or control stays inside its line."""
    assert [p.text for p in parse_paragraphs(f"one{char}two")] == [f"one{char}two"]


ANY_TEXT = st.lists(CHARACTERS | st.sampled_from([*LINE_ENDS, "\n", "\n", " ", "\t", "a"])).map("".join)


@given(ANY_TEXT, st.sampled_from(LAYOUTS), st.lists(st.integers(1, 12), max_size=6, unique=True))
def test_paragraphs_lose_nothing(text: str, layout: Layout, borders: list[int]) -> None:
    """Each line that isn't blank stands in one paragraph, whole if kept, and nothing else does."""
    pairs = zip(*[iter(sorted(borders))] * 2, strict=False)
    kept = tuple(KeptRange(LineRange(first, last), "verse") for first, last in pairs)
    found = list(parse_paragraphs(text, layout, kept))
    lines = split_lines(text)
    assert [line.strip() for p in found for line in p.text.split("\n")] == split(text)
    assert [p.number for p in found] == list(range(1, len(found) + 1))
    shown = {}
    for p in found:
        assert p.label == ("verse" if p.kept else None)
        whole = [line if p.kept else line.strip() for line in lines[p.line - 1 : p.last_line]]
        assert p.text == "\n".join(whole)
        shown |= dict.fromkeys(p.lines, p.kept)
    wanted = {number: line for number, line in enumerate(lines, start=1) if line.strip()}
    assert list(shown) == list(wanted)
    ranges = {line: item for item in kept for line in item.lines.to_range()}
    for before, after in pairwise(found):
        parted = any(not line.strip() for line in lines[before.last_line : after.line - 1])
        one, other = ranges.get(before.line), ranges.get(after.line)
        assert parted or one != other or (layout == "lines" and not one)
    assert layout == "blocks" or all(p.kept or p.line == p.last_line for p in found)
    assert all(is_kept == (line in ranges) for line, is_kept in shown.items())


def test_quotations_and_names_go_over_line_ends() -> None:
    """White space of any kind and length counts as one space for whoever looks for words."""
    paragraphs = list(parse_paragraphs(WRAPPED, "blocks"))
    assert find_quote("four million dollars by the state.", paragraphs) == 1
    assert find_paragraphs(["four million"], paragraphs) == (1,)
    assert find_paragraphs(["four  million", "end"], paragraphs) == (1, 2)
    assert find_paragraphs(["our million", "state. The"], paragraphs) == ()


UTF_16 = "this looks like UTF-16: try encoding: utf-16le in its record"
ADVICE = "try encoding: windows-1252 in its record"
CYRILLIC = "try encoding: windows-1251 in its record"
WRONG = {
    "empty": (b"", ["f:1: is empty"]),
    "blank": (b" \n\t\n", ["f:1: is blank"]),
    "Windows": (
        "First line.\r\nThe café’s owner wasn’t there, “a surprise”, she said.".encode("cp1252"),
        [f"f:2: is not UTF-8: byte 0xe9 at offset 20; {ADVICE}"],
    ),
    "U+0000": (
        b"one\n\0two\nthree\0 and some words",
        ["f:2: holds U+0000, which a page can't show, 2 times"],
    ),
    "a surrogate": (b"ab\xed\xa0\x80", [f"f:1: is not UTF-8: byte 0xed at offset 2; {CYRILLIC}"]),
    "a character cut off": (b"ab\xe2\x80", [f"f:1: is not UTF-8: byte 0xe2 at offset 2; {CYRILLIC}"]),
    "UTF-16 without a mark": (
        "one\ntwo".encode("utf-16-le"),
        [f"f:1: holds U+0000, which a page can't show, 7 times; {UTF_16}"],
    ),
}


@pytest.mark.parametrize(("data", "messages"), WRONG.values(), ids=WRONG)
def test_refuses(data: bytes, messages: list[str]) -> None:
    """A text that says nothing, or that a page can't show, is refused once, with its line and what to try."""
    _, problems = parse_text("f", data)
    assert [str(problem) for problem in problems] == messages


SAMPLES = [(name, text) for name, texts in read_cases("encodings").items() for text in texts]


@pytest.mark.parametrize(("name", "text"), SAMPLES)
def test_proposed(name: str, text: str) -> None:
    """A sentence in a common encoding is enough for it to be proposed, also at the end of a long text."""
    data = text.encode("mac_roman" if name == "macintosh" else name)
    proposed = propose_encoding(data)
    assert proposed
    assert decode(data, proposed) == text
    if name == "windows-1252":
        assert propose_encoding(b"plain words\n" * 10_000 + data) == name


DECODED = {
    "a label": ("Café “x” – €5\nß", "cp1252", "windows-1252", "windows-1252"),
    "Shift_JIS": ("図書館\nが開く", "shift_jis", "shift_jis", "shift_jis"),
    "UTF-16 with a mark": ("Lamp\nfactory", "utf-16", None, "utf-16le"),
    "UTF-8 with a mark": ("Lamp\nfactory", "utf-8-sig", None, "utf-8"),
    "a label of another": ("Café “x”", "cp1252", "latin1", "latin1"),
    "UTF-16 by label": ("Lamp\nfactory", "utf-16-be", "utf-16be", "utf-16be"),
}


@pytest.mark.parametrize(("text", "codec", "label", "found"), DECODED.values(), ids=DECODED)
def test_decodes(text: str, codec: str, label: str | None, found: str) -> None:
    """A text is read in the encoding that its record or its mark names, and the mark is no part of it."""
    read, problems = parse_text("f", text.encode(codec), Reading(encoding=label))
    assert problems == []
    assert [p.text for p in read.paragraphs or ()] == text.split("\n")
    assert read.encoding == found


@given(st.binary(), st.sampled_from(["utf-8", "windows-1252", "utf-16le", "shift_jis", "gb18030", None]))
def test_any_bytes_give_a_text_or_a_sentence(data: bytes, label: str | None) -> None:
    """Whatever the bytes, they are a text or refused in words, never with a traceback."""
    text, problems = parse_text("f", data, Reading(encoding=label))
    assert (text.paragraphs is None) == bool(problems)
