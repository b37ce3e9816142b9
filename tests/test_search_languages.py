"""The search in many scripts and spellings, online and offline alike."""

from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path

import pytest
from asking import ask, build_index, build_offline, check_phrases, copy_bare_site, make_article, to_texts
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from make import make_fact
from playwright.sync_api import Browser, Page

ARTICLES = [
    make_article(
        "german",
        [
            "Der Bürgermeister hat am 12. März 2021 die Stadtbücherei an der Hauptstraße eröffnet. Größe!",
            "Die Wirt\u00adschafts\u00adkrise trifft uns.",
        ],
        language="de",
    ),
    make_article("chinese", ["新图书馆周日开放", "城市需要更多的公共图书馆。"], language="zh"),
    make_article("thai", ["นายกเทศมนตรีเปิดห้องสมุดใหม่ใกล้ท่าเรือ"], language="th"),
    make_article("japanese", ["東京のコンピューター図書館が開館した。"], language="ja"),
    make_article("arabic", ["وكُتِبَ على الباب عام ٢٠٢١", "وقالت المــديــرة کتاب إن القرّاء"], language="ar"),
    make_article(
        "wrapped",
        [
            "The new pier was opened yester-\nday by the mayor. It was in-\ntended for co-workers.",
            "said Councillor Peter\nSampleton. The cost is put at four\nmillion dollars, 1,250,000 a year.",
        ],
    ),
    make_article(
        "entities", ["The council&#8217;s plan, said Jones &amp; Sons. Caf&eacute; owners&nbsp;agree."]
    ),
    make_article(
        "letters", ["Łódź, Søren, Þór, œuvre, ışık; Jean dit qu’il n’est pas là 😀 today; coworkers."]
    ),
    make_article("spanish", ["Los alcaldes hablan. El alcalde habla."], language="es"),
    make_article(
        "names",
        ["John Smith met Paul Jones in the cities."],
        title=make_fact("Citizen Citizen"),
        people=["John Smith", "Paul Jones"],
        author=make_fact("Zebulon Quillfeather"),
        publication=make_fact("U.S. News"),
        date=make_fact("1998-03-01"),
    ),
    make_article(
        "martinez",
        ["Trump met Ana Martinez. We can obey."],
        publication=make_fact("US News"),
        author=make_fact("Jane Roe"),
        date=make_fact("1999-05-01"),
    ),
    make_article("soto", ["Trump met Soto-Martinez of the city."], date=make_fact("2003-05-01")),
    make_article("numbers", ["They paid 1250000 for issue1714448 today."]),
]

# Each query, with the articles that are found and their paragraphs.
QUERIES: dict[str, dict[str, list[int]]] = {
    "Hauptstrasse": {"german": [1]},
    "hauptstraße": {"german": [1]},
    "Stadtbuecherei": {"german": [1]},
    "stadtbucherei": {"german": [1]},
    "Groesse": {"german": [1]},
    '"eroffnet Groesse"': {"german": [1]},
    "Wirtschaftskrise": {"german": [2]},
    "图书馆": {"chinese": [1, 2]},
    '"图书馆"': {"chinese": [1, 2]},
    "公共图书馆": {"chinese": [2]},
    "馆书": {},
    "ห้องสมุด": {"thai": [1]},
    "สมุดห้อง": {},
    "コンピューター": {"japanese": [1]},
    "ｺﾝﾋﾟｭｰﾀｰ": {"japanese": [1]},
    "المديرة": {"arabic": [2]},
    "كتاب": {"arabic": [2]},
    "وكتب": {"arabic": [1]},
    "2021": {"arabic": [1], "german": [1]},
    "yesterday": {"wrapped": [1]},
    "intended": {"wrapped": [1]},
    '"opened yesterday by the mayor"': {"wrapped": [1]},
    '"yester day"': {"wrapped": [1]},
    '"Peter Sampleton"': {"wrapped": [2]},
    '"four million dollars"': {"wrapped": [2]},
    "1250000": {"wrapped": [2], "numbers": [1]},
    "1,250,000": {"wrapped": [2], "numbers": [1]},
    "issue1714448": {"numbers": [1]},
    "1714448": {},
    "café": {"entities": [1]},
    "council": {"entities": [1]},
    '"Jones & Sons"': {"entities": [1]},
    '"Jones &amp; Sons"': {"entities": [1]},
    "amp": {},
    "Lodz": {"letters": [1]},
    "Soren": {"letters": [1]},
    "Thor": {"letters": [1]},
    "oeuvre": {"letters": [1]},
    "isik": {"letters": [1]},
    "il": {"letters": [1]},
    "est": {"letters": [1]},
    '"là 😀 today"': {"letters": [1]},
    '"là today"': {"letters": [1]},
    '"là 😁 today"': {},
    "coworkers": {"wrapped": [1], "letters": [1]},
    "co-workers": {"wrapped": [1], "letters": [1]},
    "alcaldes": {"spanish": [1]},
    "hablan habla": {"spanish": [1]},
    "cities": {"names": [1], "soto": [1]},
    "quillfeather": {"names": []},
    '"u.s. news"': {"names": [], "martinez": []},
    '"smith paul"': {},
    "author:zebulon": {"names": []},
    "author:smith": {},
    "title:citizen": {"names": []},
    'title:"citizen citizen" smith': {"names": [1]},
    'title:"citizen smith"': {},
    "trump -martinez": {},
    "trump -soto-martinez": {"martinez": [1]},
    'trump -"ana martinez"': {"soto": [1]},
    "trump -title:trump": {"martinez": [1], "soto": [1]},
    "soto OR ana": {"martinez": [1], "soto": [1]},
    '"soto" OR obey trump': {"martinez": [1], "soto": [1]},
    "paul OR soto OR ana -trump": {"names": [1]},
    "quillf*": {"names": []},
    "mart*": {"martinez": [1], "soto": [1]},
    '"can obey" -trump': {},
}

