"""The encoding of a text without one is proposed from its bytes."""

import pytest
from archive.sources.encoding import decode, find_encoding, propose_encoding
from make import read_cases

SAMPLES = read_cases("encodings")
CODECS = {"macintosh": "mac_roman"}
CASES = [(name, text) for name, texts in SAMPLES.items() for text in texts]


@pytest.mark.parametrize(("name", "text"), CASES)
def test_proposed(name: str, text: str) -> None:
    """A sentence in a common encoding is enough for it to be proposed, and it decodes to that sentence."""
    data = text.encode(CODECS.get(name, name))
    proposed = propose_encoding(data)
    assert proposed
    assert decode(data, proposed) == text


def test_long_texts_are_told_by_their_telling_lines() -> None:
    """One line with accents at the end of a long text is enough."""
    text = "plain words\n" * 10_000 + SAMPLES["windows-1252"][2]
    assert propose_encoding(text.encode("cp1252")) == "windows-1252"


@pytest.mark.parametrize(
    ("label", "name"),
    [("UTF8", "utf-8"), ("latin1", "windows-1252"), ("ascii", "windows-1252"), ("utf-7", None), ("x", None)],
)
def test_labels(label: str, name: str | None) -> None:
    """Labels are those of the Encoding Standard, in any case."""
    assert find_encoding(label) == name
