"""Makes scripts and style sheets of a built site small: comments and white space are for people."""

from pathlib import Path

from minify import string as minify

_TYPES = {".js": "application/javascript", ".css": "text/css"}


def write_small_assets(site: Path) -> None:
    """Rewrite each script and style sheet of ours in place; Material's, in other folders, are small."""
    assets = site / "assets"
    for path in [*assets.iterdir(), *(assets / "search").iterdir()]:
        if path.suffix in _TYPES:
            path.write_text(minify(_TYPES[path.suffix], path.read_text("utf-8")), "utf-8")
