"""The archive's own words stand in one file a language, and no word stands outside."""

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from archive.catalogue.citation import list_citations
from archive.catalogue.csl import render_csl
from archive.catalogue.entry import list_entries
from archive.catalogue.record_view import render_record
from archive.pages.home_page import LONGEST_HOME
from archive.sources.read_articles import read_articles
from archive.sources.site import parse_site
from archive.sources.words import ENGLISH, Words, list_languages, list_word_problems
from babel import Locale
from babel.dates import get_month_names
from conftest import ROOT, SAMPLE, Share, build, choose_language, copy_project, open_watched
from make import NOT_STATED, make_fact, read_cases, write_article, write_dated
from playwright.sync_api import Browser, Page, expect
from selectolax.lexbor import LexborHTMLParser

THEME = ROOT / "docs" / "theme"
ARTICLE = "/articles/evanston-mayor-license-plate-cameras/"

# Whatever else is there, it isn't one that the archive has words in.
PSEUDO = "eo"
# Read before any test runs: what Babel has of a language hangs on what was read of it before.
MONTHS = [name.capitalize() for name in get_month_names("wide", "stand-alone", PSEUDO).values()]


def flatten(value: Any, path: str = "") -> Iterator[tuple[str, str]]:  # noqa: ANN401 (words at any depth)
    """Yield the path and text of each word; the forms of one that counts are one."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict) and "other" in value:
        yield path, value["other"]
    else:
        parts = value.items() if isinstance(value, dict) else enumerate(value)
        for name, part in parts:
            yield from flatten(part, f"{path}.{name}")


@pytest.mark.parametrize("language", list_languages())
def test_complete(language: str) -> None:
    """Each language has every word that English has, with the same values and elements, in all its forms."""
    assert list_word_problems(Words(language)) == []


def test_broken_words(project: Path) -> None:
    """Whatever is wrong with a file of words is said with its line, all at once, and nothing is built."""
    words = choose_language(project, "de") / "docs" / "theme" / "words" / "de.yml"
    broken = (ROOT / "tests" / "cases" / "broken_words.yml").read_text("utf-8")
    wanted = [
        f"docs/theme/words/de.yml:{number}: {said}"
        for number, line in enumerate(broken.splitlines(), start=1)
        for said in line.split("  # ")[1:]
    ]
    no_yaml = ["docs/theme/words/de.yml:2: is not YAML: "]
    for written, all_said in ((broken, wanted), ("a: [\n", no_yaml)):
        words.write_text(written, "utf-8")
        command = [sys.executable, "scripts/build_pages.py"]
        done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
        assert done.returncode == 1
        assert [said for said in all_said if said not in done.stderr] == []
        assert "Traceback" not in done.stderr
        assert not (project / "docs" / "index.md").exists()


def test_no_word_is_needless() -> None:
    """Each word is said somewhere: in a template, a module or a script."""
    files = [
        *THEME.glob("*.html"),
        *THEME.glob("partials/*.html"),
        *(ROOT / "docs" / "assets").rglob("*.js"),
        *(ROOT / "scripts").rglob("*"),
    ]
    sources = [path for path in files if path.is_file() and path.parent.name != "__pycache__"]
    said = "\n".join(path.read_text("utf-8") for path in sources)
    terms = set("bases kinds facts groups named facets furniture not_stated formats rights".split())
    for path, _ in flatten(ENGLISH.find()):
        _, group, *rest = path.split(".")
        if rest and group not in terms and not rest[0].startswith(("no_", "help_items")):
            name = rest[0].removesuffix("_changed")
            assert re.search(rf'\b{group}\.{name}\b|"{name}"|words\.{name}\b', said), path


@pytest.mark.parametrize(("edtf", "language", "said"), read_cases("dates")["cited"])
def test_dates_of_citations(edtf: str, language: str, said: str, tmp_path: Path) -> None:
    """In citations, names of months and seasons are those of the language, in the order of the style."""
    write_article(tmp_path, "one", "Text", date=make_fact(edtf))
    ((article,), _) = read_articles(tmp_path, Words(language))
    item = render_csl(article, parse_site("A", "https://a.example/", "", {}))
    assert said in str(list_citations(article, item)[language == "fr"]["parts"])


def test_what_a_record_says_by_a_list(tmp_path: Path) -> None:
    """Rights have their official label, in English if need be; labels that are drafted the site's words."""
    rights, labels = "http://rightsstatements.org/vocab/NKC/1.0/", ("headline", "my own")
    furniture = [{"line": line, "label": label} for line, label in enumerate(labels, start=1)]
    write_article(tmp_path, "one", "Head\nMine\nText", rights=rights, furniture=furniture)
    ((english,), _) = read_articles(tmp_path, Words("pt"))
    assert render_record(english, ())["rights"]["language"] == "en"
    ((article,), _) = read_articles(tmp_path, Words("nl"))
    assert render_record(article, ())["rights"]["label"] == "Geen auteursrechtelijke beperkingen bekend"
    assert "language" not in render_record(article, ())["rights"]
    assert article.furniture == {1: "kop", 2: "my own"}


