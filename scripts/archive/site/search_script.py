"""Makes the scripts of a built site out of their modules: plain ones, for a server and a folder alike.

What stands at the top of a module has a name of its own among all of the search, which is one script, asked
for once; what every page loads of it is `open.js`.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from archive.pages.write_pages import write_if_different
from archive.sources.words import Words

# The files that scripts are made of by their names, with their contents.
Modules = Mapping[str, str]

# Each module of the search after those that it imports.
_PARTS = (
    *("wording", "read", "fold", "stem", "query", "words", "places", "match", "nearest", "units", "archives"),
    *("dates", "engine"),
    *("request", "result", "chart", "lines", "nothing", "options", "view", "dialog", "place", "page"),
    "landing",
)

# What open.js asks of it, and what the tests compare with its fellow in Python.
_HANDED_ON = ("startDialog", "startPage", "land", "toTokens", "stem")

# The scripts that pages load.
_ALONE = ("article.js", "home.js", "search/open.js")

# What the search counts.
_COUNTS = ("articles", "about_articles", "paragraphs", "lines")

# The groups of words that the script of an article says.
_READING = ("reading", "settings", "verifying")

_IMPORT = re.compile(r'import\s*\{[^}]*\}\s*from\s*"\./[\w-]+\.js";')
_DATA = re.compile(r'import (?P<name>\w+) from "\./(?P<file>\w+\.json)" with \{ type: "json" \};')
_EXPORT = re.compile(r"\bexport (?=const )")


def write_scripts(source: Path, assets: Path, words: Words) -> None:
    """Write the scripts of a site into its assets, where their modules are copied from `source`."""
    search = assets / "search"
    files = [*(source / "search").glob("*.js*"), *(source / name for name in _ALONE)]
    modules = {path.name: path.read_text("utf-8") for path in files} | dict(_render_words(words))
    for name in modules.keys() - {"open.js"}:
        (search / name).unlink(missing_ok=True)
    for name in _ALONE:
        script = _join(modules, [Path(name).stem], ())
        write_if_different(assets / name, f"{script};\n".encode())
    whole = _join(modules, _PARTS, _HANDED_ON)
    write_if_different(search / "search.js", f"archive.data = {whole};\n".encode())


def _render_words(words: Words) -> Iterator[tuple[str, str]]:
    """Yield the words that scripts say, as files that they import."""
    counts = words.find("counts")
    finds = {group: words.find(group) for group in ("finds", "facets")}
    finds |= {"language": words.language, "counts": {name: counts[name] for name in _COUNTS}}
    read = {group: words.find(group) for group in _READING} | {"verify": words.say("record.verify")}
    yield from (("wording.json", _to_json(finds)), ("words.json", _to_json(read)))


def _to_json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False)


def _join(modules: Modules, names: Iterable[str], handed_on: Iterable[str]) -> str:
    """Return what modules do, in one function that hands something on; no two may use a name twice."""
    body = "\n".join(_to_body(modules, name) for name in names)
    return f"(() => {{\n{body}\nreturn {{ {', '.join(handed_on)} }};\n}})()"


def _to_body(modules: Modules, name: str) -> str:
    body = _EXPORT.sub("", _IMPORT.sub("", modules[f"{name}.js"]))
    return _DATA.sub(lambda match: f"const {match['name']} = {modules[match['file']]};", body)
