"""The search in a real Chromium, against an oracle and against a list of queries."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from archive.sources.read_articles import read_articles
from asking import ask, check_phrases
from conftest import SAMPLE, Watch
from oracle import find_phrase
from playwright.sync_api import Browser, Page, expect

ARTICLES, _ = read_articles(SAMPLE)
SLUGS = {article.record.slug: article.name for article in ARTICLES}
TEXTS = {article.record.slug: [p.text for p in article.paragraphs] for article in ARTICLES}

FURNITURE = {article.record.slug: article.furniture_paragraphs for article in ARTICLES}


def test_every_run_of_words(page: Page) -> None:
    """Every run of 2 to 6 words from every tenth word lists its paragraphs: none missing, none more."""
    runs = []
    for paragraphs in TEXTS.values():
        words = " ".join(paragraphs).split()
        runs += [" ".join(words[at : at + size]) for at in range(0, len(words), 10) for size in range(2, 7)]
    phrases = [run.strip('“”"').replace('"', "").replace("“", "").replace("”", "") for run in runs]
    assert len(phrases) > 700
    page.goto("/search/")
    check_phrases(page, phrases, TEXTS, FURNITURE)


def test_runs_without_punctuation(page: Page) -> None:
    """A reader who remembers words and no punctuation finds the paragraph all the same."""
    phrases = []
    for paragraphs in TEXTS.values():
        for paragraph in paragraphs:
            words = paragraph.replace("L.A.", "L\0A\0")
            plain = "".join(char if char.isalnum() or char in " '’-\0" else " " for char in words).split()
            plain = [word.replace("\0", ".") for word in plain]
            phrases += [" ".join(plain[at : at + 5]) for at in range(0, len(plain), 7)]
    page.goto("/search/")
    check_phrases(page, phrases, TEXTS, FURNITURE)
    assert all(find_phrase(phrase, TEXTS, FURNITURE) for phrase in phrases)


def test_runs_in_wrong_order(page: Page) -> None:
    """Words in an order that stands nowhere are not found."""
    phrases = []
    for paragraphs in TEXTS.values():
        words = " ".join(paragraphs).split()
        runs = [words[at : at + 4] for at in range(0, len(words), 25)]
        phrases += [
            " ".join(reversed(run)).replace('"', "").replace("“", "").replace("”", "") for run in runs
        ]
    phrases = [phrase for phrase in phrases if not find_phrase(phrase, TEXTS, FURNITURE)]
    assert len(phrases) > 40
    page.goto("/search/")
    assert ask(page, [f'"{phrase}"' for phrase in phrases]) == [[]] * len(phrases)


PHRASES = {
    '"kick the can"': [],
    '"KICKING  the—can"': [("001", [12])],
    '"we can\'t keep"': [("001", [12])],
    '"we cant keep"': [("001", [12])],
    '"license plate"': [("002", [6, 9, 10])],
    '"license-plate cameras"': [("002", [6, 9, 10])],
    '"a “sanctuary city” ordinance"': [("001", [1])],
    '"a sanctuary city ordinance"': [("001", [1])],
    "“sanctuary city”": [("001", [1])],
    '"in the morning," from the"': [("002", [5])],
    '"Los Angeles,"': [("000", [6]), ("001", [7])],
    '"L.A. city"': [("000", [1])],
    '"la city"': [],
    '"los angeles" "mayor eric"': [("000", [1]), ("001", [1, 3, 7, 9, 11])],
    '"sanctuary city" ordinance -biss': [("001", [1])],
    '"los angeles" -"sanctuary city"': [("000", [1, 3, 4, 6, 8]), ("002", [10])],
    '"los angeles': [("000", [1, 3, 4, 6, 8]), ("001", [1, 3, 7, 9]), ("002", [10])],
    '"Soto‐Martinez"': [("001", [3, 4])],
    '"soto martínez said"': [("001", [3, 4])],
    '"of the the"': [],
}


@pytest.mark.parametrize("query", PHRASES)
def test_phrase(page: Page, query: str) -> None:
    """A quoted phrase is exact after folding, alone, with other phrases, with words and exclusions."""
    page.goto("/search/")
    (hits,) = ask(page, [query])
    assert sorted((SLUGS[slug][:3], numbers) for slug, numbers in hits) == PHRASES[query]


def read_queries() -> Iterator[tuple[str, str, list[int] | None]]:
    """Yield each line of the list of queries."""
    for line in (Path(__file__).parent / "queries.tsv").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            query, first, *paragraphs = line.split("\t")
            yield query, first, [int(number) for number in paragraphs[0].split()] if paragraphs else None


def test_listed_queries(page: Page) -> None:
    """Each query of the list leads to its article first and, where they are given, to its paragraphs."""
    queries = list(read_queries())
    assert len(queries) >= 60
    page.goto("/search/")
    wrong = {}
    for (query, first, paragraphs), hits in zip(queries, ask(page, [q for q, *_ in queries]), strict=True):
        found = SLUGS[hits[0][0]][:3] if hits else "none"
        if found != first or (paragraphs is not None and hits[0][1] != paragraphs):
            wrong[query] = (found, hits[0][1] if hits else None)
    assert wrong == {}


def test_nearest_words_are_offered(page: Page) -> None:
    """A word that stands nowhere is said to be nowhere, with the nearest words of the archive as links."""
    page.goto("/search/?q=garceti")
    expect(page.locator("#search-status")).to_have_text("No article is found.")
    expect(page.locator("details.help")).to_have_attribute("open", "")
    expect(page.locator("#search-help")).to_have_text(
        "No article holds the word “garceti”. The nearest words are: Garcetti"
    )
    page.get_by_role("link", name="Garcetti", exact=True).click()
    expect(page.locator("#search-results > li")).to_have_count(1)


def test_half_a_word_while_typing(page: Page) -> None:
    """While a reader types, the last word stands for all that begin with it; on Enter, for itself."""
    page.goto("/search/")
    field = page.get_by_role("searchbox")
    field.press_sequentially("cand")
    expect(page.locator("#search-results > li")).to_have_count(1)
    field.fill("")
    field.press_sequentially("can")
    expect(page.locator("#search-results a[href$='#p6']")).to_have_count(1)
    field.press("Enter")
    expect(page.locator("#search-results a[href$='#p6']")).to_have_count(0)
    expect(page.locator("#search-results > li")).to_have_count(3)


def test_filters_and_order_stand_in_the_address(page: Page) -> None:
    """Filters work with and without a query, are shared by address, and Back undoes them."""
    page.goto("/search/?person=Donald+Trump&publication=Washington+Examiner")
    expect(page.locator("#search-results > li")).to_have_count(1)
    expect(page.locator("#search-status")).to_have_text("1 article")

    page.goto("/search/?q=los+angeles")
    expect(page.locator("#search-results > li")).to_have_count(3)
    page.get_by_label("Year").select_option("2019")
    expect(page.locator("#search-results > li")).to_have_count(1)
    page.wait_for_url("**/search/?q=los+angeles&year=2019")
    page.get_by_label("Year").select_option("")
    page.get_by_label("Order").select_option("date")
    expect(page.locator("#search-results > li").first).to_contain_text("Blue City Mayors")
    page.wait_for_url("**/search/?q=los+angeles&sort=date")
    page.go_back()
    page.go_back()
    expect(page.locator("#search-results > li")).to_have_count(1)
    assert page.url.endswith("?q=los+angeles&year=2019")
    expect(page.get_by_label("Year")).to_have_value("2019")


def test_kinds_and_years_partition_the_archive(page: Page) -> None:
    """Each facet's values list every article once."""
    for name in ("year", "kind", "publication"):
        page.goto("/search/?sort=date")
        page.wait_for_selector(f"select[name={name}] option:nth-child(2)", state="attached")
        values = page.eval_on_selector_all(
            f"select[name={name}] option", "options => options.map(o => o.value).filter(Boolean)"
        )
        found = []
        for value in values:
            page.goto(f"/search/?{name}={quote(value)}")
            expect(page.locator("#search-status")).to_contain_text("article")
            found += page.eval_on_selector_all(
                "#search-results h2 a", "links => links.map(a => a.textContent)"
            )
        assert sorted(found) == sorted(article.title for article in ARTICLES)


