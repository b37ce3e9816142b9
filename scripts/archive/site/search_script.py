"""Joins the modules of the search into one script, which a browser asks for once.

Each module becomes a function that hands on what it exports. The online edition has all but what every page
loads in one module, `search.js`; the offline edition has all of it in one plain script.
"""

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from archive.pages.write_pages import write_if_different
from archive.sources.words import Words

# The files of the search by their names, with their contents.
Modules = Mapping[str, str]

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


def read_modules(folder: Path, words: Words) -> Modules:
    """Return each file of the search, and the words that it says, which its module `wording` takes in."""
    known = {group: words.find(group) for group in _WORDING}
    wording = json.dumps({"language": words.language, **known}, ensure_ascii=False)
    files = [path for path in folder.iterdir() if path.suffix in {".js", ".json"}]
    return {**{path.name: path.read_text("utf-8") for path in files}, "wording.json": wording}


def write_search_script(modules: Modules, folder: Path) -> None:
    """Put one module in the place of those in the folder of a site that belong together."""
    write_if_different(folder / "search.js", render_search_module(modules).encode())
    for name in modules.keys() - {f"{name}.js" for name in _ALONE}:
        (folder / name).unlink(missing_ok=True)


def render_search_module(modules: Modules) -> str:
    """Return the search as one module."""
    names = ", ".join(f"${name} as {name}" for name in _PARTS)
    return f"const $address = import.meta.url;\n{join_modules(modules, _PARTS)}\nexport {{ {names} }};\n"


def render_plain_script(modules: Modules) -> str:
    """Return all of the search as one script that is no module and reads scripts in place of data."""
    parts = join_modules(modules, ("read-offline", *(name for name in _PARTS if name != "read")))
    alone = join_modules(modules, _ALONE)
    search = f"const $search = {{ {', '.join(f'{name}: ${name}' for name in _PARTS)} }};"
    body = f"const $address = document.currentScript.src;\n{parts}\n{search}\n{alone}"
    return f"(() => {{\n{body}\n}})();\n"


def join_modules(modules: Modules, names: Iterable[str]) -> str:
    """Return modules as functions, each after those that it imports."""
    return "\n".join(_to_function(modules, name) for name in names)


def _to_function(modules: Modules, name: str) -> str:
    body = _DATA.sub(lambda m: f"const {m['name']} = {modules[m['file']]};", modules[f"{name}.js"])
    body = _IMPORT.sub(lambda m: f"const {{{m['names']}}} = ${m['module']};", body)
    body = _LATER.sub(r"Promise.resolve($\g<module>)", body).replace("import.meta.url", "$address")
    exported = ", ".join(match["name"] for match in _EXPORT.finditer(body))
    result = f"return {{ {exported} }};" if exported else ""
    constant = f"${name.removesuffix('-offline')}"
    return f"const {constant} = (() => {{\n{_EXPORT.sub('', body)}\n{result}\n}})();"
