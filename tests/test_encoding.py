"""The encoding of a text without one is proposed from its bytes."""

import pytest
from archive.sources.encoding import decode, find_encoding, propose_encoding

SAMPLES = {
    "utf-8": ["Plain.", "Café owner wins “golden spoon”"],
    "windows-1252": [
        "Café owner wins “golden spoon”\n\nThe prize is worth €500 – she said.",
        "Der Bürgermeister hat die neue Stadtbücherei an der Hauptstraße eröffnet. Die Größe überraschte.",
        "La feria volverá a la plaza de San Millán, según anunció ayer el Ayuntamiento.",
        "L’été dernier, la mairie a décidé de fermer le théâtre à la fin de l’année.",
        "It costs £5 at the gate.",
    ],
    "windows-1250": ["Burmistrz Łodzi otworzył nową bibliotekę. Mieszkańcy są zadowoleni, że będzie więcej."],
    "windows-1251": ["Мэр открыл новую библиотеку в понедельник. Жители города довольны."],
    "koi8-r": ["Мэр открыл новую библиотеку в понедельник. Жители города довольны."],
    "shift_jis": ["新しい図書館が日曜日に開館した。市長は喜んでいる。"],
    "gb18030": ["新图书馆周日开放。市长在周日为位于老港口旁边的新图书馆剪彩。"],
    "macintosh": ["The café’s owner wasn’t there, “a surprise”, she said — naïve."],
    "utf-16le": ["Lamp factory shuts\n"],
    "utf-16be": ["Lamp factory shuts\n"],
}
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
