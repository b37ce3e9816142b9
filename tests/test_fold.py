"""Words are folded so that spelling never hides them."""

import pytest
from archive.catalogue.fold import fold, render_indexed

INDEXED = {
    "We’ve": ["weve"],
    "Weve": ["weve"],
    "O'Connell": ["oconnell", "connell"],
    "Trump’s plans": ["trumps", "plans", "trump"],
    "license-plate": ["license", "plate", "licenseplate"],
    "x-y-z": ["x", "y", "z", "xy", "yz"],
    "car—boat–ship…end": ["car", "boat", "ship", "end"],
    "L.A. city": ["ꙮla", "city", "la"],
    "the U.S": ["the", "ꙮus", "us"],
    "Café Ångström": ["cafe", "angstrom"],
    "“sanctuary city”": ["sanctuary", "city"],
    "SecurityCameraKing.com": ["securitycameraking", "com"],
    "13–0 in 2024": ["13", "0", "in", "2024"],
    "— … —": [],
}


@pytest.mark.parametrize("text", INDEXED)
def test_indexed(text: str) -> None:
    """The index holds each word without case, accents and apostrophes, then its other forms."""
    assert render_indexed(text).split() == INDEXED[text]


def test_apostrophes_are_alike() -> None:
    """Every apostrophe that a reader may type folds to none."""
    assert {fold(f"don{mark}t") for mark in ("'", "’", "ʼ", "‘", "")} == {"dont"}
