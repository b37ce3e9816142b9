"""What stands beside an article: the next by date, and others that name the same."""

from datetime import date
from pathlib import Path

from archive.catalogue.entry import Entry, Mention, list_entries
from archive.catalogue.neighbours import NEAREST, count_days, list_neighbours, list_others
from archive.catalogue.record_view import View
from archive.sources.article import Article, sort_newest_first
from archive.sources.check_record import parse_record
from archive.sources.read_articles import read_articles
from archive.sources.text import parse_text
from hypothesis import given, settings
from hypothesis import strategies as st
from make import NOT_STATED, make_fact, make_record, to_yaml, write_article


def list_shown(shared: View) -> list[str]:
    """Return the names of the articles that are shown as nearest for a name."""
    return [link["address"].split("/")[1] for link in shared["articles"]]


def test_the_rarest_names_come_first(tmp_path: Path) -> None:
    """Of the names that others share, those in the fewest articles come first."""
    for number in range(4):
        people = ["Al", "Bo"] if number < 2 else ["Al"]
        write_article(tmp_path, f"a-{number}", "Al Bo", people=people)
    articles = sort_newest_first(read_articles(tmp_path)[0])
    beside = list(list_neighbours(articles, list_entries(articles)))
    assert [shared["name"] for shared in beside[0]["others"]] == ["Bo", "Al"]


def make_article(slug: str, day: date | None) -> Article:
    """Return an article of a day."""
    fact = make_fact(day.isoformat()) if day else NOT_STATED
    text, _ = parse_text("a.txt", b"Jo")
    record = parse_record("a.yml", to_yaml(make_record(b"Jo", slug=slug, date=fact)), text).record
    assert record
    return Article(slug, b"Jo", text.paragraphs or (), record)


DAYS = st.lists(st.dates(date(2000, 1, 1), date(2000, 3, 1)) | st.none(), min_size=2, max_size=9)


@given(DAYS)
@settings(max_examples=50)
def test_none_that_is_left_out_is_nearer(days: list[date | None]) -> None:
    """Of articles of any days, none is nearer than one that is shown."""
    articles = sort_newest_first([make_article(f"a-{n}", day) for n, day in enumerate(days)])
    entry = Entry("people", "Jo", "Jo", tuple(Mention(article, ()) for article in articles))
    for slug, others in list_others(entry):
        own = next(article for article in articles if article.record.slug == slug)
        nearest = [article for article in articles if article.name in list_shown(others)]
        away = [article for article in articles if article is not own and article not in nearest]
        assert len(nearest) == min(NEAREST, len(articles) - 1)
        farthest = max(count_days(own, other) for other in nearest)
        assert all(count_days(own, other) >= farthest for other in away)
