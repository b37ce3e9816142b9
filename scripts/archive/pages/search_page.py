"""The search page, which a template draws and scripts fill."""

from collections.abc import Iterable, Iterator

from archive.catalogue.catalogue import Catalogue
from archive.catalogue.entry import Entry
from archive.catalogue.item_view import render_span
from archive.pages.page import Page
from archive.sources.words import Words


def render_search_page(catalogue: Catalogue, words: Words) -> Page:
    """Return the search page, with what there is to be found."""
    title, description = words.say("search.title"), words.say("search.description")
    view = {
        "examples": list(list_examples(catalogue.entries)),
        "span": render_span(catalogue.articles, words),
    }
    return Page("search.md", {"title": title, "description": description, "template": "search.html"}, view)


def list_examples(entries: Iterable[Entry]) -> Iterator[str]:
    """Yield searches that find something: for a phrase, for a name, and for the name without another word."""
    printed = [entry for entry in entries if any(mention.paragraphs for mention in entry.mentions)]
    names = [entry.name for entry in sorted(printed, key=lambda entry: -len(entry.mentions))]
    people = [entry.name for entry in printed if entry.group == "people" and entry.name in names]
    phrases = [name for name in names if " " in name and name not in people]
    person = max(people, key=lambda name: -names.index(name), default=None)
    if phrases:
        yield f'"{phrases[0]}"'
    if person:
        yield person
        others = [name for name in names if name.isalpha() and name not in person]
        if others:
            yield f"{person} -{others[0]}"
