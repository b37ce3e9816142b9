"""Languages are named by the tags that are registered for them, dead ones and small ones too."""

from pathlib import Path

import py3langid
import pytest
from archive.catalogue.tongues import find_tongues
from archive.sources.languages import is_language, name_language
from archive.sources.read_articles import read_articles
from make import read_cases, write_article


@pytest.mark.parametrize(("tag", "name"), read_cases("names")["languages"].items())
def test_registered(tag: str, name: str) -> None:
    """A registered tag is taken, and its language has a name."""
    assert is_language(tag)
    assert name_language(tag) == name


@pytest.mark.parametrize(
    "tag", ["en.UTF-8", "en_US", "root", "xx", "zzz", "qaa", "x-foo", "", "en-", "latin"]
)
def test_not_registered(tag: str) -> None:
    """The names of locales, private tags and words are none."""
    assert not is_language(tag)


def test_every_language_that_is_drafted_passes() -> None:
    """What the recognition of languages may answer is always a tag that the check takes."""
    py3langid.classify("")
    assert [tag for tag in py3langid.langid.IDENTIFIER.nb_classes if not is_language(tag)] == []


def test_each_paragraph_has_its_language(tmp_path: Path) -> None:
    """Words show in which language a paragraph is; where they don't, the record may say it."""
    text = "The mayor spoke to the people of the town.\nEl alcalde habla con la gente.\nNo, no.\nNo, no.\n"
    passages = [{"line": 3, "language": "es"}]
    write_article(tmp_path, "a", text, language=["en", "es"], passages=passages)
    (article,), problems = read_articles(tmp_path)
    assert problems == []
    assert find_tongues(article) == {2: "es", 3: "es"}