def test_numbers() -> None:
    """A number is grouped as the language groups it, and takes the form that its language asks for."""
    assert Words("de").count("counts.articles", 1234) == "1.234 Artikel"
    assert Words("es").count("counts.articles", 1_000_000) == "1.000.000 de artículos"
    assert ENGLISH.count("counts.articles", 1) == "1 article"


def test_a_language_without_words(empty: Path) -> None:
    """In a language that Material knows and the archive doesn't, its words are English; a line says so."""
    said = (empty / "said.txt").read_text("utf-8")
    known = ", ".join(list_languages())
    assert said.count(f"the archive has no words in 'sv' but in {known}; its own stay English\n") == 1
    page = LexborHTMLParser((empty / "site" / "search" / "index.html").read_text("utf-8"))
    assert page.css_first("html").attributes["lang"] == "sv"
    assert page.css_first("h1").text() == "Search"


# A language of which every word is marked, so that one without a mark stands outside.


def mark(value: Any, name: str = "") -> Any:  # noqa: ANN401 (words at any depth)
    """Return words with a mark around each text that isn't filled in; in patterns, marks are quoted."""
    if isinstance(value, dict):
        return {key: mark(item, key) for key, item in value.items()}
    if isinstance(value, list):
        return [mark(item) for item in value]
    if name in {"year", "month", "day"} and re.fullmatch("[yMd ]+", value):
        return f"'⟦'{value}'⟧'"
    parts = re.split(r"(<[^>]+>|\{\w+\})", value)
    return "".join(f"⟦{part}⟧" if index % 2 == 0 and part else part for index, part in enumerate(parts))


def build_marked(project: Path) -> None:
    """Build a site whose every word is marked, with whatever articles can have."""
    choose_language(copy_project(project), PSEUDO)
    theme = project / "docs" / "theme"
    words = yaml.safe_dump(mark(ENGLISH.find()), allow_unicode=True)
    (theme / "words" / f"{PSEUDO}.yml").write_text(words, "utf-8")
    write_article(
        project / "articles",
        "bare",
        "A lost leaf\nof March.",
        title=NOT_STATED,
        date=NOT_STATED,
        kind=None,
        language=None,
        rights=None,
        was=["once"],
        received={"on": "2020-01", "from": "Jo"},
        received_as="leaf.txt",
        furniture=[{"line": 1, "label": "leaf"}],
    )
    build(project)


@pytest.fixture(scope="module")
def marked(share: Share) -> Path:
    """Return a project whose every word is marked, built."""
    return share("marked", build_marked)


