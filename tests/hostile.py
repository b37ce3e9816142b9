"""Texts that try to be taken for something else: a generator, and every case found so far."""

import re

from hypothesis import strategies as st

# Each was shown to be changed by one way or another of writing it into a page.
NAMED = [
    "Title: a line that looks like metadata",
    "---",
    "...",
    "# not a heading",
    "    not code",
    "* not a list",
    "1. not a list",
    "> not a quotation",
    "```not a fence",
    "~~~not a fence",
    "`not code` and ``not `code` either``",
    "*not* _emphasis_ **at** __all__ ~~gone~~ ==marked== ^^up^^",
    "[not](a-link) ![nor](an-image) [^1] [x][y]",
    "[not]: a-reference",
    "*[HTML]: no abbreviation",
    "<script>alert(1)</script>",
    "<b>bold</b> &amp; &lt; &#38; &#x26; &nbsp &notit;",
    "</p></div></article></body><h1>x",
    "<!-- not a comment --> <![CDATA[x]]> <?php ?> <!DOCTYPE html>",
    "{{ config }} {% raw %} {# gone #} ${x} #{x}",
    "{: #id .class } {.class} {#id}",
    ":smile: :material-account: $x$ $$x$$ \\(x\\) \\[x\\]",
    '--8<-- "list.html"',
    ';--8<-- "list.html"',
    "!!! note",
    "??? note",
    "| a | b |",
    "|---|---|",
    "Term",
    ": not a definition",
    "<https://example.org> https://example.org me@example.org",
    "\\* \\_ \\` \\\\ \\# back\\slashes",
    "dashes -- --- and ... dots, (c) (tm) +/- 'single' \"double\"",
    "a\ttab, a\rreturn, a\x0bvertical tab, a\x0cform feed",
    "controls \x01\x02\x03\x04\x08\x0e\x1b\x1f\x7f",
    "C1 controls \x80\x85\x93\x99\x9f",
    "\ufefftext after a byte order mark\ufeff",
    "spaces \u00a0\u1680\u2003\u2009\u200b\u2028\u2029\u202f\u205f\u3000 of all kinds",
    "two  spaces and   three",
    "joined \u200d\u200c\u00ad\u2060 and hidden",
    "right to left: \u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d \u202e turned \u202c \u2066x\u2069",
    "beyond the plane: \U0001f600 \U0001d49c \U0002070e \U000e0001",
    "not characters: \ufffe \uffff \ufdd0 \U0010ffff",
    "combining e\u0301\u0323 and wk\x02placeholder:0\x03 \x02amp\x03 \x02klzzwxh:0000\x03",
    "x" * 20_000,
    "<" * 500,
    "\\" * 501,
]

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
