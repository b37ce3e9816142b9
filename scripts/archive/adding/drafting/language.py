"""The language of a text, where enough of it tells."""

from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

_LONGEST_SAMPLE = 5_000
_SURE = 0.8
_FEWEST_CHARACTERS = 60


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def propose_language(text: str) -> tuple[str, bool]:
    """Return the tag of the language that a text seems to be in, and whether it is sure."""
    tag, probability = _identifier().classify(text[:_LONGEST_SAMPLE])
    # A character of a script without spaces says as much as a word.
    says = len(text.encode("utf-8"))
    return str(tag), probability >= _SURE and says >= _FEWEST_CHARACTERS
