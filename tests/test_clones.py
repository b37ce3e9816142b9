"""The project as people have it: clones that take newer versions, merge, and lie on any system."""

import subprocess
from pathlib import Path

import pytest
from archive.adding.drafting.render import render_draft
from conftest import ROOT
from drafted import CASES, draft

NOBODY = ("-c", "user.name=Ada", "-c", "user.email=ada@example.org")


def git(folder: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run git in a folder."""
    command = ["git", "-C", folder, *NOBODY, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def commit(folder: Path) -> None:
    """Commit all that stands in a clone."""
    git(folder, "add", "-A")
    assert git(folder, "commit", "-q", "-m", "Change").returncode == 0


@pytest.fixture
def original(tmp_path: Path) -> Path:
    """Return a clone of this project, as others clone it in turn."""
    if git(ROOT, "rev-parse", "HEAD").returncode:
        pytest.skip("the project lies here without its history")
    clone = tmp_path / "original"
    assert git(tmp_path, "clone", "-q", ROOT, clone).returncode == 0
    git(clone, "checkout", "-q", "-B", "main")
    return clone


def test_a_newer_version(original: Path, tmp_path: Path) -> None:
    """Whoever deleted the samples and added articles takes a newer version as the README says."""
    own = tmp_path / "own"
    git(tmp_path, "clone", "-q", original, own)
    samples = sorted(path.stem for path in (own / "articles").glob("*.txt"))
    for path in (own / "articles").iterdir():
        path.unlink()
    (own / "articles" / "mine.txt").write_text("My own.\n")
    (own / "articles" / "mine.yml").write_text("slug: mine\n")
    commit(own)
    (original / "scripts" / "serving.py").write_text("# Newer.\n")
    record = original / "articles" / f"{samples[0]}.yml"
    record.write_text(record.read_text("utf-8") + "# Newer.\n", "utf-8")
    commit(original)

    git(own, "remote", "add", "upstream", original)
    done = git(own, "pull", "-q", "--no-rebase", "upstream", "main")
    assert f"articles/{samples[0]}.yml deleted in" in done.stdout + done.stderr
    assert git(own, "rm", "-q", f"articles/{samples[0]}.yml").returncode == 0
    commit(own)
    assert (own / "scripts" / "serving.py").read_text() == "# Newer.\n"
    assert sorted(path.name for path in (own / "articles").iterdir()) == ["mine.txt", "mine.yml"]


def test_any_checkout(original: Path, tmp_path: Path) -> None:
    """With line ends turned into those of another system, scripts still start, and texts are as received."""
    other = tmp_path / "other"
    assert git(tmp_path, "clone", "-q", "-c", "core.autocrlf=true", original, other).returncode == 0
    files = git(original, "ls-files", "-z", "scripts", "docs", "articles", "tests/cases").stdout.split("\0")
    differing = [
        name for name in filter(None, files) if (other / name).read_bytes() != (original / name).read_bytes()
    ]
    assert differing == []


def test_two_people_edit_one_record(tmp_path: Path) -> None:
    """What people say of different facts of a draft merges."""
    record = tmp_path / "one.yml"
    record.write_text(render_draft(draft("one", (CASES / "ferry.txt").read_bytes())[1], "x"), "utf-8")
    git(tmp_path, "init", "-q", "-b", "main")
    commit(tmp_path)
    before = record.read_text("utf-8")
    for branch, old, new in (
        ("ada", "title: FERRY TO CALDER ISLAND SUSPENDED", "title: FERRY SUSPENDED"),
        ("ben", "date: {value: 2021-08-03", "date: {value: 2021-08"),
        ("cleo", "author: {value: Tom Arkwright", "author: {value: Thomas Arkwright"),
    ):
        git(tmp_path, "checkout", "-q", "-b", branch, "main")
        assert old in before
        record.write_text(before.replace(old, new), "utf-8")
        commit(tmp_path)
    git(tmp_path, "checkout", "-q", "main")
    for branch in ("ada", "ben", "cleo"):
        assert git(tmp_path, "merge", "-q", branch, "-m", branch).returncode == 0
    assert all(words in record.read_text("utf-8") for words in ("FERRY SUSPENDED", "2021-08,", "Thomas"))
