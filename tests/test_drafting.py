"""A draft says what its text says, and nothing that the text doesn't."""

import pytest
from archive.adding.drafting.byline import find_byline
from archive.adding.drafting.calendar import find_dates
from archive.adding.drafting.date_line import find_credit, find_date_line, find_dateline, find_named_date
from archive.adding.drafting.notice import find_notice
from archive.adding.drafting.people import find_names
from archive.adding.drafting.render import render_draft, to_flow
from archive.sources.check_record import parse_record
from archive.sources.plain_yaml import parse_yaml
from archive.sources.text import Reading, parse_text
from drafted import CASES, draft, list_facts, read_facts, to_record
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


KEPT = {
    "fair": ["4-12"],
    "gasworks": ["1-3", "9-11"],
    "poem": ["3-9"],
    "table-tabs": ["3-6"],
    "ferry": ["3-4"],
    "results_show": [],
    "ocr-hyphen": [],
}


@pytest.mark.parametrize(("name", "ranges"), KEPT.items(), ids=KEPT)
def test_kept(name: str, ranges: list[str]) -> None:
    """Verse, tables and bylines in a block are kept as typed, and nothing else is."""
    data = (CASES / f"{name}.txt").read_bytes()
    record = to_record(draft(name, data)[1], name, data)
    assert [str(item.lines) for item in record.kept] == ranges


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
    assert find_date_line(written, language)


@pytest.mark.parametrize(
    "text", ["31 February 2020", "4 March 2999", "1998", "March 4", "10 of 12", "3/4/2021"]
)
def test_no_days(text: str) -> None:
    """What is no day of the calendar, lies ahead, has no year or may be read in two ways is none."""
    assert find_dates(text, "en") == []


@pytest.mark.parametrize(
    "text",
    [
        "PORTVILLE, SATURDAY, JUNE 4, 1887.",
        "Published on Friday 2 May 2006 at 10:15 GMT",
        "Saturday 7 September 2019",
        "DATE: June 1, 1950",
    ],
)
def test_date_lines(text: str) -> None:
    """A line that says when it was published and nothing else is a date line."""
    assert find_date_line(text, "en")


@pytest.mark.parametrize(
    "text",
    [
        "Updated: 4 May 2020",
        "On 4 May 2020 the pier burnt.",
        "Fair opens 4 May 2020",
        "12 May 1999 to 2001 x",
    ],
)
def test_no_date_lines(text: str) -> None:
    """A line that says more, or when something was changed, dates no article."""
    assert find_date_line(text, "en") is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("PORTVILLE, March 3, 1998 -- The town council", "PORTVILLE"),
        ("PORTVILLE (4 March 2021) – The library", "PORTVILLE"),
        ("NEW YORK, N.Y., Oct. 1, 1999 (AP) — Shares", "NEW YORK"),
        ("Port Lennan, 3 June 2013 – Calder Ferries", "Port Lennan"),
        ("Portville on March 3, 1998 saw snow", None),
        ("PORTVILLE -- The town council", None),
    ],
)
def test_datelines(text: str, place: str | None) -> None:
    """A place in capitals, a date with its year and a dash open a text."""
    found = find_dateline(text, "en")
    assert (found[0] if found else None) == place


CREDITS = {
    "Posted on 2019-06-12 by Nora Quist": ("2019-06-12", "Nora Quist"),
    "By Nora Quist | Wednesday 12 June 2019, 10:15 am": ("2019-06-12", "Nora Quist"),
    "Nora Quist, 12 June 2019": None,
    "By Nora Quist": None,
    "Fair by the sea on 12 June 2019": None,
}


@pytest.mark.parametrize(("line", "facts"), CREDITS.items(), ids=range(len(CREDITS)))
def test_credits(line: str, facts: tuple[str, str] | None) -> None:
    """A line may have a byline beside a date, and nothing else."""
    found = find_credit(line, "en")
    assert (found and (found[0].edtf, found[1].authors[0].name)) == facts


@pytest.mark.parametrize(
    ("name", "day"),
    [("2024-04-19-mayor.txt", "2024-04-19"), ("mayor_20240419.txt", "2024-04-19"), ("market_1998.txt", None)],
)
def test_named_dates(name: str, day: str | None) -> None:
    """The name of a file may hold a whole day."""
    assert find_named_date(name) == day


