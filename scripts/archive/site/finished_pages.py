"""The last touch to a page: its policy names its scripts, and slips of Material are mended.

Material has a few short scripts inside its pages; the content security policy names each by its hash, and
lets no other run: https://www.w3.org/TR/CSP3/.
"""

import base64
import hashlib
import re
from functools import cache
from pathlib import Path

# Scripts that run: those of another type are data.
_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_POLICY = re.compile(r'(<meta http-equiv="Content-Security-Policy" content="[^"]*script-src)')

# What the HTML checker finds wrong with Material 9.8: boxes that are ticked have nothing to complete, and an
# attribute that is left empty is no number.
_SLIPS = re.compile(
    r' autocomplete="off"(?=>\s*<(?:input class="md-toggle"|label class="md-overlay"))| tabindex=""'
)

# Where templates have their blank lines and indents: a fifth of a page's weight.
_LAYOUT = re.compile(r"\n\s+")
# What keeps its white space: the text of an article, and what is set as typed.
_TYPED = re.compile(r'(<div id="text".*?\n</div>|<pre\b.*?</pre>)', re.DOTALL)


@cache
def hash_script(script: str) -> str:
    """Return the source expression that lets this script run."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def finish_page(page: str) -> str:
    """Return a page with the hash of each script that stands in it in its policy, and without slips.

    What is laid out by templates loses its indents; what is typed keeps them.
    """
    parts = _TYPED.split(page)
    parts[::2] = [_SLIPS.sub("", _LAYOUT.sub("\n", part)) for part in parts[::2]]
    page = "".join(parts)
    hashes = " ".join(dict.fromkeys(map(hash_script, _INLINE.findall(page))))
    return _POLICY.sub(rf"\1 {hashes}", page, count=1)


def write_finished_pages(site: Path) -> None:
    """Finish every page of a built site in place."""
    for path in site.rglob("*.html"):
        path.write_text(finish_page(path.read_text("utf-8")), "utf-8")
