"""Files for reference managers: other programs read them, and they agree with one another."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pypandoc
import pytest
import rispy
from archive.catalogue.record_view import View
from archive.exports.reference_files import render_bibtex, render_csl_json, render_ris
from conftest import ARTICLES, ROOT, SAMPLE
from lxml import etree
from make import make_fact, read_views, write_article
from pybtex.database import Entry, parse_string
from pylatexenc.latex2text import LatexNodes2Text

EVIL = "50% of {braces & $x_1 \\ ~ ^ # “q” <b>é</b>"


def read_back(views: list[View]) -> list[dict[str, object]]:
    """Return what each of the three files says of each article, by the same names."""
    bib = parse_string(render_bibtex(views), "bibtex").entries
    ris = rispy.loads(render_ris(views))
    found = []
    for item, reference in zip(json.loads(render_csl_json(views)), ris, strict=True):
        from_csl = {
            "id": item["id"],
            "title": item["title"],
            "container": item.get("container-title"),
            "year": str(item["issued"]["date-parts"][0][0]) if "issued" in item else None,
            "url": item["URL"],
            "notes": [
                *["The date is in doubt"] * ("circa" in item.get("issued", {})),
                *filter(None, [item.get("note")]),
            ],
        }
        from_ris = {
            "id": reference["id"],
            "title": reference["title"],
            "container": reference.get("secondary_title"),
            "year": reference.get("year"),
            "url": reference["urls"][0],
            "notes": reference.get("notes", []),
        }
        assert from_csl == from_ris == from_bibtex(item["id"], bib[item["id"]])
        found.append(from_csl)
    return found


def from_bibtex(key: str, entry: Entry) -> dict[str, object]:
    """Return what a BibTeX entry says, its commands read as TeX reads them."""
    to_text = LatexNodes2Text(keep_braced_groups=False, strict_latex_spaces=True).latex_to_text
    # The reader takes TeX's circumflex for the accent that looks like it.
    fields = {name: to_text(value).replace("ˆ", "^") for name, value in entry.fields.items() if name != "url"}
    return {
        "id": key,
        "title": fields["title"],
        "container": fields.get("journal") or fields.get("organization"),
        "year": fields.get("year"),
        "url": entry.fields["url"],
        "notes": fields["note"].split(". ") if "note" in fields else [],
    }


def test_real_articles() -> None:
    """For the real articles, each file says the same as the others, and as the records."""
    known = {article.record.slug: article for article in ARTICLES}
    for item in read_back(read_views(SAMPLE)):
        article = known[str(item["id"])]
        assert article.title in str(item["title"])
        assert item["container"] == article.record.publication.value
        assert str(article.record.date.value.first_day.year) == item["year"]
        assert all(address in str(item["notes"]) for address in article.record.found_at)


# Citation.js reads the items as CSL-JSON, and hands on only what its schema knows.
READ_BY_CITATION_JS = """
const { Cite, plugins } = require("@citation-js/core");
const items = JSON.parse(require("fs").readFileSync(0));
console.log(JSON.stringify([plugins.input.type(items), new Cite(items, { generateGraph: false }).data]));
"""


def test_csl_by_another_program() -> None:
    """Citation.js takes the file for CSL-JSON, and keeps every property of every item."""
    written = render_csl_json(read_views(SAMPLE))
    command = ["node", "--eval", READ_BY_CITATION_JS]
    tools = ROOT / "tests" / "tools"
    done = subprocess.run(command, cwd=tools, input=written.encode(), capture_output=True, check=True)
    kind, items = json.loads(done.stdout)
    assert kind in {"@csl/list+object", "@csl/object", "@else/list+object"}
    assert items == json.loads(written)


def test_hostile_and_missing_values(tmp_path: Path) -> None:
    """What is TeX or markup in a record comes back as it was; what is not stated is nowhere."""
    fact = make_fact(EVIL)
    write_article(tmp_path, "evil", "x", title=fact, publication=fact, author=fact, kind="press release")
    write_article(tmp_path, "none", "x", date={"basis": "not stated"})
    evil, none = sorted(read_back(read_views(tmp_path)), key=lambda item: str(item["id"]))
    assert evil["title"] == evil["container"] == EVIL
    assert none["container"] is none["year"] is None


CASES = {
    "persons": {"author": make_fact("Jane Doe and John Roe"), "date": make_fact("2024-11-19~")},
    "body": {"author": make_fact([{"body": "The Press and Sons"}]), "kind": "press release"},
    "particle": {"author": make_fact("Ludwig van Beethoven"), "date": make_fact("2004-05/2004-06")},
    "suffix": {"author": make_fact("Martin Luther King Jr."), "date": make_fact("2019-07-13/2019-07-15")},
    "double": {"author": make_fact([{"family": "García Márquez", "given": "Gabriel"}]), "language": "es"},
    "comma": {"author": make_fact([{"family": "Smith, and Co", "given": "x and y"}])},
    "nobody": {"date": make_fact("2019")},
}


@pytest.fixture
def views(tmp_path: Path) -> list[View]:
    """Return views with every shape of authors and dates."""
    for name, changes in CASES.items():
        write_article(tmp_path, name, "x", publication=make_fact("City Gazette"), **changes)
    return read_views(tmp_path)


def test_bibtex_by_pandoc(views: list[View]) -> None:
    """Pandoc reads type, authors, date and doubt from BibTeX as CSL has them."""
    read = json.loads(pypandoc.convert_text(render_bibtex(views), "csljson", format="biblatex"))
    expected = {view["slug"]: view["csl"] for view in views}
    assert len(read) == len(expected)
    for item in read:
        for key in ("type", "author", "issued", "URL"):
            assert item.get(key) == expected[item["id"]].get(key), (item["id"], key)


@pytest.mark.skipif(not shutil.which("biber") and "CI" not in os.environ, reason="biber is not installed")
def test_bibtex_by_biber(views: list[View], tmp_path: Path) -> None:
    """Biber finds no error, and reads authors and dates as BibLaTeX is to print them."""
    (tmp_path / "a.bib").write_text(render_bibtex(views), "utf-8")
    command = ["biber", "--tool", "--output-format=biblatexml", "--output-file=a.xml", "a.bib"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert "ERROR" not in done.stdout
    found = {
        entry.get("id"): [
            {part.get("type"): " ".join(part.itertext()).split() for part in name if part.get("type")}
            for name in entry.iterfind("{*}names/{*}name")
        ]
        for entry in etree.parse(tmp_path / "a.xml").getroot()
    }
    assert found["persons"] == [
        {"family": ["Doe"], "given": ["Jane"]},
        {"family": ["Roe"], "given": ["John"]},
    ]
    assert found["body"] == [{"family": ["The", "Press", "and", "Sons"]}]
    assert found["particle"] == [{"family": ["Beethoven"], "given": ["Ludwig"], "prefix": ["van"]}]
    assert found["suffix"] == [{"family": ["King"], "given": ["Martin", "Luther"], "suffix": ["Jr."]}]
    assert found["comma"] == [{"family": ["Smith,", "and", "Co"], "given": ["x", "and", "y"]}]
    assert ">2024~-11-19<" in (tmp_path / "a.xml").read_text("utf-8")


def test_ris_names(views: list[View]) -> None:
    """In RIS a person stands as filed, a body as it is."""
    authors = {item["id"]: item.get("authors", []) for item in rispy.loads(render_ris(views))}
    assert authors["persons"] == ["Doe, Jane", "Roe, John"]
    assert authors["body"] == ["The Press and Sons"]
    assert authors["particle"] == ["van Beethoven, Ludwig"]
    assert authors["suffix"] == ["King, Martin Luther, Jr."]
    assert authors["nobody"] == []
