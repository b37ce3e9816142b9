"""Adding texts: their bytes are copied, their records drafted, and nothing is ever overwritten or lost."""

import hashlib
import io
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest
from add_articles import main
from archive.sources.article import Article
from archive.sources.problem import Problem
from archive.sources.read_articles import read_articles
from conftest import ROOT
from drafted import CASES, list_facts, read_facts
from make import write_article

HEADED = "Council Opens Bridge\n\nBy Ana Ruiz\nMay 4, 2021\n\nMayor John O’Neil spoke for an hour.\n".encode()
PLAIN = b"\n\nThe council opened a bridge on Tuesday.\nIt is new.\n"


def add(folder: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the command on an archive of its own."""
    articles = folder / "articles"
    articles.mkdir(exist_ok=True)
    out, err = io.StringIO(), io.StringIO()
    command = [*map(str, ("--articles", articles, "--from", folder, *arguments))]
    with redirect_stdout(out), redirect_stderr(err):
        try:
            code = main(command)
        except SystemExit as misuse:
            code = int(misuse.code or 0)
    return subprocess.CompletedProcess(command, code, out.getvalue(), err.getvalue())


def write(folder: Path, files: dict[str, bytes]) -> Path:
    """Write files below a folder and return it."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def read(folder: Path) -> tuple[dict[str, Article], list[Problem]]:
    """Return the articles by name, and the problems."""
    articles, problems = read_articles(folder / "articles")
    return {article.name: article for article in articles}, problems


@pytest.mark.parametrize(
    ("text", "lacking"), [(HEADED, "draft, lacks nothing"), (PLAIN, "draft, lacks title, date")]
)
def test_added(tmp_path: Path, text: bytes, lacking: str) -> None:
    """The bytes are the same, the draft passes the check, and is published by removing its line."""
    (tmp_path / "one.txt").write_bytes(text)
    done = add(tmp_path, "one.txt")
    record = tmp_path / "articles" / "one.yml"
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"{record}: {lacking}\n1 added (1 drafts), 0 passed over, 0 refused\n"
    assert record.with_suffix(".txt").read_bytes() == text
    articles, problems = read(tmp_path)
    assert problems == []
    assert articles["one"].record.draft
    assert ", ".join(articles["one"].lacks) == lacking.partition("lacks ")[2].replace("nothing", "")
    lines = record.read_text("utf-8").splitlines()
    record.write_text("\n".join(line for line in lines if not line.startswith("draft:")), "utf-8")
    articles, problems = read(tmp_path)
    assert bool(problems) == (text == PLAIN)
    assert bool(articles) != bool(problems)


def test_every_case_is_added(tmp_path: Path) -> None:
    """A folder of every kind of text is taken whole; each record has what its text states, no more."""
    done = add(tmp_path, CASES)
    assert done.returncode == 0, done.stderr
    articles, problems = read(tmp_path)
    assert problems == []
    assert {name: list_facts(article.record) for name, article in articles.items()} == read_facts()
    slugs = [article.record.slug for article in articles.values()]
    assert len(set(slugs)) == len(slugs)


def test_flags_say_what_all_texts_share(tmp_path: Path) -> None:
    """What is said on the command line stands in each record, and what lacks nothing is published."""
    write(tmp_path, {"new/a.txt": HEADED, "new/b.txt": PLAIN, "new/c.txt": b"From The Gazette\n\n" + HEADED})
    flags = "--publish --rights InC --language en-GB".split()
    done = add(tmp_path, "new", *flags, "--publication", "The Gazette", "--kind", "news report")
    assert done.returncode == 0, done.stderr
    articles, problems = read(tmp_path)
    assert problems == []
    assert [name for name, article in articles.items() if article.record.draft] == ["b"]
    for article in articles.values():
        record = article.record
        known = (record.publication.value, record.kind, record.language, record.rights)
        assert known == ("The Gazette", "news report", "en-GB", "http://rightsstatements.org/vocab/InC/1.0/")
    assert [articles[name].record.publication.basis for name in "ac"] == ["inferred", "printed"]


def test_a_guess_at_the_encoding_is_never_published(tmp_path: Path) -> None:
    """A text in an encoding that nothing names stays a draft, and the draft shows a line to look at."""
    write(tmp_path, {"one.txt": HEADED.decode().replace("spoke", "“spoke”").encode("cp1252")})
    add(tmp_path, "one.txt", "--publish")
    draft = (tmp_path / "articles" / "one.yml").read_text("utf-8")
    assert "draft: true" in draft
    assert (
        "encoding: windows-1252  # a guess: is this right? line 6: Mayor John O’Neil “spoke” for an hour."
        in draft
    )
    assert "in macintosh: Mayor John OíNeil ìspokeî for an hour.)" in draft
    write(tmp_path, {"two.txt": HEADED.decode().replace("spoke", "“sang”").encode("cp1252")})
    add(tmp_path, "two.txt", "--publish", "--encoding", "cp1252", "--beside")
    assert "draft: true" not in (tmp_path / "articles" / "two.yml").read_text("utf-8")


def test_what_is_uncertain_is_never_published(tmp_path: Path) -> None:
    """A text of which a line may state a fact stays a draft, and the command says for which fact it asks."""
    write(tmp_path, {"one.txt": HEADED.replace(b"Ana Ruiz", b"Popular Demand")})
    done = add(tmp_path, "one.txt", "--publish")
    assert f"{tmp_path}/articles/one.yml: draft, lacks nothing; asks for author" in done.stdout
    assert "draft: true" in (tmp_path / "articles" / "one.yml").read_text("utf-8")


def test_collections(tmp_path: Path) -> None:
    """Same names in several folders are told apart, and every file is taken or said to be passed over."""
    files = {
        "politics/001.txt": b"One thing\n\nIt rained in the north all day.",
        "sport/001.txt": b"Another thing\n\nIt rained in the south all day.",
        "sport/LETTER.TXT": b"A third thing\n\nIt rained in the west all day.",
        "sport/a.story": b"A fourth thing\n\nIt rained in the east all day.",
        "sport/b.text": b"A fifth thing\n\nIt rained everywhere all day.",
        "sport/README": b"A sixth thing\n\nIt rained nowhere all day.",
        "sport/notes.md": b"# Notes",
        "sport/photo.jpg": b"\xff\xd8\xff\xe0\0\x10JFIF",
        "sport/program": bytes(range(256)) * 20,
        "sport/empty.txt": b"",
        "sport/blank.txt": b" \n",
        "sport/.DS_Store": b"\0\0\0\1",
    }
    done = add(tmp_path, write(tmp_path / "texts", files))
    articles, problems = read(tmp_path)
    assert problems == []
    received = {name: article.record.received_as for name, article in articles.items()}
    assert received == {
        "politics-001": "politics/001.txt",
        "sport-001": "sport/001.txt",
        "LETTER": "sport/LETTER.TXT",
        "a": "sport/a.story",
        "b": "sport/b.text",
        "README": "sport/README",
    }
    said = done.stdout + done.stderr
    for file in files:
        assert said.count(f"{file}: passed over: ") + said.count(f"{file}:1: ") == (
            file not in received.values()
        )
    assert "6 added (6 drafts), 5 passed over, 1 refused" in said


def test_two_folders_with_the_same_names(tmp_path: Path) -> None:
    """Folders that are named one by one are told apart as well, and so is a name that the archive has."""
    north, south = b"North\n\nNorth it is today.", b"South\n\nSouth it is today."
    write(tmp_path, {"north/1.txt": north, "south/1.txt": south})
    add(tmp_path, "north", "south")
    write(tmp_path, {"west/1.txt": b"West\n\nWest it is.", "2/south-1.txt": b"East\n\nEast it is."})
    add(tmp_path, "west/1.txt", "2")
    assert sorted(read(tmp_path)[0]) == ["1", "2-south-1", "north-1", "south-1"]


def test_slugs_are_unlike_each_other(tmp_path: Path) -> None:
    """A slug is made of the title, and none is given that any article has or had."""
    (tmp_path / "articles").mkdir()
    write_article(tmp_path / "articles", "here", "Here.", slug="other", was=["storm-hits-the-coast"])
    storm = "Storm hits the coast\n\nIt was storm number {}."
    write(tmp_path, {f"new/{n}.txt": storm.format(n).encode() for n in (1, 2)})
    assert add(tmp_path, "new").returncode == 0
    slugs = {article.record.slug for article in read(tmp_path)[0].values()}
    assert slugs == {"other", "storm-hits-the-coast-2", "storm-hits-the-coast-3"}


def test_one_bad_file_stops_only_itself(tmp_path: Path) -> None:
    """A folder is taken whole; what can't be taken is said, and nothing that was there is changed."""
    (tmp_path / "articles").mkdir()
    write_article(tmp_path / "articles", "here", "Here.\nAnd there.\n")
    before = (tmp_path / "articles" / "here.yml").read_bytes()
    files = {"a": PLAIN, "again": PLAIN, "same": b"Here.\nAnd there.\n", "alike": b"Here.\r\nAnd there."}
    write(tmp_path, {f"new/{name}.txt": data for name, data in files.items()})
    (tmp_path / "new" / "odd\x1b[31m.txt").write_bytes(b"odd\nodd")
    done = add(tmp_path, "new", "nowhere.txt")
    assert done.returncode == 1
    assert done.stdout.splitlines()[-1] == "2 added (2 drafts), 0 passed over, 4 refused"
    for said in (
        f"again.txt:1: is in the archive already: {tmp_path}/new/a.txt has the same bytes",
        f"same.txt:1: is in the archive already: {tmp_path}/articles/here.txt has the same bytes",
        f"alike.txt:1: is in the archive already: {tmp_path}/articles/here.txt has the same text, with other",
        "nowhere.txt:1: can't be read: No such file or directory",
    ):
        assert said in done.stderr
    assert "\x1b" not in done.stderr
    assert (tmp_path / "articles" / "here.yml").read_bytes() == before
    assert sorted(path.stem for path in (tmp_path / "articles").glob("*.txt")) == ["a", "here", "odd-[31m"]


NAMES = {
    "Council: budget passed": "Council- budget passed",
    "What now?": "What now",
    "aux": "aux-text",
    "A day. ": "A day",
    "Cafe\u0301": "Café",
    "x" * 240: "x" * 200,
}


def test_names_that_some_system_can_not_hold(tmp_path: Path) -> None:
    """A file is taken under a name that every system can hold; its own is in the record, and said."""
    for number, name in enumerate(NAMES):
        write(tmp_path, {f"new/{name}.txt": f"It rained on day {number}.".encode()})
    done = add(tmp_path, "new")
    articles, problems = read(tmp_path)
    assert problems == []
    assert done.stdout.count("is no name for a file on every system") == len(NAMES)
    received = {article.record.received_as: name for name, article in articles.items()}
    assert received == {f"{name}.txt": taken for name, taken in NAMES.items()}


KINDS = {
    "RTF": b"{\\rtf1\\ansi Ferry to run on Sundays\\par}",
    "HTML": b"<!DOCTYPE html>\n<html><body><h1>Ferry to run</h1></body></html>",
    "PDF": b"%PDF-1.4\n1 0 obj",
    "DOCX": b"PK\x03\x04\x14\x00\x06\x00[Content_Types].xml word/document.xml",
    "ZIP": b"PK\x03\x04\x14\x00\x06\x00some.txt",
    "an image": b"\x89PNG\r\n\x1a\n",
    "a table of records": b"file;title\na.txt;A title\n",
}


def test_what_is_no_text(tmp_path: Path) -> None:
    """What is no text is told by its content, whatever its name is, with how to make a text of it."""
    write(tmp_path, {f"new/{number}.txt": data for number, data in enumerate(KINDS.values())})
    done = add(tmp_path, "new")
    assert done.returncode == 1
    for number, kind in enumerate(KINDS):
        assert f"{number}.txt:1: is {kind}, not a text: " in done.stderr
    assert read(tmp_path) == ({}, [])


FIRST = (
    "Mayor opens bridge\n\nBy Nora Quist\n\nMay 4, 2021\n\n"
    "Mayor Jon Smyth opened the new bridge on Tuesday before a crowd of three hundred.\n\n"
    "The bridge cost two million, the county said.\n"
)
SECOND = FIRST.replace("2021\n", "2021\n\nCorrection: the name of the mayor was misspelt.\n").replace(
    "Jon Smyth", "John Smith"
)


def test_a_corrected_text(tmp_path: Path) -> None:
    """A text much like one that is there is added only if that is said, and takes its place if that is."""
    write(tmp_path, {"one/bridge.txt": FIRST.encode(), "two/bridge.txt": SECOND.encode()})
    add(tmp_path, "one")
    record = tmp_path / "articles" / "bridge.yml"
    noted = record.read_text("utf-8").replace("draft: true", "# Seen by Ada.\ndraft: true")
    record.write_text(noted, "utf-8")
    slug = read(tmp_path)[0]["bridge"].record.slug
    refused = add(tmp_path, "two")
    assert refused.returncode == 1
    assert "is like bridge, 4 of 5 paragraphs the same; --replace puts it in its place" in refused.stderr
    assert record.with_suffix(".txt").read_bytes() == FIRST.encode()

    done = add(tmp_path, "two", "--replace")
    (problem,) = read(tmp_path)[1]
    assert problem.message == "people 1 printed 1 does not stand in the text: 'Jon Smyth'"
    assert (done.returncode, done.stderr) == (1, f"{problem}\n")
    assert record.with_suffix(".txt").read_bytes() == SECOND.encode()
    record.write_text(record.read_text("utf-8").replace("Jon Smyth", "John Smith"), "utf-8")
    article = read(tmp_path)[0]["bridge"]
    assert article.record.slug == slug
    assert "# Seen by Ada." in record.read_text("utf-8")
    assert [item.sha256 for item in article.record.replaced] == [hashlib.sha256(FIRST.encode()).hexdigest()]
    assert [str(item.lines) for item in article.record.furniture] == ["1", "3", "5"]


def test_two_texts_for_one_place(tmp_path: Path) -> None:
    """Of two texts that are like one of the archive, the second doesn't take the place of the first."""
    write(tmp_path, {"one/bridge.txt": FIRST.encode(), "two/a.txt": SECOND.encode()})
    write(tmp_path, {"two/b.txt": (SECOND + "It rained.\n").encode()})
    add(tmp_path, "one")
    done = add(tmp_path, "two", "--replace")
    assert f"{tmp_path}/articles/bridge.yml:1: is changed already" in done.stderr
    assert (tmp_path / "articles" / "bridge.txt").read_bytes() == SECOND.encode()


def test_two_papers(tmp_path: Path) -> None:
    """The same bytes from another paper are another printing of one article, if a person says so."""
    aldham, portville = "Aldham Courier 2003-02-12", "Portville Herald 2003-02-11"
    write(tmp_path, {f"{aldham}/storm.txt": HEADED, f"{portville}/storm.txt": HEADED})
    add(tmp_path, portville, "--publication", "Portville Herald")
    refused = add(tmp_path, aldham, "--publication", "Aldham Courier")
    advice = "has the same bytes; with --printing --publication NAME, it is named as another printing"
    assert advice in refused.stderr
    done = add(tmp_path, aldham, "--publication", "Aldham Courier", "--printing")
    assert (done.returncode, done.stderr) == (0, "")
    articles, problems = read(tmp_path)
    assert problems == []
    (printing,) = articles["storm"].record.printings
    assert (printing.publication.value, printing.date.value.edtf) == ("Aldham Courier", "2003-02-12")
    again = add(tmp_path, aldham, "--publication", "Aldham Courier", "--printing")
    assert "names this printing already" in again.stderr


RECORDS = {
    "two keys on one line": (b"{slug: a, draft: true}\n", "1: has two keys on one line"),
    "conflict marks": (b"slug: a\n<<<<<<< HEAD\nx: y\n=======\n>>>>>>> b\n", "2: holds two versions"),
    "another encoding": (b"slug: a\ntitle: caf\xe9\n", "2: is not UTF-8"),
    "a list": (b"- a\n- b\n", "3: is not YAML"),
    "none": (None, "1: can't be read"),
}


@pytest.mark.parametrize(("record", "message"), RECORDS.values(), ids=RECORDS)
def test_records_that_can_not_be_changed(tmp_path: Path, record: bytes | None, message: str) -> None:
    """A record that no program can change line by line is named, and stays as it is with its text."""
    files = {"articles/bridge.txt": FIRST.encode(), "2021-05-05/bridge.txt": FIRST.encode()}
    files |= {"two.txt": SECOND.encode(), "t.csv": b"file,kind\nbridge.txt,letter\n"}
    write(tmp_path, files | ({"articles/bridge.yml": record} if record else {}))
    for arguments in (["2021-05-05", "--printing"], ["two.txt", "--replace"], ["--records", "t.csv"]):
        done = add(tmp_path, *arguments)
        assert (done.returncode, done.stderr.count("\n")) == (1, 1)
        assert f"{tmp_path}/articles/bridge.yml:{message}" in done.stderr
    assert (tmp_path / "articles" / "bridge.txt").read_bytes() == FIRST.encode()
    if record:
        assert (tmp_path / "articles" / "bridge.yml").read_bytes() == record


def test_a_text_that_is_like_another_is_added_beside_it(tmp_path: Path) -> None:
    """Whoever wants both has both."""
    write(tmp_path, {"one/bridge.txt": FIRST.encode(), "two/bridge.txt": SECOND.encode()})
    add(tmp_path, "one")
    assert add(tmp_path, "two", "--beside").returncode == 0
    assert sorted(read(tmp_path)[0]) == ["bridge", "two-bridge"]


@pytest.mark.parametrize("text", ["One\rIt rained, and rained.\r", "x" * 300_000], ids=["returns", "long"])
def test_first_lines_that_are_no_head_of_a_table(tmp_path: Path, text: str) -> None:
    """A first line that goes on and on, as with the line ends of old systems, is of a text."""
    (tmp_path / "one.txt").write_bytes(text.encode())
    done = add(tmp_path, "one.txt")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    "arguments",
    [
        "",
        "one.txt two.txt --slug a",
        "one.txt --slug A_b",
        "one.txt --kind rumour",
        "one.txt --rights mine",
        "one.txt --language en.UTF-8",
        "one.txt --encoding utf-7",
        "one.txt --publication=\t",
        f"one.txt --articles {__file__}",
    ],
)
def test_wrong_usage(tmp_path: Path, arguments: str) -> None:
    """No file, a slug for several, or a value that no record takes gives exit code 2."""
    write(tmp_path, {"one.txt": HEADED})
    assert add(tmp_path, *arguments.split(" ") if arguments else ()).returncode == 2
    assert list((tmp_path / "articles").iterdir()) == []


def test_the_command(tmp_path: Path) -> None:
    """The command itself does as its function does, with a text that comes from another program."""
    command = [sys.executable, ROOT / "scripts" / "add_articles.py", "--articles", tmp_path / "articles"]
    done = subprocess.run([*command, "-", "--slug", "one"], input=HEADED, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert list(read(tmp_path)[0]) == ["one"]
    assert (tmp_path / "articles" / "one.txt").read_bytes() == HEADED
