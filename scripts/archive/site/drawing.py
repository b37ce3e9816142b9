"""Lets an engine's templates be drawn in less time: read, compiled and drawn once where once is enough."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, Template
from jinja2.runtime import Context

# Partials that are alike on pages that the navigation doesn't have.
_ALIKE = ("header-search", "palette", "tabs", "nav", "icons", "top", "footer")
# Ours in the place of Material's, which draw the same as those on every page.
_FOLLOWING = {"header.html", "source.html"}


def draw_quickly(env: Environment, folders: Sequence[Path]) -> None:
    """Prepare an environment whose templates don't change; `folders` has those of the owner first."""
    env.auto_reload = False
    env.bytecode_cache = FileSystemBytecodeCache()
    prefer_items(env)
    own, *others = (folder / "partials" for folder in folders)
    # A partial of the owner's in the place of Material's may draw on each page what it likes.
    names = {path.name for path in own.glob("*.html")} - _FOLLOWING
    if not any((folder / name).exists() for name in names for folder in others):
        for name in _ALIKE:
            draw_once(env.get_template(f"partials/{name}.html"))


def prefer_items(env: Environment) -> None:
    """Let templates find at once what a mapping has: Jinja asks first for an attribute, in vain.

    https://jinja.palletsprojects.com/en/stable/api/#jinja2.Environment.getattr
    """
    find, methods = env.getattr, frozenset(dir(dict))

    def find_item(obj: Any, attribute: str) -> Any:  # noqa: ANN401 (whatever templates draw)
        if type(obj) is not dict or attribute in methods:
            return find(obj, attribute)
        return obj[attribute] if attribute in obj else env.undefined(obj=obj, name=attribute)

    env.getattr = find_item  # type: ignore[method-assign]


def draw_once(partial: Template) -> None:
    """Let a partial be drawn once for all pages of a folder that the navigation has nothing of or below.

    https://jinja.palletsprojects.com/en/stable/api/#jinja2.Template.root_render_func
    """
    draw, drawn = partial.root_render_func, dict[str, str]()

    def recall(context: Context) -> Iterator[str]:
        page = context.get("page")
        if page is None or any(other.url.startswith(page.url) for other in context["nav"].pages):
            yield from draw(context)
            return
        folder = page.url.rstrip("/").rpartition("/")[0]
        if folder not in drawn:
            drawn[folder] = "".join(draw(context))
        yield drawn[folder]

    partial.root_render_func = recall
