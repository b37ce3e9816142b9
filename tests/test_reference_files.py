"""Files for reference managers: other programs read them, and they agree with one another."""

import json
import subprocess
from pathlib import Path

import rispy
from archive.catalogue.csl import Csl, render_csl
from archive.exports.reference_files import render_bibtex, render_csl_json, render_ris
from archive.sources.read_articles import read_articles
from conftest import ROOT, SAMPLE
from make import SITE, make_fact, write_article
from pybtex.database import Entry, parse_string
from pylatexenc.latex2text import LatexNodes2Text

EVIL = "50% of {braces & $x_1 \\ ~ ^ # “q” <b>é</b>"


def read_back(items: list[Csl]) -> list[dict[str, object]]:
    """Return what each of the three files says of each item, by the same names."""
    bib = parse_string(render_bibtex(items), "bibtex").entries
    ris = rispy.loads(render_ris(items))
    found = []
    for item, reference in zip(json.loads(render_csl_json(items)), ris, strict=True):
        from_csl = {
            "id": item["id"],
            "title": item["title"],
            "container": item.get("container-title"),
            "year": str(item["issued"]["date-parts"][0][0]) if "issued" in item else None,
            "url": item["URL"],
            "in doubt": "circa" in item.get("issued", {}),
        }
        from_ris = {
            "id": reference["id"],
            "title": reference["title"],
            "container": reference.get("secondary_title"),
            "year": reference.get("year"),
            "url": reference["urls"][0],
            "in doubt": "notes" in reference,
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
        "container": fields.get("journal") or fields.get("howpublished"),
        "year": fields.get("year"),
        "url": entry.fields["url"],
        "in doubt": "note" in fields,
    }


def test_real_articles() -> None:
    """For the real articles, each file says the same as the others, and as the records."""
    articles, _ = read_articles(SAMPLE)
    found = read_back([render_csl(article, SITE) for article in articles])
    assert [item["year"] for item in found] == ["2019", "2024", "2025"]
    assert [item["in doubt"] for item in found] == [False, True, False]
    for article, item in zip(articles, found, strict=True):
        assert article.title in str(item["title"])
        assert item["container"] == article.record.publication.value


# Citation.js reads the items as CSL-JSON, and hands on only what its schema knows.
READ_BY_CITATION_JS = """
const { Cite, plugins } = require("@citation-js/core");
const items = JSON.parse(require("fs").readFileSync(0));
console.log(JSON.stringify([plugins.input.type(items), new Cite(items, { generateGraph: false }).data]));
"""


def test_csl_by_another_program() -> None:
    """Citation.js takes the file for CSL-JSON, and keeps every property of every item."""
    articles, _ = read_articles(SAMPLE)
    written = render_csl_json([render_csl(article, SITE) for article in articles])
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
    evil, none = read_back([render_csl(article, SITE) for article in read_articles(tmp_path)[0]])
    assert evil["title"] == evil["container"] == EVIL
    assert none["container"] is none["year"] is None
