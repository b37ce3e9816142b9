"""A page that lists articles, and the parts of which a long one is made."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

import frontmatter

from archive.pages.article_list import LONGEST_LIST, to_root

TEMPLATE = "listing.html"

Item = TypeVar("Item")


@dataclass(frozen=True)
class Listing:
    """A page: its address, title, where it belongs, a sentence on it, and its HTML, line by line."""

    address: str
    title: str
    section: str
    description: str
    lines: list[str]

    @property
    def path(self) -> str:
        """Return the path of its Markdown file below docs/."""
        return f"{self.address}index.md" if self.address == "index/" else f"{self.address.rstrip('/')}.md"


def to_markdown(listing: Listing) -> str:
    """Return the page as Markdown with front matter."""
    body = "\n".join(['<div class="listing">', *listing.lines, "</div>"])
    post = frontmatter.Post(body)
    post.metadata = {
        "title": listing.title,
        "section": listing.section,
        "description": listing.description,
        "template": TEMPLATE,
    }
    return frontmatter.dumps(post, sort_keys=False, width=10**6) + "\n"


def to_parts(address: str, items: Sequence[Item]) -> Iterator[tuple[str, str, Sequence[Item], list[str]]]:
    """Yield the parts of a list: address, addition to the title, items, links to the others."""
    count = max(1, -(-len(items) // LONGEST_LIST))
    for number in range(1, count + 1):
        own = address if number == 1 else f"{address}{number}/"
        added = "" if count == 1 else f", part {number} of {count}"
        first = (number - 1) * LONGEST_LIST
        yield own, added, items[first : first + LONGEST_LIST], to_parts_nav(address, own, number, count)


def to_parts_nav(address: str, own: str, number: int, count: int) -> list[str]:
    """Return the links between the parts of a list as lines of HTML; there are none if it has one part."""
    if count == 1:
        return []
    links = []
    for other in range(1, count + 1):
        part = "" if other == 1 else f"{other}/"
        current = ' aria-current="page"' if other == number else ""
        links.append(f'<li><a href="{to_root(own)}{address}{part}"{current}>{other}</a></li>')
    return ['<nav class="parts" aria-label="Parts">', "<ol>", *links, "</ol></nav>"]
