"""The bag: originals and records as they are, valid by the library of the Library of Congress."""

import zipfile
from pathlib import Path

import bagit
from archive.catalogue.catalogue import make_catalogue, read_archive
from archive.exports.bag import BAG, list_bag
from archive.sources.article import Article
from conftest import SAMPLE
from make import SITE, write_article


def read_good(folder: Path) -> list[Article]:
    """Return the articles of a folder without a problem."""
    articles, problems = read_archive(folder)
    assert problems == []
    return articles


def unpack(packed: Path, folder: Path) -> bagit.Bag:
    """Return the bag that a ZIP file holds."""
    with zipfile.ZipFile(packed) as archive:
        archive.extractall(folder)
    return bagit.Bag(str(folder / "archive.bag"))


def test_the_bag_of_the_site(site: Path, tmp_path: Path) -> None:
    """The bag holds every file of the articles byte for byte, and says what is known of it."""
    bag = unpack(site / BAG, tmp_path)
    bag.validate()
    found = {path.name: path.read_bytes() for path in (tmp_path / "archive.bag" / "data").rglob("*.*")}
    assert found == {path.name: path.read_bytes() for path in SAMPLE.iterdir()}
    assert {"bagit.txt", "bag-info.txt", "manifest-sha256.txt"} <= bag.entries.keys()
    assert bag.info == {
        "Source-Organization": "News Archive",
        "External-Description": bag.info["External-Description"],
        "External-Identifier": "http://127.0.0.1:8000/",
        "Bagging-Date": "2026-11-22",
        "Payload-Oxum": f"{sum(map(len, found.values()))}.{len(found)}",
    }


def test_odd_names(tmp_path: Path) -> None:
    """Drafts stay out; a name with a sign that manifests write otherwise gives way to the slug."""
    (tmp_path / "articles").mkdir()
    for name, slug in (("50% off", "off"), ("off", "other"), ("Zür ich", "zurich"), ("no", "draft")):
        write_article(tmp_path / "articles", name, f"{name}\n", slug=slug, draft=name == "no" or None)
    (tmp_path / "site").mkdir()
    ((name, data),) = list_bag(make_catalogue(read_good(tmp_path / "articles"), SITE), SITE)
    (tmp_path / "site" / name).write_bytes(data)
    bag = unpack(tmp_path / "site" / BAG, tmp_path)
    bag.validate()
    texts = sorted(name for name in bag.payload_entries() if name.endswith(".txt"))
    assert texts == [f"data/articles/{name}.txt" for name in ("Zür ich", "off-2", "off")]
