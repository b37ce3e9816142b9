"""Facts in their short form say what they say in the long one, and no less is asked of them."""

import pytest
from archive.sources.authors import Author
from archive.sources.check_record import parse_record
from archive.sources.record import Record
from archive.sources.text import parse_text
from make import make_record, to_yaml

TEXT, _ = parse_text(
    "f.txt", b"Harbour news\nBy Hannah Pellow and Ted Roe\nOn 14 February 2019 the pier was painted."
)
assert TEXT.data
BASE = make_record(TEXT.data)


def parse(line: str) -> Record | list[str]:
    """Return the record with one key as a line of YAML writes it, or what is said of it."""
    key = line.partition(":")[0]
    others = {name: value for name, value in BASE.items() if name != key}
    parsed = parse_record("f.yml", f"{to_yaml(others)}{line}\n", TEXT)
    return parsed.record or [problem.message for problem in parsed.problems]


PRINTED = "basis: printed, evidence: [{quote: By Hannah Pellow}]"
SAME = {
    "printed": (
        "author: {value: Hannah Pellow, printed: By Hannah Pellow}",
        f"author: {{value: Hannah Pellow, {PRINTED}}}",
    ),
    "published": (
        "publication: {value: Gazette, published: example.org/a}",
        "publication: {value: Gazette, basis: published, evidence: [{source: example.org/a}]}",
    ),
    "inferred from a source": (
        "date: {value: 2019-02, inferred: The file is named so.}",
        "date: {value: 2019-02, basis: inferred, evidence: [{source: The file is named so.}]}",
    ),
    "inferred from a quotation": (
        "date: {value: 2019-02, inferred: {quote: the pier, note: x}}",
        "date: {value: 2019-02, basis: inferred, evidence: [{quote: the pier, note: x}]}",
    ),
    "a list of evidence": (
        "date: {value: 2019-02, inferred: [A source, {quote: the pier}]}",
        "date: {value: 2019-02, basis: inferred, evidence: [{source: A source}, {quote: the pier}]}",
    ),
    "printed and published": (
        "author: {value: Hannah Pellow, published: example.org, printed: By Hannah Pellow}",
        f"author: {{value: Hannah Pellow, {PRINTED[:-1]}, {{source: example.org}}]}}",
    ),
    "not stated": ("author: not stated", "author: {basis: not stated}"),
    "empty": ("author:", "author: {basis: not stated}"),
    "a value that is printed": (
        "title: Harbour news",
        "title: {value: Harbour news, basis: printed, evidence: [{quote: Harbour news}]}",
    ),
    "values that are printed": (
        "author: [Hannah, Ted]",
        "author: {value: [Hannah, Ted], basis: printed, evidence: [{quote: Hannah}, {quote: Ted}]}",
    ),
    "lines as typed": ("kept: [1-2, 3]", "kept: [{lines: 1-2}, {line: 3}]"),
    "a code of rights": ("rights: InC", "rights: http://rightsstatements.org/vocab/InC/1.0/"),
    "a label of rights": ("rights: in copyright", "rights: http://rightsstatements.org/vocab/InC/1.0/"),
}


@pytest.mark.parametrize(("short", "long"), SAME.values(), ids=SAME)
def test_same(short: str, long: str) -> None:
    """The short form gives the very record that the long form gives."""
    assert isinstance(parse(long), Record)
    assert parse(short) == parse(long)


HOW = "say how it is known: title: {value: …, printed: …}, published or inferred"
WRONG = {
    "a quotation that isn't there": (
        "author: {value: Jane Poe, printed: By Jane Poe}",
        "author printed does not stand in the text: 'By Jane Poe'",
    ),
    "the second of a list": (
        "author: {value: Jane Poe, printed: [By Hannah Pellow, By Jane Poe]}",
        "author printed 2 does not stand in the text: 'By Jane Poe'",
    ),
    "inside a mapping": (
        "date: {value: 2019, inferred: {quote: nowhere}}",
        "date inferred quote does not stand in the text: 'nowhere'",
    ),
    "a value that isn't printed": (
        "title: Harbor news",
        f"title does not stand in the text: 'Harbor news'; {HOW}",
    ),
    "a value without anything": (
        "title: {value: Harbour news}",
        "title must say how it is known: add printed, published or inferred",
    ),
    "a date in words": (
        "date: 14 February 2019",
        "date must be an EDTF date such as 2019-07 or 2024-11-19~, not '14 February 2019'",
    ),
    "short and long": (
        "title: {value: x, basis: printed, printed: Harbour news}",
        "title printed is not a key that a record has here",
    ),
}


@pytest.mark.parametrize(("line", "message"), WRONG.values(), ids=WRONG)
def test_wrong(line: str, message: str) -> None:
    """What breaks a rule is named by the words that stand in the file."""
    assert message in parse(line)


AUTHORS = {
    "author: {value: Jane Doe and John Roe, published: x}": [
        Author("Jane Doe", "Doe", "Jane"),
        Author("John Roe", "Roe", "John"),
    ],
    "author: {value: [Jane Doe, {body: The Press}], published: x}": [
        Author("Jane Doe", "Doe", "Jane"),
        Author("The Press", is_body=True),
    ],
    "author: {value: [{family: García Márquez, given: Gabriel}], published: x}": [
        Author("Gabriel García Márquez", "García Márquez", "Gabriel")
    ],
    "author: {value: [{family: Mao, given: Dun, name: Mao Dun}], published: x}": [
        Author("Mao Dun", "Mao", "Dun")
    ],
    "author: {value: [{person: Plato}], published: x}": [Author("Plato", "Plato")],
    "author: {value: Department of Trade and Industry, published: x}": [
        Author("Department of Trade and Industry", is_body=True)
    ],
    "author: {value: Reuters, published: x}": [Author("Reuters", is_body=True)],
    "author: {value: Ludwig van Beethoven, published: x}": [
        Author("Ludwig van Beethoven", "Beethoven", "Ludwig", particle="van")
    ],
    "author: {value: 'Dr. Martin Luther King, Jr.', published: x}": [
        Author("Dr. Martin Luther King, Jr.", "King", "Martin Luther", suffix="Jr.")
    ],
    "author: {value: [{person: 'Ann Sample, M.D.'}], published: x}": [
        Author("Ann Sample, M.D.", "Sample", "Ann")
    ],
    "author: {value: [{family: de la Cruz, given: Ana, suffix: III}], published: x}": [
        Author("Ana de la Cruz III", "Cruz", "Ana", particle="de la", suffix="III")
    ],
}


@pytest.mark.parametrize(("line", "authors"), AUTHORS.items(), ids=range(len(AUTHORS)))
def test_authors(line: str, authors: list[Author]) -> None:
    """Authors are held apart; a person has a family name, and a body is left as it is."""
    record = parse(line)
    assert isinstance(record, Record)
    assert list(record.author.value or ()) == authors


@pytest.mark.parametrize("value", ["[]", "[[x]]", "[{body: x, given: y}]", "[{given: Jane}]", "{a: b}"])
def test_no_authors(value: str) -> None:
    """Anything else is refused in a sentence that shows what would be taken."""
    (message,) = parse(f"author: {{value: {value}, published: x}}")
    assert message.startswith("author value must be ")
