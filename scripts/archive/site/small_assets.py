"""Makes scripts and style sheets of a built site small: comments and white space are for people."""

import shutil
from pathlib import Path

from minify import string as minify

_TYPES = {".js": "application/javascript", ".css": "text/css"}


def write_small_assets(site: Path) -> None:
    """Rewrite each script and style sheet of ours; Material's, in other folders, are small.

    Of Material's goes what no page loads: maps of its sources, and its own search unless a plugin uses it.
    """
    assets = site / "assets"
    for path in assets.rglob("*.map"):
        path.unlink()
    if not (site / "search" / "search_index.json").exists():
        for name in ("lunr", "workers"):
            shutil.rmtree(assets / "javascripts" / name, ignore_errors=True)
    for path in [*assets.iterdir(), *(assets / "search").iterdir()]:
        if path.suffix in _TYPES:
            write_asset(path, minify(_TYPES[path.suffix], path.read_text("utf-8")))


def write_asset(path: Path, text: str) -> None:
    """Write a file that is there when it is whole: who ends this in the middle doesn't leave a half of it."""
    half = path.with_name(f".new-{path.name}")
    half.write_text(text, "utf-8")
    half.replace(path)
