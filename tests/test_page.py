"""The page of an article: front matter that any tool can read, and a neutral description."""

from pathlib import Path

import frontmatter
import pytest
from archive.sources.article import Article, sort_newest_first
from archive.sources.read_articles import read_articles
from build_pages import to_files
from conftest import ROOT
from make import SITE, write_article
from selectolax.lexbor import LexborHTMLParser

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture
def articles() -> list[Article]:
    """Return the real articles, newest first."""
    return sort_newest_first(read_articles(ROOT / "articles")[0])


def test_pages_are_as_kept(articles: list[Article]) -> None:
    """Each generated file of the real articles is the golden one; none is missing, none is new."""
    files = {name: data.decode() for name, data in to_files(articles, SITE) if not name.endswith(".txt")}
    kept = {str(path.relative_to(GOLDEN)): path.read_text("utf-8") for path in GOLDEN.rglob("*.*")}
    assert files == kept


def test_front_matter_is_read_back(tmp_path: Path) -> None:
    """A title that is YAML, Markdown and HTML at once comes back as it was."""
    title = "--- 'a': [b] # \"c\" {{ d }} <e> *f*: |"
    write_article(
        tmp_path, "a", "x", title={"value": title, "basis": "inferred", "evidence": [{"source": "---"}]}
    )
    (article,), _ = read_articles(tmp_path)
    post = frontmatter.loads(dict(to_files([article], SITE))["articles/a.md"].decode())
    assert post["title"] == title
    assert str(post["date"]) == "2020-02-01"


def test_what_is_not_stated_is_not_made_up(tmp_path: Path) -> None:
    """Without title and date the page says so and has no date for tools."""
    write_article(tmp_path, "a", "x", title={"basis": "not stated"}, date={"basis": "not stated"})
    (article,), _ = read_articles(tmp_path)
    post = frontmatter.loads(dict(to_files([article], SITE))["articles/a.md"].decode())
    assert post["title"] == "Untitled (a)"
    assert "date" not in post.metadata
    assert post["description"] == "News report; publication not stated; date not stated."


def test_neighbours_by_date(articles: list[Article]) -> None:
    """The oldest article has only a later one, the newest only an earlier one, by first day."""
    neighbours = {}
    for name, data in to_files(articles, SITE):
        if name.startswith("articles/") and name.endswith(".md"):
            links = LexborHTMLParser(data.decode()).css(".neighbours a")
            neighbours[Path(name).stem] = {node.attributes["rel"]: node.attributes["href"] for node in links}
    oldest, middle, newest = (
        "los-angeles-mayor-video-on-ice",
        "los-angeles-sanctuary-city-ordinance",
        "evanston-mayor-license-plate-cameras",
    )
    assert neighbours == {
        oldest: {"next": f"../../articles/{middle}/"},
        middle: {"prev": f"../../articles/{oldest}/", "next": f"../../articles/{newest}/"},
        newest: {"prev": f"../../articles/{middle}/"},
    }


def test_descriptions_are_neutral(articles: list[Article]) -> None:
    """No description holds a sentence, or even four words in a row, of its article or its title."""
    for article in articles:
        post = frontmatter.loads(
            dict(to_files([article], SITE))[f"articles/{article.record.slug}.md"].decode()
        )
        words = str(post["description"]).split()
        own = " ".join([article.title, *(paragraph.text for paragraph in article.paragraphs)])
        assert not [run for i in range(len(words) - 3) if (run := " ".join(words[i : i + 4])) in own]
