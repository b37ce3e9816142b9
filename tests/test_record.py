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
    found = parse("\n".join(line for line, *_ in commented))
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


NO_YAML = {
    "a tab": ("a: 1\n\tb: 2\n", "f:2: is not YAML: found a tab character that violates indentation"),
    "two documents": ("a: 1\n---\nb: 2\n", "f:2: is not YAML: but found another document"),
    "a control character": ("a: 1\nb: \x01\n", "f:2: is not YAML: it holds a control character"),
    "nothing": ("", "f:1: is empty; a record has keys such as slug and title"),
    "a comment alone": ("# to do\n", "f:1: is empty; a record has keys such as slug and title"),
    "deeper nesting than is taken": ("[" * 950 + "]" * 950, "f:1: is nested too deeply"),
    "deep nesting": ("[" * 9999 + "]" * 9999, "f:1: is not YAML: exceeded maximum nesting depth"),
}


@pytest.mark.parametrize(("written", "message"), NO_YAML.values(), ids=NO_YAML)
def test_no_yaml(written: str, message: str) -> None:
    """What is no YAML, or not as a person writes it, is refused in one sentence with its line."""
    assert [str(problem) for problem in parse_record("f", written, TEXT).problems] == [message]


def test_rules_on_the_text_wait_for_a_text() -> None:
    """A record whose text can't be read is not blamed for quotes that can't be looked up."""
    written = to_yaml(make_record(b"", people=["Nobody"], sha256="0" * 64))
    assert parse_record("f.yml", written, Text(data=None, paragraphs=None)).problems == []


PLAIN = st.recursive(
    st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
)


KEYS = st.sampled_from([*(key for item in list_fields(Record).values() for key in item.keys), "x"])


@given(
    st.dictionaries(KEYS, PLAIN).map(lambda changes: to_yaml(make_record(LINES) | changes))
    | st.text(st.characters(codec="utf-8"))
    | st.text("ab:-[]{}&*!|>'\"#%@, \n\t?")
)
def test_anything_gives_sentences(written: str) -> None:
    """Whatever is written is a record or is refused in our own words, never with a traceback."""
    parsed = parse_record("f.yml", written, TEXT)
    assert (parsed.record is None) == bool(parsed.problems)
