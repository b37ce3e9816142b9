"""What a reader sees and does with the finds: notes, nearest words, time, lines, and the keyboard."""

import csv
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from asking import build_index, copy_bare_site, make_article
from make import NOT_STATED, make_fact
from playwright.sync_api import Browser, Locator, Page, expect


@pytest.fixture(scope="module")
def town(site: Path, serve: Callable[[Path], str], tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the address of a site of thirty articles: a mayor in all, a ferry in some, a lion in one."""
    shelf = copy_bare_site(site, tmp_path_factory.mktemp("shelf"))
    articles = []
    for number in range(30):
        kept = "the ferry" if number % 3 == 0 else "a bridge"
        date = NOT_STATED if number == 29 else make_fact(f"{1990 + number // 3}-0{1 + number % 3}")
        lines = [
            f"Our mayor number {number} keeps {kept}, they say.",
            f'He said:\n"So, mayor, be it {number}."',
        ]
        if number == 7:
            lines.append("A lion!")
        articles.append(make_article(f"a-{number:02}", lines, date=date, title=make_fact(f"Title {number}")))
    return serve(build_index(shelf, articles))


@pytest.fixture
def page(chromium: Browser, town: str) -> Iterator[Page]:
    """Return a page of the site; the test fails if it has an error or says anything in the console."""
    context = chromium.new_context(base_url=town)
    seen: list[str] = []
    context.on("weberror", lambda error: seen.append(str(error.error)))
    context.on("console", lambda message: seen.append(message.text))
    yield context.new_page()
    context.close()
    # The bare site has no pages of its articles.
    assert [line for line in seen if "404" not in line] == []


def test_what_is_not_understood_is_said(page: Page) -> None:
    """Whatever of a query or an address isn't understood is said, and the rest is found."""
    said = {
        "q=mayor+OR": "“OR” is not understood; at most its words are looked for.",
        "q=OR+mayor": "“OR” is not understood",
        "q=mayor+title:": "“title:” is not understood",
        "q=mayor+NOT+he": "“NOT” is not understood",
        "q=mayor+person:he": "“person:he” is not understood",
        "q=m*yor": "“m*yor” is not understood",
        "q=(mayor+OR+ferry)": "“(” is not understood",
        "q=%22%F0%9F%98%80%22": "There is no word or number in it to look for.",
        "q=mayor&from=soon": "“soon” is not a year",
        "q=mayor&kind=song": "Kind: no article has “song”.",
        "q=mayo": "No article holds “mayo” as a whole word; these hold words that begin with it.",
    }
    for request, sentence in said.items():
        page.goto(f"/search/?{request}")
        expect(page.locator("#search-help")).to_contain_text(sentence)
    page.goto("/search/?q=mayor+-ferry+%22be+it%22")
    expect(page.locator("#search-status")).to_contain_text("20 articles")
    expect(page.locator("#search-help")).to_have_text("")


def test_what_is_found_alone(page: Page) -> None:
    """Where words are not found together, it is said how many articles hold each, with links to them."""
    page.goto("/search/?q=lion+ferry")
    help_ = page.locator("#search-help")
    expect(help_).to_have_text("Articles that hold them alone: lion 1, ferry 10; none holds them together.")
    help_.get_by_role("link", name="ferry").click()
    expect(page.locator("#search-status")).to_contain_text("10 articles")
    page.goto("/search/?q=lion&from=1999")
    page.get_by_role("link", name="Search the whole archive").click()
    expect(page.locator("#search-results > li")).to_have_count(1)


def test_the_nearest_spelling_keeps_the_rest(page: Page) -> None:
    """A misspelt word beside a right one is replaced by the nearest, and what that finds is shown at once."""
    page.goto("/search/?q=fery+%22be+it%22&sort=oldest")
    expect(page.locator("#search-results > li")).to_have_count(0)
    expect(page.locator("#search-help")).to_contain_text(
        "No article holds the word “fery”. The nearest words are: ferry"
    )
    expect(page.locator("#search-instead > ol > li")).to_have_count(10)
    expect(page.locator("#search-instead > h2")).to_have_text('Found instead with: ferry "be it"')
    page.locator("#search-help").get_by_role("link", name="ferry").click()
    page.wait_for_url("**/search/?q=ferry+%22be+it%22&sort=oldest")
    expect(page.locator("#search-results > li")).to_have_count(10)


def test_counts_are_exact_or_about(page: Page) -> None:
    """How many articles a word has is exact at once; of a phrase it is about, until all are compared."""
    page.goto("/search/?q=mayor")
    expect(page.locator("#search-status")).to_have_text("30 articles; the first 10 here, 20 paragraphs")
    page.goto("/search/?q=%22mayor+be%22")
    expect(page.locator("#search-status")).to_have_text("30 articles, 30 paragraphs")


def test_finds_in_time(page: Page) -> None:
    """A bar a year leads to its articles; within three years there is one a month; both stand in words."""
    page.goto("/search/?q=mayor")
    chart = page.locator(".bars")
    expect(chart.locator("a[href]")).to_have_count(10)
    words = page.locator(".search-ways")
    expect(words.locator("summary")).to_have_text("Articles by year, but for 1 without a date")
    words.locator("summary").click()
    expect(words.locator("li").first).to_have_text("1990 3")
    assert chart.locator("a[tabindex='-1']").count() == 10
    words.get_by_role("link", name="1994").click()
    page.wait_for_url("**/search/?q=mayor&from=1994&to=1994")
    expect(page.locator("#search-status")).to_contain_text("3 articles")
    expect(words.locator("summary")).to_have_text("Articles by month")
    chart.locator("a[href]").nth(1).click()
    page.wait_for_url("**/search/?q=mayor&from=1994-02&to=1994-02")
    expect(page.locator("#search-results > li")).to_have_count(1)
    expect(chart).to_have_count(0)


def test_lines_in_context(page: Page, tmp_path: Path) -> None:
    """Every match is a line between what precedes and follows; the lines sort by either and come as CSV."""
    page.goto("/search/?q=mayor&to=1991")
    page.get_by_role("link", name="Lines in context").click()
    rows = page.locator("table.lines tbody tr")
    expect(rows).to_have_count(12)
    expect(page.locator("#search-status")).to_have_text("6 articles, 12 paragraphs, 12 lines")
    page.get_by_role("link", name="What follows").click()
    page.wait_for_url("**by=right*")
    expect(rows.first.locator(".right")).to_have_text(', be it 0."')
    following = rows.locator(".right").all_text_contents()
    assert [text.strip(" ,") for text in following] == sorted(text.strip(" ,") for text in following)
    page.get_by_role("link", name="What precedes").click()
    page.wait_for_url("**by=left*")
    expect(rows.first.locator(".left")).to_have_text("Our ")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download as CSV").click()
    download.value.save_as(tmp_path / "lines.csv")
    with (tmp_path / "lines.csv").open(newline="", encoding="utf-8") as file:
        table = list(csv.DictReader(file))
    assert len(table) == 12
    assert list(table[0]) == ["article", "date", "paragraph", "left", "match", "right"]
    line = next(line for line in table if line["article"] == "a-04" and line["paragraph"] == "2")
    assert (line["left"], line["match"], line["right"]) == ('He said: "So, ', "mayor", ', be it 4."')
    assert line["date"] == "1991-02"


def test_the_keyboard_keeps_its_place(page: Page) -> None:
    """What narrows a search is never replaced: the focus stays, and another value may be added."""
    page.goto("/search/?q=mayor")
    year = page.get_by_label("Year")
    year.focus()
    year.select_option("1990")
    expect(page.locator("#search-status")).to_contain_text("3 articles")
    expect(year).to_be_focused()
    page.locator("select[name=year]").nth(1).focus()
    page.locator("select[name=year]").nth(1).select_option("1991")
    expect(page.locator("#search-status")).to_contain_text("6 articles")
    page.wait_for_url("**/search/?q=mayor&year=1990&year=1991")
    expect(page.locator("select[name=year]").nth(1)).to_be_focused()
    page.get_by_role("searchbox").fill("ferry")
    expect(page.locator("#search-status")).to_contain_text("2 articles")
    page.reload()
    expect(page.locator("select[name=year]")).to_have_count(3)
    expect(page.locator("#search-status")).to_contain_text("2 articles")
    page.get_by_label("From").fill("1991")
    page.get_by_label("From").press("Enter")
    page.wait_for_url("**from=1991*")
    expect(page.locator("#search-status")).to_contain_text("1 article,")


def test_back_takes_one_press(page: Page) -> None:
    """After typing and Enter, one press of Back leads to what was there before."""
    page.goto("/about/")
    page.goto("/search/")
    page.get_by_role("searchbox").press_sequentially("ferry")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=ferry")
    page.get_by_role("searchbox").press_sequentially(" mayor")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=ferry+mayor")
    page.go_back()
    page.wait_for_url("**/search/?q=ferry")
    expect(page.get_by_role("searchbox")).to_have_value("ferry")
    page.go_back()
    page.wait_for_url("**/about/")


@pytest.mark.parametrize("query", ["q=mayor", "sort=date"])
def test_back_leads_to_the_same_place(page: Page, query: str) -> None:
    """Back from an article shows what had been shown, opened and chosen, as far down as it was."""
    page.goto(f"/search/?{query}")
    items = page.locator("#search-results > li")
    for number in (10, 20):
        expect(items).to_have_count(number)
        page.get_by_role("button", name="More articles").click()
    expect(items).to_have_count(30)
    follow(page, items.nth(24))
    # Anew, the same address begins at its beginning.
    page.goto(f"/search/?{query}")
    expect(items).to_have_count(10)
    assert page.evaluate("scrollY") == 0


def follow(page: Page, item: Locator) -> None:
    """Follow a result and go back: it is where it was, and so is everything on the page."""
    item.scroll_into_view_if_needed()
    said = page.locator("#search-results").aria_snapshot()
    before = item.bounding_box()
    item.locator("h2 a").click()
    page.wait_for_url("**/articles/**")
    page.go_back()
    page.wait_for_url("**/search/?**")
    expect(page.locator("#search-results > li")).to_have_count(30)
    page.wait_for_function("scrollY > 0")
    assert item.bounding_box() == before
    assert page.locator("#search-results").aria_snapshot() == said


def test_back_between_searches(page: Page) -> None:
    """Back to the search before shows as much of it as was shown, and where."""
    page.goto("/search/?q=mayor")
    items = page.locator("#search-results > li")
    page.get_by_role("button", name="More articles").click()
    expect(items).to_have_count(20)
    top = page.evaluate("(scrollTo({ top: 700, behavior: 'instant' }), scrollY)")
    # As from afar, so that the page isn't scrolled to the field.
    page.locator("#search form").evaluate("form => { form.elements.q.value = 'lion'; form.requestSubmit(); }")
    expect(items).to_have_count(1)
    page.go_back()
    page.wait_for_url("**/search/?q=mayor")
    expect(items).to_have_count(20)
    page.wait_for_function("(top) => scrollY === top", arg=top)


def test_no_query_shows_all(page: Page) -> None:
    """Sorted by date alone, the search shows every article, newest first, with what narrows them."""
    page.goto("/search/?sort=date")
    expect(page.locator("#search-status")).to_have_text("30 articles; the first 10 here")
    expect(page.locator("#search-results h2").first).to_have_text("Title 28")
    expect(page.get_by_label("Year")).to_be_visible()
    expect(page.get_by_label("Order")).to_have_value("date")


def test_a_date_that_a_span_allows(page: Page) -> None:
    """A span of time has both its ends, and no article without a date."""
    for request, count in {
        "from=1990&to=1999": 29,
        "from=1999-02": 1,
        "to=1990-01": 1,
        "q=mayor&sort=date": 30,
    }.items():
        page.goto(f"/search/?{request}")
        expect(page.locator("#search-status")).to_contain_text(f"{count} article")


def test_what_goes_hands_the_focus_on(page: Page) -> None:
    """Where the last articles are shown, or what failed is tried again, the focus goes to what comes next."""
    page.goto("/search/?q=mayor")
    more = page.get_by_role("button", name="More articles")
    more.press("Enter")
    expect(page.locator("#search-results > li")).to_have_count(20)
    expect(more).to_be_focused()
    more.press("Enter")
    expect(page.locator("#search-results > li")).to_have_count(30)
    expect(page.locator("#search-results > li").nth(20).locator("a").first).to_be_focused()
    page.goto("/search/?q=mayor&show=lines")
    csv_button = page.get_by_role("button", name="Download as CSV")
    csv_button.press("Enter")
    expect(csv_button).to_be_focused()


def test_a_failed_search_hands_the_focus_on(chromium: Browser, town: str) -> None:
    """After a failure, to try again leads back to the field."""
    page = chromium.new_page(base_url=town)
    page.route("**/search-index/**", lambda route: route.abort())
    page.goto("/search/?q=mayor")
    again = page.get_by_role("button", name="Try again")
    expect(again).to_be_visible()
    page.unroute("**/search-index/**")
    again.press("Enter")
    expect(page.locator("#search-results > li")).to_have_count(10)
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.close()
