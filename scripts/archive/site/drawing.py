"""Lets an engine's templates be drawn in less time: read, compiled and drawn once where once is enough."""

from collections.abc import Callable, Container, Iterator, Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache
from jinja2.runtime import Context

from archive.exports.markup import prefer_items

Draw = Callable[[Context], Iterator[str]]

# Partials, and blocks of Material's base.html, that are alike on generated pages outside the navigation.
_PARTIALS = ("header-search", "palette", "nav", "top")
_BLOCKS = ("styles", "libs", "fonts", "analytics", "tabs", "footer", "config", "scripts")
# Ours in the place of Material's, on which neither hangs.
_OURS = {"404.html", "main.html", "partials/header.html", "partials/source.html"}


def draw_quickly(env: Environment, folders: Sequence[Path], generated: Container[str], kept: Path) -> None:
    """Prepare an environment whose templates don't change; `folders` has those of the owner first.

    `generated` are the paths of generated pages. Compiled templates are `kept` in a folder from one build to
    the next: to compile them takes a quarter of the time that three articles take.
    """
    env.auto_reload = False
    kept.mkdir(parents=True, exist_ok=True)
    env.bytecode_cache = FileSystemBytecodeCache(str(kept))
    prefer_items(env)
    own, *others = folders
    names = {path.relative_to(own).as_posix() for path in own.rglob("*.html")} - _OURS
    # A template of the owner's in the place of Material's may draw on each page what it likes.
    if any((folder / name).exists() for name in names for folder in others):
        return
    for name in _PARTIALS:
        partial = env.get_template(f"partials/{name}.html")
        partial.root_render_func = draw_once(partial.root_render_func, generated)
    blocks = env.get_template("base.html").blocks
    blocks |= {name: draw_once(blocks[name], generated) for name in _BLOCKS}


def draw_once(draw: Draw, generated: Container[str]) -> Draw:
    """Return what draws once for all generated pages of a folder that the navigation has nothing of or below.

    https://jinja.palletsprojects.com/en/stable/api/#jinja2.Template.root_render_func
    """
    drawn: dict[str, str] = {}

    def recall(context: Context) -> Iterator[str]:
        page = context.get("page")
        # A person may hide parts of a page by hand.
        if page is None or page.file.src_uri not in generated or is_within(context["nav"], page.url):
            yield from draw(context)
            return
        folder = page.url.rstrip("/").rpartition("/")[0]
        if folder not in drawn:
            drawn[folder] = "".join(draw(context))
        yield drawn[folder]

    return recall


def is_within(nav: Any, address: str) -> bool:  # noqa: ANN401 (of another engine's)
    """Return whether the navigation has a page of an address, or below it."""
    return any(page.url.startswith(address) for page in nav.pages)
