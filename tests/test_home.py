"""The list of the home page: every article, newest first, with its opening words."""

from pathlib import Path

from archive.article import in_order
from archive.home import to_list_html
from archive.read_articles import read_articles
from make import write_article
from selectolax.lexbor import LexborHTMLParser


def dated(day: str) -> dict[str, object]:
    """Return a date fact."""
    return {"value": day, "basis": "inferred", "evidence": [{"source": "a test"}]}


def test_newest_first(tmp_path: Path) -> None:
    """Articles stand by the first day that their date allows; one without a date comes last."""
    write_article(tmp_path, "b-month", "x", date=dated("2020-02"))
    write_article(tmp_path, "a-year", "x", date=dated("2020"))
    write_article(tmp_path, "c-day", "x", date=dated("2020-02-02~"))
    write_article(tmp_path, "a-month", "x", date=dated("2020-02"))
    write_article(tmp_path, "none", "x", date={"basis": "not stated"})
    articles = in_order(read_articles(tmp_path)[0])
    assert [article.name for article in articles] == ["c-day", "a-month", "b-month", "a-year", "none"]


def test_hostile_values_are_text(tmp_path: Path) -> None:
    """Markup in a title, publication or opening words is shown, not obeyed."""
    evil = '<script>alert(1)</script> `a` {{ b }} &amp; "c"'
    fact = {"value": evil, "basis": "inferred", "evidence": [{"source": "a test"}]}
    write_article(tmp_path, "a", evil, title=fact, publication=fact)
    tree = LexborHTMLParser(to_list_html(read_articles(tmp_path)[0]))
    assert tree.css_first("h2").text() == evil
    assert tree.css_first(".incipit").text() == evil
    assert tree.css_first(".known").text() == f"February 2020, inferred · {evil} · news report"


def test_opening_words_pass_over_furniture(tmp_path: Path) -> None:
    """The opening words are the article's, cut between words; page furniture is not among them."""
    text = "MENU\n" + "word " * 60
    write_article(tmp_path, "a", text, furniture=[{"line": 1, "label": "menu"}])
    (article,), _ = read_articles(tmp_path)
    assert article.incipit == ("word " * 40).strip() + "\u00a0…"
