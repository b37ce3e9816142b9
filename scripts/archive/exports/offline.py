"""The offline edition: the built site as a ZIP file that works from any folder, opened with file://.

There a browser loads neither modules nor data by script. So the modules are put into one plain script, in
which the articles themselves are searched in place of an index, and links name the file that they lead to.
"""

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from archive.catalogue.facets import count_facets, list_facet_values
from archive.exports.packing import write_zip
from archive.search.copies import list_vocabulary, render_result
from archive.sources.article import Article

OFFLINE = "offline.zip"

# Each module after those that it imports.
_MODULES = (
    *("fold", "stem", "query", "match", "nearest", "engine", "result", "view"),
    *("dialog", "page", "landing", "open"),
)

# What only a server or a crawler has a use for, and what is read in another way here.
_LEFT_OUT = re.compile(
    rf"pagefind/.*|assets/search/.*\.js|404\.html|_headers|robots\.txt|sitemap\..*|opensearch\.xml|{OFFLINE}"
)

_LINK = re.compile(
    r'(?P<name>href|action|data-page)="(?P<path>(?:\.\.?/)*(?:\.\.?|[^":?#]*/)?)(?P<rest>[?#][^"]*)?"'
)
_MODULE = re.compile(
    r'<script type="module" src="(?P<root>[./]*)assets/(?P<name>[a-z]+|search/open)\.js"></script>'
)
_POLICY = re.compile(r'\s*<meta http-equiv="Content-Security-Policy"[^>]*>')
_ONLY_ONLINE = re.compile(
    r'\s*<link rel="(?:search|alternate )" type="application/(?:opensearch|atom|feed)[^>]*>'
    r'|\s*<li class="online-only">.*?</li>'
)


def write_offline(articles: Sequence[Article], folder: Path) -> None:
    """Write the offline edition into the folder of the site that it is made from."""
    search = folder / "assets" / "search"
    modules = {name: (search / f"{name}.js").read_text("utf-8") for name in _MODULES}
    modules["engine"] = (search / "offline.js").read_text("utf-8")
    made = {
        "assets/search/open.js": to_plain_script(modules).encode(),
        "offline-data.js": to_data_script(articles).encode(),
    }
    (search / "offline.js").unlink()
    found = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    names = sorted([*(name for name in found if not _LEFT_OUT.fullmatch(name)), *made])
    with (folder / OFFLINE).open("wb") as target:
        write_zip(target, ((name, made.get(name) or read_file(folder, name)) for name in names))


def read_file(folder: Path, name: str) -> bytes:
    """Return a file of the site as the edition holds it."""
    data = (folder / name).read_bytes()
    if name.endswith(".html"):
        return to_offline_page(data.decode()).encode()
    if name in {"assets/article.js", "assets/home.js"}:
        # A module keeps its names to itself; a plain script doesn't.
        return b"(() => {\n%b\n})();\n" % data
    return data


def to_offline_page(page: str) -> str:
    """Return a page whose links and scripts work from a folder; a policy has no origin there."""
    # Zensical writes each slash of an address as a reference.
    page = _ONLY_ONLINE.sub("", _POLICY.sub("", page.replace("&#x2f;", "/")))
    page = _MODULE.sub(r'<script defer src="\g<root>assets/\g<name>.js"></script>', page)
    return _LINK.sub(lambda match: f'{match["name"]}="{to_file(match["path"])}{match["rest"] or ""}"', page)


def to_file(path: str) -> str:
    """Return the file that a path to a folder means; any other path stays."""
    if path.endswith("/") or path.rsplit("/", maxsplit=1)[-1] in {".", ".."}:
        return f"{path.rstrip('/')}/index.html"
    return path


def to_plain_script(modules: Mapping[str, str]) -> str:
    """Return modules as one script: each is a function that hands on what the module exports."""
    parts = [to_function(name, modules[name]) for name in _MODULES]
    return "\n".join(["(async () => {", "const $address = document.currentScript.src;", *parts, "})();", ""])


def to_function(name: str, module: str) -> str:
    """Return a module as a function of that name; it must import from modules that stand before it."""
    body = re.sub(
        r'import\s*\{(?P<names>[^}]*)\}\s*from\s*"\./(?P<module>\w+)\.js";?',
        lambda match: f"const {{{match['names']}}} = $" + match["module"] + ";",
        module,
    )
    body = re.sub(r'import\("[^"]*pagefind\.js"\)', "Promise.resolve()", body).replace(
        "import.meta.url", "$address"
    )
    body = re.sub(r'import\("\./(\w+)\.js"\)', r"Promise.resolve($\1)", body)
    body = re.sub(
        r"import\(`\./\$\{(\w+)\}\.js`\)", r"Promise.resolve(({ $view, $dialog, $page })[`$${\1}`])", body
    )
    exported = re.findall(r"\bexport const (\w+)", body)
    body = re.sub(r"\bexport const ", "const ", body)
    return f"const ${name} = await (async () => {{\n{body}\nreturn {{ {', '.join(exported)} }};\n}})();"


def to_data_script(articles: Sequence[Article]) -> str:
    """Return the script that holds what is searched: articles newest first, facets and vocabulary."""
    data = {
        "articles": [render_result(article) | {"facets": list_facet_values(article)} for article in articles],
        "facets": count_facets(articles),
        "vocabulary": list_vocabulary(articles),
    }
    return f"globalThis.offlineData = {json.dumps(data, separators=(',', ':'))};\n"
