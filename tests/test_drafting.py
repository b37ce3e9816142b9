"""A draft says what its text says, and nothing that the text doesn't."""

import pytest
import yaml
from archive.adding.drafting.calendar import find_dates, find_named_date
from archive.adding.drafting.patterns import find_opening, read_line
from archive.adding.drafting.render import render_draft, to_flow
from archive.sources.check_record import parse_record
from archive.sources.plain_yaml import parse_yaml
from archive.sources.text import Reading, parse_text
from drafted import CASES, HELD_APART, draft, list_facts, read_facts, to_record
from hostile import CHARACTERS, NAMED
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize("name", read_facts())
def test_cases(name: str) -> None:
    """Of each case, exactly the facts that stand in it are drafted, and the draft keeps every rule."""
    data = (CASES / f"{name}.txt").read_bytes()
    assert list_facts(to_record(draft(name, data)[1], name, data)) == read_facts()[name]


def test_every_case_has_its_facts() -> None:
    """What a text says of itself is written down for every case."""
    assert sorted(read_facts()) == sorted(path.stem for path in CASES.glob("*.txt"))


FURNITURE = {
    "library roof": {1: "headline", 2: "byline", 3: "date line"},
    "swimming": {1: "section name", 3: "headline", 5: "byline", 7: "date line"},
    "continued": {1: "headline", 4: "note of where it goes on", 5: "note of where it goes on"},
    "email": {
        **dict.fromkeys(range(1, 7), "header of the e-mail"),
        8: "notice",
        15: "signature",
        16: "signature",
    },
    "no-headline": {},
}


@pytest.mark.parametrize(("name", "labels"), FURNITURE.items(), ids=FURNITURE)
def test_furniture(name: str, labels: dict[int, str]) -> None:
    """The lines around an article are labelled, and no line of the text is."""
    data = (CASES / f"{name}.txt").read_bytes()
    record = to_record(draft(name, data)[1], name, data)
    assert {line: item.label for item in record.furniture for line in item.lines.to_range()} == labels


DAYS = {
    "MARCH 4TH, 1901": ("en", "1901-03-04"),
    "12. März 2021": ("de", "2021-03-12"),
    "12 de mayo de 2022": ("es", "2022-05-12"),
    "1er mars 2020": ("fr", "2020-03-01"),
    "3rd of May, 1999": ("en", "1999-05-03"),
    "Sept. 9, 2001": ("en", "2001-09-09"),
    "Thu, 4 Mar 2021 09:12:44 +0100": ("en", "2021-03-04"),
    "2024-04-19": ("en", "2024-04-19"),
    "2021年3月4日": ("zh", "2021-03-04"),
    "2 marca 2020": ("pl", "2020-03-02"),
    "٤ مارس ٢٠٢١": ("ar", "2021-03-04"),
    "12.03.2021": ("de", "2021-03-12"),
    "14/02/2019 - 10:15": ("en", "2019-02-14"),
    "02/14/2019": ("en", "2019-02-14"),
    "May 2021": ("en", "2021-05"),
}


@pytest.mark.parametrize(("written", "day"), DAYS.items(), ids=range(len(DAYS)))
def test_days(written: str, day: tuple[str, str]) -> None:
    """Days are read in the language of the text, in figures of any script."""
    language, edtf = day
    assert [found.edtf for found in find_dates(written, language)] == [edtf]
    reading = read_line(written, language)
    assert (reading.kind, reading.is_sure) == ("date line", True)


@pytest.mark.parametrize(
    "text", ["31 February 2020", "4 March 2999", "1998", "March 4", "10 of 12", "3/4/2021"]
)
def test_no_days(text: str) -> None:
    """What is no day of the calendar, lies ahead, has no year or may be read in two ways is none."""
    assert find_dates(text, "en") == []


