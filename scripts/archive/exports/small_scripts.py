"""Makes the scripts of a built site small: comments and white space are for people, not for browsers."""

from pathlib import Path

from minify import string as minify


def write_small_scripts(site: Path) -> None:
    """Rewrite each script in place."""
    for path in (site / "assets").rglob("*.js"):
        path.write_text(minify("application/javascript", path.read_text("utf-8")), encoding="utf-8")
