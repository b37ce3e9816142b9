"""The index, as at the back of a book: a page of it all, a page a letter if it is long, a page an entry."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from archive.catalogue.catalogue import Catalogue
from archive.catalogue.entry import Entry, Mention
from archive.catalogue.item_view import render_link
from archive.catalogue.record_view import View
from archive.catalogue.years import find_year, year_heading
from archive.pages.lists import LONGEST_LIST, SHORT_LIST, list_jumps, list_parts, list_sections
from archive.pages.page import Page
from archive.sources.words import Words


def list_index_pages(catalogue: Catalogue, words: Words) -> Iterator[Page]:
    """Yield the index, and the page of each entry that has one."""
    yield render_index(catalogue.entries, words)
    for group, of_group in list_groups(catalogue.entries):
        if len(of_group) > LONGEST_LIST:
            yield from list_letter_pages(group, of_group, words)
        for entry in of_group:
            if entry.has_page:
                yield from list_entry_pages(entry, catalogue.items, words)


def list_groups(entries: Sequence[Entry]) -> Iterator[tuple[str, list[Entry]]]:
    """Yield each group with its entries."""
    for group, found in groupby(entries, lambda entry: entry.group):
        yield group, list(found)


def render_index(entries: Sequence[Entry], words: Words) -> Page:
    """Return the index: with articles if it is short, else without; of a long group, the letters."""
    is_short = sum(len(entry.mentions) for entry in entries) <= LONGEST_LIST
    groups = [
        {"group": group, "heading": words.say(f"groups.{group}")}
        | (
            {"entries": list(render_entries(of_group, with_articles=is_short)), "letters": []}
            if is_short or len(of_group) <= LONGEST_LIST
            else {"entries": [], "letters": list(map(render_letter, list_letters(of_group)))}
        )
        for group, of_group in list_groups(entries)
    ]
    title, description = words.say("index.title"), words.say("index.description")
    meta = {"title": title, "description": description, "template": "names.html"}
    return Page("index/index.md", meta, {"groups": groups, "parts": []})


def render_entries(entries: Sequence[Entry], *, with_articles: bool) -> Iterator[View]:
    """Yield entries; `jump` is the letter of each that is the first of its letter."""
    met: set[str] = set()
    for entry in entries:
        yield render_entry(entry, with_articles=with_articles) | {
            "jump": None if entry.letter in met else entry.letter
        }
        met.add(entry.letter)


def render_entry(entry: Entry, *, with_articles: bool) -> View:
    """Return an entry with its one article, or with the number of them and, if it is asked for, with them."""
    articles = [
        render_link(mention.article) | {"paragraphs": list(mention.paragraphs)}
        for mention in (entry.mentions if with_articles or not entry.has_page else ())
    ]
    return {
        "filed": entry.filed,
        "address": entry.address if entry.has_page else None,
        "count": len(entry.mentions),
        "only": None if entry.has_page else articles[0],
        "articles": articles if entry.has_page else [],
    }


def list_letters(entries: Sequence[Entry]) -> Iterator[tuple[str, str, list[Entry]]]:
    """Yield each letter with its address and its entries."""
    in_order = sorted(entries, key=lambda entry: entry.letter)
    for letter, found in groupby(in_order, lambda entry: entry.letter):
        of_letter = list(found)
        name = letter.lower() if letter.isalpha() else "other"
        yield letter, f"index/{of_letter[0].group}-{name}/", of_letter


def render_letter(letter: tuple[str, str, list[Entry]]) -> View:
    """Return a letter with its address and the number of its entries."""
    name, address, entries = letter
    return {"letter": name, "address": address, "count": len(entries)}


def list_letter_pages(group: str, entries: Sequence[Entry], words: Words) -> Iterator[Page]:
    """Yield the pages of each letter of a group."""
    for letter, address, found in list_letters(entries):
        whole = words.say("index.letter", group=words.say(f"groups.{group}"), letter=letter)
        for part in list_parts(address, found):
            title = part.name(whole, words)
            listed = [render_entry(entry, with_articles=False) | {"jump": None} for entry in part.items]
            meta = {"title": title, "description": f"{title}.", "template": "names.html"}
            groups = [{"group": group, "heading": None, "entries": listed, "letters": []}]
            view = {"section": words.say("index.title"), "groups": groups, "parts": part.links}
            yield Page(part.path, meta, view)


def list_entry_pages(entry: Entry, items: Mapping[str, View], words: Words) -> Iterator[Page]:
    """Yield the pages of an entry: its articles, newest first, with the paragraphs that print the name."""
    group = words.say(f"groups.{entry.group}")
    description = "index.on_subject" if entry.group == "subjects" else "index.naming"
    parts = list(list_parts(entry.address, entry.mentions))
    is_long = len(entry.mentions) > SHORT_LIST
    for part in parts:
        title = part.name(entry.name, words)
        said = words.say(description, name=title)
        meta = {"title": title, "description": said, "template": "listing.html"}
        view = {
            "section": group,
            "group": entry.group,
            "within": {"title": group, "address": f"index/#{entry.group}"},
            "counted": words.count("counts.articles", len(entry.mentions)),
            "jumps": list_jumps(parts, find_mention_year, lambda year: year_heading(year, words)),
            "sections": list_mentions(part.items, items, words, is_long=is_long),
            "parts": part.links,
        }
        yield Page(part.path, meta, view)


def list_mentions(
    mentions: Sequence[Mention], items: Mapping[str, View], words: Words, *, is_long: bool
) -> list[View]:
    """Return the articles of an entry with the paragraphs that print the name; of a long one, by year."""

    def render_mention(mention: Mention) -> View:
        return items[mention.article.record.slug] | {"paragraphs": list(mention.paragraphs)}

    if is_long:
        return list_sections(
            mentions, find_mention_year, lambda year: year_heading(year, words), render_mention
        )
    return [{"heading": None, "articles": list(map(render_mention, mentions))}]


def find_mention_year(mention: Mention) -> str:
    """Return the year of the article that names an entry."""
    return find_year(mention.article)
