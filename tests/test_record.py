"""Each rule of a record: what keeps it, and what is said of a record that breaks it."""

from datetime import UTC, datetime, timedelta

import pytest
from archive.sources.check_record import parse_record
from archive.sources.text import Text, parse_text
from hypothesis import given
from hypothesis import strategies as st
from make import make_record, to_yaml

LINES = b"HEADLINE\n\nOn Tuesday, Mayor Jane O\xe2\x80\x99Hara spoke.\nThe end.\n"
TEXT, _ = parse_text("f.txt", LINES)


def messages(**changes: object) -> list[str]:
    """Return what is said of a valid record after these changes."""
    written = to_yaml(make_record(LINES, **changes))
    return [problem.message for problem in parse_record("f.yml", written, TEXT).problems]


def fact(value: object = "Some value", basis: str = "inferred", **evidence: str) -> dict[str, object]:
    """Return a fact with one piece of evidence."""
    return {"value": value, "basis": basis, "evidence": [evidence or {"source": "a source"}]}


TOMORROW = (datetime.now(UTC) + timedelta(days=2)).date().isoformat()

KEPT = {
    "nothing changed": {},
    "a printed title": {"title": fact("HEADLINE", "printed", quote="HEADLINE")},
    "a subtitle": {"subtitle": fact("A subtitle")},
    "a published title": {"title": fact("A title", "published", source="example.org/a")},
    "an author whose byline is quoted": {
        "author": {"basis": "not stated", "evidence": [{"quote": "The end."}]}
    },
    "a date that isn't stated": {"date": {"basis": "not stated"}},
    "a name as printed": {"people": ["Jane O’Hara"]},
    "a name in another form": {"people": [{"name": "Jane O'Hara", "printed": ["Jane O’Hara", "O’Hara"]}]},
    "a name without printed forms": {"people": [{"name": "Jane O’Hara"}]},
    "furniture": {"furniture": [{"line": 1, "label": "headline"}]},
    "a region's language": {"language": "es-MX"},
    "a title of 300 characters": {"title": fact("x" * 300)},
    "nothing but what is needed": dict.fromkeys(
        [*make_record(LINES).keys() - {"slug", "sha256", "title", "date"}]
    ),
    "nothing stated": {"title": "not stated", "date": "not stated"},
    "furniture over two lines": {"furniture": [{"line": "3-4", "label": "byline"}]},
    "a language of old": {"language": "grc"},
    "a language with a region of the UN": {"language": "es-419"},
    "an encoding": {"encoding": "latin1"},
    "a layout": {"layout": "blocks"},
    "lines as typed": {"kept": ["1", {"lines": "3-4", "label": "verse"}]},
    "an old slug": {"was": ["an-old-slug"]},
    "where it came from": {"received_as": "politics/001.txt"},
    "a slug of 60 characters": {"slug": "x" * 60},
    "markup, which is only text": {"title": fact("<script>alert(1)</script> {{ x }} *y*")},
}

