"""Facts that are proposed, as a record writes them in their short form."""

from archive.adding.drafting.byline import Byline
from archive.adding.drafting.dates import ProposedDate
from archive.adding.drafting.proposal import Proposal
from archive.sources.authors import Author, parse_author
from archive.sources.paragraphs import flatten
from archive.sources.plain_yaml import Plain


def to_fact(proposal: Proposal | None) -> Plain | None:
    """Return a fact that the text prints, in its shortest form."""
    if proposal is None:
        return None
    value, quotes = flatten(proposal.value), [flatten(quote) for quote in proposal.quotes]
    if quotes == [value]:
        return value
    return {"value": value, "printed": list(quotes) if len(quotes) > 1 else quotes[0]}


def to_date_fact(when: ProposedDate | None) -> Plain | None:
    """Return a date as a fact: printed, or inferred from the name of the file."""
    if when is None:
        return None
    if when.quote:
        return {"value": when.edtf, "printed": flatten(when.quote)}
    return {"value": when.edtf, "inferred": when.source or ""}


def to_author_fact(byline: Byline | None) -> Plain | None:
    """Return the authors of a byline; a byline that names nobody says that nobody is stated."""
    if byline is None:
        return None
    quote = flatten(byline.quote)
    if not byline.authors:
        return {"basis": "not stated", "evidence": [{"quote": quote}]}
    values = [to_plain_author(author) for author in byline.authors]
    return {
        "value": values[0] if len(values) == 1 and isinstance(values[0], str) else list(values),
        "printed": quote,
    }


def to_plain_author(author: Author) -> Plain:
    """Return an author as a record writes it."""
    if author.is_body:
        return {"body": author.name}
    return author.name if parse_author(author.name) == author else {"person": author.name}
