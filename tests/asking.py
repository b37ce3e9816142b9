"""Asks the search page of a site, as a reader does, and reads what it lists; makes sites to be asked."""

import itertools
import shutil
import zipfile
from collections.abc import Container, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from archive.search.index import INDEX, write_search_index
from archive.site.offline import read_file, to_edition_name
from archive.sources.article import Article, sort_newest_first
from archive.sources.check_record import parse_record
from archive.sources.paragraphs import Paragraph
from archive.sources.site import Site
from archive.sources.text import parse_text
from conftest import build, copy_project
from make import SITE, make_record, to_yaml
from oracle import find_phrase
from playwright.sync_api import Page

# Asks every query through the form, as a reader's Enter does, after typing it if that is asked for, shows
# more until an article is there, and collects what is said before Enter and after, and what is listed.
ASK = """async ([queries, typing]) => {
  const search = document.getElementById("search");
  const form = search.querySelector("form");
  const results = document.getElementById("search-results");
  const more = document.querySelector("#search-results ~ button");
  const finish = async () => {
    while (results.ariaBusy !== "false") await new Promise((done) => setTimeout(done, 1));
    return document.getElementById("search-status").textContent;
  };
  // Nothing is drawn meanwhile, nor kept for the way back: that takes longer than all else.
  search.style.display = "none";
  Object.assign(history, { pushState: () => {}, replaceState: () => {} });
  const answers = [];
  for (const [query, until] of queries) {
    form.elements.q.value = query;
    if (typing) form.elements.q.dispatchEvent(new Event("input", {bubbles: true}));
    const typed = await finish();
    form.requestSubmit();
    const entered = await finish();
    while (until && !more.hidden && !results.querySelector(`a[href$="/articles/${until}/"]`)) {
      // A click too many brings nothing twice.
      more.click();
      more.click();
      await finish();
    }
    const hits = [...results.children].map((hit) => [...hit.querySelectorAll("a")].map((link) => link.href));
    answers.push([typed, entered, hits]);
  }
  delete history.pushState;
  delete history.replaceState;
  search.style.display = "";
  return answers;
}"""

# Where an article is asked for that isn't there, all are shown.
ALL = "all"

_COUNT = itertools.count()


# An article that is found, and the paragraphs that are listed of it.
Hit = tuple[str, list[int]]


def ask(page: Page, queries: list[str]) -> list[list[Hit]]:
    """Return for each query the articles found, in order, each with its paragraphs."""
    found = ask_until(page, dict.fromkeys(queries, ""))
    return [found[query][2] for query in queries]


def ask_until(
    page: Page, queries: Mapping[str, str], *, typing: bool = False
) -> dict[str, tuple[str, str, list[Hit]]]:
    """Return for each query what is said while it is typed and on Enter, and what is found.

    More is shown until the article is there that a query has with it, if any.
    """
    page.wait_for_selector("#search-results", state="attached")
    answers = page.evaluate(ASK, [list(queries.items()), typing])
    return {
        query: (typed, entered, [to_hit(links) for links in hits])
        for query, (typed, entered, hits) in zip(queries, answers, strict=True)
    }


def to_hit(links: list[str]) -> Hit:
    """Return the slug and the paragraphs that the links of one hit lead to."""
    slugs = {link.split("/articles/")[1].split("/")[0] for link in links}
    assert len(slugs) == 1
    return slugs.pop(), [int(link.split("#p")[1]) for link in links[1:]]


def to_pairs(hits: list[Hit]) -> set[tuple[str, int]]:
    """Return the (slug, paragraph) pairs of the hits."""
    return {(slug, number) for slug, numbers in hits for number in numbers}


def check_phrases(
    page: Page,
    phrases: list[str],
    texts: dict[str, list[str]],
    furniture: Mapping[str, Container[int]] | None = None,
) -> None:
    """Fail unless each phrase, quoted, lists exactly the paragraphs of the oracle."""
    found = ask(page, [f'"{phrase}"' for phrase in phrases])
    wrong = {
        phrase: (to_pairs(hits), wanted)
        for phrase, hits in zip(phrases, found, strict=True)
        if to_pairs(hits) != (wanted := find_phrase(phrase, texts, furniture))
    }
    assert wrong == {}, wrong


def make_article(slug: str, paragraphs: Sequence[str], **fields: object) -> Article:
    """Return an article of these paragraphs, which may have several lines; its record has these fields."""
    text, problems = parse_text("a.txt", "\n".join(paragraphs).encode())
    assert text.data is not None
    record = parse_record("a.yml", to_yaml(make_record(text.data, slug=slug, **fields)), text).record
    assert record
    assert not problems
    texts = enumerate(paragraphs, start=1)
    numbered = tuple(Paragraph(number, number, text, number) for number, text in texts)
    return Article(slug, text.data, numbered, record)


def to_texts(articles: Sequence[Article]) -> dict[str, list[str]]:
    """Return the paragraphs of each article under its slug."""
    return {article.record.slug: [p.text for p in article.paragraphs] for article in articles}


def build_asking_site(project: Path) -> None:
    """Build a site whose search may ask any port of this machine."""
    copy_project(project)
    configuration = project / "mkdocs.yml"
    written = configuration.read_text("utf-8")
    also = "  search_also: [http://127.0.0.1:1/]\n  policy:"
    configuration.write_text(written.replace("  policy:", also), "utf-8")
    build(project)
    page = (project / "site" / "search" / "index.html").read_text("utf-8")
    assert "connect-src 'self' http://127.0.0.1:1/;" in page
    for path in (project / "site").rglob("*.html"):
        # The port of another archive is known only when it is served.
        page = path.read_text("utf-8").replace("http://127.0.0.1:1/", "http://127.0.0.1:*/")
        path.write_text(page, "utf-8")


def copy_bare_site(site: Path, shelf: Path) -> Path:
    """Return a folder in which sites with a search page and an index of their own can be made."""
    shutil.copytree(site, shelf / "bare", ignore=shutil.ignore_patterns(INDEX, "articles"))
    return shelf


def build_index(shelf: Path, articles: Sequence[Article], site: Site = SITE) -> Path:
    """Return a folder that is a site with a search page and the index of these articles."""
    folder = shelf / str(next(_COUNT))
    shutil.copytree(shelf / "bare", folder)
    write_index(folder, articles, site)
    return folder


def build_offline(site: Path, online: Path) -> str:
    """Return the address of the search page of the offline edition of a site that has an index of its own."""
    offline = online.with_name(f"{online.name}-offline")
    with zipfile.ZipFile(site / "offline.zip") as packed:
        packed.extractall(offline)
    # The edition of these articles has the same pages and script, and their index.
    shutil.rmtree(offline / INDEX)
    for path in (online / INDEX).rglob("*.json"):
        name = path.relative_to(online).as_posix()
        target = offline / to_edition_name(name)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(read_file(online, name, SITE))
    return (offline / "search" / "index.html").as_uri()


def write_index(folder: Path, articles: Sequence[Article], site: Site) -> None:
    """Write the index of these articles into the folder of a site."""
    # Playwright's own event loop runs in this thread.
    with ThreadPoolExecutor() as pool:
        pool.submit(write_search_index, sort_newest_first(list(articles)), folder / INDEX, site).result()
