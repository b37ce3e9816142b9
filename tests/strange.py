"""An archive of everything that articles are not, as a rule: one site, to which many tests put a question."""

from pathlib import Path

from make import NOT_STATED, make_fact, make_record, to_yaml, write_article

EVIL = "</title><script>alert(1)</script><img src=x onerror=alert(2)> {{ 1234*4321 }} --8<-- ]]> \"'&amp; “”"
HOSTILE = f"{EVIL}\nPlain.\n\x01control\x0b and \x85 and \ufffe\n---\nTitle: x\n"
LONG = "Donaudampfschifffahrts" * 12
COINS = "“Café”, £5\r\n€ 7".encode("windows-1252")
VERSE = "A title of two lines\nwith its end\n\n    Roses are red,\n      violets blue.\n\nAt the end\nof it."


def write_strange(articles: Path) -> None:
    """Write the articles into a folder."""
    for slug, text, said in (("evil", HOSTILE, EVIL), ("long-1", LONG, LONG), ("long-2", LONG, LONG)):
        evidence = [{"quote": said, "note": said}, {"source": said}]
        fact = {"value": said, "basis": "printed", "evidence": evidence}
        name = {"name": said, "printed": [said]}
        write_article(
            articles, slug, text, title=fact, subtitle=fact, publication=fact, author=fact, people=[name],
            places=[name], bodies=[name], subjects=[said], rights_note=said,
            furniture=[{"line": 1, "label": said}], found_at=[f"https://{said.replace(' ', '')}.example/"],
            received={"from": said},
        )  # fmt: skip
    write_article(
        articles, "verse", VERSE, layout="blocks", kept=["4-5"], was=["old-verse"], people=[], kind=None
    )
    received = {"on": "2026-11-20", "from": "the owner's collection"}
    write_article(articles, "coins", COINS, encoding="windows-1252", received=received)
    write_article(
        articles, "full", "Springfield\n", title=make_fact("Mayor opens bridge"), places=["Springfield"],
        subtitle=make_fact("A day"), publication=make_fact("Gazette"), date=make_fact("2021~"),
        author=make_fact([{"person": "Jane Doe"}, {"body": "The Press"}]), found_at=["https://example.org/x"],
        printings=[{"publication": make_fact("Courier"), "date": make_fact("2022-02-03")}],
        replaced=[{"sha256": "0" * 64, "until": "2026-11-25"}],
    )  # fmt: skip
    write_article(articles, "bare", "x\n", kind="press release", date=NOT_STATED)
    (articles / "least.txt").write_bytes(b"x")
    known = {key: make_record(b"x", slug="least")[key] for key in ("slug", "sha256")}
    (articles / "least.yml").write_text(
        to_yaml(known | {"title": "not stated", "date": "not stated"}), "utf-8"
    )
    gone = {
        "slug": "gone",
        "title": {"value": "A lost title", "published": "a list"},
        "was": ["lost"],
        "removed": {"on": "2026-11-30", "why": "at the wish of the publisher"},
    }
    (articles / "gone.yml").write_text(to_yaml(gone), "utf-8")
    (articles / "sketch.txt").write_text("Nobody knows when.")
    (articles / "sketch.yml").write_text("slug: sketch\ndraft: true\ntitle: not stated\n")
