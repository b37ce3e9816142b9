"""The site in a real Chromium: verbatim, quiet, and of use with and without JavaScript."""

import re
from collections.abc import Iterator

import pytest
from archive.sources.article import Article
from conftest import ARTICLES, Watch, by_name
from hostile import split
from playwright.sync_api import Browser, Page, expect


@pytest.fixture
def page_without_scripts(chromium: Browser, address: str) -> Iterator[Page]:
    """Return a page of the real site with JavaScript off."""
    context = chromium.new_context(base_url=address, java_script_enabled=False)
    watch = Watch(context, address)
    yield context.new_page()
    context.close()
    assert watch.seen == []


@by_name
def test_the_text_is_the_source(page: Page, article: Article) -> None:
    """In the browser, the textContent of #pN is line N of the file; neither number nor label is copied."""
    lines = split(article.data.decode())
    page.goto(f"/articles/{article.record.slug}/")
    texts = page.evaluate("[...document.querySelectorAll('#text p')].map(p => [p.id, p.textContent])")
    assert texts == [[f"p{number}", line] for number, line in enumerate(lines, start=1)]
    page.evaluate("getSelection().selectAllChildren(document.getElementById('text'))")
    copied = page.evaluate("getSelection().toString()")
    assert [line for line in copied.split("\n") if line] == lines


def test_without_scripts(page_without_scripts: Page) -> None:
    """With JavaScript off, text, record, addresses of paragraphs and the original are all there."""
    page, article = page_without_scripts, ARTICLES[0]
    page.goto(f"/articles/{article.record.slug}/#p2")
    expect(page.locator("#text p")).to_have_count(len(article.paragraphs))
    expect(page.locator("dl")).to_contain_text(article.record.sha256)
    expect(page.locator("#p2:target")).to_be_visible()
    expect(page.get_by_role("link", name="Cite", exact=True).first).to_be_visible()
    with page.expect_download() as download:
        page.locator("dl a[download]").click()
    assert download.value.path().read_bytes() == article.data


def test_searching_without_scripts_says_what_to_do(page_without_scripts: Page) -> None:
    """With JavaScript off, the field of the home page leads to a page that says what to do instead."""
    page = page_without_scripts
    page.goto("/")
    page.get_by_role("searchbox").fill("mayor")
    page.get_by_role("searchbox").press("Enter")
    expect(page.locator(".js-off")).to_contain_text("your browser's own find")
    page.locator(".js-off").get_by_role("link", name="home page").click()
    expect(page.locator("#articles li")).to_have_count(len(ARTICLES))


# What moved without the reader's doing: https://developer.mozilla.org/en-US/docs/Web/API/LayoutShift
WATCH_SHIFTS = """globalThis.shifts = [];
new PerformanceObserver((list) => {
  for (const { value, hadRecentInput, sources } of list.getEntries()) {
    if (!hadRecentInput) shifts.push([value, ...sources.map(({ node }) => node?.id || node?.className)]);
  }
}).observe({ type: "layout-shift", buffered: true });"""
SLOW = {"offline": False, "latency": 50, "downloadThroughput": 200_000, "uploadThroughput": 200_000}


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_jumps(chromium: Browser, address: str, width: int) -> None:
    """However slowly the parts of a page come, none moves another; the text is in the archive's own face."""
    shifts = {}
    for path in ("/", f"/articles/{ARTICLES[0].record.slug}/", "/search/?q=mayor"):
        page = chromium.new_page(base_url=address, viewport={"width": width, "height": 800})
        page.add_init_script(WATCH_SHIFTS)
        page.context.new_cdp_session(page).send("Network.emulateNetworkConditions", SLOW)
        page.goto(path, wait_until="networkidle")
        expect(page.locator("#search-results > li, #articles li, .paragraph-number").first).to_be_visible()
        assert page.evaluate("document.fonts.check('1em \"Archive Serif\"')")
        shifts[path] = page.evaluate("shifts")
        page.close()
    assert {path: found for path, found in shifts.items() if found} == {}


def test_a_missing_page_helps(chromium: Browser, address: str) -> None:
    """An address that isn't there leads to the home page and to the search, from any depth."""
    page = chromium.new_page(base_url=address)
    page.goto("/articles/nowhere/at-all/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Page not found")
    page.get_by_role("searchbox").fill("kick the can")
    page.get_by_role("searchbox").press("Enter")
    page.wait_for_url("**/search/?q=kick+the+can")
    page.close()


def test_colours_follow_the_system_and_the_reader(page: Page) -> None:
    """Dark follows the system; the reader's own choice goes through all schemes, wins, and is kept."""
    background = "getComputedStyle(document.body).backgroundColor"
    page.emulate_media(color_scheme="light")
    page.goto("/")
    light = page.evaluate(background)
    page.emulate_media(color_scheme="dark")
    page.reload()
    dark = page.evaluate(background)
    assert light != dark
    switch = page.locator(".md-header__option label:visible")
    switch.click()
    assert page.evaluate(background) == light
    page.goto("/about/")
    assert page.evaluate(background) == light
    switch.click()
    assert page.evaluate(background) not in {light, dark}
    switch.click()
    switch.click()
    expect(switch).to_have_attribute("title", re.compile("as the system has them"))
    assert page.evaluate(background) == dark


def test_size_and_measure_are_the_readers(page: Page) -> None:
    """Text size and line length change as chosen, and stay so on the next page."""
    path = f"/articles/{ARTICLES[0].record.slug}/"
    measure = """(text) => [
      text.getBoundingClientRect().width, getComputedStyle(text).fontSize]"""
    text = page.locator("#text")
    page.goto(path)
    normal = text.evaluate(measure)
    choose(page, "Text size", "larger")
    choose(page, "Line length", "short")
    page.goto(path)
    chosen = text.evaluate(measure)
    assert chosen[1] == "26px" != normal[1]
    assert round(chosen[0] / 26) == 26


def choose(page: Page, label: str, value: str) -> None:
    """Change how the text is set, by keyboard and mouse, as a person does."""
    page.get_by_role("button", name="Reading settings").click()
    page.get_by_label(label).select_option(label=value)
    page.keyboard.press("Escape")


def test_the_skip_link_comes_first(page: Page) -> None:
    """The first press of Tab reaches a link that leads past the navigation."""
    for path in ("/", "/about/", f"/articles/{ARTICLES[0].record.slug}/"):
        page.goto(path)
        page.keyboard.press("Tab")
        focused = page.locator(":focus")
        expect(focused).to_contain_text("Skip to content")
        assert focused.evaluate("element => element.getBoundingClientRect().top >= 0")
