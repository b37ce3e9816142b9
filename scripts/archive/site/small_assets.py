"""Makes scripts and style sheets of a built site small: comments and white space are for people."""

from pathlib import Path

from minify import string as minify

_TYPES = {".js": "application/javascript", ".css": "text/css"}


def write_small_assets(site: Path) -> None:
    """Rewrite each script and style sheet of ours in place; Material's, in other folders, are small."""
    assets = site / "assets"
    for path in [*assets.iterdir(), *(assets / "search").iterdir()]:
        if path.suffix in _TYPES:
            written = path.read_text("utf-8")
            # One that is small is left alone: who ends this in the middle must not leave a half of it.
            if (small := minify(_TYPES[path.suffix], written)) != written:
                path.write_text(small, "utf-8")
