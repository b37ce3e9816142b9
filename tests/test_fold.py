"""Words are folded so that spelling never hides them."""

import json
import unicodedata

import pytest
import regex
from anyascii import anyascii
from archive.catalogue.fold import decode_entities, find_edges, find_tokens, fold
from archive.search.pieces import list_pieces
from conftest import ROOT

TABLE = json.loads((ROOT / "docs" / "assets" / "search" / "folding.json").read_text("utf-8"))

INDEXED = {
    "We’ve don‘t donʼt": ["weve", "dont", "dont"],
    "Weve": ["weve"],
    "O'Connell": ["oconnell", "connell"],
    "Trump’s plans": ["trumps", "trump", "plans"],
    "license-plate": ["license", "plate", "licenseplate"],
    "x-y-z": ["x", "y", "z", "xy", "yz", "xyz"],
    "vice-mayor-elect": ["vice", "mayor", "elect", "vicemayor", "mayorelect", "vicemayorelect"],
    "car—boat–ship…end": ["car", "boat", "ship", "end"],
    "L.A. city": ["l", "a", "l.a.", "la", "city"],
    "the U. S": ["the", "u", "s", "u.s.", "us"],
    "US": ["us", "u.s."],
    "J. R. R. T.": ["j", "r", "r", "t", "j.r.", "r.r.", "r.t.", "j.r.r.", "r.r.t.", "j.r.r.t.", "jrrt"],
    "treaty¹ ahead.² 1923³ CO₂ km² 10³": ["treaty", "ahead", "1923", "co2", "km2", "103"],
    "times.6 Nobody weir[4]": ["times", "6", "nobody", "weir", "4"],
    "R ealized T": ["r", "ealized", "realized", "t"],
    "1 250 000 francs 12,34,567 1’250": ["1", "250", "000", "1250000", "francs", "1234567", "1250"],
    "dell’Acqua": ["dellacqua", "acqua"],
    "Café Ångström": ["cafe", "angstrom", "aangstroem"],
    "“sanctuary city”": ["sanctuary", "city"],
    "SecurityCameraKing.com": ["securitycameraking", "com"],
    "13–0 in 2024": ["13", "0", "in", "2024"],
    "issue1714448": ["issue1714448"],
    "— … —": [],
    "yester-\nday": ["yester", "day", "yesterday"],
    "consider¬ \n  able": ["consider", "able", "considerable"],
    "Wirt\u00adschafts\u00adkrise ze\u200bro wo\u2060rd": ["wirtschaftskrise", "zero", "word"],
    "\ufeffnon\u200dsense": ["nonsense"],
    "Łódź Søren Þór Đorđe": ["lodz", "soren", "soeren", "thor", "dorde"],
    "œuvre Æsir Straße ışık Ħal": ["oeuvre", "aesir", "strasse", "isik", "hal"],
    "Größe über": ["grosse", "groesse", "uber", "ueber"],
    "l’eau qu'il n’est jusqu’alors": ["leau", "eau", "quil", "il", "nest", "est", "jusqualors", "alors"],
    "المــديــرة الكتّاب ٢٠٢١ کتاب یک": ["المديرة", "الكتاب", "2021", "كتاب", "يك"],
    "1,250,000 1250000 1.250.000 12,34": ["1250000", "1250000", "1250000", "12", "34"],
    "2\u00a0500 and 300": ["2500", "and", "300"],
    "公共图书馆A": ["公", "共", "图", "书", "馆", "a"],
    "ห้องสมุด": ["ห้", "อ", "ง", "ส", "มุ", "ด"],
    "हिंदी २०२१": ["हिंदी", "2021"],
    "caf&eacute; Jones &amp; Sons&#8217;s": ["cafe", "jones", "sonss", "sons"],
    "AT&T &copy &unknown; R&B;": ["at", "a.t.", "t", "copy", "unknown", "r", "b"],
}


@pytest.mark.parametrize("text", INDEXED)
def test_indexed(text: str) -> None:
    """The index holds each word without case, accents and apostrophes, and its other forms."""
    found = [key for piece in list_pieces(text) for key in (*piece.typed, *piece.ruled)]
    assert sorted(found) == sorted(INDEXED[text])


def test_a_token_knows_its_place() -> None:
    """A word stands where the text has it; a hyphen joins it to the next, at a line end or within."""
    text = decode_entities("One co-worker yester-\nday")
    assert [text[token.start : token.end] for token in find_tokens(text)] == [
        "One",
        "co",
        "worker",
        "yester",
        "day",
    ]
    assert find_edges(text, find_tokens(text)) == [(1, 2, "coworker", False), (3, 2, "yesterday", True)]


def test_the_table_has_the_letters_of_anyascii() -> None:
    """Each Latin letter that has a capital and isn't decomposed by Unicode is spelt as anyascii spells it."""
    table = {letter: to for to, letters in TABLE["letters"].items() for letter in letters}
    for number in range(0x80, 0x1E000):
        letter = chr(number)
        spelt = anyascii(letter).lower()
        if (
            regex.match(r"\p{Script=Latin}", letter)
            and letter.lower() == letter != letter.upper()
            and unicodedata.normalize("NFKD", letter) == letter
            and spelt.isascii()
            and spelt.isalpha()
        ):
            assert table[letter] == spelt, letter


def test_every_digit() -> None:
    """The digits of every script are alike."""
    for number in range(0x80, 0x20000):
        if (value := unicodedata.decimal(chr(number), None)) is not None:
            assert fold(chr(number)) == str(value), hex(number)
