"""How many presses of Tab a reader needs, and where arrows lead, in a real Chromium."""

from playwright.sync_api import Page, expect


def count_stops(page: Page, goal: str) -> int:
    """Press Tab until the focus is within a goal; return how often."""
    for number in range(1, 40):
        page.keyboard.press("Tab")
        if page.evaluate(f"document.activeElement.matches('{goal}')"):
            return number
    raise AssertionError(f"{goal} is no stop")


def test_to_what_is_wanted(page: Page) -> None:
    """The first article is at most twelve stops from the top, the first result two from the field."""
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto("/")
        expect(page.locator(".timeline [tabindex='0']")).to_have_count(1)
        assert count_stops(page, "#articles a") <= 12
    page.goto("/search/?q=mayor")
    expect(page.locator("#search-results > li")).to_have_count(3)
    page.get_by_role("searchbox").focus()
    assert count_stops(page, "#search-results a") <= 2
    page.goto("/about/")
    page.keyboard.press("/")
    page.keyboard.type("mayor")
    expect(page.locator("#search-results > li")).to_have_count(3)
    assert count_stops(page, "#search-results a") <= 2


def test_the_timeline_is_one_stop(page: Page) -> None:
    """Arrows lead from article to article of the timeline, as time goes and as the list does."""
    page.goto("/")
    count_stops(page, ".timeline a")
    links = page.locator("#articles h3 a")
    addresses = [links.nth(index).get_attribute("href") for index in range(3)]
    for key, index in (
        ("End", 0),
        ("ArrowLeft", 1),
        ("ArrowDown", 2),
        ("ArrowDown", 2),
        ("ArrowRight", 1),
        ("Home", 2),
    ):
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement.getAttribute('href')") == addresses[index]
    assert page.locator(".timeline [tabindex='0']").count() == 1
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == addresses[2]


def test_the_drawer_is_opened(page: Page) -> None:
    """On a phone with a keyboard, the navigation is a stop that shows where it is, has a name and opens."""
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto("/about/")
    drawer = page.get_by_role("checkbox", name="Navigation")
    link = page.get_by_role("link", name="Index", exact=True)
    expect(link).to_be_hidden()
    assert count_stops(page, "[data-md-toggle=drawer]") <= 3
    expect(drawer).to_be_focused()
    expect(page.locator(".md-header [for=__drawer]")).to_have_css("outline-style", "solid")
    page.keyboard.press("Space")
    expect(link).to_be_visible()
    page.keyboard.press("Space")
    expect(link).to_be_hidden()