BROKEN = {
    "slug missing": ({"slug": None}, "slug is missing"),
    "misspelt key": ({"subtitel": "red"}, "subtitel is not a key that a record has here; subtitle is"),
    "misspelt key of a name": (
        {"author": {"basis": "not stated", "evidense": "x"}},
        "author evidense is not a key that a record has here; evidence is",
    ),
    "unknown key": ({"colour": "red"}, "colour is not a key that a record has here"),
    "unknown key inside": (
        {"author": {"basis": "not stated", "who": "x"}},
        "author who is not a key that a record has here",
    ),
    "slug in capitals": ({"slug": "A-b"}, "slug must be small letters, digits and single hyphens, not 'A-b'"),
    "slug with two hyphens": (
        {"slug": "a--b"},
        "slug must be small letters, digits and single hyphens, not 'a--b'",
    ),
    "slug with a slash": (
        {"slug": "../a"},
        "slug must be small letters, digits and single hyphens, not '../a'",
    ),
    "slug too long": ({"slug": "x" * 61}, "slug must have at most 60 characters, not 61"),
    "slug of a start page": ({"slug": "index"}, "slug 'index' is the name of a start page; choose another"),
    "another SHA-256": (
        {"sha256": "0" * 64},
        (
            "sha256 differs from that of the text file, which is "
            "10d402c81a2a4c552009b81a797917a883723df886143174b285fe00f88e3457"
        ),
    ),
    "malformed SHA-256": ({"sha256": "x"}, "sha256 must be 64 small hexadecimal digits, not 'x'"),
    "title a list": ({"title": [["x"]]}, "title must be a mapping of keys to values"),
    "title empty": ({"title": fact("")}, "title value is empty"),
    "title blank": ({"title": fact("  ")}, "title value is empty"),
    "title of two lines": (
        {"title": fact("a\nb")},
        "title value must be one line without control characters or noncharacters",
    ),
    "title with U+2028": (
        {"title": fact("a\u2028b")},
        "title value must be one line without control characters or noncharacters",
    ),
    "title with spaces around": (
        {"title": fact(" a")},
        "title value must not begin or end with white space",
    ),
    "title too long": ({"title": fact("x" * 301)}, "title value must have at most 300 characters, not 301"),
    "title a list inside": ({"title": fact(["x"])}, "title value must be text"),
    "date not EDTF": (
        {"date": fact("3 May 99")},
        "date value must be an EDTF date such as 2019-07 or 2024-11-19~, not '3 May 99'",
    ),
    "date in the future": ({"date": fact(TOMORROW)}, f"date value lies in the future: '{TOMORROW}'"),
    "date a mapping": ({"date": fact({"a": "b"})}, "date value must be text"),
    "unknown basis": (
        {"title": fact(basis="guessed")},
        "title basis must be one of 'printed', 'published', 'inferred' or 'not stated'",
    ),
    "no basis": (
        {"title": {"value": "x"}},
        "title must say how it is known: add printed, published or inferred",
    ),
    "no evidence": (
        {"title": {"value": "x", "basis": "inferred"}},
        "title is inferred, so it must have evidence",
    ),
    "printed without a quote": (
        {"title": fact(basis="printed", source="x")},
        "title is printed, so its evidence must have a quote",
    ),
    "published without a source": (
        {"title": fact(basis="published", quote="The end.")},
        "title is published, so its evidence must have a source",
    ),
    "not stated with a value": (
        {"author": {"basis": "not stated", "value": "Jane"}},
        "author has a value, so its basis can't be 'not stated'",
    ),
    "stated without a value": (
        {"author": {"basis": "printed", "evidence": [{"quote": "The end."}]}},
        "author has no value, so its basis must be 'not stated'",
    ),
    "a quote that isn't there": (
        {"title": fact(quote="O'Hara")},
        "title evidence 1 quote does not stand in the text: 'O'Hara'",
    ),
    "a quote over two lines": (
        {"title": fact(quote="spoke. The end.")},
        "title evidence 1 quote does not stand in the text: 'spoke. The end.'",
    ),
    "evidence of no kind": (
        {"title": fact(note="x")},
        "title evidence 1 must have either a quote or a source",
    ),
    "evidence of both kinds": (
        {"title": fact(quote="The end.", source="x")},
        "title evidence 1 must have either a quote or a source",
    ),
    "a name that isn't there": (
        {"people": ["Jane O'Hara"]},
        "people 1 printed 1 does not stand in the text: 'Jane O'Hara'",
    ),
    "a form that isn't there": (
        {"places": [{"name": "Texas", "printed": ["Tex."]}]},
        "places 1 printed 1 does not stand in the text: 'Tex.'",
    ),
    "a name that is a list": ({"bodies": [["x"]]}, "bodies 1 must be a mapping of keys to values"),
    "people not a list": ({"people": "Jane"}, "people must be a list, such as [one, another]"),
    "furniture on a blank line": (
        {"furniture": [{"line": 2, "label": "x"}]},
        "furniture 1 line must be the number of a line that isn't blank, not 2",
    ),
    "furniture beyond the end": (
        {"furniture": [{"line": 99, "label": "x"}]},
        "furniture 1 line must be the number of a line that isn't blank, not 99",
    ),
    "furniture in words": (
        {"furniture": [{"line": "one", "label": "x"}]},
        "furniture 1 line must be the number of a line, or two such as 3-9, not 'one'",
    ),
    "unknown language": (
        {"language": "xx-nowhere"},
        "language must be a language tag such as en or es-MX, not 'xx-nowhere'",
    ),
    "an encoding of a locale": (
        {"language": "en.UTF-8"},
        "language must be a language tag such as en or es-MX, not 'en.UTF-8'",
    ),
    "a language that is none": (
        {"language": "root"},
        "language must be a language tag such as en or es-MX, not 'root'",
    ),
    "an unknown encoding": (
        {"encoding": "latin-17"},
        "encoding must be a label of the Encoding Standard such as utf-8 or windows-1252, not 'latin-17'",
    ),
    "an unknown layout": ({"layout": "columns"}, "layout must be one of 'lines' or 'blocks'"),
    "lines kept twice": ({"kept": ["1-3", "3-4"]}, "kept names line 3 twice"),
    "kept lines that end on a blank one": (
        {"kept": [{"lines": "1-2"}]},
        "kept 1 lines must be the number of a line that isn't blank, not 2",
    ),
    "kept lines the wrong way": (
        {"kept": [{"lines": "4-1"}]},
        "kept 1 lines must count from line 1 upwards, unlike '4-1'",
    ),
    "half a draft": ({"draft": "maybe"}, "draft must be true or false, not 'maybe'"),
    "a published record without title": (
        {"title": None},
        "title is missing; if nobody says it, write title: not stated",
    ),
    "rights in words": (
        {"rights": "mine"},
        (
            "rights must be the address of a rights statement such as "
            "http://rightsstatements.org/vocab/InC/1.0/, not 'mine'"
        ),
    ),
    "received in no way": (
        {"received": {}},
        "received must say on which day, from whom or where, or both",
    ),
    "received on no day": (
        {"received": {"on": "Monday"}},
        "received on must be an EDTF date such as 2019-07 or 2024-11-19~, not 'Monday'",
    ),
    "received by whom": ({"received": {"by": "post"}}, "received by is not a key that a record has here"),
    "received from two": ({"received": {"from": ["A", "B"]}}, "received from must be text"),
    "an address with a space": (
        {"found_at": ["example.org/a b"]},
        "found_at 1 must be one address without white space",
    ),
}


