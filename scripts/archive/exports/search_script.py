"""Joins the modules of the search into one script, which a browser asks for once.

Each module becomes a function that hands on what it exports. The online edition has all but what every page
loads in one module, `search.js`; the offline edition has all of it in one plain script.
"""

import json
import re
from collections.abc import Iterable
from pathlib import Path

from archive.sources.words import Words

# Each module after those that it imports.
_PARTS = (
    *("wording", "read", "fold", "stem", "query", "match", "nearest", "words", "units", "archives", "engine"),
    *("request", "result", "chart", "lines", "nothing", "options", "view", "dialog", "place", "page"),
)

# The groups of words that the search says.
_WORDING = ("finds", "counts", "facets", "as_facets")

# What every page loads, and what it loads where a reader comes from a search.
_ALONE = ("landing", "open")

_IMPORT = re.compile(r'import\s*\{(?P<names>[^}]*)\}\s*from\s*"\./(?P<module>[\w-]+)\.js";')
_DATA = re.compile(r'import (?P<name>\w+) from "\./(?P<file>\w+\.json)" with \{ type: "json" \};')
_LATER = re.compile(r'import\("\./(?P<module>\w+)\.js"\)')
_EXPORT = re.compile(r"\bexport (?=const (?P<name>\w+))")


def write_wording(folder: Path, words: Words) -> None:
    """Write the words that the search says, for its module `wording` to take in."""
    known = {group: words.find(group) for group in _WORDING}
    wording = {"language": words.language, **known}
    (folder / "wording.json").write_text(json.dumps(wording, ensure_ascii=False), "utf-8")


def write_search_script(folder: Path) -> None:
    """Put one module in the place of those in the folder of the search that belong together."""
    joined = join_modules(folder, _PARTS)
    names = ", ".join(f"${name} as {name}" for name in _PARTS)
    (folder / "search.js").write_text(
        f"const $address = import.meta.url;\n{joined}\nexport {{ {names} }};\n", "utf-8"
    )
    for name in (*_PARTS, "read-offline"):
        (folder / f"{name}.js").unlink()
    for path in folder.glob("*.json"):
        path.unlink()


def render_plain_script(folder: Path) -> str:
    """Return all of the search as one script that is no module and reads scripts in place of data."""
    parts = join_modules(folder, ("read-offline", *(name for name in _PARTS if name != "read")))
    alone = join_modules(folder, _ALONE)
    search = f"const $search = {{ {', '.join(f'{name}: ${name}' for name in _PARTS)} }};"
    body = f"const $address = document.currentScript.src;\n{parts}\n{search}\n{alone}"
    return f"(() => {{\n{body}\n}})();\n"


def join_modules(folder: Path, names: Iterable[str]) -> str:
    """Return modules as functions, each after those that it imports."""
    return "\n".join(_to_function(folder, name) for name in names)


def _to_function(folder: Path, name: str) -> str:
    body = (folder / f"{name}.js").read_text("utf-8")
    body = _DATA.sub(lambda m: f"const {m['name']} = {(folder / m['file']).read_text('utf-8')};", body)
    body = _IMPORT.sub(lambda m: f"const {{{m['names']}}} = ${m['module']};", body)
    body = _LATER.sub(r"Promise.resolve($\g<module>)", body).replace("import.meta.url", "$address")
    exported = ", ".join(match["name"] for match in _EXPORT.finditer(body))
    result = f"return {{ {exported} }};" if exported else ""
    constant = f"${name.removesuffix('-offline')}"
    return f"const {constant} = (() => {{\n{_EXPORT.sub('', body)}\n{result}\n}})();"
