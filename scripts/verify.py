"""Verifies a copy of the archive, in a folder or at an address.

Each original file is compared with its SHA-256, its page and its JSON with the original, and every file with
the site's list of all files. Python is all that is needed: a copy of this file stands on every site.
"""

import argparse
import hashlib
import io
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache, partial
from html import unescape
from html.parser import HTMLParser
from http.client import HTTPException
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote
from urllib.request import urlopen

SUMS, MANIFEST = "SHA256SUMS", "MANIFEST-SHA256"

# What a signature is for, and by whom: the words that `ssh-keygen -Y` asks for.
NAMESPACE, SIGNER = "file", "archive"

# Hosts read it, and some serve it to nobody.
_FOR_HOSTS = frozenset({"_headers"})

# Seconds after which a server is taken to be silent, and how many files are asked for at a time.
_TIMEOUT, _AT_A_TIME = 30, 8

# What no comparison with the site itself can show; the button on a page ends with these words.
LIMIT = "Whoever can change this site can change what this was compared with."

_ORIGINAL = re.compile(r"articles/[^/]+\.txt")
_SUM = re.compile(r"([0-9a-f]{64}) [ *](.+)")
_PUBLIC_KEY = re.compile(r"(?:ssh|ecdsa|sk)-\S+ \S+.*")

# The same as in archive/sources/: what ends a line, byte order marks, and what Python calls the encodings
# whose names in the Encoding Standard mean less to it, or nothing.
_LINE_END = re.compile("[\n\r\x0b\x0c\x85\u2028\u2029]")
_MARKS = {b"\xef\xbb\xbf": "utf-8", b"\xff\xfe": "utf-16le", b"\xfe\xff": "utf-16be"}
_CODECS = {
    "big5": "big5hkscs",
    "euc-kr": "cp949",
    "iso-8859-8-i": "iso8859-8",
    "macintosh": "mac-roman",
    "shift_jis": "cp932",
    "windows-874": "cp874",
    "x-mac-cyrillic": "mac-cyrillic",
}

# https://html.spec.whatwg.org/multipage/syntax.html#void-elements
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)

Read = Callable[[str], bytes]


class Finding(NamedTuple):
    """What was compared, in a sentence, and whether anything differs."""

    sentence: str
    differs: bool = False


_differs = partial(Finding, differs=True)


class Page(HTMLParser):
    """What a page of an article shows: its paragraphs by their ids, the SHA-256 and encoding of its record.

    Its elements are closed, as in every page of the archive.
    """

    def __init__(self, html: str) -> None:
        """Read the page."""
        super().__init__(convert_charrefs=False)
        self.paragraphs: list[tuple[str, list[str]]] = []
        self.sha256: list[str] = []
        self.encoding: str | None = None
        self._within_text = 0
        self._into: list[str] | None = None
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what begins."""
        known = dict(attrs)
        if known.get("id") == "sha256":
            self.encoding = known.get("data-encoding")
            self._into = self.sha256
        if self._within_text and tag == "p":
            self._into = []
            self.paragraphs.append((known.get("id") or "", self._into))
        if tag not in _VOID and (self._within_text or known.get("id") == "text"):
            self._within_text += 1

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Pass over what holds nothing."""

    def handle_endtag(self, tag: str) -> None:
        """Note what ends."""
        if tag == ("p" if self._within_text else "code"):
            self._into = None
        self._within_text -= bool(self._within_text)

    def handle_data(self, data: str) -> None:
        """Keep the characters of a paragraph."""
        if self._into is not None:
            self._into.append(data)

    def handle_charref(self, name: str) -> None:
        """Keep a character that is written as a number, also a control, which html.unescape drops."""
        code = int(name[1:], 16) if name[0] in "xX" else int(name)
        self.handle_data(unescape(f"&#{name};") or chr(code))

    def handle_entityref(self, name: str) -> None:
        """Keep a character that is written as a name."""
        self.handle_data(unescape(f"&{name};"))


def to_read(source: str) -> Read:
    """Return a function that reads a path of a folder, or of an address that begins with http.

    It reads each list once, so that the list that is compared is the one whose signature is verified.
    """

    def read(path: str) -> bytes:
        if not source.startswith(("http://", "https://")):
            return Path(source, path).read_bytes()
        with urlopen(f"{source.rstrip('/')}/{quote(path)}", timeout=_TIMEOUT) as response:  # noqa: S310 (http or https)
            return bytes(response.read())

    read_list = cache(read)
    return lambda path: (read_list if path in {SUMS, MANIFEST} else read)(path)


def read_sums(read: Read, path: str, name: str) -> dict[str, str]:
    """Return the SHA-256 of each path that a list names; raise ValueError with a sentence if it is none."""
    try:
        lines = read(path).decode("utf-8", "replace").splitlines()
    except (OSError, HTTPException) as error:
        raise ValueError(f"{name} can't be read: {error}") from error
    found = {}
    for number, line in enumerate(lines, start=1):
        match = _SUM.fullmatch(line)
        if not match:
            raise ValueError(f"{name}:{number}: must be a SHA-256, two spaces and a path")
        found[match[2]] = match[1]
    return found


