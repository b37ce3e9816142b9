"""In which of its languages each paragraph of a text is, if its record names several."""

from functools import cache
from typing import TYPE_CHECKING

from archive.sources.article import Article

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

# So sure must it be that a paragraph is in another language than the main one.
_SURE = 0.9


def find_tongues(article: Article) -> dict[int, str]:
    """Return the language of each paragraph, by its number, that is in another than the main one of the text.

    It is the one that the record names for its first line, or else the one that its words show.
    """
    main, *others = languages = article.record.languages
    if not others:
        return {}
    tags = {tag.partition("-")[0].lower(): tag for tag in languages}
    identify = _identifier(tuple(tags))
    named = {line: item.language for item in article.record.passages for line in item.lines.to_range()}
    tongues = {}
    for paragraph in article.paragraphs:
        tag, chance = identify.classify(paragraph.text)
        shown = tags.get(tag, main) if chance >= _SURE else main
        tongues[paragraph.number] = named.get(paragraph.line, shown)
    return {number: language for number, language in tongues.items() if language != main}


@cache
def _identifier(tags: tuple[str, ...]) -> "LanguageIdentifier":
    """Return what tells some languages apart; those that it doesn't know it never finds."""
    # It takes as long to load as all else, and few archives need it.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    known = set(identifier.nb_classes)
    identifier.set_languages([tag for tag in tags if tag in known] or None)
    return identifier
