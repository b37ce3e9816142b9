"""The twelve rights statements: https://rightsstatements.org/page/1.0/."""

from archive.sources.words import ENGLISH, Words

_CODES = (
    *("InC", "InC-OW-EU", "InC-EDU", "InC-NC", "InC-RUU"),
    *("NoC-CR", "NoC-NC", "NoC-OKLR", "NoC-US"),
    *("CNE", "UND", "NKC"),
)
RIGHTS_STATEMENTS = {f"http://rightsstatements.org/vocab/{code}/1.0/": code for code in _CODES}


def find_rights(written: str) -> str | None:
    """Return the address of the statement that is meant by its address, its code (`InC`) or its label."""
    sought = written.strip().rstrip("/").casefold().replace("https:", "http:")
    for address, code in RIGHTS_STATEMENTS.items():
        label = name_rights(address, ENGLISH)
        if sought in {address.rstrip("/").casefold(), code.casefold(), label.casefold()}:
            return address
    return None


def name_rights(address: str, words: Words) -> str:
    """Return the label of a statement."""
    return words.say(f"rights.{RIGHTS_STATEMENTS[address]}")
