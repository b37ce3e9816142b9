"""A draft says what its text says, and nothing that the text doesn't."""

from dataclasses import replace

import pytest
import yaml
from archive.adding.drafting.calendar import find_dates, find_named_date
from archive.adding.drafting.patterns import find_opening, read_line
from archive.adding.drafting.render import render_draft, to_flow
from archive.sources.check_record import parse_record
from archive.sources.plain_yaml import parse_yaml
from archive.sources.text import Reading, parse_text
from drafted import CASES, HELD_APART, draft, list_facts, to_record
from hostile import CHARACTERS, NAMED
from hypothesis import given
from hypothesis import strategies as st

LINES = yaml.load((CASES / "lines.yml").read_text("utf-8"), yaml.BaseLoader)  # noqa: S506  gives text alone


@pytest.mark.parametrize("name", LINES["furniture"])
def test_furniture(name: str) -> None:
    """The lines around an article are labelled, and no line of the text is."""
    data = (CASES / f"{name}.txt").read_bytes()
    record = to_record(name, data)
    labels = ", ".join(f"{item.lines} {item.label}" for item in record.furniture)
    assert labels == LINES["furniture"][name]


@pytest.mark.parametrize("written", LINES["days"])
def test_days(written: str) -> None:
    """Days are read in the language of the text, in figures of any script."""
    language, edtf = LINES["days"][written].split()
    assert [found.edtf for found in find_dates(written, language)] == [edtf]
    reading = read_line(written, language)
    assert (reading.kind, reading.is_sure) == ("date line", True)


@pytest.mark.parametrize("text", LINES["no days"])
def test_no_days(text: str) -> None:
    """What is no day of the calendar, lies ahead, has no year or may be read in two ways is none."""
    assert list(find_dates(text, "en")) == []


@pytest.mark.parametrize("line", LINES["lines"])
def test_lines(line: str) -> None:
    """A line that is understood whole says what it is, and which facts it states."""
    found = read_line(line, "en")
    assert found.is_sure
    day = found.date.edtf if found.date else None
    facts = [*(author.name for author in found.authors), *filter(None, [found.publication, day])]
    assert " = ".join([found.kind, *([" ".join(facts)] if facts else [])]) == LINES["lines"][line]


@pytest.mark.parametrize("line", LINES["questions"])
def test_questions(line: str) -> None:
    """Of a line of which something is left that isn't understood, nothing is certain."""
    assert not read_line(line, "en").is_sure


@pytest.mark.parametrize("text", LINES["datelines"])
def test_datelines(text: str) -> None:
    """A place, a date with its year and a dash open a text."""
    found = find_opening("dateline", text, "en")
    assert (found.place if found else "") == LINES["datelines"][text]


@pytest.mark.parametrize(
    ("name", "day"),
    [("2024-04-19-mayor.txt", "2024-04-19"), ("mayor_20240419.txt", "2024-04-19"), ("market_1998.txt", None)],
)
def test_named_dates(name: str, day: str | None) -> None:
    """The name of a file may hold a whole day."""
    assert find_named_date(name) == day


def test_texts_in_the_manner_of_many_presses() -> None:
    """Of the texts by which rules were mended nothing is drafted wrong, and nine of ten facts are found."""
    stated = right = 0
    for item in yaml.safe_load(HELD_APART.read_text("utf-8")):
        data = item["text"].encode()
        found = list_facts(to_record("text", data))
        assert {key: item["facts"].get(key) for key in found} == found
        stated, right = stated + len(item["facts"]), right + len(found)
    assert right >= stated * 0.9


def test_what_is_uncertain_is_ready_to_be_taken() -> None:
    """A question is a comment with its line; without its `# `, it is a line of the record."""
    data = b"The pier\n\nThe boats\n\nBy Popular Demand\n\nThe boats were out all day on Sunday.\n"
    written = render_draft(draft("f", data)[1], "x")
    for line in (
        "# title: The pier  # line 1",
        "# title: The boats  # line 3",
        "# furniture: [{line: 3, label: headline}]  # if that is the title",
        "# author: {value: Popular Demand, printed: By Popular Demand}  # line 5: By Popular Demand",
    ):
        assert line in written.splitlines()
        assert parse_yaml("f.yml", line.removeprefix("# "))[2] == []


def test_two_articles_in_one_file() -> None:
    """Of a file that seems to hold two articles, no title, date or author is drafted."""
    one = "{}\n\nBy {}\n4 May 1999\n\nA goose escaped from the market on Monday.\n\nIt was taken back.\n\n"
    data = (one.format("Goose escapes", "Ann Poe") + one.format("Bank to close", "Jane Doe")).encode()
    drafted = draft("f", data)[1]
    assert not {"title", "date", "author"} & drafted.keys.keys()
    assert "this seems to hold two articles, from line 1 and line 10" in render_draft(drafted, "x")


def test_names() -> None:
    """Names are told by the words beside them; a single word at a sentence's start is none."""
    lines = [
        "Yesterday Councillor Élise Đurić spoke. Nobody answered. Łukasz Nowak, who was there, left.",
        "“It is cold,” said Ada Thorn. The Harbour Trust met in France with Ted Roe.",
        "Winter came. Later Ted Roe left the U.S. for Portville.",
    ]
    found = draft("f", "\n".join(lines).encode())[1]
    assert found.keys["people"] == ["Élise Đurić", "Łukasz Nowak", "Ada Thorn"]
    assert found.keys["places"] == ["France"]
    assert found.keys["bodies"] == ["Harbour Trust"]
    assert found.unsure_names == ["Ted Roe"]


TYPED = st.sampled_from(
    [
        *NAMED[:44],
        *LINES["lines"],
        *LINES["questions"],
        *("", "", "PORTVILLE, March 3, 1998 -- it rained", "Subject: Re: x", "From: a", "Date: x"),
        "HEADLINE: a: b # c",
        "The long and the short of it is that nobody came to the",
        "hall, said Mayor John O’Neil, who had come himself.",
        *("a\tb\tc", "  indented", "1. D. Farrow", "> quoted"),
    ]
)


@given(st.lists(TYPED | st.text(CHARACTERS, max_size=60), min_size=1, max_size=14))
def test_any_text_gives_a_draft_that_keeps_the_rules(lines: list[str]) -> None:
    """Whatever a text holds, its draft is YAML that the check takes, as it was proposed."""
    data = "\n".join(lines).encode()
    if parse_text("f.txt", data)[1]:
        return
    seen, drafted = draft("f", data)
    text, _ = parse_text("f.txt", data, Reading(None, seen.layout, seen.kept))
    keys = {"title": "not stated", "date": "not stated", "slug": "a", **drafted.keys}
    written = render_draft(replace(drafted, keys=keys), "x")
    assert parse_record("f.yml", written, text).problems == []
    assert parse_yaml("f.yml", written)[0] == keys


@given(st.text(CHARACTERS).filter(str.strip))
def test_any_scalar_is_read_as_it_was_written(text: str) -> None:
    """A text in a draft is that text, whatever YAML makes of such characters elsewhere."""
    plain, _, problems = parse_yaml("f.yml", f"a: {to_flow([text, {'b': text}])}\n")
    assert problems == []
    assert plain == {"a": [text, {"b": text}]}
