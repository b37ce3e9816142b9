"""What a reader does in a real Chromium: finds the way, copies, prints, by keyboard or without scripts."""

import itertools
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from archive.sources.read_articles import read_articles
from conftest import SAMPLE
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader
from selectolax.lexbor import LexborHTMLParser

ARTICLES = {article.record.slug: article for article in read_articles(SAMPLE)[0]}
SLUG = "los-angeles-sanctuary-city-ordinance"
ADDRESS = f"/articles/{SLUG}/"
TEXTS = [paragraph.text for paragraph in ARTICLES[SLUG].paragraphs]


@pytest.fixture
def copying(chromium: Browser, address: str) -> Iterator[Page]:
    """Return a page that may use the clipboard."""
    context = chromium.new_context(base_url=address)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield context.new_page()
    context.close()


def read_clipboard(page: Page) -> str:
    """Return what was copied."""
    return page.evaluate("navigator.clipboard.readText()")


def test_copy_the_link_of_a_paragraph(copying: Page, address: str) -> None:
    """The number of a paragraph opens its tools at its head, and stays where it is; its link is copied."""
    copying.goto(ADDRESS)
    link = copying.get_by_role("link", name="Paragraph 3", exact=True)
    before = link.bounding_box()
    link.click()
    tools = copying.get_by_role("group", name="Paragraph 3")
    # Neither has the paragraph moved, nor is any of it covered.
    assert link.bounding_box() == before
    above = tools.bounding_box()
    assert 0 < above["y"] < above["y"] + above["height"] <= copying.locator("#p3").bounding_box()["y"]
    copying.set_viewport_size({"width": 800, "height": 300})
    tools.get_by_role("button", name="Copy link").click()
    expect(tools.get_by_role("status").filter(has_text="The link is copied.")).to_be_visible()
    assert copying.url == f"{address}{ADDRESS}#p3"
    assert read_clipboard(copying).startswith(f"{copying.url}:~:text=")
    copied = read_clipboard(copying)
    # If another paragraph is put in before it, the number is that of another; the words still lead there.
    copying.goto("about:blank")
    copying.goto(copied.replace("#p3", "#p1"))
    expect(copying.locator("#p3")).to_be_in_viewport()


def test_copy_the_link_of_words(copying: Page, address: str) -> None:
    """The link of selected words leads to them."""
    copying.set_viewport_size({"width": 800, "height": 300})
    copying.goto(ADDRESS)
    copying.evaluate("getSelection().selectAllChildren(document.getElementById('p8'))")
    copying.locator("#selection-tools").get_by_role("button", name="Copy link").click()
    expect(copying.get_by_role("status").filter(has_text="The link is copied.")).to_be_visible()
    link = read_clipboard(copying)
    assert link.startswith(f"{address}{ADDRESS}#p8:~:text=")
    copying.goto("about:blank")
    copying.goto(link.replace("#p8", "#p1"))
    expect(copying.locator("#p8")).to_be_in_viewport()


def test_copy_a_passage_with_its_citation(copying: Page, address: str) -> None:
    """Passage, citation and address are copied together, by keyboard alone; Escape leads back."""
    copying.goto(ADDRESS)
    link = copying.get_by_role("link", name="Paragraph 6", exact=True)
    link.focus()
    link.press("Enter")
    expect(copying.get_by_role("group").get_by_role("button", name="Copy link")).to_be_focused()
    copying.keyboard.press("Tab")
    copying.keyboard.press("Enter")
    expect(copying.get_by_role("status").filter(has_text="are copied.")).to_be_visible()
    passage, citation = read_clipboard(copying).split("\n\n")
    assert passage == TEXTS[5]
    assert ARTICLES[SLUG].title.casefold() in citation.casefold()
    assert citation.endswith(f"{address}{ADDRESS}#p6")
    copying.keyboard.press("Escape")
    expect(link).to_be_focused()


def test_copy_a_selection_with_its_citation(copying: Page, address: str) -> None:
    """What is selected, over paragraphs too, is copied with citation and address; the bar then goes."""
    copying.goto(ADDRESS)
    copying.evaluate(
        """() => {
          const [first, last] = ["p3", "p4"].map((id) => document.getElementById(id).lastChild);
          getSelection().setBaseAndExtent(first, 3, last, 8);
        }"""
    )
    copying.get_by_role("button", name="Copy with citation").click()
    expect(copying.get_by_role("status").filter(has_text="are copied.")).to_be_visible()
    first, last, citation = re.split(r"\n+", read_clipboard(copying))
    assert (first, last) == (TEXTS[2][3:], TEXTS[3][:8])
    assert citation.endswith(f"Paragraphs 3–4: {address}{ADDRESS}#p3")
    copying.evaluate("getSelection().removeAllRanges()")
    expect(copying.get_by_role("button", name="Copy with citation")).to_have_count(0)


