"""The twelve rights statements: https://rightsstatements.org/page/1.0/."""

RIGHTS_STATEMENTS = {
    "http://rightsstatements.org/vocab/InC/1.0/": "In Copyright",
    "http://rightsstatements.org/vocab/InC-OW-EU/1.0/": "In Copyright - EU Orphan Work",
    "http://rightsstatements.org/vocab/InC-EDU/1.0/": "In Copyright - Educational Use Permitted",
    "http://rightsstatements.org/vocab/InC-NC/1.0/": "In Copyright - Non-Commercial Use Permitted",
    "http://rightsstatements.org/vocab/InC-RUU/1.0/": (
        "In Copyright - Rights-holder(s) Unlocatable or Unidentifiable"
    ),
    "http://rightsstatements.org/vocab/NoC-CR/1.0/": "No Copyright - Contractual Restrictions",
    "http://rightsstatements.org/vocab/NoC-NC/1.0/": "No Copyright - Non-Commercial Use Only",
    "http://rightsstatements.org/vocab/NoC-OKLR/1.0/": "No Copyright - Other Known Legal Restrictions",
    "http://rightsstatements.org/vocab/NoC-US/1.0/": "No Copyright - United States",
    "http://rightsstatements.org/vocab/CNE/1.0/": "Copyright Not Evaluated",
    "http://rightsstatements.org/vocab/UND/1.0/": "Copyright Undetermined",
    "http://rightsstatements.org/vocab/NKC/1.0/": "No Known Copyright",
}


def find_rights(written: str) -> str | None:
    """Return the address of the statement that is meant by its address, its code (`InC`) or its label."""
    sought = written.strip().rstrip("/").casefold().replace("https:", "http:")
    for address, label in RIGHTS_STATEMENTS.items():
        code = address.split("/")[-3]
        if sought in {address.rstrip("/").casefold(), code.casefold(), label.casefold()}:
            return address
    return None
