"""Languages by their tags: https://www.rfc-editor.org/info/bcp47."""

import re
from functools import cache

from babel import Locale

# The tag of a language that is not stated: https://www.iana.org/assignments/language-subtag-registry
UNDETERMINED = "und"

# Primary subtags of four letters are reserved, and an x begins private ones.
_WELL_FORMED = re.compile(r"(?:[a-z]{2,3}|[a-z]{5,8}|i)(?:-[a-z0-9]{1,8})*", re.IGNORECASE | re.ASCII)
# Primary subtags that are nobody's: https://www.rfc-editor.org/rfc/rfc5646#section-2.2.1
_PRIVATE = re.compile(r"q[a-t][a-z](?:-.*)?", re.IGNORECASE | re.ASCII)
_ENGLISH = Locale("en")


@cache
def is_language(tag: str) -> bool:
    """Return whether a tag is made of registered subtags and names a language."""
    if tag.isalpha() and tag in _ENGLISH.languages:
        return True
    # The registry takes a while to load, and few archives need it.
    from langcodes import tag_is_valid  # noqa: PLC0415

    return bool(_WELL_FORMED.fullmatch(tag)) and tag_is_valid(tag) and not _PRIVATE.fullmatch(tag)


@cache
def name_language(tag: str, locale: Locale = _ENGLISH) -> str:
    """Return the name of a language: `grc` is `Ancient Greek`, `es-MX` is `Spanish (Mexico)`.

    One that has no name in CLDR, as few have that are written, is called by its tag.
    """
    if tag.isalpha() and tag in locale.languages:
        return str(locale.languages[tag])
    from langcodes import Language  # noqa: PLC0415 (as above)

    known = Language.get(tag)
    name = locale.languages.get(known.language)
    if not name:
        return tag
    parts = [locale.scripts.get(known.script), locale.territories.get(known.territory)]
    within = ", ".join(filter(None, parts))
    return f"{name} ({within})" if within else str(name)
