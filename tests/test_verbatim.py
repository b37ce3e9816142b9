"""The verbatim promise: whatever a line holds, the page shows that and nothing else."""

from collections.abc import Callable
from dataclasses import replace

import frontmatter
import pytest
from archive.catalogue.neighbours import Neighbours
from archive.pages.page import to_page
from archive.sources.article import Article
from archive.sources.check_record import parse_record
from archive.sources.text import parse_paragraphs, parse_text
from conftest import ROOT
from hostile import LINES, NAMED, split
from hypothesis import assume, given, settings
from make import SITE, make_record, to_yaml
from markdown import Markdown
from mkdocs.config import load_config
from mkdocs.utils import meta
from selectolax.lexbor import LexborHTMLParser

Render = Callable[[str], str]


@pytest.fixture(scope="module")
def render(site: object) -> Render:
    """Return what MkDocs does to a page before the templates, with the site's own settings."""
    del site  # The list that the home page includes must have been written once.
    config = load_config(str(ROOT / "mkdocs.yml"))
    config.plugins.run_event("config", config)
    markdown = Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)

    def convert(page: str) -> str:
        body, _ = meta.get_data(page)
        markdown.reset()
        return markdown.convert(body)

    return convert


@pytest.fixture(scope="module")
def article() -> Article:
    """Return an article whose text a test replaces."""
    text, _ = parse_text("a.txt", b"x")
    record = parse_record("a.yml", to_yaml(make_record(b"x")), text).record
    assert record
    return Article("a", b"x", text.paragraphs or (), record)


def shown(html: str) -> list[tuple[str | None, str]]:
    """Return the id and text of every paragraph that a browser would find in the text."""
    tree = LexborHTMLParser(f"<!doctype html><body>{html}</body>")
    return [(node.attributes["id"], node.text(deep=True)) for node in tree.css("#text > p")]


def check_verbatim(text: str, article: Article, render: Render) -> None:
    """Fail unless the page of a text shows its lines, in order, and holds nothing else."""
    html = check_left_alone(replace(article, paragraphs=tuple(parse_paragraphs(text))), render)
    wanted = split(text)
    assert shown(html) == [(f"p{number}", line) for number, line in enumerate(wanted, start=1)]
    elements = LexborHTMLParser(f"<!doctype html><body>{html}</body>").css("#text *")
    assert [node.tag for node in elements] == ["p", "a"] * len(wanted)


def check_left_alone(article: Article, render: Render) -> str:
    """Return the page of an article as HTML; fail if Markdown changed one character of it."""
    page = to_page(article, Neighbours(), SITE)
    html = render(page)
    assert html == frontmatter.loads(page).content
    return html


@settings(max_examples=2000)
@given(LINES)
def test_hostile_text(article: Article, render: Render, lines: list[str]) -> None:
    """Several lines of anything come through the site's own Markdown unchanged."""
    check_verbatim("\n".join(lines), article, render)


@settings(max_examples=300)
@given(LINES)
def test_hostile_record(article: Article, render: Render, lines: list[str]) -> None:
    """Whatever a record holds comes through the site's own Markdown unchanged, too."""
    line = max(lines, key=len).strip()[:200].strip()
    fact = {"value": line, "basis": "inferred", "evidence": [{"source": line, "note": line}]}
    facts = dict.fromkeys(("title", "subtitle", "publication", "author"), fact)
    written = to_yaml(make_record(b"x", **facts, subjects=[line], rights_note=line))
    record = parse_record("a.yml", written, parse_text("a.txt", b"x")[0]).record
    assume(record)
    check_left_alone(replace(article, record=record), render)


@pytest.mark.parametrize("line", NAMED, ids=range(len(NAMED)))
def test_named_line(article: Article, render: Render, line: str) -> None:
    """Each line that ever was changed comes through alone, first and last."""
    check_verbatim(line, article, render)
    check_verbatim(f"{line}\n\nbetween\n{line}", article, render)


def test_all_named_lines_at_once(article: Article, render: Render) -> None:
    """The lines come through together, with and without blank lines between them."""
    check_verbatim("\n".join(NAMED), article, render)
    check_verbatim("\n\n".join(NAMED), article, render)
