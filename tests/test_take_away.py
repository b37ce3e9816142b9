"""What readers take away: each file is checked by a program of its field."""

import csv
import io
import json
import re
import shutil
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import feedparser
import verify
from archive.exports.data_package import list_data
from archive.exports.feeds import render_feeds
from archive.sources.site import read_site
from archive.sources.words import ENGLISH
from conftest import ARTICLES, SAMPLE, mkdocs
from feedparser import FeedParserDict
from finish_site import finish_again
from frictionless import Package
from hostile import split
from lxml import etree
from make import SITE, make_fact, read_catalogue, read_views, write_article
from playwright.sync_api import Browser, expect
from selectolax.lexbor import LexborHTMLParser

HOST = "http://127.0.0.1:8000/"


def test_only_what_the_owner_wants(project: Path) -> None:
    """Pages, head and site have the formats that `extra.downloads` lists, the original, and no other."""
    configuration = project / "mkdocs.yml"
    written = configuration.read_text("utf-8")
    configuration.write_text(written.replace("extra:\n", "extra:\n  downloads: [tei, tea]\n"), "utf-8")
    done = mkdocs(project, "build", "--strict")
    assert done.returncode != 0
    line = 1 + written[: written.index("extra:\n")].count("\n") + 1
    assert f"mkdocs.yml:{line}: downloads must list some of original, markdown, json, epub" in done.stderr
    assert "not 'tea'" in done.stderr
    configuration.write_text(written.replace("extra:\n", "extra:\n  downloads: [tei]\n"), "utf-8")
    done = mkdocs(project, "build", "--strict")
    assert done.returncode == 0, done.stderr
    site = project / "site"
    files = [path for path in site.glob("articles/*") if path.is_file()]
    assert Counter(path.name.partition(".")[2] for path in files) == {"txt": 3, "tei.xml": 3}
    assert sorted(path.name for path in site.glob("archive.*")) == ["archive.tei.xml"]
    assert not (site / "data").exists()
    assert not (site / "offline.zip").exists()
    for page in (site / "index.html", *site.glob("articles/*/index.html")):
        tree = LexborHTMLParser(page.read_text("utf-8"))
        links = [node.attributes["href"].partition("?")[0].partition("#")[0] for node in tree.css("[href]")]
        missing = [link for link in links if ":" not in link and not (page.parent / unquote(link)).exists()]
        assert missing == []
    # What isn't there is not asked for.
    assert verify.main([str(site)]) == 0
    # The last line that a build says is what it has made.
    files = [path for path in site.rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files)
    said = (
        rf"3 articles, \d+ pages, {len(files)} files, {size / 1e6:.1f} MB in all; the largest is .+ seconds"
    )
    assert re.fullmatch(said, done.stderr.splitlines()[-1])


def read_csv(text: str) -> list[dict[str, str]]:
    """Return the rows of a table."""
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_data_package(site: Path, strange: Path) -> None:
    """Frictionless finds the data package valid, its keys too, and it has every record and paragraph."""
    for folder in (site, strange / "site"):
        report = Package(str(folder / "data" / "datapackage.json")).validate()
        assert report.valid, report.flatten(["message"])
    rows = read_csv((site / "data" / "records.csv").read_text("utf-8"))
    addresses = read_csv((site / "data" / "found_at.csv").read_text("utf-8"))
    assert {row["slug"]: row["sha256"] for row in rows} == {a.record.slug: a.record.sha256 for a in ARTICLES}
    columns, *rows = json.loads((site / "data" / "paragraphs.json").read_text("utf-8"))
    paragraphs = [dict(zip(columns, row, strict=True)) for row in rows]
    for article in ARTICLES:
        found = [row for row in paragraphs if row["slug"] == article.record.slug]
        assert [row["text"] for row in found] == split(article.data.decode())
        labels = {row["number"]: row["furniture"] for row in found if row["furniture"]}
        assert labels == article.furniture_paragraphs
        found = [row["address"] for row in addresses if row["slug"] == article.record.slug]
        assert found == list(article.record.found_at)
    package = json.loads((site / "data" / "datapackage.json").read_text("utf-8"))
    assert package["licenses"] == [
        {"path": "http://rightsstatements.org/vocab/InC/1.0/", "title": "In Copyright"}
    ]
    assert package["sources"] == [
        {"title": name} for name in sorted({str(article.record.publication.value) for article in ARTICLES})
    ]


