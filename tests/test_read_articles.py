"""The folder of articles is read whole, and everything wrong with it is said at once."""

import os
from pathlib import Path

import pytest
from archive.sources.read_articles import read_articles, read_removed
from make import write_article


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder `articles` of an empty working directory."""
    monkeypatch.chdir(tmp_path)
    Path("articles").mkdir()
    return Path("articles")


def messages(folder: Path) -> list[str]:
    """Return every problem of a folder as it is printed."""
    _, problems = read_articles(folder)
    return [str(problem) for problem in problems]


def test_everything_wrong_is_said_at_once(folder: Path) -> None:
    """A folder that is broken in every way gives exactly these lines; hidden files are passed over."""
    (folder / ".DS_Store").write_bytes(b"\0")
    write_article(folder, "same-1", "x", slug="the-same")
    write_article(folder, "same-2", "y", slug="the-same")
    write_article(folder, "same-3", "z", slug="The-Same")
    (folder / "alone.txt").write_text("no record")
    write_article(folder, "lonely", "x")
    (folder / "lonely.txt").unlink()
    write_article(folder, "blank", " \n", people=["Nobody"])
    write_article(folder, "latin", b"caf\xe9")
    write_article(folder, "nul", "a\n\0")
    write_article(folder, "record-latin", "x")
    (folder / "record-latin.yml").write_bytes(b"slug: caf\xe9")
    write_article(folder, "python", "x")
    record = (folder / "python.yml").read_text()
    (folder / "python.yml").write_text(record.replace("language: en", "language: !!python/name:os.system en"))
    (folder / "deep").mkdir()
    (folder / "deep.txt").mkdir()
    (folder / "notes.md").write_text("stray")
    (folder / "outside.txt").symlink_to("/etc/hostname")
    (folder / "nowhere.txt").symlink_to("gone.txt")
    os.mkfifo(folder / "pipe.txt")
    # A link to another file of the folder is read like a file; one to itself can't be.
    write_article(folder, "linked", "x")
    (folder / "linked.txt").unlink()
    (folder / "linked.txt").symlink_to("same-0.txt")
    write_article(folder, "same-0", "x", slug="same-0")
    (folder / "round.txt").symlink_to("round.txt")
    assert messages(folder) == [
        "articles/alone.txt:1: has no record; alone.yml is missing: move it, and scripts/add it",
        "articles/blank.txt:1: is blank",
        "articles/deep:1: is a folder; only pairs of a .txt and a .yml file belong here",
        "articles/deep.txt:1: has no record; deep.yml is missing: move it, and scripts/add it",
        "articles/deep.txt:1: is a folder; only pairs of a .txt and a .yml file belong here",
        "articles/latin.txt:1: is not UTF-8: byte 0xe9 at offset 3; try encoding: windows-1252 in its record",
        "articles/lonely.yml:1: has no text; lonely.txt is missing",
        "articles/notes.md:1: is not a .txt or .yml file; only pairs of them belong here",
        "articles/nowhere.txt:1: can't be read: No such file or directory",
        "articles/nowhere.txt:1: has no record; nowhere.yml is missing: move it, and scripts/add it",
        "articles/nul.txt:2: holds U+0000, which a page can't show",
        "articles/outside.txt:1: has no record; outside.yml is missing: move it, and scripts/add it",
        "articles/outside.txt:1: is a link that leads out of the folder",
        "articles/pipe.txt:1: has no record; pipe.yml is missing: move it, and scripts/add it",
        "articles/pipe.txt:1: is not an ordinary file",
        (
            "articles/python.yml:18: the tag tag:yaml.org,2002:python/name:os.system is not allowed; "
            "write plain text, a list or a mapping"
        ),
        "articles/record-latin.yml:1: is not UTF-8: byte 0xe9 at offset 9; save it as UTF-8",
        "articles/round.txt:1: can't be read: Too many levels of symbolic links",
        "articles/round.txt:1: has no record; round.yml is missing: move it, and scripts/add it",
        "articles/same-2.yml:1: slug 'the-same' is taken by articles/same-1.yml",
        "articles/same-3.yml:1: slug 'The-Same' is taken by articles/same-1.yml",
        "articles/same-3.yml:1: slug must be small letters, digits and single hyphens, not 'The-Same'",
    ]


def test_an_unreadable_file(folder: Path) -> None:
    """A file without permission to read it is a problem, not a traceback."""
    write_article(folder, "one", "x")
    (folder / "one.txt").chmod(0)
    user = os.geteuid()
    if user == 0:
        # Root may read everything: be nobody for a moment.
        for parent in folder.resolve().parents:
            parent.chmod(parent.stat().st_mode | 0o011)
        os.seteuid(65534)
    try:
        assert messages(folder) == ["articles/one.txt:1: can't be read: Permission denied"]
    finally:
        os.seteuid(user)


def test_a_name_that_is_not_text(folder: Path) -> None:
    """A file whose name is no UTF-8 or no line is named in its problem as any terminal can show it."""
    (folder / os.fsdecode(b"caf\xe9.txt")).write_text("x")
    (folder / "a\nb\x1b[31m\u2028.md").write_text("x")
    assert messages(folder) == [
        r"articles/a\nb\x1b[31m\u2028.md:1: is not a .txt or .yml file; only pairs of them belong here",
        r"articles/caf\udce9.txt:1: has no record; caf\udce9.yml is missing: move it, and scripts/add it",
    ]


def test_a_draft_may_lack_anything(folder: Path) -> None:
    """A draft without anything else is shown, with nothing stated, and says what it still lacks."""
    (folder / "One File.txt").write_text("Some words.")
    (folder / "One File.yml").write_text("draft: true\n")
    (draft,), problems = read_articles(folder)
    assert problems == []
    assert draft.record.draft
    assert draft.lacks == ("title", "date", "slug", "sha256")
    assert (draft.title, draft.record.slug, draft.date_in_words) == (
        "Untitled (One File)",
        "one-file",
        "date not stated",
    )


def test_what_a_draft_says_is_well_formed(folder: Path) -> None:
    """A draft lacks what it lacks; what it says is checked like everything else."""
    write_article(
        folder, "one", "Some words.", draft="true", date="Some words", people=["Nobody"], title=None
    )
    assert messages(folder) == [
        "articles/one.yml:3: date must be an EDTF date such as 2019-07 or 2024-11-19~, not 'Some words'",
        "articles/one.yml:11: people 1 printed 1 does not stand in the text: 'Nobody'",
    ]


def test_the_good_articles_come_through(folder: Path) -> None:
    """An article with a problem, or of whose slug there is one, is left out; the others are returned."""
    write_article(folder, "good", "Good.")
    write_article(folder, "bad", "Bad.", language="nowhere")
    write_article(folder, "first", "First.", slug="the-same")
    write_article(folder, "second", "Second.", slug="the-same")
    articles, problems = read_articles(folder)
    assert [article.name for article in articles] == ["first", "good"]
    assert len(problems) == 2


def test_an_old_slug_is_never_used_again(folder: Path) -> None:
    """The address that an article had before belongs to it for ever."""
    write_article(folder, "a", "x", slug="new", was=["old", "older", "new"])
    write_article(folder, "b", "x", slug="old")
    write_article(folder, "c", "x", slug="third", was=["older"])
    assert [message.partition(": ")[2] for message in messages(folder)] == [
        "slug 'new' stands twice",
        "slug 'old' is taken by articles/a.yml",
        "slug 'older' is taken by articles/a.yml",
    ]


def test_a_text_is_read_as_its_record_says(folder: Path) -> None:
    """Encoding, layout and lines as typed come from the record, and the bytes stay as they are."""
    data = "Café\nnews\n\n  one\n  two\n".encode("cp1252")
    write_article(folder, "one", data, encoding="windows-1252", layout="blocks", kept=["4-5"])
    (article,), problems = read_articles(folder)
    assert problems == []
    assert [(p.text, p.kept) for p in article.paragraphs] == [("Café\nnews", False), ("  one\n  two", True)]
    assert (article.data, article.encoding) == (data, "windows-1252")


def test_a_wrong_way_of_reading_is_one_problem(folder: Path) -> None:
    """A record that names no known encoding isn't blamed for quotations that can't be looked up."""
    write_article(folder, "one", "Café".encode("cp1252"), encoding="nothing", people=["Café"])
    assert [message.rpartition(", not ")[2] for message in messages(folder)] == ["'nothing'"]


def test_furniture_of_blocks(folder: Path) -> None:
    """A line of a block may be furniture without the rest; a block is furniture if every line of it is."""
    text = "A headline\nover two lines\n\nThe storm hit\n(Continued on page 4)\nthe coast."
    furniture = [{"line": "1-2", "label": "headline"}, {"line": 5, "label": "turn"}]
    write_article(folder, "one", text, layout="blocks", furniture=furniture)
    (article,), _ = read_articles(folder)
    assert article.furniture == {1: "headline", 2: "headline", 5: "turn"}
    assert article.furniture_paragraphs == {1: "headline"}
    assert article.incipit == "The storm hit (Continued on page 4) the coast."


def test_a_record_that_git_could_not_merge(folder: Path) -> None:
    """A record with two versions in it is named as that, and not as broken YAML."""
    write_article(folder, "one", "One.")
    record = folder / "one.yml"
    ours = "<<<<<<< HEAD\nkind: letter\n=======\nkind: opinion\n>>>>>>> theirs\n"
    lines = record.read_text("utf-8").count("\n")
    record.write_text(record.read_text("utf-8") + ours, "utf-8")
    (message,) = messages(folder)
    assert message.startswith(f"articles/one.yml:{lines + 1}: holds two versions that git couldn't merge; ")


def test_a_text_that_was_taken_away(folder: Path) -> None:
    """Its text may be gone, its slug stays its own, it is no article; its record must say why."""
    (folder / "gone.yml").write_text(
        "slug: gone\ntitle: {value: A title, published: a list}\nwas: [lost]\n"
        "removed: {on: 2026-11-30, why: at the wish of the publisher}\n"
    )
    write_article(folder, "one", "One.", slug="lost")
    articles, problems = read_articles(folder)
    assert (articles, [str(item) for item in problems]) == (
        [],
        ["articles/one.yml:1: slug 'lost' is taken by articles/gone.yml"],
    )
    (gone,) = read_removed(folder)
    assert (gone.slug, gone.title.value, gone.removed.why) == (
        "gone",
        "A title",
        "at the wish of the publisher",
    )
    (folder / "one.yml").write_text("slug: one\nremoved: {on: 2026-11-30}\n")
    assert messages(folder) == ["articles/one.yml:2: removed why is missing"]
    (folder / "one.yml").write_text("removed: [\n")
    assert read_removed(folder) == [gone]