@cache
def list_allowed() -> set[str]:
    """Return what is said by records, mkdocs.yml, Material, Babel, and the names of formats and styles."""
    articles, _ = read_articles(SAMPLE)
    records = [yaml.safe_load(path.read_text("utf-8")) for path in SAMPLE.glob("*.yml")]
    site = yaml.safe_load(
        re.sub(r"!ENV \[\w+, (.*?)\]", r"\1", (ROOT / "tests" / "mkdocs.yml").read_text("utf-8"))
    )
    import material  # noqa: PLC0415 (says where its words are)

    theirs = Path(material.__path__[0]) / "templates" / "partials" / "languages" / f"{PSEUDO}.html"
    terms = {*ENGLISH.find("bases"), *ENGLISH.find("kinds")}
    return {
        *(text for value in (*records, site) for text in list_texts(value) if text not in terms),
        *re.findall(r': "(.*?)"', theirs.read_text("utf-8")),
        *map(str, Locale(PSEUDO).languages.values()),
        *MONTHS,
        *(entry.filed for entry in list_entries(articles)),
        *(f"{article.name}.txt" for article in articles),
        *("Atom", "JSON Feed", "EPUB", "TEI", "Markdown", "JSON", "CSL-JSON", "BibTeX", "RIS", "BagIt"),
        *("Chicago", "MLA", "APA", "Jo", "leaf", "leaf.txt", "bare", "bare.txt", "once", "verify.py"),
        *("SHA256SUMS", "MANIFEST-SHA256", "a test", "Made with", "Material for MkDocs"),
    }


def list_texts(value: object) -> Iterator[str]:
    """Yield every text in mappings and lists; the titles of the navigation are keys."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from (*(list_texts(key) if key[0].isupper() else ()), *list_texts(item))
    elif isinstance(value, list):
        for item in value:
            yield from list_texts(item)
    elif value is not None:
        yield str(value)


ASIDE = (
    "script, style, code, pre, kbd, #text, .excerpt, .incipit, .citations, .lines td, .Z3988, q, svg style"
)
ATTRIBUTES = ("aria-label", "aria-description", "title", "placeholder", "alt", "label")


def list_said(html: str) -> Iterator[str]:
    """Yield each text of a page that a reader may see or hear, but for texts of articles and citations."""
    tree = LexborHTMLParser(html)
    for node in tree.css('meta[name="description"], meta[property="og:description"]'):
        yield node.attributes["content"] or ""
    for node in tree.css(ASIDE):
        node.decompose()
    for node in tree.css("*"):
        yield from (node.attributes[name] or "" for name in ATTRIBUTES if node.attributes.get(name))
    yield from tree.root.text(separator="\0").split("\0") if tree.root else ()


@cache
def match_allowed() -> re.Pattern[str]:
    """Return what finds, in a text, the longest of what may stand there without a mark."""
    longest = sorted(filter(str.strip, list_allowed()), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")


def list_outside(html: str, typed: str = "") -> list[str]:
    """Return what is said on a page and is neither marked nor allowed nor typed by the reader."""
    own = "|".join(re.findall(r"\w+", typed)) or "(?!)"
    outside = []
    for said in list_said(html):
        rest = re.sub(r"⟦[^⟦⟧]*⟧|https?://\S+|\S+\.(?:js|json|css)\b", " ", said)
        rest = re.sub(rf"\b(?i:{own})\b", " ", match_allowed().sub(" ", rest))
        if re.search(r"[^\W\d_]{2}", rest):
            outside.append(said)
    return outside


@pytest.fixture
def reader(chromium: Browser, marked: Path, serve: Callable[[Path], str]) -> Iterator[Page]:
    """Return a page of the marked site; it may do nothing that a page should not."""
    permissions = ["clipboard-read", "clipboard-write"]
    with open_watched(chromium, serve(marked / "site"), permissions=permissions) as page:
        yield page


PAGES = ("/", ARTICLE, "/articles/bare/", "/articles/once/", "/search/", "/index/", "/404.html", "/about/")


@pytest.mark.parametrize(
    "address", [*PAGES, "/index/people/karen-bass/", "/years/", "/years/2019/", "/search-index/files.html"]
)
def test_no_word_outside(marked: Path, address: str) -> None:
    """On no kind of page stands a word of the archive's own that isn't in its file."""
    path = marked / "site" / address.lstrip("/")
    html = (path if path.suffix else path / "index.html").read_text("utf-8")
    # What a person has written in Markdown stands before what the template adds.
    html = html[html.index('<h2 id="verify-this-site"') :] if address == "/about/" else html
    # What scripts put into the page stands in it as text.
    html = re.sub(r'<script type="text/html"[^>]*>(.*?)</script>', r"\1", html, flags=re.DOTALL)
    assert "⟦" in html
    assert list_outside(html) == []


def test_exports_have_no_word_outside(marked: Path) -> None:
    """The labels of books and feeds are in the file, too."""
    feed = json.loads((marked / "site" / "feed.json").read_text("utf-8"))
    assert feed["language"] == PSEUDO
    for item in feed["items"]:
        assert list_outside(f"<p>{item['summary']}</p>{item['content_html'].split('<p dir')[0]}") == []


def test_long_lists_have_no_word_outside(marked: Path, tmp_path: Path) -> None:
    """Pages of years and the newest articles are named in the words of the language."""
    articles = tmp_path / "articles"
    articles.mkdir()
    days = (f"20{number % 15 + 10}-0{number % 3 + 1}" for number in range(LONGEST_HOME))
    write_dated(articles, "", *days, title=make_fact("Mayor"), kind=None)
    options = ["--whole", "--articles", articles, "--docs", tmp_path / "docs"]
    command = [sys.executable, "scripts/build_pages.py", *options]
    done = subprocess.run(command, cwd=marked, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    for path in [tmp_path / "docs" / "index.md", *(tmp_path / "docs" / "years").glob("*.md")]:
        meta = yaml.safe_load(path.read_text("utf-8").split("---\n")[1])
        named = [meta.get("section"), meta["description"], meta.get("counted")]
        named += [meta.get("within", {}).get("title")]
        named += [section.get("heading") for section in meta.get("sections", ())]
        for text in filter(None, named):
            assert re.search(r"⟦|^\w+$", text) or text in list_allowed(), (path, text)


def test_search_says_no_word_outside(reader: Page) -> None:
    """What the search says of finds, of nothing, and of what it doesn't understand, is in the file."""
    for query in (
        "q=mayor",
        "q=mayor&show=lines",
        "q=mayor+ferry+council",
        "q=maiyor",
        "q=mayor+OR&from=soon&kind=song",
        "q=title:+NOT+kind:x+m*y+(a+OR+b)",
        "q=%F0%9F%98%80",
        "q=may&sort=date",
    ):
        reader.goto(f"/search/?{query}")
        expect(reader.locator("#search-results")).to_have_attribute("aria-busy", "false", timeout=20_000)
        # Words of the texts that are near to what was typed, and titles with one that was typed.
        near = "document.querySelectorAll('#search-help a').forEach((a) => / /.test(a.text) || a.remove())"
        reader.evaluate(near)
        typed = reader.locator("#search-field").input_value()
        assert list_outside(reader.content(), f"{typed} mayor soon song") == [], query


