"""Each rule of a record: what keeps it, and what is said of a record that breaks it."""

import pytest
from archive.sources.authors import Author
from archive.sources.check_record import parse_record
from archive.sources.fields import list_fields
from archive.sources.record import Record
from archive.sources.text import Text, parse_text
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st
from make import make_record, to_yaml

CASES = ROOT / "tests" / "cases"
LINES = """HEADLINE

On Tuesday, Mayor Jane O’Hara spoke.
The end.
Harbour news
By Hannah Pellow and Ted Roe
On 14 February 2019 the pier was painted.
""".encode()
TEXT, _ = parse_text("f.txt", LINES)
NEEDED = {key: make_record(LINES)[key] for key in ("slug", "sha256", "title", "date")}


def parse(written: str) -> Record | list[tuple[int, str]]:
    """Return the record of these lines and of what they lack, or each line of which something is said."""
    lacking = {key: value for key, value in NEEDED.items() if f"\n{key}:" not in f"\n{written}"}
    parsed = parse_record("f.yml", f"{written.rstrip()}\n{to_yaml(lacking) if lacking else ''}", TEXT)
    return parsed.record or sorted((problem.line, problem.message) for problem in parsed.problems)


@pytest.mark.parametrize("written", (CASES / "records.yml").read_text("utf-8").split("---\n"))
def test_rules(written: str) -> None:
    """Whatever breaks a rule is said at its line, in plain words, at once; what keeps them is a record."""
    commented = [line.split("  # ") for line in written.splitlines()]
    wanted = [(number, said) for number, (_, *all_said) in enumerate(commented, start=1) for said in all_said]
    found = parse(written)
    assert wanted == ([] if isinstance(found, Record) else found)


PAIRS = (CASES / "short_forms.yml").read_text("utf-8").partition("\n")[2].split("\n\n")


@pytest.mark.parametrize("pair", PAIRS)
def test_same(pair: str) -> None:
    """The short form gives the very record that the long form gives."""
    short, long = map(parse, pair.splitlines())
    assert isinstance(long, Record)
    assert short == long


def test_authors_have_parts() -> None:
    """A person has a family name, with what stands before and after it, and goes by the whole name."""
    (cruz, mao) = parse(
        "author: {value: [{family: de la Cruz, given: Ana, suffix: III}, "
        "{family: Mao, given: Dun, name: Mao Dun}], published: x}"
    ).author.value
    assert cruz == Author("Ana de la Cruz III", "Cruz", "Ana", particle="de la", suffix="III")
    assert mao == Author("Mao Dun", "Mao", "Dun")


@pytest.mark.parametrize("value", ["[]", "[[x]]", "[{body: x, given: y}]", "[{given: Jane}]", "{a: b}"])
def test_no_authors(value: str) -> None:
    """Anything else is refused in a sentence that shows what would be taken."""
    ((_, message),) = parse(f"author: {{value: {value}, published: x}}")
    assert message.startswith("author value must be ")


def test_an_unknown_kind_lists_the_known_ones() -> None:
    """A person who guesses a kind is told which there are."""
    ((_, message),) = parse("kind: rumour")
    assert message.startswith("kind must be one of 'analysis', 'editorial',")


def test_rules_on_the_text_wait_for_a_text() -> None:
    """A record whose text can't be read is not blamed for quotes that can't be looked up."""
    written = to_yaml(make_record(b"", people=["Nobody"], sha256="0" * 64))
    assert parse_record("f.yml", written, Text(data=None, paragraphs=None)).problems == []


KEYS = [key for item in list_fields(Record).values() for key in item.keys]
PLAIN = st.recursive(
    st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
)


@given(st.dictionaries(st.sampled_from([*KEYS, "x"]), PLAIN))
def test_any_plain_value_gives_sentences(changes: dict[str, object]) -> None:
    """Whatever stands under a key, the record is refused in our own words, never with a traceback."""
    written = to_yaml(make_record(LINES) | changes)
    parsed = parse_record("f.yml", written, TEXT)
    assert (parsed.record is None) == bool(parsed.problems)