BYLINES = {
    "By Hannah Pellow": ["Hannah Pellow"],
    "By TOM ARKWRIGHT": ["Tom Arkwright"],
    "BYLINE: By JOHN McDONALD; ANN POE, Staff Writers": ["John McDonald", "Ann Poe"],
    "Interview by X. Y. Quill": ["X. Y. Quill"],
    "Por Lucía Ferrándiz": ["Lucía Ferrándiz"],
    "Von Katrin Øster": ["Katrin Øster"],
    "Par Élise Đurić et Łukasz Nowak": ["Élise Đurić", "Łukasz Nowak"],
    "By Jane Doe, John Roe and Ann Poe": ["Jane Doe", "John Roe", "Ann Poe"],
    "By Alan Prewett, Oxley Gazette": ["Alan Prewett"],
    "By JANE DOE, Special to The Times": ["Jane Doe"],
    "Written by: Jane van der Berg in Portville": ["Jane van der Berg"],
    "By the Associated Press": ["the Associated Press"],
    "记者 王小明": ["王小明"],
    "(AP)": ["AP"],
    "From our sports correspondent": [],
    "By a staff reporter": [],
}


@pytest.mark.parametrize(("line", "names"), BYLINES.items(), ids=range(len(BYLINES)))
def test_bylines(line: str, names: list[str]) -> None:
    """A byline names its authors, without what they do and for whom; some name nobody."""
    byline = find_byline(line)
    assert byline
    assert [author.name for author in byline.authors] == names


@pytest.mark.parametrize(
    "line",
    [
        "By Friday the river had risen",
        "By sea and by land",
        "By Written Order Of The Court 1999",
        "Bystanders",
    ],
)
def test_no_bylines(line: str) -> None:
    """A line that goes on in other words names no author."""
    assert find_byline(line) is None


NOTICES = {
    "FOR IMMEDIATE RELEASE": True,
    "1 of 2 DOCUMENTS": True,
    "Contact: Joan Sample, 555-0100": True,
    "###": True,
    "(Continued from page 1)": True,
    "Immediate relief for farmers": False,
    "Continued rain floods the valley": False,
    "Section 28 is gone": False,
}


@pytest.mark.parametrize(("line", "is_notice"), NOTICES.items())
def test_notices(line: str, is_notice: bool) -> None:  # noqa: FBT001  a parameter of a test, given by name
    """Letterheads and marks are told from headlines that begin alike."""
    assert bool(find_notice(line)) == is_notice


def test_names() -> None:
    """Names are told by the words beside them; a single word at a sentence's start is none."""
    names = find_names(
        [
            "Yesterday Councillor Élise Đurić spoke. Nobody answered. Łukasz Nowak, who was there, left.",
            "“It is cold,” said Ada Thorn. The Harbour Trust met in France with Ted Roe.",
            "Winter came. Later Ted Roe left the U.S. for Portville.",
        ],
        "en",
    )
    assert names.people == ("Élise Đurić", "Łukasz Nowak", "Ada Thorn")
    assert names.places == ("France",)
    assert names.bodies == ("Harbour Trust",)
    assert "Ted Roe" in names.unsure
    for name in ("Nobody", "Winter", "Yesterday", "Thorn.", "Roe."):
        assert name not in (*names.people, *names.places, *names.bodies, *names.unsure)


LINES = st.sampled_from(
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


@given(st.lists(LINES | st.text(CHARACTERS, max_size=60), min_size=1, max_size=14))
def test_any_text_gives_a_draft_that_keeps_the_rules(lines: list[str]) -> None:
    """Whatever a text holds, its draft is YAML that the check takes, as it was proposed."""
    data = "\n".join(lines).encode()
    if parse_text("f.txt", data)[1]:
        return
    seen, drafted = draft("f", data)
    text, _ = parse_text("f.txt", data, Reading(None, seen.layout.layout, seen.kept))
    needed = {"title": "not stated", "date": "not stated", "slug": "a"}
    whole = {**needed, **drafted.keys}
    written = render_draft(type(drafted)(whole, drafted.comments, drafted.unsure_names), "x")
    assert parse_record("f.yml", written, text).problems == []
    assert parse_yaml("f.yml", written)[0] == whole


@given(st.text(CHARACTERS).filter(str.strip))
def test_any_scalar_is_read_as_it_was_written(text: str) -> None:
    """A text in a draft is that text, whatever YAML makes of such characters elsewhere."""
    plain, _, problems = parse_yaml("f.yml", f"a: {to_flow([text, {'b': text}])}\n")
    assert problems == []
    assert plain == {"a": [text, {"b": text}]}
