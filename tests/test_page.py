"""The page of an article: front matter that any tool can read, and below it nothing but the text."""

from pathlib import Path

import frontmatter
import pytest
from archive.catalogue.catalogue import read_archive
from archive.sources.read_articles import read_articles
from conftest import SAMPLE
from make import NOT_STATED, list_all, make_fact, write_article

GOLDEN = Path(__file__).parent / "golden"


ARTICLES, _ = read_archive(SAMPLE)
KEPT = ["articles/evanston-mayor-license-plate-cameras.md", "index.md", "index/people/karen-bass.md"]


@pytest.mark.parametrize("name", KEPT)
def test_pages_are_as_kept(name: str) -> None:
    """What is generated is what a person would write, as it is kept."""
    assert list_all(ARTICLES)[name].decode() == (GOLDEN / name).read_text("utf-8")


def test_front_matter(tmp_path: Path) -> None:
    """A title that is YAML, Markdown and HTML at once comes back; what is not stated is not made up."""
    title = "--- 'a': [b] # \"c\" {{ d }} <e> *f*: |"
    write_article(tmp_path, "a", "x", title=make_fact(title))
    write_article(tmp_path, "b", "x", title=NOT_STATED, date=NOT_STATED)
    files = list_all(read_articles(tmp_path)[0])
    stated, bare = (frontmatter.loads(files[f"articles/{name}.md"].decode()) for name in "ab")
    assert (stated["title"], stated["date"]) == (title, "2020-02")
    assert bare["title"] == "Untitled (b)"
    assert "date" not in bare.metadata
    assert bare["description"] == "News report; publication not stated; date not stated."


def test_descriptions_are_neutral() -> None:
    """No description holds a sentence, or even four words in a row, of its article or its title."""
    for article in ARTICLES:
        post = frontmatter.loads(list_all([article])[f"articles/{article.record.slug}.md"].decode())
        words = str(post["description"]).split()
        own = " ".join([article.title, *(paragraph.text for paragraph in article.paragraphs)])
        assert not [run for i in range(len(words) - 3) if (run := " ".join(words[i : i + 4])) in own]
