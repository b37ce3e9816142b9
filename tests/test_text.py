"""A text file's lines become paragraphs, every character of them, in the layout that its record names."""

from itertools import pairwise

import pytest
from archive.sources.lines import LineRange, split_lines
from archive.sources.paragraphs import KeptRange, Layout, Paragraph, parse_paragraphs
from archive.sources.printed import find_paragraphs, find_quote
from archive.sources.text import Reading, parse_text
from hostile import CHARACTERS, split
from hypothesis import given
from hypothesis import strategies as st

LINE_ENDS = ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"]
LAYOUTS: list[Layout] = ["lines", "blocks"]
WRAPPED = "The cost is put at four\n  million dollars by \nthe  state.\n\n\t\nThe end.\n"
POEM = "Night\n\n  The lamps along the wall  \n\tlean down\n\n   The tide\nSet by A. Poet\n"


def test_blank_lines_part_blocks() -> None:
    """In the layout `blocks`, the lines between blank lines are one paragraph, joined by a line feed."""
    first = "The cost is put at four\nmillion dollars by\nthe  state."
    assert list(parse_paragraphs(WRAPPED, "blocks")) == [
        Paragraph(1, 1, first, 3),
        Paragraph(2, 6, "The end.", 6),
    ]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_kept_lines_keep_their_white_space(layout: Layout) -> None:
    """Lines kept as typed have their indents and line ends; a blank line parts them, as stanzas are."""
    kept = (KeptRange(LineRange(3, 6), "verse"),)
    assert list(parse_paragraphs(POEM, layout, kept)) == [
        Paragraph(1, 1, "Night", 1),
        Paragraph(2, 3, "  The lamps along the wall  \n\tlean down", 4, kept=True, label="verse"),
        Paragraph(3, 6, "   The tide", 6, kept=True, label="verse"),
        Paragraph(4, 7, "Set by A. Poet", 7),
    ]


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


@given(ANY_TEXT)
def test_blocks_lose_nothing_but_white_space(text: str) -> None:
    """The lines of the blocks are the lines that aren't blank, in order, and no block has a gap."""
    found = list(parse_paragraphs(text, "blocks"))
    assert [line for p in found for line in p.text.split("\n")] == split(text)
    lines = split_lines(text)
    for before, after in pairwise(found):
        assert any(not line.strip() for line in lines[before.last_line : after.line - 1])


@given(ANY_TEXT, st.sampled_from(LAYOUTS), st.lists(st.integers(1, 12), max_size=6, unique=True))
def test_kept_ranges_lose_nothing(text: str, layout: Layout, borders: list[int]) -> None:
    """Whatever is kept, each line stands in one paragraph, whole if it is kept, and numbers count up."""
    pairs = zip(*[iter(sorted(borders))] * 2, strict=False)
    kept = tuple(KeptRange(LineRange(first, last)) for first, last in pairs)
    found = list(parse_paragraphs(text, layout, kept))
    lines = split_lines(text)
    assert [p.number for p in found] == list(range(1, len(found) + 1))
    shown = {}
    for p in found:
        whole = [line if p.kept else line.strip() for line in lines[p.line - 1 : p.last_line]]
        assert p.text == "\n".join(whole)
        shown |= dict.fromkeys(p.lines, p.kept)
    wanted = {number: line for number, line in enumerate(lines, start=1) if line.strip()}
    assert list(shown) == list(wanted)
    assert layout == "blocks" or all(p.kept or p.line == p.last_line for p in found)
    in_ranges = {line for item in kept for line in item.lines.to_range()}
    assert all(is_kept == (line in in_ranges) for line, is_kept in shown.items())


def test_quotations_and_names_go_over_line_ends() -> None:
    """White space of any kind and length counts as one space for whoever looks for words."""
    paragraphs = list(parse_paragraphs(WRAPPED, "blocks"))
    assert find_quote("four million dollars by the state.", paragraphs) == 1
    assert find_paragraphs(["four million"], paragraphs) == (1,)
    assert find_paragraphs(["four  million", "end"], paragraphs) == (1, 2)
    assert find_paragraphs(["our million", "state. The"], paragraphs) == ()


UTF_16 = "this looks like UTF-16: try encoding: utf-16le in its record"
ADVICE = "try encoding: windows-1252 in its record"
WRONG = {
    "empty": (b"", ["f:1: is empty"]),
    "blank": (b" \n\t\n", ["f:1: is blank"]),
    "Windows": (
        "First line.\r\nThe café’s owner wasn’t there, “a surprise”, she said.".encode("cp1252"),
        [f"f:2: is not UTF-8: byte 0xe9 at offset 20; {ADVICE}"],
    ),
    "a surrogate": (b"ab\xed\xa0\x80", ["f:1: is not UTF-8: byte 0xed at offset 2; try encoding: "]),
    "a character cut off": (b"ab\xe2\x80", ["f:1: is not UTF-8: byte 0xe2 at offset 2; try encoding: "]),
    "U+0000": (
        b"one\n\0two\nthree\0 and some words",
        ["f:2: holds U+0000, which a page can't show, 2 times"],
    ),
    "UTF-16 without a mark": (
        "one\ntwo".encode("utf-16-le"),
        [f"f:1: holds U+0000, which a page can't show, 7 times; {UTF_16}"],
    ),
}


@pytest.mark.parametrize(("data", "messages"), WRONG.values(), ids=WRONG)
def test_refuses(data: bytes, messages: list[str]) -> None:
    """A text that says nothing, or that a page can't show, is refused once, with its line and what to try."""
    _, problems = parse_text("f", data)
    assert all(str(problem).startswith(said) for problem, said in zip(problems, messages, strict=True))


DECODED = {
    "a label": ("Café “x” – €5\nß", "cp1252", "windows-1252", "windows-1252"),
    "Shift_JIS": ("図書館\nが開く", "shift_jis", "shift_jis", "shift_jis"),
    "UTF-16 with a mark": ("Lamp\nfactory", "utf-16", None, "utf-16le"),
    "UTF-8 with a mark": ("Lamp\nfactory", "utf-8-sig", None, "utf-8"),
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
