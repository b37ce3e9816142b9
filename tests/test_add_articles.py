"""Adding text files: their bytes are copied, their records drafted, and nothing is ever overwritten."""

import subprocess
import sys
from pathlib import Path

import pytest
from archive.sources.draft import find_unfilled
from archive.sources.read_articles import read_articles
from conftest import ROOT
from make import write_article

HEADED = "Council Opens Bridge\n\nBy Ana Ruiz\nOn Tuesday, May 4, 2021, Mayor John O’Neil spoke.\n".encode()
PLAIN = b"\n\nThe council opened a bridge on Tuesday.\nIt is new.\n"
EVERY = ["slug", "title", "date", "publication", "author", "kind", "rights"]


def add(folder: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the command on an archive of its own."""
    articles = folder / "articles"
    articles.mkdir(exist_ok=True)
    command = [sys.executable, ROOT / "scripts" / "add_articles.py", "--articles", articles, "--from", folder]
    return subprocess.run([*command, *arguments], capture_output=True, text=True, check=False)


@pytest.mark.parametrize(("text", "unfilled"), [(HEADED, [*EVERY[:1], *EVERY[2:]]), (PLAIN, EVERY)])
def test_added(tmp_path: Path, text: bytes, unfilled: list[str]) -> None:
    """The bytes are the same, and the check refuses the record at exactly the keys that wait."""
    (tmp_path / "one.txt").write_bytes(text)
    done = add(tmp_path, "one.txt")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        f"{tmp_path}/articles/one.yml: fill in {', '.join(unfilled)}",
        "1 added, 0 refused",
    ]
    assert (tmp_path / "articles" / "one.txt").read_bytes() == text
    draft = (tmp_path / "articles" / "one.yml").read_text("utf-8")
    assert find_unfilled(draft) == unfilled
    _, problems = read_articles(tmp_path / "articles")
    assert [problem.message.split()[0] for problem in problems] == unfilled


def test_what_the_text_tells(tmp_path: Path) -> None:
    """The draft has the headline with its quote, the language, and days and names as comments."""
    (tmp_path / "one.txt").write_bytes(HEADED)
    add(tmp_path, "one.txt", "--slug", "bridge")
    draft = (tmp_path / "articles" / "one.yml").read_text("utf-8")
    assert "slug: bridge " in draft
    assert '  value: "Council Opens Bridge"\n  basis: printed' in draft
    assert "language: en " in draft
    assert "# Days that the text names: Tuesday; May 4, 2021" in draft
    assert "Mayor John O’Neil" in draft


def test_filled_in(tmp_path: Path) -> None:
    """A draft that is filled in is a record."""
    (tmp_path / "one.txt").write_bytes(HEADED)
    add(tmp_path, "one.txt", "--slug", "bridge")
    record = tmp_path / "articles" / "one.yml"
    filled = record.read_text("utf-8").replace("basis: FILL-IN", "basis: not stated")
    filled = filled.replace("kind: FILL-IN", "kind: news report")
    record.write_text(filled.replace("FILL-IN", "http://rightsstatements.org/vocab/UND/1.0/"), "utf-8")
    articles, problems = read_articles(tmp_path / "articles")
    assert problems == []
    assert [article.title for article in articles] == ["Council Opens Bridge"]


def test_one_bad_file_stops_only_itself(tmp_path: Path) -> None:
    """A folder is taken whole; what can't be taken is said, and nothing that was there is changed."""
    (tmp_path / "articles").mkdir()
    write_article(tmp_path / "articles", "here", "Here.")
    before = (tmp_path / "articles" / "here.yml").read_bytes()
    new = tmp_path / "new"
    new.mkdir()
    files = {"a": PLAIN, "again": PLAIN, "bad": b"\xff", "blank": b" \n", "here": b"x\ny", "same": b"Here."}
    for name, data in files.items():
        (new / f"{name}.txt").write_bytes(data)
    (new / "odd\x1b[31m.txt").write_bytes(b"odd\nodd")
    done = add(tmp_path, "new", "nowhere.txt")
    assert done.returncode == 1
    assert done.stdout.splitlines()[-1] == "1 added, 7 refused"
    for said in (
        "again.txt:1: is in the archive already: ",
        "bad.txt:1: is not UTF-8",
        "blank.txt:1: is blank",
        "here.txt:1: would overwrite ",
        "same.txt:1: is in the archive already: ",
        "odd\\x1b[31m.txt:1: has a name that is hidden or can't be printed",
        "nowhere.txt:1: can't be read: No such file or directory",
    ):
        assert said in done.stderr
    assert "\x1b" not in done.stderr
    assert (tmp_path / "articles" / "here.yml").read_bytes() == before
    assert sorted(path.stem for path in (tmp_path / "articles").glob("*.txt")) == ["a", "here"]


@pytest.mark.parametrize(
    "arguments", [[], ["one.txt", "two.txt", "--slug", "a"], ["one.txt", "--slug", "A b"]]
)
def test_wrong_usage(tmp_path: Path, arguments: list[str]) -> None:
    """No file, a slug for several, or a slug that is none gives exit code 2."""
    assert add(tmp_path, *arguments).returncode == 2