# Facets and spans, with the articles that are found.
REQUESTS = {
    "publication=U.S.+News": ["names"],
    "publication=US+News": ["martinez"],
    "publication=US+News&publication=U.S.+News": ["martinez", "names"],
    "publication=US+News&publication=U.S.+News&sort=oldest": ["names", "martinez"],
    "person=Paul+Jones&publication=U.S.+News": ["names"],
    "author=Jane+Roe": ["martinez"],
    "from=1998&to=1999": ["martinez", "names"],
    "from=1998-04&to=2003-05": ["soto", "martinez"],
    "to=1998-03": ["names"],
    "q=trump&from=2000&to=2010": ["soto"],
    "q=trump&sort=date": ["soto", "martinez"],
    "q=trump&sort=oldest": ["martinez", "soto"],
    "q=trump&from=2010&to=2000": [],
    "person=Nobody": [],
}


@pytest.fixture(scope="module")
def shelf(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder in which sites with an index of their own can be made."""
    return copy_bare_site(site, tmp_path_factory.mktemp("shelf"))


@pytest.fixture(scope="module")
def languages(shelf: Path) -> Path:
    """Return the site of the articles above."""
    return build_index(shelf, ARTICLES)


@pytest.fixture(scope="module", params=["online", "offline"])
def edition(request: pytest.FixtureRequest, site: Path, languages: Path, serve: Callable[[Path], str]) -> str:
    """Return the address of the search page: on a server, and in the offline edition's own files."""
    if request.param == "online":
        return f"{serve(languages)}/search/"
    return build_offline(site, languages)


@pytest.fixture
def page(chromium: Browser, edition: str) -> Iterator[Page]:
    """Return the search page of an edition; the test fails if it has an error."""
    page = chromium.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text))
    page.goto(edition)
    page.wait_for_selector("#search-results", state="attached")
    yield page
    page.close()
    assert errors == []


def test_queries(page: Page) -> None:
    """Whatever the script, the spelling and the grammar, exactly what is meant is found."""
    found = dict(zip(QUERIES, ask(page, list(QUERIES)), strict=True))
    wrong = {query: hits for query, hits in found.items() if dict(hits) != QUERIES[query]}
    assert wrong == {}


def test_facets_and_spans(page: Page, edition: str) -> None:
    """Several values of a facet, values that fold alike, spans of time and orders stand in the address."""
    wrong = {}
    for request, wanted in REQUESTS.items():
        page.goto(f"{edition}?{request}")
        page.wait_for_function("() => document.getElementById('search-results')?.ariaBusy === 'false'")
        links = page.eval_on_selector_all("#search-results h2 a", "links => links.map(link => link.href)")
        found = [link.split("/articles/")[1].split("/")[0] for link in links]
        if found != wanted:
            wrong[request] = found
    assert wrong == {}


SCRIPTS = st.sampled_from(
    """the Łódź Größe qu’il 1250 图 图书 馆 かな カ ห้อง สมุด ห मैं کتاب القرّاء ٢٠٢١ x&eacute;y &amp; 😀
    a\u00adb""".split()
)
JOINS = st.sampled_from([" ", " ", "\n", "-\n", ", ", "。", "—"])
MIXED = st.lists(st.tuples(SCRIPTS, JOINS), min_size=3, max_size=25)


@settings(
    max_examples=8,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(texts=st.lists(st.lists(MIXED, min_size=1, max_size=4), min_size=2, max_size=5), data=st.data())
def test_mixed_scripts(
    chromium: Browser,
    serve: Callable[[Path], str],
    shelf: Path,
    texts: list[list[list[tuple[str, str]]]],
    data: st.DataObject,
) -> None:
    """Whatever scripts stand side by side, a phrase lists exactly the paragraphs of the oracle."""
    articles = []
    phrases = []
    for number, paragraphs in enumerate(texts):
        articles.append(make_article(f"a-{number}", ["".join(map("".join, p)).strip() for p in paragraphs]))
        for parts in paragraphs:
            start = data.draw(st.integers(0, len(parts) - 2))
            for size in range(1, 5):
                run = "".join(map("".join, parts[start : start + size]))
                phrases.append(" ".join(run.replace("-\n", data.draw(st.sampled_from(["", " "]))).split()))
    page = chromium.new_page()
    page.goto(f"{serve(build_index(shelf, articles))}/search/")
    # A phrase without words asks for nothing.
    spoken = [phrase for phrase in phrases if any(map(str.isalnum, unescape(phrase)))]
    check_phrases(page, spoken, to_texts(articles))
    page.close()
