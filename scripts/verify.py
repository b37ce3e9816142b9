"""Verifies a built or hosted archive: each original against SHA256SUMS, each page against its original."""

import argparse
import hashlib
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from archive.exports.take_away import SUMS
from archive.sources.encoding import DEFAULT, UndecodableError, decode, find_mark
from archive.sources.lines import split_lines
from selectolax.lexbor import LexborHTMLParser
from tqdm import tqdm

ROOT = Path(__file__).resolve().parent.parent

# Seconds after which a server is taken to be silent.
_TIMEOUT = 30

Read = Callable[[str], bytes]


def to_read(source: str) -> Read:
    """Return a function that reads a path of a folder, or of an address that begins with http."""
    if not source.startswith(("http://", "https://")):
        return lambda path: Path(source, path).read_bytes()

    def fetch(path: str) -> bytes:
        with urlopen(f"{source.rstrip('/')}/{path}", timeout=_TIMEOUT) as response:  # noqa: S310 (checked above)
            data: bytes = response.read()
            return data

    return fetch


def parse_sums(sums: str) -> list[tuple[str, str]]:
    """Return SHA-256 and path of each original that a list of sums names."""
    return [(line[:64], line[66:]) for line in sums.splitlines() if line.strip()]


def check_original(data: bytes, recorded: str) -> Iterator[str]:
    """The original has the SHA-256 that is recorded."""
    found = hashlib.sha256(data).hexdigest()
    if found != recorded:
        yield f"the original's SHA-256 is {found}, but {recorded} is recorded"


def check_page(page: bytes, original: bytes) -> Iterator[str]:
    """The paragraphs of the page hold the lines of the original, in order, character for character.

    White space at the ends of lines is not compared.
    """
    tree = LexborHTMLParser(page.decode("utf-8", "replace"))
    button = tree.css_first("#verify")
    encoding = button and button.attributes.get("data-encoding")
    lines = list_lines(decode(original, find_mark(original) or encoding or DEFAULT))
    shown = [
        (node.attributes["id"], line) for node in tree.css("#text p") for line in list_lines(node.text())
    ]
    if len(shown) != len(lines):
        yield f"the page has {len(shown)} lines, the original {len(lines)} that aren't blank"
    differing = (name for (name, line), wanted in zip(shown, lines, strict=False) if line != wanted)
    for name in dict.fromkeys(differing):
        yield f"paragraph {str(name).removeprefix('p')} of the page differs from the original"


def list_lines(text: str) -> list[str]:
    """Return the lines of a text that aren't blank, without white space at their ends."""
    return [line.strip() for line in split_lines(text) if line.strip()]


def check_article(read: Read, path: str, recorded: str) -> Iterator[str]:
    """The original and the page of an article can be read, and neither differs."""
    try:
        original = read(path)
        page = read(f"{path.removesuffix('.txt')}/index.html")
    except (OSError, URLError) as error:
        yield f"can't be read: {error}"
        return
    yield from check_original(original, recorded)
    try:
        yield from check_page(page, original)
    except UndecodableError as error:
        yield f"the original can't be read: {error}"


def main(argv: Sequence[str] | None = None) -> int:
    """Verify the archive that the command line names; return 0 if nothing differs, 1 if anything does."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("source", nargs="?", default=str(ROOT / "site"), help="a folder or an address")
    options = parser.parse_args(argv)
    read = to_read(options.source)
    try:
        sums = parse_sums(read(SUMS).decode("utf-8", "replace"))
    except (OSError, URLError) as error:
        parser.error(f"{options.source} has no {SUMS} that can be read: {error}")
    bad = 0
    for recorded, path in tqdm(sums, disable=None, unit="article", file=sys.stderr):
        found = list(check_article(read, path, recorded))
        bad += bool(found)
        tqdm.write(f"{path}: {'; '.join(found) or 'ok'}")
    print(f"{len(sums)} articles, {bad} differ" if bad else f"{len(sums)} articles, none differs")
    return 1 if bad else 0


if __name__ == "__main__":
    raise SystemExit(main())
