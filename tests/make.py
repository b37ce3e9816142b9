"""Makes archives for the tests: a text and a valid record that a test may break."""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml
from archive.catalogue.catalogue import Catalogue, complete_views, make_catalogue, read_archive
from archive.catalogue.record_view import View
from archive.pages.page import Meta
from archive.sources.article import Article
from archive.sources.site import Site
from build_pages import list_files, list_pages
from selectolax.lexbor import LexborHTMLParser

SITE = Site("News Archive", "https://archive.example/", "An archive of news articles.")

NOT_STATED = {"basis": "not stated"}


def read_cases(name: str) -> Any:  # noqa: ANN401 (tables of any kind)
    """Return what stands in a file of cases."""
    return yaml.safe_load((Path(__file__).parent / "cases" / f"{name}.yml").read_text("utf-8"))


def make_fact(value: str) -> dict[str, object]:
    """Return a fact of a record."""
    return {"value": value, "basis": "inferred", "evidence": [{"source": "a test"}]}


def make_record(text: bytes, **changes: object) -> dict[str, object]:
    """Return a valid record of a text, with changes; a key that is changed to None is left out."""
    record: dict[str, object] = {
        "slug": "a-slug",
        "sha256": hashlib.sha256(text).hexdigest(),
        "title": make_fact("A title"),
        "date": make_fact("2020-02"),
        "publication": NOT_STATED,
        "author": NOT_STATED,
        "kind": "news report",
        "language": "en",
        "people": [],
        "places": [],
        "bodies": [],
        "subjects": [],
        "rights": "http://rightsstatements.org/vocab/UND/1.0/",
        "found_at": [],
        "furniture": [],
        "updated": "2026-11-22",
    }
    return {key: value for key, value in (record | changes).items() if value is not None}


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: object) -> bool:
        """Write out whatever stands twice, as a person would."""
        del data
        return True


def to_yaml(record: dict[str, object]) -> str:
    """Return a record as YAML."""
    return yaml.dump(record, Dumper=_Dumper, allow_unicode=True, sort_keys=False)


def write_article(folder: Path, name: str, text: str | bytes, **changes: object) -> None:
    """Write a text and its record into a folder."""
    data = text.encode() if isinstance(text, str) else text
    (folder / f"{name}.txt").write_bytes(data)
    (folder / f"{name}.yml").write_text(to_yaml(make_record(data, **{"slug": name, **changes})), "utf-8")


def write_dated(folder: Path, *days: str, text: str = "x", **changes: object) -> None:
    """Write an article for each date, named a-000 and so on; without a day, no date is stated."""
    for number, day in enumerate(days):
        date = make_fact(day) if day else NOT_STATED
        write_article(folder, f"a-{number:03}", text, date=date, **changes)


def read_catalogue(folder: Path) -> Catalogue:
    """Return the catalogue of a folder of articles, as the exports are made from it."""
    articles, problems = read_archive(folder)
    assert problems == []
    return complete_views(make_catalogue(articles, SITE))


def read_views(folder: Path) -> list[View]:
    """Return the views of a folder of articles."""
    return list(read_catalogue(folder).views)


def parse_page(site: Path, address: str) -> LexborHTMLParser:
    """Return a page of a built site."""
    return LexborHTMLParser((site / address / "index.html").read_text("utf-8"))


def list_all(articles: Sequence[Article]) -> dict[str, bytes]:
    """Return every generated file of articles by its path, as a build writes them."""
    return dict(list_files(articles, list_pages(make_catalogue(articles, SITE), SITE)))


def list_whole(articles: Sequence[Article]) -> dict[str, Meta]:
    """Return all that the template of each generated page draws, by the path of the page."""
    return {page.path: page.whole for page in list_pages(make_catalogue(articles, SITE), SITE)}
