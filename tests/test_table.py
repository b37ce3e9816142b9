"""A table of records is taken in as it is written out, and what is wrong in it is said with its line."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

import pytest
from archive.sources.article import Article
from archive.sources.read_articles import read_articles
from archive.sources.table import FIELDS, to_row
from make import NOT_STATED, write_article
from test_add_articles import add, write

TEXT = (
    "By Jane Poe | Staff\n\nThe Harbour Gazette\nMARCH 4TH, 1901\nOn Monday Mayor John Roe spoke of the U.N."
)


def export(articles: Sequence[Article]) -> str:
    """Return articles as the table that the archive publishes."""
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, FIELDS)
    writer.writeheader()
    writer.writerows(to_row(article.name, article.record) for article in articles)
    return buffer.getvalue()


def write_archive(folder: Path) -> None:
    """Write articles whose records say everything that a record can say."""
    folder.mkdir()
    fact = {
        "value": "A “title”, with; signs | and more",
        "basis": "published",
        "evidence": [{"source": "example.org/a|b", "note": "A note"}, {"quote": "On Monday"}],
    }
    author = {
        "value": [{"family": "Mao", "given": "Dun", "name": "Mao Dun"}, {"body": "The Press"}],
        "basis": "inferred",
        "evidence": [{"source": "[a source]"}],
    }
    write_article(
        folder,
        "full",
        TEXT,
        title=fact,
        subtitle=fact,
        author=author,
        publication={"basis": "not stated", "evidence": [{"quote": "The Harbour Gazette"}]},
        people=[{"name": "Roe, John", "printed": ["John Roe", "Mayor John Roe"], "filed": "Roe"}, "Jane Poe"],
        bodies=[{"name": "United Nations", "printed": ["U.N."]}],
        places=["Harbour"],
        subjects=["One | two", "Three"],
        found_at=["example.org/a|b", "example.org/c"],
        rights_note="A note.",
        furniture=[{"line": 1, "label": "byline | more"}, {"line": "3-4", "label": "head"}],
        layout="blocks",
        kept=["3-5"],
        printings=[{"publication": {"value": "Courier", "inferred": "a list"}}],
        replaced=[{"sha256": "0" * 64, "until": "2020-01-02"}],
        received={"on": "2020-11", "from": "the owner's collection"},
        received_as="politics/full.txt",
        was=["old", "older"],
    )
    write_article(
        folder,
        "short",
        "Title\n\nBy Ann Poe\n\nWords.",
        title="Title",
        received={"from": "a reader"},
        author={"value": "Ann Poe", "printed": "By Ann Poe"},
    )
    write_article(folder, "latin", "Café\nnews".encode("cp1252"), encoding="latin1", publication=NOT_STATED)
    write_article(
        folder,
        "least",
        "Words\n\nThey are few.",
        title="not stated",
        date="not stated",
        **dict.fromkeys("publication author kind language people places bodies subjects".split()),
        **dict.fromkeys("rights found_at furniture updated".split()),
    )


@pytest.mark.parametrize("name", ["{0.name}", "x-{0.record.slug}"], ids=["by name", "by sum"])
def test_round_trip(tmp_path: Path, name: str) -> None:
    """What the archive exports, it takes in again, by the names of texts or the sums of originals."""
    write_archive(tmp_path / "before")
    before, problems = read_articles(tmp_path / "before")
    assert problems == []
    (tmp_path / "records.csv").write_text(export(before), "utf-8", newline="")
    write(tmp_path, {f"texts/{name.format(article)}.txt": article.data for article in before})
    done = add(tmp_path, "texts", "--records", "records.csv", "--publish")
    after, problems = read_articles(tmp_path / "articles")
    assert (done.returncode, problems) == (0, []), done.stderr
    for attribute in ("record", "paragraphs", "name"):
        assert [getattr(one, attribute) for one in after] == [getattr(one, attribute) for one in before]


def test_a_table_of_ones_own(tmp_path: Path) -> None:
    """A few columns are enough: what the text prints is quoted, what it doesn't is known from the table."""
    write(tmp_path, {"new/one.txt": TEXT.encode(), "new/two.txt": b"Two\n\nThere are two of them."})
    table = "\ufefffile,title,date,author,subjects\none.txt,On monday,1901-03-04,Ann Poe,A|B\ntwo.txt,,2001"
    (tmp_path / "t.csv").write_text(table, "utf-8")
    done = add(tmp_path, "new", "--records", "t.csv")
    assert done.returncode == 0, done.stderr
    (one, two), problems = read_articles(tmp_path / "articles")
    assert problems == []
    for key, basis, evidence in (
        ("title", "printed", "On Monday"),
        ("date", "printed", "MARCH 4TH, 1901"),
        ("author", "inferred", "t.csv"),
    ):
        fact = getattr(one.record, key)
        assert (fact.basis, fact.evidence[0].quote or fact.evidence[0].source) == (basis, evidence)
    assert one.record.subjects == ("A", "B")
    assert (two.title, two.date_in_words) == ("Two", "2001, inferred")


