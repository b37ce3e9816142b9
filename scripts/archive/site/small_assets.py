"""Makes scripts and style sheets of a built site small: comments and white space are for people."""

import shutil
from pathlib import Path

from minify import string as minify

from archive.pages.write_pages import write_if_different

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
            write_if_different(path, minify(_TYPES[path.suffix], path.read_text("utf-8")).encode())