def test_more_than_three_paragraphs_are_folded_away(page: Page) -> None:
    """Three hits of an article are open; the rest stand behind a count, in reading order."""
    page.goto("/search/?q=biss")
    hits = page.locator("#search-results > li")
    expect(hits.locator(".hits a:visible")).to_have_count(3)
    hits.get_by_text("4 more").click()
    expect(hits.locator(".hits a:visible")).to_have_count(7)


def test_landing_on_the_paragraph(page: Page) -> None:
    """A hit leads to its paragraph, in view and focused, its matches marked until they are cleared."""
    page.goto("/search/?q=%22kicking+the+can%22")
    page.locator("#search-results a[href$='#p12']").click()
    paragraph = page.locator("#p12")
    expect(paragraph).to_be_focused()
    expect(paragraph).to_be_in_viewport()
    expect(paragraph.locator("mark")).to_have_text(["kicking the can"])
    source = TEXTS["los-angeles-sanctuary-city-ordinance"][11]
    assert paragraph.evaluate("p => p.textContent") == source
    page.get_by_role("button", name="Clear marks").click()
    expect(page.locator("mark")).to_have_count(0)
    assert paragraph.evaluate("p => p.textContent") == source
    page.go_back()
    expect(page.locator("#search-results > li")).to_have_count(1)