def decode(data: bytes, encoding: str) -> str:
    """Return the characters of an original, without its byte order mark, which says more than its record."""
    mark, encoding = next(
        ((mark, name) for mark, name in _MARKS.items() if data.startswith(mark)), (b"", encoding)
    )
    data = data[len(mark) :]
    if encoding == "x-user-defined":
        return "".join(chr(byte if byte < 0x80 else byte + 0xF700) for byte in data)  # noqa: PLR2004 (the first that is not ASCII)
    return data.decode(_CODECS.get(encoding, encoding))


def list_lines(text: str) -> list[str]:
    """Return the lines of a text that aren't blank, without white space at their ends."""
    return [line.strip() for line in _LINE_END.split(text) if line.strip()]


def compare_sums(found: str, recorded: str) -> Finding:
    """The original has the SHA-256 of its record; the button on its page says so in these words."""
    if found == recorded:
        return Finding(f"The original file has the SHA-256 that its record gives: {found}.")
    difference = f"its SHA-256 is {found}, but the record gives {recorded}."
    return _differs(f"The original file differs from its record: {difference}")


def compare_texts(paragraphs: Sequence[tuple[str, str]], lines: Sequence[str]) -> Finding:
    """The paragraphs of the page hold the lines of the original; the button says so in these words.

    White space at the ends of lines is not compared.
    """
    shown = [(name.removeprefix("p"), line) for name, text in paragraphs for line in list_lines(text)]
    start = "The page differs from the original file"
    if len(shown) != len(lines):
        count = f"it has {len(shown)} lines, the file has {len(lines)} that aren't blank."
        return _differs(f"{start}: {count}")
    differing = [number for (number, line), wanted in zip(shown, lines, strict=True) if line != wanted]
    if differing:
        return _differs(f"{start} in paragraph {', '.join(dict.fromkeys(differing))}.")
    return Finding(
        f"The {len(paragraphs)} paragraphs of this page are the lines of the original file, in order, "
        "character for character."
    )


def compare_json(data: bytes, found: str, lines: Sequence[str]) -> Finding:
    """The JSON of an article gives the SHA-256 and the lines of the original."""
    try:
        known = json.loads(data)
        said = (
            known["file"]["sha256"],
            [line for part in known["paragraphs"] for line in list_lines(part["text"])],
        )
    except (ValueError, LookupError, TypeError, RecursionError):
        said = "", []
    if said == (found, list(lines)):
        return Finding("The JSON gives the same SHA-256 and the same lines.")
    return _differs("The JSON differs from the original file.")


def check_article(read: Read, path: str, listed: str, name: str, known: Container[str]) -> Iterator[Finding]:
    """Yield what comes of comparing an original with a list of sums, and page and JSON with the original.

    `known` are the files that the site should have: an archive may have no JSON.
    """
    start = path.removesuffix(".txt")
    try:
        original, html = read(path), read(f"{start}/index.html")
        found = hashlib.sha256(original).hexdigest()
        if found == listed:
            yield Finding(f"The original file has the SHA-256 that {name} gives.")
        else:
            yield _differs(f"The original file differs from {name}, which gives the SHA-256 {listed}.")
        page = Page(html.decode("utf-8", "replace"))
        yield compare_sums(found, "".join(page.sha256).strip())
        lines = list_lines(decode(original, page.encoding or "utf-8"))
        yield compare_texts([(number, "".join(parts)) for number, parts in page.paragraphs], lines)
        if f"{start}.json" in known:
            yield compare_json(read(f"{start}.json"), found, lines)
    # No file, no page that HTMLParser can read, or not in the encoding that the page names.
    except (OSError, HTTPException, AssertionError, ValueError, LookupError) as error:
        yield _differs(f"This copy could not be verified: {error}.")


def check_file(read: Read, listed: tuple[str, str]) -> Finding | None:
    """Return in which way a file differs from its sum in a list; None if it doesn't."""
    path, wanted = listed
    try:
        found = hashlib.sha256(read(path)).hexdigest()
    except (OSError, HTTPException) as error:
        return _differs(f"{path} can't be read: {error}.")
    return None if found == wanted else _differs(f"{path} differs: its SHA-256 is {found}.")


def check_signatures(read: Read, key: Path) -> Iterator[Finding]:
    """Yield for each list whether it is signed with a key."""
    try:
        keys = [line for line in key.read_text("utf-8").splitlines() if _PUBLIC_KEY.fullmatch(line)]
    except (OSError, UnicodeDecodeError) as error:
        yield _differs(f"The signatures could not be verified: {error}.")
        return
    if not keys:
        yield _differs(f"The signatures could not be verified: {key} holds no public key.")
    elif command := shutil.which("ssh-keygen"):
        for name in (SUMS, MANIFEST):
            yield check_signature(read, name, keys, command)
    else:
        yield _differs("The signatures could not be verified: install OpenSSH for ssh-keygen.")