@pytest.mark.parametrize("changes", KEPT.values(), ids=KEPT)
def test_kept(changes: dict[str, object]) -> None:
    """A record that keeps the rules has no problems."""
    assert messages(**changes) == []


@pytest.mark.parametrize(("changes", "message"), BROKEN.values(), ids=BROKEN)
def test_broken(changes: dict[str, object], message: str) -> None:
    """A record that breaks one rule has one problem, said in plain words."""
    assert messages(**changes) == [message]


def test_an_unknown_kind_lists_the_known_ones() -> None:
    """A person who guesses a kind is told which there are."""
    (message,) = messages(kind="rumour")
    assert message.startswith("kind must be one of 'analysis', 'editorial',")


def test_rules_on_the_text_wait_for_a_text() -> None:
    """A record whose text can't be read is not blamed for quotes that can't be looked up."""
    written = to_yaml(make_record(b"", people=["Nobody"], sha256="0" * 64))
    assert parse_record("f.yml", written, Text(data=None, paragraphs=None)).problems == []


PLAIN = st.recursive(
    st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
)


@given(st.dictionaries(st.sampled_from([*make_record(LINES), "subtitle", "rights_note", "x"]), PLAIN))
def test_any_plain_value_gives_sentences(changes: dict[str, object]) -> None:
    """Whatever stands under a key, the record is refused in our own words, never with a traceback."""
    written = to_yaml(make_record(LINES) | changes)
    parsed = parse_record("f.yml", written, TEXT)
    assert (parsed.record is None) == bool(parsed.problems)
