"""Other archives that the search asks too, as `search_also` in mkdocs.yml lists them."""

import re
from collections.abc import Iterable, Iterator

from archive.sources.problem import Problem

# What can stand in a policy as the source of data: https://www.w3.org/TR/CSP3/#framework-directive-source-list
_ADDRESS = re.compile(r"https?://[\w.:\[\]-]+(?:/[\w.~%/-]*)?", re.ASCII)


def list_addresses(value: object) -> list[str]:
    """Return what `search_also` lists as addresses, right or wrong."""
    if value is None:
        return []
    return [str(item) for item in value] if isinstance(value, list) else [f"{value} without brackets"]


def check_search_also(path: str, written: str, addresses: Iterable[str]) -> Iterator[Problem]:
    """Every other archive has an address of http or https, as the policy of a page can name it."""
    lines = enumerate(written.splitlines(), start=1)
    line = next((number for number, line in lines if line.strip().startswith("search_also:")), 1)
    for address in addresses:
        if not _ADDRESS.fullmatch(address):
            message = f"must list addresses such as [https://example.org/archive/], not {address!r}"
            yield Problem(path, line, f"search_also {message}")
