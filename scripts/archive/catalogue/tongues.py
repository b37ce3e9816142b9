"""In which of its languages each paragraph of a text is, if its record names several."""

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from archive.sources.paragraphs import Paragraph

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

# So sure must it be that a paragraph is in another language than the main one.
_SURE = 0.9


def find_tongues(paragraphs: Sequence[Paragraph], languages: Sequence[str]) -> dict[int, dict[str, str]]:
    """Return the language of each paragraph, by its number, that is in another than the first of a record."""
    if len(languages) == 1:
        return {}
    tags = {tag.partition("-")[0].lower(): tag for tag in languages}
    identify = _identifier(tuple(tags))
    found = ((paragraph.number, *identify.classify(paragraph.text)) for paragraph in paragraphs)
    return {
        number: {"language": tags[tag]}
        for number, tag, chance in found
        if chance >= _SURE and tags.get(tag, languages[0]) != languages[0]
    }


@cache
def _identifier(tags: tuple[str, ...]) -> "LanguageIdentifier":
    """Return what tells some languages apart; those that it doesn't know it never finds."""
    # It takes as long to load as all else, and few archives need it.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    known = set(identifier.nb_classes)
    identifier.set_languages([tag for tag in tags if tag in known] or None)
    return identifier
