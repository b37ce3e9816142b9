"""What the README shows is true."""

import hashlib
import re
import textwrap

from archive.sources.check_record import parse_record
from archive.sources.text import parse_text
from conftest import ROOT

README = (ROOT / "README.md").read_text("utf-8")
GENERATED = {"docs/articles/", "docs/index/", "docs/years/", "docs/index.md", "docs/search.md"}
# What a reader may add.
OWN = {"docs/rights.md", "docs/theme/words/LANGUAGE.yml"}
TEXT = "MAYOR OPENS BRIDGE\nJane Smith spoke last Tuesday.\nMr. O’Neil came too.\n".encode()


def example() -> str:
    """Return the record of the README, with the SHA-256 of a text that fits it."""
    (block,) = re.findall(r"```yaml\n(.*?) *```", README, re.DOTALL)
    record = textwrap.dedent(block)
    return record.replace("64 hexadecimal digits     #", hashlib.sha256(TEXT).hexdigest() + " #")


def test_the_example_is_a_record() -> None:
    """A person who copies the record of the README and fills in the SHA-256 has a valid one."""
    text, _ = parse_text("articles/NAME.txt", TEXT)
    assert parse_record("articles/NAME.yml", example(), text).problems == []


def test_the_message_is_the_one_shown() -> None:
    """The README shows the message of a bad date as it is printed."""
    text, _ = parse_text("articles/NAME.txt", TEXT)
    written = example().replace("value: 2021-05~  ", "value: May 2021")
    (problem,) = parse_record("articles/NAME.yml", written, text).problems
    assert str(problem) in README


def test_every_link_and_path_exists() -> None:
    """Every file and folder that the README links or names is there."""
    links = re.findall(r"\]\(((?!http)[^)]+)\)", README)
    named = re.findall(r"`((?:scripts|tests|docs|articles)/[\w./]*)`", README)
    missing = [
        path
        for path in {*links, *named}
        - {"articles/NAME.txt", "articles/NAME.yml", "data/records.csv", *OWN, *GENERATED}
        if not (ROOT / path).exists()
    ]
    assert sorted(missing) == []


def test_no_longer_than_two_screens() -> None:
    """The README stays short."""
    assert len(README.splitlines()) <= 90
