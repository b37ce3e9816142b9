"""A copy is verified, by command and in the browser; one that was tampered with is told from a true one."""

import hashlib
import html
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from archive.site.signing import SigningError, read_key
from archive.sources.commit import Commit, read_commit
from archive.sources.encoding import UndecodableError, find_mark
from archive.sources.encoding import decode as decode_in_archive
from conftest import ROOT, Share, build, copy_project, mkdocs, open_watched
from hostile import CHARACTERS, NAMED
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, expect
from selectolax.lexbor import LexborHTMLParser
from verify import LIMIT, decode
from verify import Page as ReadPage
from webencodings.labels import LABELS

SLUG = "los-angeles-sanctuary-city-ordinance"
REPOSITORY = "https://git.example/archive"
DIFFERS = "The page differs from the original file"


def verify(
    *arguments: Path | str, command: Path = ROOT / "scripts", **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run the command with Python alone: no environment, no package."""
    return subprocess.run(
        [sys.executable, "-I", "-S", command / "verify.py", *arguments],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def git(folder: Path, *arguments: str) -> str:
    """Run git as somebody."""
    who = ["-c", "user.name=Somebody", "-c", "user.email=some@body.example"]
    return subprocess.run(
        ["git", "-C", folder, *who, *arguments], capture_output=True, text=True, check=True
    ).stdout.strip()


def build_signed(folder: Path) -> None:
    """Build a site from a commit of a repository, signed with the key that is beside it."""
    assert shutil.which("ssh-keygen"), "The tests need ssh-keygen: install the package openssh-client."
    key = ["-t", "ed25519", "-N", "", "-C", "me@home", "-f", folder / "key"]
    subprocess.run(["ssh-keygen", "-q", *key], check=True)
    project = copy_project(folder / "project")
    configuration = (project / "mkdocs.yml").read_text("utf-8")
    (project / "mkdocs.yml").write_text(f"{configuration}\nrepo_url: {REPOSITORY}\n", "utf-8")
    shutil.copy(ROOT / ".gitignore", project)
    git(project, "init", "-q")
    git(project, "add", "-A")
    git(project, "commit", "-q", "-m", "All of it")
    build(project, SIGNING_KEY=str(folder / "key"))


@pytest.fixture(scope="module")
def signed(share: Share) -> Path:
    """Return a site that was built from a commit of a repository, and signed."""
    return share("signed", build_signed) / "project" / "site"


@pytest.fixture(scope="module")
def key(signed: Path) -> Path:
    """Return the private key that the site is signed with; the public one stands beside it."""
    return signed.parent.parent / "key"


@pytest.fixture
def copy(signed: Path, tmp_path: Path) -> Path:
    """Return a copy of the signed site that a test may tamper with."""
    return Path(shutil.copytree(signed, tmp_path / "copy"))


def test_a_true_copy(site: Path, address: str) -> None:
    """The site as built is verified, from its folder, by the command in it, and from its address."""
    assert (site / "verify.py").read_bytes() == (ROOT / "scripts" / "verify.py").read_bytes()
    for done in (verify(command=site), verify(address)):
        assert (done.returncode, done.stderr) == (0, "")
        *_, summary, limit = done.stdout.splitlines()
        assert re.fullmatch(r"3 articles, none differs; \d+ files, none differs\.", summary)
        assert limit == f"{LIMIT} Keep a list and give it with --sums, or give the archive's key with --key."


def test_sums_are_read_by_others(signed: Path) -> None:
    """`sha256sum -c` passes, and the manifest names every file but itself and the signatures."""
    for name in ("SHA256SUMS", "MANIFEST-SHA256"):
        command = ["sha256sum", "--strict", "-c", name]
        done = subprocess.run(command, cwd=signed, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout
    named = {line[66:] for line in (signed / "MANIFEST-SHA256").read_text().splitlines()}
    present = {path.relative_to(signed).as_posix() for path in signed.rglob("*") if path.is_file()}
    assert present - named == {"MANIFEST-SHA256", "MANIFEST-SHA256.sig", "SHA256SUMS.sig"}
    assert named < present


def tamper(path: Path, old: str, new: str) -> None:
    """Change a file."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_tampered(copy: Path) -> None:
    """Another word in an original, a page, the JSON or elsewhere, a page that is gone, a file too many."""
    tamper(copy / "articles" / f"{SLUG}.txt", "urgency", "patience")
    tamper(copy / "articles" / "los-angeles-mayor-video-on-ice" / "index.html", "gleefully", "sadly")
    tamper(copy / "articles" / "los-angeles-mayor-video-on-ice.json", "gleefully", "sadly")
    (copy / "articles" / "evanston-mayor-license-plate-cameras" / "index.html").unlink()
    (copy / "added.html").write_text("x")
    done = verify(copy)
    assert done.returncode == 1
    said = done.stdout
    assert "The original file differs from SHA256SUMS, which gives the SHA-256 8f9285" in said
    assert "The original file differs from its record: its SHA-256 is" in said
    assert "The page differs from the original file in paragraph 6." in said
    assert "The page differs from the original file in paragraph 1." in said
    assert said.count("The JSON differs from the original file.") == 2
    assert "This copy could not be verified: [Errno 2]" in said
    assert "\nadded.html is in no list.\n" in said
    assert f"\narticles/{SLUG}.txt differs: its SHA-256 is" in said
    assert "3 articles, 3 differ; " in said
    assert ", 5 differ." in said


def forge(copy: Path) -> None:
    """Change a word wherever it stands, and make the lists fit, as whoever owns a host can."""
    for suffix in (".txt", ".json", "/index.html"):
        path = copy / "articles" / f"{SLUG}{suffix}"
        tamper(path, "urgency", "patience")
    original = (copy / "articles" / f"{SLUG}.txt").read_bytes()
    sums = (copy / "SHA256SUMS").read_text().splitlines()
    old = next(line[:64] for line in sums if line.endswith(f"{SLUG}.txt"))
    for name in ("SHA256SUMS", f"articles/{SLUG}.json", f"articles/{SLUG}/index.html"):
        tamper(copy / name, old, hashlib.sha256(original).hexdigest())
    listed = [line[66:] for line in (copy / "MANIFEST-SHA256").read_text().splitlines()]
    lines = [f"{hashlib.sha256((copy / name).read_bytes()).hexdigest()}  {name}\n" for name in listed]
    (copy / "MANIFEST-SHA256").write_text("".join(lines))


def test_all_of_it_changed_together(copy: Path, signed: Path, key: Path) -> None:
    """A forged copy agrees with itself, which is said; a kept list or the archive's key tells it."""
    forge(copy)
    done = verify(copy)
    assert done.returncode == 0
    assert LIMIT in done.stdout
    for name in ("SHA256SUMS", "MANIFEST-SHA256"):
        done = verify(copy, "--sums", signed / name)
        assert done.returncode == 1
        assert f"The original file differs from {signed / name}, which gives the SHA-256" in done.stdout
        assert "3 articles, 1 differ; " in done.stdout
    done = verify(copy, "--key", key.with_suffix(".pub"))
    assert done.returncode == 1
    assert "SHA256SUMS is not signed with the key that was given." in done.stdout
    assert "MANIFEST-SHA256 is not signed with the key that was given." in done.stdout


def test_signed(signed: Path, key: Path, serve: Callable[[Path], str]) -> None:
    """The archive's key verifies both lists, from a folder and from an address; another key doesn't."""
    for source in (signed, serve(signed)):
        done = verify(source, "--key", key.with_suffix(".pub"))
        assert done.returncode == 0, done.stdout
        assert done.stdout.count(" is signed with the key that was given.") == 2
        assert LIMIT not in done.stdout
    other = key.with_name("other")
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", other], check=True)
    assert verify(signed, "--key", other.with_suffix(".pub")).returncode == 1


def test_signatures_that_cannot_be_verified(site: Path, signed: Path, key: Path, tmp_path: Path) -> None:
    """No signature, no key, no ssh-keygen: each is one sentence."""
    public = key.with_suffix(".pub")
    cases = {
        "The signature of SHA256SUMS could not be verified: [Errno 2]": verify(site, "--key", public),
        "key holds no public key.": verify(signed, "--key", key),
        "The signatures could not be verified: [Errno 2]": verify(signed, "--key", tmp_path / "none"),
        "install OpenSSH for ssh-keygen.": verify(signed, "--key", public, PATH=str(tmp_path)),
    }
    for sentence, done in cases.items():
        assert (done.returncode, done.stderr) == (1, "")
        assert sentence in done.stdout


def test_about_says_from_what_it_was_built(
    signed: Path, site: Path, key: Path, chromium: Browser, serve: Callable[[Path], str]
) -> None:
    """About has commit, key, and how to build the same again; the repository is linked and not asked."""
    address, commit = serve(signed), git(signed.parent, "rev-parse", "HEAD")
    with open_watched(chromium, address) as page:
        page.goto("/about/", wait_until="networkidle")
        expect(page.locator(f".md-header a.md-source[href='{REPOSITORY}']")).to_have_count(1)
        expect(page.locator(f"a[href='{REPOSITORY}/commit/{commit}']")).to_have_count(1)
        text = page.locator("article").text_content() or ""
    public = (signed / "signing-key.pub").read_text().strip()
    assert key.with_suffix(".pub").read_text().split()[:2] == public.split()
    assert [said for said in (f"git checkout {commit}", public) if said not in text] == []
    assert [said for said in ("with changes", "me@home") if said in text] == []
    assert "git checkout" not in (site / "about" / "index.html").read_text("utf-8")


def test_changes_that_are_in_no_commit(tmp_path: Path) -> None:
    """A folder is at a commit if it is the top of a repository; files that no commit has are told."""
    assert read_commit(tmp_path) is None
    git(tmp_path, "init", "-q")
    assert read_commit(tmp_path) is None
    git(tmp_path, "commit", "-q", "--allow-empty", "-m", "Nothing")
    name = git(tmp_path, "rev-parse", "HEAD")
    assert read_commit(tmp_path) == Commit(name, changed=False)
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "new").write_text("x")
    assert read_commit(tmp_path) == Commit(name, changed=True)
    assert read_commit(tmp_path / "sub") is None


