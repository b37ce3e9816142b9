"""The index, as at the back of a book: a page of it all, a page a letter if it is long, a page an entry."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from archive.catalogue.entry import GROUPS, Entry, Mention
from archive.pages.article_list import LONGEST_LIST, to_known_html, to_link_html, to_root
from archive.pages.listing import Listing, to_parts
from archive.pages.verbatim import to_verbatim

INDEX = "index/"
_DESCRIPTION = "People, places, bodies and subjects, with the articles and paragraphs where each is printed."


def to_index_pages(entries: Sequence[Entry]) -> Iterator[Listing]:
    """Yield the index and the pages of its entries, which stand in order."""
    yield to_index(entries)
    for group, found in groupby(entries, lambda entry: entry.group):
        of_group = list(found)
        if len(of_group) > LONGEST_LIST:
            yield from to_letter_pages(group, of_group)
        for entry in of_group:
            yield from to_entry_pages(entry)


def to_index(entries: Sequence[Entry]) -> Listing:
    """Return the index: with articles if it is short, else without; of a long group, the letters."""
    is_short = sum(len(entry.mentions) for entry in entries) <= LONGEST_LIST
    lines = []
    for group, found in groupby(entries, lambda entry: entry.group):
        lines.append(f'<h2 id="{group}">{GROUPS[group]}</h2>')
        of_group = list(found)
        if is_short:
            lines += to_full_lines(of_group)
        elif len(of_group) <= LONGEST_LIST:
            lines += to_counted_lines(of_group, to_root(INDEX))
        else:
            lines += to_letter_lines(group, of_group)
    return Listing(INDEX, "Index", "", _DESCRIPTION, lines or ["<p>No name has been recorded yet.</p>"])


def to_full_lines(entries: Sequence[Entry]) -> list[str]:
    """Return entries with their articles and paragraphs."""
    root = to_root(INDEX)
    items = [
        f"<li>{to_entry_link(entry, root)}<ul>{to_mentions_html(entry.mentions, root)}</ul></li>"
        for entry in entries
    ]
    return ['<ul class="entries">', *items, "</ul>"]


def to_counted_lines(entries: Sequence[Entry], root: str) -> list[str]:
    """Return entries with the number of their articles."""
    items = [f"<li>{to_entry_link(entry, root)} {to_count(entry.mentions)}</li>" for entry in entries]
    return ['<ul class="counted">', *items, "</ul>"]


def to_letter_lines(group: str, entries: Sequence[Entry]) -> list[str]:
    """Return the letters of a group, each a link to the page of its entries."""
    root = to_root(INDEX)
    items = [
        f'<li><a href="{root}{to_letter_address(group, letter)}">{letter}</a> {to_count(found)}</li>'
        for letter, found in to_letters(entries)
    ]
    return ['<ul class="letters">', *items, "</ul>"]


def to_count(items: Sequence[object]) -> str:
    """Return how many there are."""
    return f"<span>{len(items):,}</span>"


def to_letters(entries: Sequence[Entry]) -> Iterator[tuple[str, list[Entry]]]:
    """Yield each letter with its entries."""
    sort_newest_first = sorted(entries, key=lambda entry: entry.letter)
    for letter, found in groupby(sort_newest_first, lambda entry: entry.letter):
        yield letter, list(found)


def to_letter_address(group: str, letter: str) -> str:
    """Return the address of the page of a letter."""
    return f"index/{group}-{letter.lower() if letter.isalpha() else 'other'}/"


def to_letter_pages(group: str, entries: Sequence[Entry]) -> Iterator[Listing]:
    """Yield the pages of each letter of a group."""
    for letter, found in to_letters(entries):
        for own, added, part, nav in to_parts(to_letter_address(group, letter), found):
            title = f"{GROUPS[group]}: {letter}{added}"
            yield Listing(own, title, "Index", f"{title}.", [*to_counted_lines(part, to_root(own)), *nav])


def to_entry_pages(entry: Entry) -> Iterator[Listing]:
    """Yield the pages of an entry: its articles, newest first, with the paragraphs that print the name."""
    section, verb = GROUPS[entry.group], "on the subject" if entry.group == "subjects" else "that name"
    for own, added, part, nav in to_parts(entry.address, entry.mentions):
        root = to_root(own)
        count = f"{len(entry.mentions):,} article{'' if len(entry.mentions) == 1 else 's'}"
        intro = f'<p class="known"><a href="{root}{INDEX}#{entry.group}">{section}</a> · {count}</p>'
        lines = [intro, '<ul class="mentions">', to_mentions_html(part, root, known=True), "</ul>", *nav]
        yield Listing(own, f"{entry.name}{added}", section, f"Articles {verb} {entry.name}{added}.", lines)


def to_entry_link(entry: Entry, root: str) -> str:
    """Return the filed form of an entry as a link to its page."""
    return f'<a class="entry" dir="auto" href="{root}{entry.address}">{to_verbatim(entry.filed)}</a>'


def to_mentions_html(mentions: Sequence[Mention], root: str, *, known: bool = False) -> str:
    """Return articles as list items, each with links to the paragraphs that print the name."""
    return "\n".join(to_mention_html(mention, root, known=known) for mention in mentions)


def to_mention_html(mention: Mention, root: str, *, known: bool) -> str:
    """Return an article with links to the paragraphs that print the name; if asked for, what is known."""
    article = mention.article
    page = f"{root}articles/{article.record.slug}/"
    numbers = " ".join(
        f'<a href="{page}#p{number}" aria-label="paragraph {number}">{number}</a>'
        for number in mention.paragraphs
    )
    places = (
        f' <span class="paragraphs"><span aria-hidden="true">¶</span> {numbers}</span>' if numbers else ""
    )
    about = f'<p class="known">{to_known_html(article)}</p>' if known else ""
    return f"<li>{to_link_html(article, root)}{places}{about}</li>"
