"""Joins the modules of the search into one script, asked for once, and puts words into scripts.

What stands at the top of a module has a name of its own among all of them. The online edition has all but
what every page loads in one module, `search.js`; the offline edition has all of it in one plain script.
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
    *("wording", "read", "fold", "stem", "query", "words", "places", "match", "nearest", "units", "archives"),
    *("dates", "engine"),
    *("request", "result", "chart", "lines", "nothing", "options", "view", "dialog", "place", "page"),
)

# The groups of words that the search says.
_WORDING = ("finds", "counts", "facets", "as_facets")

# The groups of words that the script of an article says.
_READING = ("reading", "settings", "verifying")

# What every page loads, and what it loads where a reader comes from a search.
_ALONE = ("landing", "open")

_IMPORT = re.compile(r'import\s*\{[^}]*\}\s*from\s*"\./[\w-]+\.js";')
_DATA = re.compile(r'import (?P<name>\w+) from "\./(?P<file>\w+\.json)" with \{ type: "json" \};')
_LATER = re.compile(r'import\("\./(?P<module>\w+)\.js"\)')
_EXPORT = re.compile(r"\bexport (?=const )")

# What open.js asks of it, and what the tests compare with its fellow in Python.
_HANDED_ON = ("startDialog", "startPage", "toTokens", "stem")


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


def write_article_script(script: Path, words: Words) -> None:
    """Put the words that it says into the script of an article."""
    said = {group: words.find(group) for group in _READING} | {"verify": words.say("record.verify")}
    files = {"words.json": json.dumps(said, ensure_ascii=False)}
    write_if_different(script, put_data(script.read_text("utf-8"), files).encode())


def put_data(script: str, files: Mapping[str, str]) -> str:
    """Return a script with the files of data that it imports."""
    return _DATA.sub(lambda match: f"const {match['name']} = {files[match['file']]};", script)


def render_search_module(modules: Modules) -> str:
    """Return the search as one module."""
    parts = join_modules(modules, _PARTS, _HANDED_ON)
    names = f"export const {{ {', '.join(_HANDED_ON)} }} = $search;"
    return f"const $address = import.meta.url;\nconst $search = {parts};\n{names}\n"


def render_plain_script(modules: Modules) -> str:
    """Return all of the search as one script that is no module and reads scripts in place of data."""
    parts = join_modules(modules, ("read-offline", *(name for name in _PARTS if name != "read")), _HANDED_ON)
    landing = join_modules(modules, ["landing"], ["land"])
    opening = join_modules(modules, ["open"], [])
    body = f"const $search = {parts};\nconst $landing = {landing};\n{opening};"
    return f"(() => {{\nconst $address = document.currentScript.src;\n{body}\n}})();\n"


def join_modules(modules: Modules, names: Iterable[str], handed_on: Iterable[str]) -> str:
    """Return what modules do, in one function that hands something on; no two may use a name twice."""
    body = "\n".join(_to_body(modules, name) for name in names)
    return f"(() => {{\n{body}\nreturn {{ {', '.join(handed_on)} }};\n}})()"


def _to_body(modules: Modules, name: str) -> str:
    body = put_data(modules[f"{name}.js"], modules)
    body = _LATER.sub(r"Promise.resolve($\g<module>)", body).replace("import.meta.url", "$address")
    return _EXPORT.sub("", _IMPORT.sub("", body))