def test_data_apart(tmp_path: Path) -> None:
    """Names with a bar, authors and rights that differ stand apart; a row without its record is found."""
    for name in ("articles", "data"):
        (tmp_path / name).mkdir()
    author = {"value": ["Jane Roe", {"body": "A|B"}], "basis": "inferred", "evidence": [{"source": "x"}]}
    write_article(tmp_path / "articles", "one", "A|B, C\n", author=author, people=["A|B", "C"])
    write_article(tmp_path / "articles", "two", "Two\n", rights=None)
    files = {}
    for path, text in list_data(read_catalogue(tmp_path / "articles"), SITE):
        (tmp_path / path).write_text(text, "utf-8", newline="")
        files[Path(path).name] = text
    assert "licenses" not in json.loads(files["datapackage.json"])
    assert [(row["name"], row["family"], row["is_body"]) for row in read_csv(files["authors.csv"])] == [
        ("Jane Roe", "Roe", "false"),
        ("A|B", "", "true"),
    ]
    assert [(row["name"], row["paragraphs"]) for row in read_csv(files["names.csv"])] == [
        ("A|B", "[1]"),
        ("C", "[1]"),
    ]
    package, names = tmp_path / "data" / "datapackage.json", tmp_path / "data" / "names.csv"
    assert Package(str(package)).validate().valid
    names.write_text(files["names.csv"].replace("one,", "none,"), "utf-8", newline="")
    assert not Package(str(package)).validate().valid


ATOM = "{http://www.w3.org/2005/Atom}"
MOMENT = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)"


def check_element(node: etree._Element) -> None:
    """Fail unless a feed or an entry has what RFC 4287 asks for, once, and no date or id of another form."""
    found = Counter(child.tag.removeprefix(ATOM) for child in node)
    for name in ("id", "title", "updated"):
        assert found[name] == 1
    for name in ("subtitle", "summary", "content", "published"):
        assert found[name] <= 1
    for name in ("updated", "published"):
        assert all(re.fullmatch(MOMENT, child.text) for child in node.iterfind(f"{ATOM}{name}"))
    assert urlsplit(node.findtext(f"{ATOM}id")).scheme
    assert all(child.text for child in node.iterfind(f"{ATOM}author/{ATOM}name"))
    links = Counter(link.get("rel", "alternate") for link in node.iterfind(f"{ATOM}link"))
    assert links["alternate"] == 1


def read_feeds(atom: bytes, feed: bytes) -> dict[str, tuple[FeedParserDict, dict[str, Any]]]:
    """Return entry and item of each article by its slug; both feeds are as their standards ask."""
    tree = etree.fromstring(atom)
    for node in (tree, *tree.iterfind(f"{ATOM}entry")):
        check_element(node)
    assert tree.find(f"{ATOM}link[@rel='self']") is not None
    assert tree.find(f"{ATOM}author") is not None
    read, known = feedparser.parse(atom), json.loads(feed)
    assert not read.bozo, read.get("bozo_exception")
    assert known["version"] == "https://jsonfeed.org/version/1.1"
    assert [entry.id for entry in read.entries] == [item["id"] for item in known["items"]]
    pairs = zip(read.entries, known["items"], strict=True)
    return {item["id"].split("/")[-2]: (entry, item) for entry, item in pairs}


def test_feeds(site: Path, strange: Path) -> None:
    """Both feeds hold the full texts, and change only when a record does."""
    found, _ = (
        read_feeds(*((folder / name).read_bytes() for name in ("feed.xml", "feed.json")))
        for folder in (site, strange / "site")
    )
    for article in ARTICLES:
        entry, item = found[article.record.slug]
        assert entry.id == f"{HOST}articles/{article.record.slug}/"
        assert entry.title == item["title"] == article.title
        assert entry.updated[:10] == item["date_modified"][:10] == article.record.updated.isoformat()
        date = article.record.date.value.in_words(ENGLISH)
        for html in (entry.content[0].value, item["content_html"]):
            texts = [node.text() for node in LexborHTMLParser(html).css("p:not(.label)")]
            assert texts == split(article.data.decode())
            dated = LexborHTMLParser(html).css_first("p.label").text()
            assert dated.startswith(f"Dated {date} (inferred); record last changed ")


