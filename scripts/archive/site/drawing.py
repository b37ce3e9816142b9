"""Lets an engine's templates be drawn in less time: read, compiled and drawn once where once is enough."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache
from jinja2.runtime import Context

from archive.exports.markup import prefer_items

Draw = Callable[[Context], Iterator[str]]

# Partials, and blocks of Material's base.html, that are alike on pages that the navigation doesn't have.
_PARTIALS = ("header-search", "palette", "nav", "top")
_BLOCKS = ("styles", "libs", "fonts", "analytics", "tabs", "footer", "config", "scripts")
# Ours in the place of Material's, on which neither hangs.
_OURS = {"404.html", "main.html", "partials/header.html", "partials/source.html"}


def draw_quickly(env: Environment, folders: Sequence[Path]) -> None:
    """Prepare an environment whose templates don't change; `folders` has those of the owner first."""
    env.auto_reload = False
    env.bytecode_cache = FileSystemBytecodeCache()
    prefer_items(env)
    own, *others = folders
    names = {path.relative_to(own).as_posix() for path in own.rglob("*.html")} - _OURS
    # A template of the owner's in the place of Material's may draw on each page what it likes.
    if any((folder / name).exists() for name in names for folder in others):
        return
    for name in _PARTIALS:
        partial = env.get_template(f"partials/{name}.html")
        partial.root_render_func = draw_once(partial.root_render_func)
    blocks = env.get_template("base.html").blocks
    blocks |= {name: draw_once(blocks[name]) for name in _BLOCKS}


def draw_once(draw: Draw) -> Draw:
    """Return what draws once for all pages of a folder of which the navigation has none, nor any below.

    https://jinja.palletsprojects.com/en/stable/api/#jinja2.Template.root_render_func
    """
    drawn: dict[str, str] = {}

    def recall(context: Context) -> Iterator[str]:
        page = context.get("page")
        if page is None or any(other.url.startswith(page.url) for other in context["nav"].pages):
            yield from draw(context)
            return
        folder = page.url.rstrip("/").rpartition("/")[0]
        if folder not in drawn:
            drawn[folder] = "".join(draw(context))
        yield drawn[folder]

    return recall