LINES = {
    # Dates, with all that may stand beside them.
    "PORTVILLE, SATURDAY, JUNE 4, 1887.": ("place and date", "1887-06-04"),
    "Published on Friday 2 May 2006 at 10:15 GMT": ("date line", "2006-05-02"),
    "Saturday 7 September 2019": ("date line", "2019-09-07"),
    "DATE: June 1, 1950": ("date line", "1950-06-01"),
    "Published 3 May 2006 | Updated 4 May 2006, 9 am": ("date line", "2006-05-03"),
    "Saturday, March 3, 1962   No. 2,114   PRICE 3d.": ("date line", "1962-03-03"),
    "Updated: 4 May 2020": ("date of a change", "2020-05-04"),
    # Publications, each with its day.
    "(Wexcombe Mercury, Nov. 2, 1850.)": ("publication and date", "Wexcombe Mercury 1850-11-02"),
    "Aus dem Stadeler Anzeiger vom 10. November 2005": (
        "publication and date",
        "Stadeler Anzeiger 2005-11-10",
    ),
    "The Portville Post": ("name of the publication", "The Portville Post"),
    # Bylines, without what the authors do and for whom.
    "By Hannah Pellow": ("byline", "Hannah Pellow"),
    "By TOM ARKWRIGHT": ("byline", "Tom Arkwright"),
    "BYLINE: By JOHN McDONALD; ANN POE, Staff Writers": ("byline", "John McDonald Ann Poe"),
    "Interview by X. Y. Quill": ("byline", "X. Y. Quill"),
    "Por Lucía Ferrándiz": ("byline", "Lucía Ferrándiz"),
    "Par Élise Đurić et Łukasz Nowak": ("byline", "Élise Đurić Łukasz Nowak"),
    "By Jane Doe, John Roe and Ann Poe": ("byline", "Jane Doe John Roe Ann Poe"),
    "By Alan Prewett, Oxley Gazette": ("byline", "Alan Prewett Oxley Gazette"),
    "By JANE DOE, Special to The Times": ("byline", "Jane Doe"),
    "By Jane Smith, Associated Press": ("byline", "Jane Smith"),
    "Ein Kommentar von Hans Müller": ("byline", "Hans Müller"),
    "By Quorra Vane, Chief Reporter": ("byline", "Quorra Vane"),
    "Written by: Jane van der Berg in Portville": ("byline", "Jane van der Berg"),
    "By Nora Quist | Wednesday 12 June 2019, 10:15 am": ("byline and date", "Nora Quist 2019-06-12"),
    "Posted on 2019-06-12 by Nora Quist": ("byline and date", "Nora Quist 2019-06-12"),
    "By the Associated Press": ("agency", "the Associated Press"),
    "记者 王小明": ("byline", "王小明"),
    "From our sports correspondent": ("byline without a name", None),
    "(Reporting by Jane Doe; Editing by Ann Poe)": ("report", "Jane Doe"),
    "Yours, Quorra Vane": ("closing", "Quorra Vane"),
    # Lines of the page.
    "FOR IMMEDIATE RELEASE": ("notice", None),
    "1 of 2 DOCUMENTS": ("number of the document", None),
    "(Continued from page 1)": ("note of where it goes on", None),
    "LOCAL NEWS": ("section name", None),
    "Home > News > Local": ("part of the web page", None),
}


@pytest.mark.parametrize(("line", "told"), LINES.items(), ids=range(len(LINES)))
def test_lines(line: str, told: tuple[str, str | None]) -> None:
    """A line that is understood whole says what it is, and which facts it states."""
    found = read_line(line, "en")
    assert found.is_sure
    day = found.date.edtf if found.date else None
    facts = [*(author.name for author in found.authors), *filter(None, [found.publication, day])]
    assert (found.kind, " ".join(facts) or None) == told


@pytest.mark.parametrize(
    "line",
    [
        "On 4 May 2020 the pier burnt.",
        "Fair opens 4 May 2020",
        "February 11, 1731/2.",
        "ST. PETERSBURG, 12 (24) March, 1871",
        "By Friday the river had risen",
        "By Popular Demand",
        "By Stonebeck Ferry",
        "By Zebulonia Flarf",
        "By M. D.",
        "By Long Lake",
        "By Jane Smith Portville Herald Staff Writer",
        "3rd February 1740-41",
        "O.S. February 11, 1731",
        "Kirsty Rendall, 19 October 2012",
        "By Written Order Of The Court",
        "Nora Quist, 12 June 2019",
    ],
)
def test_questions(line: str) -> None:
    """Of a line of which something is left that isn't understood, nothing is certain."""
    found = read_line(line, "en")
    assert not found.is_sure


