"""Asks the search page of a site, as a reader does, and reads what it lists."""

from oracle import find_phrase
from playwright.sync_api import Page

# Asks every query through the form, as a reader's Enter does, and collects what is listed.
ASK = """async (queries) => {
  const form = document.querySelector("#search form");
  const answers = [];
  for (const query of queries) {
    form.elements.q.value = query;
    form.requestSubmit();
    const results = document.getElementById("search-results");
    while (results.ariaBusy !== "false") await new Promise((done) => setTimeout(done, 1));
    answers.push({
      status: document.getElementById("search-status").textContent,
      hits: [...results.children].map((hit) => [...hit.querySelectorAll("a")].map((link) => link.href)),
    });
  }
  return answers;
}"""


def ask(page: Page, queries: list[str]) -> list[list[tuple[str, list[int]]]]:
    """Return for each query the articles found, in order, each with its paragraphs."""
    page.wait_for_selector("#search-results", state="attached")
    return [[to_hit(links) for links in answer["hits"]] for answer in page.evaluate(ASK, queries)]


def to_hit(links: list[str]) -> tuple[str, list[int]]:
    """Return the slug and the paragraphs that the links of one hit lead to."""
    slugs = {link.split("/articles/")[1].split("/")[0] for link in links}
    assert len(slugs) == 1
    return slugs.pop(), [int(link.split("#p")[1]) for link in links[1:]]


def to_pairs(hits: list[tuple[str, list[int]]]) -> set[tuple[str, int]]:
    """Return the (slug, paragraph) pairs of the hits."""
    return {(slug, number) for slug, numbers in hits for number in numbers}


def check_phrases(page: Page, phrases: list[str], texts: dict[str, list[str]]) -> None:
    """Fail unless each phrase, quoted, lists exactly the paragraphs of the oracle."""
    found = ask(page, [f'"{phrase}"' for phrase in phrases])
    wrong = {
        phrase: (to_pairs(hits), wanted)
        for phrase, hits in zip(phrases, found, strict=True)
        if to_pairs(hits) != (wanted := find_phrase(phrase, texts))
    }
    assert wrong == {}