# Builds on another day.
LATER = """
import time_machine
from mkdocs.__main__ import cli
with time_machine.travel("2027-03-31T23:30:00"):
    cli(["build", "--strict"])
"""


def test_rebuilt_by_others(signed: Path) -> None:
    """Whoever has commit and public key builds the same bytes, wherever and whenever it is."""
    project = signed.parent
    before = (signed / "MANIFEST-SHA256").read_text()
    public = project.parent / "archive.pub"
    shutil.copy(signed / "signing-key.pub", public)
    again = project.parent / "again"
    git(project.parent, "clone", "-q", str(project), str(again))
    own = {"SIGNING_KEY": "../archive.pub", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1"}
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **own}
    done = subprocess.run(
        [sys.executable, "-c", LATER], cwd=again, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert (again / "site" / "MANIFEST-SHA256").read_text() == before
    assert not (again / "site" / "SHA256SUMS.sig").exists()


def test_a_key_that_cannot_sign(project: Path) -> None:
    """A key that isn't there stops a build in one sentence, before anything is written."""
    done = mkdocs(project, "build", "--strict", SIGNING_KEY="nowhere")
    assert done.returncode == 1
    assert "SIGNING_KEY: nowhere can't be read" in done.stderr + done.stdout
    assert "Traceback" not in done.stderr
    assert not (project / "site").exists()


def test_keys_that_are_none(key: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is no key, has a passphrase, or finds no ssh-keygen is said in a sentence."""
    locked, none = tmp_path / "locked", tmp_path / "none"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "secret", "-f", locked], check=True)
    none.write_text("no key")
    for path in (locked, none):
        with pytest.raises(SigningError, match=f"{path} is no private key without a passphrase: ."):
            read_key(path)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SigningError, match="needs ssh-keygen: install OpenSSH"):
        read_key(key)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "copy can't be read: [Errno 2]"),
        (["http://[/"], "error: Invalid IPv6 URL"),
        (["--sums", "bad"], "bad:2: must be a SHA-256, two spaces and a path"),
        (["--sums", "nowhere"], "error: nowhere can't be read: [Errno 2]"),
    ],
)
def test_nothing_to_verify(tmp_path: Path, arguments: list[str], sentence: str) -> None:
    """A folder that is no archive, or a list that is none, gives exit code 2 and says why."""
    (tmp_path / "bad").write_text(f"{'0' * 64}  a\nno sum\n")
    options = [str(tmp_path / word) if word == "bad" else word for word in arguments]
    done = verify(*options) if "http://[/" in options else verify(tmp_path / "copy", *options)
    assert done.returncode == 2
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr


# In the one that is left out there is no text: https://encoding.spec.whatwg.org/#replacement
@pytest.mark.parametrize("encoding", sorted({*LABELS.values()} - {"replacement"}))
@given(st.binary(max_size=8) | st.text(CHARACTERS, max_size=4).map(str.encode))
def test_every_encoding_is_read_alike(encoding: str, data: bytes) -> None:
    """In each encoding that a record may name, the command reads the characters that the archive shows."""
    for mark in (b"", b"\xef\xbb\xbf", b"\xff\xfe"):
        original = mark + data
        try:
            expected = decode_in_archive(original, find_mark(original) or encoding)
        except UndecodableError:
            with pytest.raises(UnicodeDecodeError):
                decode(original, encoding)
        else:
            assert decode(original, encoding) == expected


# Numbers and names of characters that the HTML standard gives a meaning of their own.
ODD = "".join(f"&#{number};" for number in (*range(256), 0xD800, 0xFFFE, 0x1F600, 0x110000, 10**30))
ODD += "&amp;&lt;&quot;&nbsp;&Aacute;"


def to_reference(char: str, kind: int) -> str:
    """Return a character as it stands, escaped, or as a reference of three kinds."""
    if (kind == 0 and char != "\r") or "\x80" <= char <= "\x9f":
        return html.escape(char)
    return [f"&#{ord(char)};", f"&#x{ord(char):X};", f"&#0{ord(char)};"][kind % 3]


@given(st.text(CHARACTERS, max_size=20) | st.sampled_from(NAMED), st.data())
def test_pages_are_read_as_browsers_do(text: str, data: st.DataObject) -> None:
    """Whatever the characters of a paragraph, and however they are written, the command reads them."""
    kinds = data.draw(st.lists(st.integers(0, 3), min_size=len(text[:40]), max_size=len(text[:40])))
    written = "".join(map(to_reference, text[:40], kinds)) + ODD
    page = f"<p>x</p><div id=text><p id=p1 class>{written}<br><b>1</b></p>\n<p id=p2>2</p></div><p>x &lt;"
    read = ReadPage(page)
    assert [(name, "".join(parts)) for name, parts in read.paragraphs] == [
        (node.attributes["id"], node.text()) for node in LexborHTMLParser(page).css("#text p")
    ]
    assert "".join(read.paragraphs[0][1]).startswith(text[:40])


def press(page: Page) -> list[str]:
    """Press the button, and return the sentences that it says."""
    page.goto(f"/articles/{SLUG}/")
    page.get_by_role("button", name="Verify this copy").click()
    expect(page.locator("#verified")).to_contain_text(re.compile("compared with|could not be verified"))
    return page.locator("#verified p").all_inner_texts()


# What a word of the original becomes, and how the button and the command then begin.
SAID = {
    "urgency": ["The original file has the SHA-256", "The 12 paragraphs of this page are the lines of"],
    "patience": ["The original file differs from its record", f"{DIFFERS} in paragraph 6."],
    "patience\nmore": ["The original file differs from its record", f"{DIFFERS}: it has 12 lines"],
}


def test_the_button_says_the_same(chromium: Browser, copy: Path, serve: Callable[[Path], str]) -> None:
    """The button says in the words of the command what is as it was, what differs, and the limit."""
    original, before = copy / "articles" / f"{SLUG}.txt", "urgency"
    page = chromium.new_page(base_url=serve(copy))
    for after, sentences in SAID.items():
        tamper(original, before, after)
        before, said = after, press(page)
        assert len(said) == 3
        assert all(map(str.startswith, said, sentences))
        by_command = verify(copy).stdout
        assert [sentence for sentence in said if sentence not in by_command] == []
    original.unlink()
    assert press(page)[-1] == "This copy could not be verified: the server answered 404."
    page.close()
