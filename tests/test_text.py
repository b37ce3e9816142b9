"""A text file's lines become paragraphs, every character of them."""

import pytest
from archive.sources.text import Paragraph, parse_paragraphs, parse_text
from hypothesis import given
from hypothesis import strategies as st


def test_blank_lines_set_paragraphs_apart() -> None:
    """Lines with blank lines between them are a paragraph each, numbered in order."""
    found = list(parse_paragraphs("One.\n\n  \nTwo.\n"))
    assert found == [Paragraph(1, 1, "One."), Paragraph(2, 4, "Two.")]


def test_lines_without_blank_lines_are_paragraphs_too() -> None:
    """A file that opens with empty lines and has none after gives a paragraph a line."""
    found = list(parse_paragraphs("\n\n\nOne.\nTwo."))
    assert found == [Paragraph(1, 4, "One."), Paragraph(2, 5, "Two.")]


@pytest.mark.parametrize("char", ["\r", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029"])
def test_only_a_line_feed_ends_a_line(char: str) -> None:
    """A character that other programs take for a line's end stays inside its paragraph."""
    assert [p.text for p in parse_paragraphs(f"one{char}two\nthree")] == [f"one{char}two", "three"]


def test_windows_line_ends_are_white_space() -> None:
    """The carriage return before a line feed belongs to no paragraph."""
    assert [p.text for p in parse_paragraphs("one\r\ntwo\r\n")] == ["one", "two"]


@given(st.text())
def test_nothing_but_white_space_is_lost(text: str) -> None:
    """The paragraphs hold every character of the text but the white space around its lines."""
    kept = [line.strip() for line in text.split("\n")]
    assert [p.text for p in parse_paragraphs(text)] == [line for line in kept if line]


WRONG = {
    "empty": (b"", ["f:1: is empty"]),
    "blank": (b" \n\t\n", ["f:1: is blank"]),
    "Latin-1": (b"caf\xe9", ["f:1: is not UTF-8: byte 0xe9 at offset 3"]),
    "a surrogate": (b"ab\xed\xa0\x80", ["f:1: is not UTF-8: byte 0xed at offset 2"]),
    "cut off": (b"ab\xe2\x80", ["f:1: is not UTF-8: byte 0xe2 at offset 2"]),
    "U+0000": (b"one\n\x00two\nthree\x00", [f"f:{n}: holds U+0000, which a page can't show" for n in (2, 3)]),
}


@pytest.mark.parametrize(("data", "messages"), WRONG.values(), ids=WRONG)
def test_refuses(data: bytes, messages: list[str]) -> None:
    """A text that says nothing, or that a page can't show, is refused with its line or offset."""
    _, problems = parse_text("f", data)
    assert [str(problem) for problem in problems] == messages
