"""What a finished page or a style sheet loads, and which of it the policy of the page keeps from it."""

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape

from selectolax.lexbor import LexborHTMLParser

from archive.site.policy import Load, is_allowed

# Which attribute of an element names what it loads, and the directive for it: https://www.w3.org/TR/CSP3/#directives
_ELEMENTS = {
    "script": ("src", "script-src"),
    "img": ("src", "img-src"),
    "iframe": ("src", "frame-src"),
    "video": ("src", "media-src"),
    "audio": ("src", "media-src"),
    "track": ("src", "media-src"),
    "source": ("src", "media-src"),
    "embed": ("src", "object-src"),
    "object": ("data", "object-src"),
    "form": ("action", "form-action"),
}
_LINKS = {
    "stylesheet": "style-src",
    "icon": "img-src",
    "manifest": "manifest-src",
    "modulepreload": "script-src",
}
_TAG = re.compile(rf"""<(?i:link|{"|".join(_ELEMENTS)})\b(?:[^>"']++|"[^"]*"|'[^']*')*>""")
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)"')
# Where a page may hold what its policy can't let it have; a text may hold it, too.
_HANDLER = re.compile(r" on[a-z]+=")
_IN_SHEET = re.compile(r"@font-face\s*\{[^}]*\}|@import[^;]*;|url\([^)]*\)")
_ADDRESS = re.compile(r"""(?:url\(|@import)\s*["']?([^"')\s;]+)""")


def list_blocked(page: str, address: str) -> Iterator[Load]:
    """Yield what a finished page names and its policy keeps from it; `address` is that of the site."""
    if not (found := _POLICY.search(page)):
        return
    policy = unescape(found[1])
    for load in [*dict.fromkeys(load for tag in _TAG.findall(page) for load in list_loads(tag, address))]:
        if not is_allowed(policy, load):
            yield load
    if "style=" in page or _HANDLER.search(page):
        yield from (load for load in list_inline(page) if not is_allowed(policy, load))
    if 'class="mermaid"' in page:
        drawn = "mermaid, which comes from unpkg.com and writes styles into the page; keep drawings as SVG"
        yield Load("script-src", what=drawn)


@lru_cache(maxsize=1024)
def list_loads(tag: str, address: str) -> tuple[Load, ...]:
    """Return what an element loads; what lies on the site itself has an address without a host."""
    node = LexborHTMLParser(tag, is_fragment=True).css_first(":not(html, head, body)")
    if node is None:
        return ()
    name, directive = _ELEMENTS.get(node.tag or "", ("href", ""))
    if node.tag == "link":
        kinds = (node.attributes.get("rel") or "").split()
        directive = next((_LINKS[kind] for kind in kinds if kind in _LINKS), "")
    found = node.attributes.get(name)
    return (Load(directive, to_own(found.strip(), address)),) if directive and found else ()


def to_own(link: str, address: str) -> str:
    """Return an address without scheme and host if they are those of the site."""
    origin = "/".join(address.split("/")[:3])
    return link.removeprefix(origin) if link.startswith(f"{origin}/") else link


def list_inline(page: str) -> Iterator[Load]:
    """Yield the styles and handlers of events that stand in attributes."""
    for node in LexborHTMLParser(page).css("*"):
        for name in node.attributes:
            if name == "style":
                yield Load("style-src", what=f"the style of a <{node.tag}>; write a class in a style sheet")
            elif name.startswith("on"):
                yield Load("script-src", what=f"{name} of a <{node.tag}>; write a script in docs/assets/")


def list_sheet_loads(sheet: str) -> Iterator[Load]:
    """Yield what a style sheet loads."""
    for rule in _IN_SHEET.findall(sheet):
        kind = {"@f": "font-src", "@i": "style-src"}.get(rule[:2], "img-src")
        yield from (Load(kind, link) for link in _ADDRESS.findall(rule))
