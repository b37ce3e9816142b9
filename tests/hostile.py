"""Texts that try to be taken for something else: a generator, and every case found so far."""

import re

from hypothesis import strategies as st
from make import read_cases

# Each was shown to be changed by one way or another of writing it into a page.
NAMED = [*read_cases("hostile"), "x" * 20_000, "<" * 500, "\\" * 501]

SIGNS = "a 1 &amp; &# <p> </p> </div> <!-- --> {{ }} {% %} [x](y) ``` --8<-- --- http://a.b".split()
SYNTAX = st.sampled_from(
    [*"!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", *SIGNS, " ", "  ", "\t", "\r", ": ", "\x02", "\x03"]
)


def split_typed(text: str) -> list[str]:
    """Return the lines of a text that aren't blank, as they were typed."""
    return [line for line in re.split("\r\n|[\n\r\v\f\x85\u2028\u2029]", text) if line.strip()]


def split(text: str) -> list[str]:
    """Return the lines of a text that aren't blank, without white space at their ends."""
    return [line.strip() for line in split_typed(text)]


CHARACTERS = st.characters(codec="utf-8", exclude_characters="\0\n")

LINES = st.lists(
    st.lists(SYNTAX | CHARACTERS, max_size=25).map("".join)
    | st.text(CHARACTERS, max_size=40)
    # Very long lines take most of the time; each is tried by itself.
    | st.sampled_from([line for line in NAMED if len(line) < 500]),
    min_size=2,
    max_size=6,
).filter(lambda lines: any(line.strip() for line in lines))
