"""What a finished page or a style sheet loads, and which of it the policy of the page keeps from it."""

import re
from collections.abc import Iterator, Mapping, Sequence
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
_NAMES = "|".join(name for lower in ("link", *_ELEMENTS) for name in (lower, lower.upper()))
# Links as templates write them that load nothing, and are other ones on each page, need no look.
_TAG = re.compile(
    rf"""<(?!link rel="(?:alternate |prev|next|canonical|license)")(?:{_NAMES})\b"""
    r"""(?:[^>"']++|"[^"]*"|'[^']*')*>"""
)
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)"')
# Where a page may hold what its policy can't let it have; a text may hold it, too.
# What Material loads where a page has a diagram, and what that does.
_MERMAID = (
    Load("script-src", "https://unpkg.com/mermaid", instead="keep diagrams as SVG"),
    Load("style-src", what="styles of mermaid", instead="keep diagrams as SVG"),
)
_SCRIPTED = re.compile(r"""\.src=["'](https?://[^"']+)""")
_HANDLER = re.compile(r" on[a-z]+=")
_IN_SHEET = re.compile(r"@font-face\s*\{[^}]*\}|@import[^;]*;|url\([^)]*\)")
_ADDRESS = re.compile(r"""(?:url\(|@import)\s*["']?([^"')\s;]+)""")


def list_blocked(page: str, address: str) -> Iterator[Load]:
    """Yield what a finished page names and its policy keeps from it; `address` is that of the site."""
    if not (found := _POLICY.search(page)):
        return
    policy = unescape(found[1])
    tags = _TAG.findall(page)
    yield from dict.fromkeys(load for tag in tags for load in list_blocked_of_tag(tag, policy, address))
    # A text may hold these, too.
    if "style=" in page or ".src=" in page or _HANDLER.search(page):
        yield from (load for load in list_inline(page, address) if not is_allowed(policy, load))
    if '<pre class="mermaid"' in page:
        yield from (load for load in _MERMAID if not is_allowed(policy, load))


@lru_cache(maxsize=1024)
def list_blocked_of_tag(tag: str, policy: str, address: str) -> Sequence[Load]:
    """Return what an element loads and a policy keeps from it."""
    return [load for load in list_loads(tag, address) if not is_allowed(policy, load)]


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


def list_inline(page: str, address: str) -> Iterator[Load]:
    """Yield styles and handlers of events that stand in attributes, and what a script that runs loads.

    So a script of Material's, for analytics, has another come from Google.
    """
    instead = "write it in docs/assets/"
    for node in LexborHTMLParser(page).css("*"):
        for name in node.attributes:
            if name == "style":
                yield Load("style-src", what=f"the style of a <{node.tag}>", instead=instead)
            elif name.startswith("on"):
                yield Load("script-src", what=f"{name} of a <{node.tag}>", instead=instead)
        if node.tag == "script" and "type" not in node.attributes:
            for link in _SCRIPTED.findall(node.text()):
                yield Load("script-src", to_own(link, address))


def list_blocked_of_sheet(sheet: str, policy: str) -> Iterator[Load]:
    """Yield what a style sheet loads and the policy of the pages that have it keeps from it."""
    for rule in _IN_SHEET.findall(sheet):
        kind = {"@f": "font-src", "@i": "style-src"}.get(rule[:2], "img-src")
        found = (Load(kind, link) for link in _ADDRESS.findall(rule))
        yield from (load for load in found if not is_allowed(policy, load))


def describe_blocked(blocked: Mapping[Load, Sequence[str]], place: str) -> Iterator[str]:
    """Yield a sentence for each thing that is blocked; `place` is where the policy stands."""
    for load, names in blocked.items():
        where = f"{names[0]} and {len(names) - 1} more" if len(names) > 1 else names[0]
        allowed = f"allow it at {place}: {load.directive} {load.source}"
        elsewhere = "keep a copy in docs/assets/, since this archive asks nothing of others"
        instead = load.instead or (elsewhere if "//" in load.address else "")
        ways = f"{instead}, or {allowed}" if instead else allowed
        yield f"{where}: the policy keeps {load} from readers; {ways}"
