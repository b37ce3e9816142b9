"""Makes scripts and style sheets of a built site small: comments and white space are for people."""

from pathlib import Path

from rcssmin import cssmin
from rjsmin import jsmin

_MINIFIERS = {".js": jsmin, ".css": cssmin}


def write_small_assets(site: Path) -> None:
    """Rewrite each script and style sheet of ours in place; Material's are small already."""
    for path in (site / "assets").rglob("*"):
        if path.suffix in _MINIFIERS and ".min" not in path.suffixes:
            path.write_text(_MINIFIERS[path.suffix](path.read_text("utf-8")), "utf-8")