BAD = {
    b"file,date\none.txt,last May": "2: date must be an EDTF date",
    b"file,title,title_basis\none.txt,x,guessed": "2: title must be one of 'printed'",
    b"file,title,title_basis\none.txt,Nowhere,printed": "2: title is printed, so its evidence must have",
    b"file,people\none.txt,Nobody": "2: people 1 printed 1 does not stand in the text",
    b"file,sha256\none.txt," + b"0" * 64: "2: sha256 differs from that of the text file",
    b"file,printed_names\none.txt,{x": "2: has no JSON in a cell",
    b"file,printed_names\none.txt,[1]": "2: has no JSON in a cell",
    b"file,language\none.txt,[x": "2: language must be",
    b"file,title,title_evidence\none.txt,x,[1]": "2: title",
    b"file,colour\none.txt,red": "1: has a column 'colour'",
    b"file\nthree.txt": "2: names no text that is added: 'three.txt'",
    b"file,title\n,x": "2: has no file",
    b'file,title\none.txt,"\n"\none.txt,': "4: names one.txt again, as line 2 does",
    b"file,slug\none.txt,two\ntwo.txt,two": "3: slug 'two' is taken",
    b"": "1: has no column file",
    b"file,title\none.txt,a,b\n": "2: has 3 cells, but the table has 2 columns",
    b"file,file\n": "1: has the column file twice",
    b"file,title\none.txt,caf\xe9\n": "2: is not UTF-8",
    b'file,title\none.txt,"a\n': "1: is not CSV",
    b"\0": "1: ",
}


@pytest.mark.parametrize(("table", "message"), BAD.items(), ids=range(len(BAD)))
def test_bad_tables(tmp_path: Path, table: bytes, message: str) -> None:
    """What is wrong in a table is said with its line, and nothing at all is added."""
    write(tmp_path, {"new/one.txt": TEXT.encode(), "new/two.txt": b"Two\n\nThere are two of them."})
    (tmp_path / "t.csv").write_bytes(table)
    done = add(tmp_path, "new", "--records", "t.csv")
    assert done.returncode == 1
    assert f"t.csv:{message}" in done.stderr
    assert list((tmp_path / "articles").iterdir()) == []


@pytest.mark.parametrize("mark", [";", "\t"])
def test_tables_as_spreadsheets_write_them(tmp_path: Path, mark: str) -> None:
    """Semicolons and tabs part columns as commas do."""
    (tmp_path / "one.txt").write_text("Words\n\nThey are few, and old.")
    (tmp_path / "t.csv").write_text(f"file{mark}title{mark}date\none.txt{mark}Few, and old{mark}1999\n")
    assert add(tmp_path, "one.txt", "--records", "t.csv").returncode == 0
    (article,), problems = read_articles(tmp_path / "articles")
    assert problems == []
    assert (article.title, article.record.date.value.edtf) == ("Few, and old", "1999")


def test_a_table_amends_records(tmp_path: Path) -> None:
    """A row about a text of the archive changes its record, which is shown; an empty cell changes nothing."""
    text = "A title\n\nBy Jane Doe\n\nThe council met on Tuesday and said nothing at all.\n"
    (tmp_path / "articles").mkdir()
    write_article(tmp_path / "articles", "one", text, title="A title", kind="letter")
    record = tmp_path / "articles" / "one.yml"
    record.write_text(f"# Seen by Ada.\n{record.read_text('utf-8')}", "utf-8")
    (tmp_path / "one.txt").write_text(text)
    (tmp_path / "t.csv").write_text("file,title,kind,publication\none.txt,A title,,The Gazette\n")
    done = add(tmp_path, "--records", "t.csv")
    assert (done.returncode, done.stderr) == (0, "")
    assert f"{record}: publication: " in done.stdout
    assert " → {value: The Gazette, basis: inferred, " in done.stdout
    (article,), problems = read_articles(tmp_path / "articles")
    assert problems == []
    known = (article.title, article.record.kind, article.record.publication.value)
    assert known == ("A title", "letter", "The Gazette")
    assert record.read_text("utf-8").startswith("# Seen by Ada.\n")

    again = add(tmp_path, "one.txt", "--records", "t.csv")
    assert "articles/one.txt: passed over: is in the archive already" in again.stdout
    (tmp_path / "t.csv").write_text("file,date\none.txt,soon\n")
    assert "t.csv:2: date value must be an EDTF date" in add(tmp_path, "--records", "t.csv").stderr
