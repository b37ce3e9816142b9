"""E-mail and other texts that open with fields: `Subject: …`, `HEADLINE: …`."""

import re
from collections.abc import Sequence

from archive.adding.drafting.proposal import SourceLine

# https://www.rfc-editor.org/rfc/rfc5322#section-3.6
_MAIL = re.compile(
    r"(?:from|to|cc|bcc|re|subject|date|sent|reply-to|return-path|received|message-id|mime-version|content-[\w-]+"
    r"|x-[\w-]+|in-reply-to|references|sender|delivered-to|von|an|betreff|gesendet|datum|de|para|asunto|fecha)\s*:",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"(?:subject|re|betreff|asunto|objet)\s*:\s*(?:(?:re|fwd?|aw|wg)\s*:\s*)*(?P<value>\S.*)", re.IGNORECASE
)
_HEADLINE = re.compile(r"(?:headline|title|titel|título|titre)\s*:\s*(?P<value>\S.*)", re.IGNORECASE)
_FEWEST = 3


def find_mail_header(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """Return the lines of the header with which an e-mail opens; none if the text is no e-mail."""
    header: list[SourceLine] = []
    for line in lines:
        if line.block != lines[0].block or not (_MAIL.match(line.text) or header):
            break
        header.append(line)
    fields = sum(bool(_MAIL.match(line.text)) for line in header)
    return header if fields >= _FEWEST and any(_SUBJECT.match(line.text) for line in header) else []


def find_subject(text: str) -> str | None:
    """Return what a line gives as its subject, without the words before it."""
    match = _SUBJECT.fullmatch(text)
    return match["value"].strip() if match else None


def find_headline_field(text: str) -> str | None:
    """Return what a line such as `HEADLINE: …` gives as its headline."""
    match = _HEADLINE.fullmatch(text)
    return match["value"].strip() if match else None