def test_days_of_feeds(tmp_path: Path) -> None:
    """An article is `published` only where its day is known; that nobody said when it changed is kept."""
    printed = {"basis": "printed", "evidence": [{"quote": "12 May"}]}
    days = {
        "printed": {"value": "2021-05-12", **printed},
        "month": {"value": "2021-05", **printed},
        "doubt": {"value": "2021-05-12~", **printed},
        "inferred": make_fact("2021-05-12"),
        "unknown": "not stated",
    }
    author = make_fact("Jane Roe and John Doe")
    for name, date in days.items():
        write_article(tmp_path, name, "12 May\n", date=date, author=author, updated=None)
    found = read_feeds(*(feed.encode() for feed in render_feeds(read_views(tmp_path), SITE).values()))
    for entry, item in found.values():
        assert [author.name for author in entry.authors] == ["Jane Roe", "John Doe"]
        assert item["authors"] == [{"name": "Jane Roe"}, {"name": "John Doe"}]
        # Where a moment is demanded, it is the zero of clocks.
        assert entry.updated == "1970-01-01T00:00:00+00:00"
        assert "date_modified" not in item
    published = {
        slug: (entry.get("published"), item.get("date_published")) for slug, (entry, item) in found.items()
    }
    assert published == dict.fromkeys(days, (None, None)) | {"printed": ("2021-05-12T00:00:00+00:00",) * 2}
    first = {slug: item["content_html"].split("\n")[0] for slug, (_, item) in found.items()}
    assert first["doubt"] == '<p class="label">Dated about 12 May 2021 (printed).</p>'
    assert first["unknown"] == '<p class="label">Date not stated.</p>'


def test_for_machines(site: Path) -> None:
    """The sitemap has the day of each record, robots.txt names the sitemap, browsers find the search."""
    sitemap = (site / "sitemap.xml").read_text("utf-8")
    for article in ARTICLES:
        location = f"<loc>{HOST}articles/{article.record.slug}/</loc>"
        assert f"{location}<lastmod>{article.record.updated}</lastmod>" in sitemap
    assert sitemap.count("<lastmod>") == len(ARTICLES)
    assert f"Sitemap: {HOST}sitemap.xml" in (site / "robots.txt").read_text("utf-8")
    assert f'template="{HOST}search/?q={{searchTerms}}"' in (site / "opensearch.xml").read_text("utf-8")


def test_finished_again_the_same(site: Path, tmp_path: Path) -> None:
    """A site that is finished may be finished again, as under a server: not one byte is another."""
    copied = shutil.copytree(site, tmp_path / "site")
    finish_again(SAMPLE, copied, read_site(site.parent / "mkdocs.yml"), None)
    files = [
        {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        for folder in (site, copied)
    ]
    assert [path for path, data in files[0].items() if files[1].get(path) != data] == []
    assert files[0].keys() == files[1].keys()


def test_offline_edition(site: Path, chromium: Browser, tmp_path: Path) -> None:
    """From a folder, with the network off, every link leads to a file, and the search finds the paragraph."""
    with zipfile.ZipFile(site / "offline.zip") as packed:
        packed.extractall(tmp_path)
    context = chromium.new_context(offline=True)
    seen: list[str] = []
    context.on("weberror", lambda error: seen.append(str(error.error)))
    context.on("console", lambda message: seen.append(message.text))
    # A request that the next page cut short has not failed.
    context.on("requestfailed", lambda request: seen.append(f"{request.failure} {request.url}"))
    page = context.new_page()
    for path in sorted(tmp_path.rglob("*.html")):
        page.goto(path.as_uri())
        links = page.evaluate("""() => [...document.querySelectorAll("a, link, script[src]")]
          .map((element) => element.getAttribute("href") ?? element.getAttribute("src"))
          .map((link) => new URL(link, location.href).href.split(/[?#]/)[0])""")
        files = {Path(unquote(link.removeprefix("file://"))) for link in links if link.startswith("file:")}
        seen.extend(f"{path}: {file}" for file in files if not file.is_file())
    page.goto((tmp_path / "index.html").as_uri())
    page.keyboard.press("/")
    page.keyboard.type('"kick the can" -nothing')
    expect(page.locator("dialog #search-status")).to_contain_text("No article")
    page.locator("dialog input").fill("can’t keep kicking")
    page.locator("dialog .hits a").first.click()
    expect(page.locator("#p12 mark").first).to_be_visible()
    page.goto((tmp_path / "search" / "index.html").as_uri() + "?q=garceti")
    expect(page.locator("#search-help")).to_contain_text("Garcetti")
    page.locator("#search-help a").click()
    expect(page.locator("#search-results > li")).to_have_count(1)
    page.goto((tmp_path / "search" / "index.html").as_uri() + "?q=mayor&kind=opinion")
    expect(page.locator("#search-results > li")).to_have_count(1)
    context.close()
    assert [line for line in seen if not line.startswith("net::ERR_ABORTED")] == []
