"""The words of the site as a template, which any engine can import: docs/theme/generated/words.html."""

import json
from pathlib import Path

from archive.pages.write_pages import write_if_different
from archive.sources.words import Words


def write_words_template(docs: Path, words: Words) -> None:
    """Write the words for templates, if they differ from what stands there."""
    write_if_different(docs / "theme" / "generated" / "words.html", render_words(words).encode())


def render_words(words: Words) -> str:
    """Return a template that sets `words`; what is JSON is a value in templates, too."""
    return f"{{% set words = {json.dumps(words.find(), ensure_ascii=False, indent=1)} %}}\n"
