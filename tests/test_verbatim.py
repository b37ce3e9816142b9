"""The verbatim promise: whatever a line holds, the page shows that and nothing else."""

import itertools

import pytest
from archive.catalogue.record_view import View
from archive.pages.markdown import render_paragraph
from archive.pages.page import render_page
from conftest import ROOT
from hostile import LINES, NAMED, split, split_typed
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from mkdocs.config import load_config
from mkdocs.utils import meta
from selectolax.lexbor import LexborHTMLParser

# Beyond those that Material's documentation recommends, and without those that the build refuses:
# https://squidfunk.github.io/mkdocs-material/setup/extensions/#recommended-configuration
MANY = """abbr admonition attr_list def_list fenced_code footnotes md_in_html sane_lists tables toc wikilinks
    pymdownx.betterem pymdownx.blocks.admonition pymdownx.blocks.details pymdownx.caret pymdownx.critic
    pymdownx.details pymdownx.emoji pymdownx.escapeall pymdownx.fancylists pymdownx.highlight
    pymdownx.inlinehilite pymdownx.keys pymdownx.magiclink pymdownx.mark pymdownx.progressbar pymdownx.quotes
    pymdownx.saneheaders pymdownx.snippets pymdownx.superfences pymdownx.tabbed pymdownx.tasklist
    pymdownx.tilde""".split()
SETTINGS = {
    "pymdownx.betterem": {"smart_enable": "all"},
    "pymdownx.magiclink": {
        "repo_url_shorthand": True,
        "social_url_shorthand": True,
        "user": "u",
        "repo": "r",
    },
}


@pytest.fixture(scope="module", params=["the site's own", "many"])
def converter(request: pytest.FixtureRequest) -> Markdown:
    """Return Markdown as MkDocs makes it for this site, and as it may be set up elsewhere."""
    if request.param == "many":
        return Markdown(extensions=MANY, extension_configs=SETTINGS)
    config = load_config(str(ROOT / "mkdocs.yml"))
    return Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)


def make_paragraph(number: int, text: str, *, kept: bool = False) -> View:
    """Return a paragraph as a view has it."""
    return {"number": number, "text": text, "kept": kept, "label": None}


def check_verbatim(
    paragraphs: list[str], labels: list[str | None], converter: Markdown, *, kept: bool = False
) -> None:
    """Fail unless the page of these paragraphs shows each as it is, in order, and holds nothing else."""
    numbered = list(enumerate(zip(paragraphs, labels, strict=True), start=1))
    body = "\n".join(
        render_paragraph(make_paragraph(number, text, kept=kept), label) for number, (text, label) in numbered
    )
    read, _ = meta.get_data(render_page({"title": "A title"}, body))
    tree = LexborHTMLParser(f"<!doctype html><body>{converter.reset().convert(read)}</body>")
    shown = [
        (node.attributes["id"], node.text(deep=True), node.attributes.get("data-label"))
        for node in tree.css("body > p")
    ]
    assert shown == [(f"p{number}", text, label) for number, (text, label) in numbered]
    assert len(tree.css("body *")) == len(paragraphs)


def to_label(line: str) -> str | None:
    """Return a line as a label of page furniture can be: one line of printable characters, or none."""
    return " ".join("".join(filter(str.isprintable, line)).split()) or None


# How a text is parted: each line a paragraph, lines together, or lines together and kept as typed.
LAYOUTS = {
    "lines": lambda blocks: [line.strip() for block in blocks for line in block if line.strip()],
    "blocks": lambda blocks: ["\n".join(split("\n".join(block))) for block in blocks],
    "kept": lambda blocks: ["\n".join(split_typed("\n".join(block))) for block in blocks],
}


@settings(max_examples=1000)
@given(blocks=st.lists(LINES, min_size=1, max_size=3), layout=st.sampled_from(sorted(LAYOUTS)), labels=LINES)
def test_hostile_text(converter: Markdown, blocks: list[list[str]], layout: str, labels: list[str]) -> None:
    """Lines of anything, however they are parted and labelled, come through Markdown unchanged."""
    paragraphs = LAYOUTS[layout](blocks)
    found = [label for _, label in zip(paragraphs, itertools.cycle(map(to_label, labels)), strict=False)]
    check_verbatim(paragraphs, found, converter, kept=layout == "kept")


@pytest.mark.parametrize("line", NAMED, ids=range(len(NAMED)))
def test_named_line(converter: Markdown, line: str) -> None:
    """Each line that ever was changed comes through: alone, first, last, and within a paragraph."""
    text = line.strip()
    check_verbatim(
        [text, "between", text, f"{text}\nsecond", f"first\n{text}\n{text}"], [None] * 5, converter
    )


def test_plain_prose_needs_no_reference() -> None:
    """What a press text is made of stands in the Markdown as it is."""
    text = "“He’s at it,” she said (twice) -- 'it's' 10:30 a.m.; costs $1,250.50, up 3% – in 1986. A & B/C!"
    assert render_paragraph(make_paragraph(1, text), None) == f"{text}\n{{ #p1 }}\n"


def test_a_paragraph_runs_as_its_first_letter_does() -> None:
    """A paragraph that begins in a script from right to left runs so, and no other."""
    for text, attributes in (
        ("2021: وكتب City Gazette", "#p1 dir=rtl"),
        ("City Gazette: وكتب", "#p1"),
        ("…", "#p1"),
    ):
        assert render_paragraph(make_paragraph(1, text), None).endswith(f"\n{{ {attributes} }}\n")