def test_paragraphs_by_keyboard(page: Page) -> None:
    """The numbers of all paragraphs are one stop; arrows, Home and End lead from one to another."""
    page.goto(ADDRESS)
    assert page.locator("#text [tabindex='0']").count() == 1
    page.get_by_role("link", name="Paragraph 1", exact=True).focus()
    for key, number in (("ArrowDown", 2), ("End", 12), ("ArrowDown", 12), ("ArrowUp", 11), ("Home", 1)):
        page.keyboard.press(key)
        expect(page.get_by_role("link", name=f"Paragraph {number}", exact=True)).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#text')") is None


def test_share(copying: Page, address: str) -> None:
    """Where the system has no sheet for sharing, the address is copied, and the button says so."""
    copying.goto(f"{ADDRESS}#p4")
    copying.locator(".share:visible").click()
    expect(copying.locator(".share:visible")).to_have_text("Copied")
    assert read_clipboard(copying) == f"{address}{ADDRESS}"


def test_from_home_to_a_paragraph_and_back_by_keyboard(page: Page) -> None:
    """With the keyboard alone a reader goes from home to a search, a paragraph, and back."""
    page.goto("/")
    page.keyboard.press("/")
    page.keyboard.type('"embarrassment"')
    expect(page.locator("dialog .hits a")).to_have_count(1)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("#p12")).to_be_focused()
    page.go_back()
    expect(page).to_have_title("News Archive")


def test_narrowing_the_list(page: Page) -> None:
    """The list at home is narrowed by its facets; the choice stands in the address, and Back undoes it."""
    page.goto("/")
    page.get_by_label("Person").select_option("Karen Bass")
    expect(page.locator("#articles li:visible")).to_have_count(2)
    expect(page.locator("#articles section:visible")).to_have_count(2)
    expect(page.get_by_role("status").filter(has_text="2 of 3 articles")).to_be_visible()
    assert page.url.endswith("/?person=Karen+Bass")
    page.get_by_label("Year").select_option("2024")
    expect(page.locator("#articles li:visible")).to_have_count(1)
    page.go_back()
    expect(page.locator("#articles li:visible")).to_have_count(2)
    page.reload()
    expect(page.locator("#articles li:visible")).to_have_count(2)


def test_from_the_index_to_a_paragraph_without_scripts(chromium: Browser, address: str) -> None:
    """Without JavaScript, home leads to the index, the index to an entry, the entry to a paragraph."""
    page = chromium.new_page(base_url=address, java_script_enabled=False)
    page.goto("/")
    page.get_by_role("link", name="Index", exact=True).click()
    page.get_by_role("link", name="Bass, Karen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Karen Bass")
    page.locator(f'a[href$="{ADDRESS}#p6"]').click()
    expect(page.locator("#p6:target")).to_contain_text("Bass said recently")
    page.locator("dl").get_by_role("link", name="Donald Trump").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Donald Trump")
    page.close()


def test_text_browsers_are_shown_no_dead_control(site: Path) -> None:
    """What stands outside scripts has no control that needs one, on any page, but for Material's own."""
    for path in site.rglob("*.html"):
        page = LexborHTMLParser(path.read_text("utf-8"))
        page.strip_tags(["script"])
        controls = page.css("button:not(.md-top), select, input:not([type=search]):not(.md-toggle)")
        assert [node.html for node in controls if node.attributes.get("type") != "submit"] == [], path


def is_printed(paragraph: str, pages: list[str]) -> bool:
    """Return whether a page has the whole paragraph, or one its beginning and the next its end."""
    return any(paragraph in page for page in pages) or any(
        paragraph[:cut] in page and paragraph[cut:] in following
        for page, following in itertools.pairwise(pages)
        for cut in range(len(paragraph))
    )


@pytest.mark.parametrize("slug", ARTICLES)
def test_print(page: Page, slug: str, tmp_path: Path) -> None:
    """What is printed holds the whole text, the record and the address, and no navigation."""
    page.goto(f"/articles/{slug}/")
    page.pdf(path=tmp_path / "article.pdf", prefer_css_page_size=True)
    pages = PdfReader(tmp_path / "article.pdf").pages
    texts = [re.sub(r"\s", "", page.extract_text()) for page in pages]
    printed = "".join(texts)
    article = ARTICLES[slug]
    for paragraph in article.paragraphs:
        assert is_printed(re.sub(r"\s", "", paragraph.text), texts)
    assert article.record.sha256 in printed
    assert f"/articles/{slug}/" in printed
    assert article.record.rights in printed
    assert all(f"{number} / {len(pages)}" in page.extract_text() for number, page in enumerate(pages, 1))
    assert "Skiptocontent" not in printed
    assert "Othersthatnamethesame" not in printed


def test_measure(page: Page) -> None:
    """A full line of the text holds 60 to 75 characters on a wide screen."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(ADDRESS)
    held = page.evaluate("""() => {
      const text = document.querySelector("#text p:not(.furniture)").lastChild;
      const pen = document.createElement("canvas").getContext("2d");
      const { fontSize, fontFamily } = getComputedStyle(text.parentElement);
      pen.font = `${fontSize} ${fontFamily}`;
      const range = new Range();
      range.selectNode(text);
      const lines = range.getBoundingClientRect();
      return (lines.width * text.length) / pen.measureText(text.data).width;
    }""")
    assert 60 <= held <= 75