def check_signature(read: Read, name: str, keys: Sequence[str], command: str) -> Finding:
    """Return whether a list is signed with one of these keys: https://man.openbsd.org/ssh-keygen.1#Y~5."""
    try:
        data, signature = read(name), read(f"{name}.sig")
    except (OSError, HTTPException) as error:
        return _differs(f"The signature of {name} could not be verified: {error}.")
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "signers").write_text("".join(f"{SIGNER} {line}\n" for line in keys), "utf-8")
        Path(folder, "signature").write_bytes(signature)
        order = [command, "-Y", "verify", "-n", NAMESPACE, "-I", SIGNER, "-f", "signers", "-s", "signature"]
        done = subprocess.run(order, cwd=folder, input=data, capture_output=True, check=False)  # noqa: S603 (no shell)
    if done.returncode:
        return _differs(f"{name} is not signed with the key that was given.")
    return Finding(f"{name} is signed with the key that was given.")


def say(sentence: str) -> None:
    """Print a sentence; nothing that a site says commands the terminal."""
    print("".join(char if char.isprintable() else "\ufffd" for char in sentence))


def count(number: int, unit: str, bad: int) -> str:
    """Return how many were compared, and how many differ."""
    return f"{number} {unit}{'' if number == 1 else 's'}, {f'{bad} differ' if bad else 'none differs'}"


def find_folder() -> str | None:
    """Return the site that this file stands in, or the one beside the folder that it stands in."""
    here = Path(__file__).resolve().parent
    return next((str(path) for path in (here, here.parent / "site") if (path / SUMS).is_file()), None)


def parse_options(
    argv: Sequence[str] | None,
) -> tuple[argparse.Namespace, Read, dict[str, str], dict[str, str]]:
    """Return options, how to read, the sums that the reader kept, and those of the site's originals."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", nargs="?", default=find_folder(), help="a folder or an address")
    parser.add_argument("--sums", metavar="FILE", help=f"a {SUMS} or {MANIFEST} that you kept")
    parser.add_argument("--key", type=Path, metavar="FILE", help="the archive's public key, from elsewhere")
    options = parser.parse_args(argv)
    if options.source is None:
        parser.error("name a folder or an address")
    read = to_read(options.source)
    try:
        kept = read_sums(to_read("."), options.sums, options.sums) if options.sums else {}
        return options, read, kept, read_sums(read, SUMS, f"{SUMS} of {options.source}")
    except ValueError as error:
        parser.error(str(error))


def check_articles(read: Read, originals: Mapping[str, tuple[str, str]], known: Container[str]) -> int:
    """Say of each article what was compared; return how many differ."""
    bad = 0
    for path, (listed, name) in sorted(originals.items()):
        findings = list(check_article(read, path, listed, name, known))
        say(path)
        for finding in findings:
            say(f"  {finding.sentence}")
        bad += any(finding.differs for finding in findings)
    return bad


def check_files(source: str, read: Read, sums: Mapping[str, str]) -> tuple[str, bool]:
    """Say which files differ from the list of all, and which in a folder no list names.

    Return how many were compared, in words, and whether anything is wrong.
    """
    is_folder = Path(source).is_dir()
    named = {path: sums[path] for path in sorted(sums) if is_folder or path not in _FOR_HOSTS}
    with ThreadPoolExecutor(_AT_A_TIME) as pool:
        bad = list(filter(None, pool.map(partial(check_file, read), named.items())))
    found = (path.relative_to(source) for path in Path(source).rglob("*") if is_folder and path.is_file())
    lists = {MANIFEST, f"{MANIFEST}.sig", f"{SUMS}.sig"}
    present = {path.as_posix() for path in found}
    bad += [_differs(f"{path} is in no list.") for path in sorted(present - sums.keys() - lists)]
    for finding in bad:
        say(finding.sentence)
    return count(len(sums), "file", len(bad)), bool(bad)


def main(argv: Sequence[str] | None = None) -> int:
    """Verify the copy that the command line names; return 0 if nothing differs, 1 if anything does."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    options, read, kept, own = parse_options(argv)
    originals = {path: (found, SUMS) for path, found in own.items()}
    for path, found in kept.items():
        if _ORIGINAL.fullmatch(path) and found != own.get(path):
            originals[path] = (found, options.sums)
    try:
        sums, lack = read_sums(read, MANIFEST, MANIFEST) | kept, ""
    except ValueError as error:
        sums, lack = kept, str(error)
    bad_articles = check_articles(read, originals, sums)
    files, bad_files = (lack, True) if lack else check_files(options.source, read, sums)
    signatures = list(check_signatures(read, options.key)) if options.key else []
    for finding in signatures:
        say(finding.sentence)
    say(f"{count(len(originals), 'article', bad_articles)}; {files}.")
    if options.sums:
        say(f"What {options.sums} names was compared with it; all else with the lists of this site.")
    if not options.sums and not options.key:
        say(f"{LIMIT} Keep a list and give it with --sums, or give the archive's key with --key.")
    return int(bool(bad_articles or bad_files or any(finding.differs for finding in signatures)))


if __name__ == "__main__":
    raise SystemExit(main())
