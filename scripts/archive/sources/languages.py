"""Languages by their tags: https://www.rfc-editor.org/info/bcp47."""

import re
from functools import cache

from babel import Locale
from langcodes import Language, tag_is_valid

# The tag of a language that is not stated: https://www.iana.org/assignments/language-subtag-registry
UNDETERMINED = "und"

# Primary subtags of four letters are reserved, and an x begins private ones.
_WELL_FORMED = re.compile(r"(?:[a-z]{2,3}|[a-z]{5,8}|i)(?:-[a-z0-9]{1,8})*", re.IGNORECASE | re.ASCII)
_UNKNOWN = "Unknown language ["
_ENGLISH = Locale("en")


@cache
def is_language(tag: str) -> bool:
    """Return whether a tag is made of registered subtags and names a language."""
    return bool(_WELL_FORMED.fullmatch(tag)) and tag_is_valid(tag) and not to_name(tag).startswith(_UNKNOWN)


@cache
def to_name(tag: str, locale: Locale = _ENGLISH) -> str:
    """Return the name of a language: `grc` is `Ancient Greek`, `es-MX` is `Spanish (Mexico)`."""
    # Babel has the names of most languages at hand; langcodes takes a second to read all of them.
    language, _, region = tag.partition("-")
    if language in locale.languages and (not region or region in locale.territories):
        name = str(locale.languages[language])
        return f"{name} ({locale.territories[region]})" if region else name
    return str(Language.get(tag).display_name(locale.language))