@pytest.mark.parametrize("number", [1, 3, 12])
def test_landing_in_sight(page: Page, number: int) -> None:
    """What was found stands at a third of the height, or with the title in sight where both fit."""
    page.set_viewport_size({"width": 1000, "height": 900})
    phrase = " ".join(TEXTS["los-angeles-sanctuary-city-ordinance"][number - 1].split()[:3])
    page.goto(f"/search/?q={quote(phrase)}")
    page.locator(f"#search-results a[href$='ordinance/#p{number}']").click()
    expect(page.locator(f"#p{number} mark").first).to_be_visible()
    page.wait_for_load_state()
    mark, title = (page.locator(place).first.bounding_box() for place in (f"#p{number} mark", "h1"))
    assert mark
    assert title
    if title["y"] < 0:
        assert abs(mark["y"] - 300) < 60 or page.evaluate(
            "scrollY + innerHeight >= document.body.scrollHeight"
        )
    else:
        assert 0 < mark["y"] < 700


def test_no_marks_are_left(page: Page) -> None:
    """A hit that is opened elsewhere leaves no marks for the next page."""
    page.goto("/search/?q=mayor")
    hit = page.locator("#search-results .hits a").first
    address = hit.get_attribute("href")
    assert address
    with page.context.expect_page() as opened:
        hit.click(modifiers=["ControlOrMeta"])
    opened.value.close()
    page.goto(address)
    expect(page.locator("#text")).to_be_visible()
    expect(page.locator("#text mark")).to_have_count(0)


@pytest.mark.parametrize("key", ["/", "Control+k", "Meta+k"])
def test_dialog_by_keyboard(page: Page, key: str) -> None:
    """From any page a key opens the search; arrows move, Enter follows, and the paragraph is reached."""
    page.set_viewport_size({"width": 360, "height": 700})
    page.goto("/about/")
    page.keyboard.press(key)
    field = page.get_by_role("searchbox")
    expect(field).to_be_focused()
    page.keyboard.type("napalm")
    expect(page.locator("#search-results > li")).to_have_count(1)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/articles/evanston-mayor-license-plate-cameras/#p5")
    expect(page.locator("#p5 mark")).to_have_text(["napalm"])


