"""Publications: what newspapers are called, and the lines that name the one a text is from."""

import re

_NEWSPAPERS = re.compile(
    r"(?:advertiser|argus|bugle|bulletin|chronicle|courant|courier|daily|dispatch|echo|enquirer|examiner|express"
    r"|gazette|globe|guardian|herald|independent|inquirer|journal|leader|ledger|mail|mercury|messenger|monitor|news"
    r"|observer|post|press|recorder|register|reporter|review|sentinel|standard|star|sun|telegraph|times|tribune"
    r"|trumpet|weekly|zeitung|anzeiger|nachrichten|diario|gaceta|heraldo|journal|gazzetta|corriere)s?",
    re.IGNORECASE,
)
_FIELD = re.compile(
    r"(?:publication|published in|newspaper|source|publicación|quelle|zeitung)\s*:\s*(?P<value>\S.*)",
    re.IGNORECASE,
)
_OPENINGS = re.compile(
    r"(?:(?:the|el|la|le|il)\s+)?(?:diario|gaceta|heraldo|gazzetta|corriere|daily)\s", re.IGNORECASE
)
_WORDS = range(2, 7)


def is_publication(text: str) -> bool:
    """Return whether a few words are the name of a newspaper as far as it shows: `Oxley Gazette`."""
    words = re.sub(r"\s*\([^()]+\)$", "", text.strip(" .")).split()
    if len(words) not in _WORDS or not words[0][0].isupper():
        return False
    return bool(_NEWSPAPERS.fullmatch(words[-1]) or _OPENINGS.match(text))


def find_publication_field(text: str) -> str | None:
    """Return what a line such as `Source: The Oxley Gazette` names, unless it is an address."""
    match = _FIELD.fullmatch(text)
    if not match or re.search(r"https?:|www\.|@", match["value"]):
        return None
    return match["value"].strip()