@pytest.mark.parametrize(
    "line", ["By sea and by land", "Bystanders", "Immediate relief for farmers", "Section 28 is gone"]
)
def test_other_lines(line: str) -> None:
    """Headlines that begin as bylines and letterheads do are neither for certain."""
    found = read_line(line, "en")
    assert not found.is_sure


@pytest.mark.parametrize(
    ("name", "day"),
    [("2024-04-19-mayor.txt", "2024-04-19"), ("mayor_20240419.txt", "2024-04-19"), ("market_1998.txt", None)],
)
def test_named_dates(name: str, day: str | None) -> None:
    """The name of a file may hold a whole day."""
    assert find_named_date(name) == day


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("PORTVILLE, March 3, 1998 -- The town council", "PORTVILLE"),
        ("PORTVILLE (4 March 2021) – The library", "PORTVILLE"),
        ("NEW YORK, N.Y., Oct. 1, 1999 (AP) — Shares", "NEW YORK, N.Y."),
        ("Port Lennan, 3 June 2013 – Calder Ferries", "Port Lennan"),
        ("VILLAROBLE, 3 de noviembre de 1987.- La crecida", "VILLAROBLE"),
        ("Portville on March 3, 1998 saw snow", None),
        ("PORTVILLE -- The town council", None),
    ],
)
def test_datelines(text: str, place: str | None) -> None:
    """A place, a date with its year and a dash open a text."""
    found = find_opening("dateline", text, "en")
    assert (found.place if found else None) == place


def test_texts_in_the_manner_of_many_presses() -> None:
    """Of the texts by which rules were mended nothing is drafted wrong, and nine of ten facts are found."""
    stated = right = 0
    for item in yaml.safe_load(HELD_APART.read_text("utf-8")):
        data = item["text"].encode()
        found = list_facts(to_record(draft("text", data)[1], "text", data))
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
        "",
        "",
        "By Jane Doe",
        "Published: 3 August 2021",
        "PORTVILLE, March 3, 1998 -- it rained",
        "FOR IMMEDIATE RELEASE",
        "Subject: Re: x",
        "From: a",
        "Date: x",
        "HEADLINE: a: b # c",
        "The long and the short of it is that nobody came to the",
        "hall, said Mayor John O’Neil, who had come himself.",
        "a\tb\tc",
        "  indented",
        "1. D. Farrow",
        "> quoted",
    ]
)


@given(st.lists(TYPED | st.text(CHARACTERS, max_size=60), min_size=1, max_size=14))
def test_any_text_gives_a_draft_that_keeps_the_rules(lines: list[str]) -> None:
    """Whatever a text holds, its draft is YAML that the check takes, as it was proposed."""
    data = "\n".join(lines).encode()
    if parse_text("f.txt", data)[1]:
        return
    seen, drafted = draft("f", data)
    text, _ = parse_text("f.txt", data, Reading(None, seen.layout.layout, seen.kept))
    needed = {"title": "not stated", "date": "not stated", "slug": "a"}
    whole = {**needed, **drafted.keys}
    written = render_draft(
        type(drafted)(whole, drafted.comments, drafted.questions, drafted.unsure_names), "x"
    )
    assert parse_record("f.yml", written, text).problems == []
    assert parse_yaml("f.yml", written)[0] == whole


@given(st.text(CHARACTERS).filter(str.strip))
def test_any_scalar_is_read_as_it_was_written(text: str) -> None:
    """A text in a draft is that text, whatever YAML makes of such characters elsewhere."""
    plain, _, problems = parse_yaml("f.yml", f"a: {to_flow([text, {'b': text}])}\n")
    assert problems == []
    assert plain == {"a": [text, {"b": text}]}