def test_a_result_keeps_the_focus(page: Page) -> None:
    """A reader who is among the results before the last letter is answered stays where they are."""
    page.goto("/about/")
    page.keyboard.press("/")
    page.keyboard.type("napal")
    expect(page.locator("#search-results > li")).to_have_count(1)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    link = page.locator("#search-results a[href$='#p5']")
    expect(link).to_be_focused()
    page.locator("dialog form").evaluate("""(form) => {
      document.querySelector("#search-results > li").className = "old";
      form.elements.q.value = "napalm";
      form.elements.q.dispatchEvent(new Event("input", { bubbles: true }));
    }""")
    expect(page.locator("#search-results > .old")).to_have_count(0)
    expect(link).to_be_focused()


def test_dialog_gives_the_focus_back(page: Page) -> None:
    """Escape closes the dialog and the focus is where it was; inside, Tab never leaves it."""
    page.goto("/")
    button = page.get_by_role("searchbox")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    for _ in range(8):
        page.keyboard.press("Tab")
        outside = "!document.activeElement.closest('dialog') && document.activeElement !== document.body"
        assert not page.evaluate(outside)
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(button).to_be_focused()


def test_dialog_leads_to_the_search_page(page: Page) -> None:
    """Enter in the dialog's field opens the search page with the same query."""
    page.goto("/")
    page.keyboard.press("/")
    page.keyboard.type("los angeles")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=los+angeles")
    expect(page.locator("#search-results > li")).to_have_count(3)


def test_a_slash_in_a_field_is_a_slash(page: Page) -> None:
    """Typing / into a field writes it."""
    page.goto("/search/")
    page.get_by_role("searchbox").press_sequentially("a/b")
    expect(page.get_by_role("searchbox")).to_have_value("a/b")


@pytest.mark.parametrize(
    "evil", ["<img src=x onerror=alert(1)>", "</script><script>alert(1)</script>", "&lt;b&gt;"]
)
def test_a_query_is_only_text(page: Page, evil: str) -> None:
    """Markup in a query makes no element; it is shown as it was typed."""
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    page.goto(f"/search/?q={quote(evil)}")
    expect(page.locator("#search-status")).to_contain_text("article")
    expect(page.get_by_role("searchbox")).to_have_value(evil)
    assert page.locator("#content img, #content script, #content b").count() == 0


@pytest.mark.parametrize("part", ["archive.json", "words/*", "texts/*"])
def test_a_missing_index_is_said_and_tried_again(chromium: Browser, address: str, part: str) -> None:
    """If a part of the index can't be loaded the reader is told, and a button tries again."""
    page = chromium.new_page(base_url=address)
    page.route(f"**/search-index/**/{part}", lambda route: route.abort())
    page.goto("/search/?q=napalm")
    expect(page.locator("#search-status")).to_have_text("The search index could not be loaded.")
    page.unroute(f"**/search-index/**/{part}")
    page.get_by_role("button", name="Try again").click()
    expect(page.locator("#search-results > li")).to_have_count(1)
    page.close()


def test_the_search_is_loaded_when_it_is_used(chromium: Browser, address: str) -> None:
    """Before a reader searches, one small script is loaded; after, nothing from another origin."""
    context = chromium.new_context(base_url=address)
    watch = Watch(context, address)
    page = context.new_page()
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url.removeprefix(address)))
    page.goto("/about/", wait_until="networkidle")
    assert [path for path in loaded if "search" in path] == ["/assets/search/open.js"]
    page.keyboard.press("/")
    page.keyboard.type("napalm")
    expect(page.locator("#search-results > li")).to_have_count(1)
    context.close()
    assert watch.seen == []
