"""Lines that belong to the page, not to the article: what each is, by the words that such lines have."""

import re

TURN = "note of where it goes on"
_KINDS = {
    "notice": r"(?:for )?immediate (?:release|use)\b.*|for release\b.*|release date\s*:.*"
    r"|embargo(?:ed)?\b.*|not for publication\b.*"
    r"|(?:press|news|media) release(?:\s*[:–-].*)?"
    r"|(?:pressemitteilung|nota de prensa|communiqué de presse)\b.*"
    r"|(?:breaking news|exclusive|advertisement|sponsored)",
    "name of the database": r"lexis\s?nexis|factiva|proquest|newsbank|nexis(?: uni)?|pressreader",
    "number of the document": r"\d+ of \d+ documents?|document \d+ of \d+",
    "number of the page": r"page \d+(?: of \d+)?|p(?:g|p)?\. ?\d+",
    "contact": r"(?:press |media )?contacts?\s*:.*|(?:tel|phone|fax|e-?mail|website)\s*[.:].*|\S+@\S+\.\w+",
    "address": r"(?:url\s*:\s*)?(?:https?://|www\.)\S+",
    TURN: r"\(?(?:continued|turn to|see|cont[’']?d|fortsetzung)\b.{0,12}?"
    r"\b(?:on|from|page|seite)\b.{0,20}\)?|more|-\s*more\s*-",
    "end mark": r"#{2,}|\*(?:\s?\*){2,}|-\s*(?:30|ends?|ende|fin)\s*-|\(?ends?\)?|_{3,}|-{3,}|={3,}",
    "notice of copyright": r"(?:copyright\b|©|\(c\)\s).*|all rights reserved\.?",
    "time of publication": r"(?:published|posted|first published)|\d+ (?:minute|hour|day|week|month)s? ago",
    "date of a change": r"load-date\s*:.*",
    "note of the file": r"(?:section|length|dateline|series|edition|language|document-type|publication-type"
    r"|graphic|slug|words?|correction)\s*:\s.*|(?:body|text)\s*:",
    "photograph": r"(?:photo(?:graph)?|image|picture|foto)(?: by| credit|:)\s.*",
}
_PATTERNS = {kind: re.compile(pattern, re.IGNORECASE) for kind, pattern in _KINDS.items()}
# Most lines are none of these: that is told by one comparison.
_ANY = re.compile("|".join(f"(?:{pattern})" for pattern in _KINDS.values()), re.IGNORECASE)
_SECTIONS = frozenset(
    re.findall(
        r"\S+",
        "agenda analysis arts brief briefs business city climate comment comunidad country courts "
        "crime cultura culture deportes economy editorial education entertainment environment europe "
        "family feature features finance food health interview interviews kultur leader letters life "
        "lifestyle local lokales metro money médecine nachrichten nation national news obituaries "
        "obituary opinion politics politik politique property regional review reviews round-up "
        "roundup science sociedad society sport sports style swimming technology travel weather "
        "wirtschaft world",
    )
)
_LONGEST = 200
_MOST_WORDS = 3


def find_notice(text: str) -> str | None:
    """Return what a line is that belongs to the page; None if nothing in it says so."""
    if len(text) > _LONGEST:
        return None
    inner = text[1:-1] if text[0] in "([" and text[-1] in ")]" else text
    if not _ANY.fullmatch(inner):
        return None
    return next((kind for kind, pattern in _PATTERNS.items() if pattern.fullmatch(inner)), None)


def is_release(text: str) -> bool:
    """Return whether a line says that the text is a press release."""
    return bool(re.match(r"for immediate release|(?:press|news|media) release", text, re.IGNORECASE))


def is_section(text: str) -> bool:
    """Return whether a line above a headline is the name of a section: `SPORT`, `Local news`."""
    words = text.strip("|/•· ").split()
    return len(words) <= _MOST_WORDS and (
        text.isupper() or all(word.casefold() in {*_SECTIONS, "and", "&"} for word in words)
    )