def test_reading_says_no_word_outside(reader: Page) -> None:
    """What an article's tools, the dialog and the verification say is in the file."""
    reader.goto("/")
    reader.locator("#filter select").first.select_option(index=1)
    assert list_outside(reader.content()) == []
    reader.goto(ARTICLE)
    reader.locator("#p3 > a").click()
    for number in (0, 1):
        reader.locator("#paragraph-tools output").evaluate("(status) => (status.textContent = '')")
        reader.locator("#paragraph-tools button").nth(number).click()
        expect(reader.locator("#paragraph-tools output")).to_contain_text("⟦")
    copied = reader.evaluate("navigator.clipboard.readText()")
    assert "⟦Paragraph ⟧3: " in copied
    reader.locator("#verify").click()
    expect(reader.locator("#verified p")).to_have_count(3)
    reader.keyboard.press("Control+k")
    expect(reader.locator("dialog input")).to_be_visible()
    html = re.sub(
        r'<div id="text".*?<p class="as-found">', '<p class="as-found">', reader.content(), flags=re.DOTALL
    )
    assert list_outside(html) == []
    tools = reader.locator("#paragraph-tools").evaluate("(tools) => tools.outerHTML")
    numbers = reader.locator("#p1 > a").evaluate("(link) => link.outerHTML")
    assert list_outside(tools + numbers) == []
