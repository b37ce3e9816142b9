"""The short form of a fact in a record, and the long form that it stands for.

`author: {value: Hannah Pellow, printed: By Hannah Pellow}` says what the long form says with `basis`
and `evidence`. The key says how the fact is known, and its value says by what: one piece of evidence or
a list of them, each a mapping with `quote` or `source`, or a string. What is printed is quoted; a string
beside the other two is a source, so that no quotation goes unchecked. `author: Hannah Pellow` is short for
a value that the text prints as it stands, and a list for several such values.
"""

from collections.abc import Iterator

from archive.sources.plain_yaml import Plain

NOT_STATED = "not stated"

# The ways in which a fact is known, best first, and what a string beside each is.
BASES = {"printed": "quote", "published": "source", "inferred": "source"}


def to_long_form(value: object) -> object:
    """Return the long form of a fact in a short form; anything else as it is."""
    if value == NOT_STATED:
        return {"basis": NOT_STATED}
    if isinstance(value, str):
        return {"value": value, "basis": "printed", "evidence": [{"quote": value}]}
    if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
        return {"value": value, "basis": "printed", "evidence": [{"quote": item} for item in value]}
    if not isinstance(value, dict) or "basis" in value or "evidence" in value:
        return value
    ways = [basis for basis in BASES if basis in value]
    if not ways:
        return value
    others = {key: item for key, item in value.items() if key not in BASES}
    evidence = [item for basis in ways for item in _list_evidence(value[basis], BASES[basis])]
    return {**others, "basis": ways[0], "evidence": evidence}


def _list_evidence(written: Plain, kind: str) -> Iterator[Plain]:
    """Yield pieces of evidence; a string is one of that kind."""
    for item in written if isinstance(written, list) else [written]:
        yield {kind: item} if isinstance(item, str) else item
