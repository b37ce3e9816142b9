"""The data package feeds a search engine: the form of what is sent to it, and the mapping that takes it."""

import json
import re
import subprocess
import sys
from pathlib import Path

from archive.exports.data_package import list_data
from conftest import ROOT
from make import NOT_STATED, SITE, make_fact, read_catalogue, write_article
from to_bulk import LISTS, PLAIN

COMMAND = [sys.executable, ROOT / "scripts" / "to_bulk.py"]


def read_blocks(language: str) -> list[str]:
    """Return the blocks of a language on the page."""
    page = (ROOT / "docs" / "guide" / "scaling.md").read_text("utf-8")
    return re.findall(rf"```{language}\n(.*?)```", page, re.DOTALL)


def test_bulk_lines(tmp_path: Path) -> None:
    """Each article is a line of what to do and a line of what it is, as the mapping has it."""
    articles, data = tmp_path / "articles", tmp_path / "data"
    articles.mkdir()
    data.mkdir()
    author = make_fact("B") | {"value": ["Ana Ruiz", "Bo Ek"]}
    write_article(articles, "first", "Ana Ruiz: “Uno|dos”.\u2028\n\nRome", author=author, places=["Rome"])
    write_article(articles, "second", '"', date=NOT_STATED, title=NOT_STATED)
    write_article(articles, "third", "A\tb", subjects=["x", "y"], author=make_fact("Ann"))
    for name, written in list_data(read_catalogue(articles), SITE):
        (tmp_path / name).write_text(written, "utf-8", newline="")
    done = subprocess.run([*COMMAND, data], capture_output=True, check=True)
    assert done.stdout.endswith(b"\n")
    lines = [json.loads(line) for line in done.stdout.decode().rstrip("\n").split("\n")]
    actions, documents = lines[::2], lines[1::2]
    slugs = [document["slug"] for document in documents]
    assert actions == [{"index": {"_index": "articles", "_id": slug}} for slug in slugs]
    known = {document["slug"]: document for document in documents}
    assert set(known) == {"first", "second", "third"}
    assert known["first"]["author"] == ["Ana Ruiz", "Bo Ek"]
    assert known["first"]["places"] == ["Rome"]
    assert [item["number"] for item in known["first"]["paragraphs"]] == [1, 2]
    assert known["first"]["paragraphs"][0]["text"].startswith("Ana Ruiz: “Uno|dos”.")
    assert known["second"]["paragraphs"] == [{"number": 1, "text": '"'}]
    assert "date" not in known["second"]
    assert known["third"]["subjects"] == ["x", "y"]
    mapping = json.loads(read_blocks("json")[0])["mappings"]
    assert mapping["dynamic"] == "strict"
    sent = {name for document in documents for name in document}
    assert sent <= set(mapping["properties"])
    assert set(mapping["properties"]["paragraphs"]["properties"]) == {"number", "text"}


def test_every_field_of_the_mapping_is_sent() -> None:
    """The mapping and the question name fields that a document has, and no other."""
    mapping, question = (json.loads(block) for block in read_blocks("json"))
    assert set(mapping["mappings"]["properties"]) == {*PLAIN, *LISTS, "author", "paragraphs"}
    assert question["query"]["nested"]["path"] == "paragraphs"
    assert "exact" in mapping["mappings"]["properties"]["paragraphs"]["properties"]["text"]["fields"]


def test_without_a_package(tmp_path: Path) -> None:
    """Where there is no data package, a sentence says what makes it."""
    done = subprocess.run([*COMMAND, tmp_path], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "has no records.csv; scripts/build makes it" in done.stderr
