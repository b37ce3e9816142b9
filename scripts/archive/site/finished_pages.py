"""The last touch to a page: its policy names its scripts, and slips of Material are mended.

Material has a few short scripts inside its pages; the content security policy names each by its hash, and
lets no other run: https://www.w3.org/TR/CSP3/.
"""

import base64
import hashlib
import re
from functools import lru_cache
from html import unescape
from pathlib import Path

# Scripts that run, and styles: a script of another type is data, and one with an address has no hash here.
_INLINE = re.compile(
    r'<(script|style)(?![^>]*(?: src=| type="(?:application|text)/(?!javascript)))[^>]*>(.*?)</\1>', re.DOTALL
)
_POLICY = re.compile(r'(?<=<meta http-equiv="Content-Security-Policy" content=")[^"]*')

# What the HTML checker finds wrong with Material 9.8: boxes that are ticked have nothing to complete, and an
# attribute that is left empty is no number.
_TICKED = re.compile(r' autocomplete="off"(?=>\s*<(?:input class="md-toggle"|label class="md-overlay"))')
_EMPTY = ' tabindex=""'
# What Material has at the end of each page and nothing asks for: its own search and its words, what is null.
_UNASKED = re.compile(r'"search[\w.]*": "[^"]*", ?|"(?:annotate|tags)": null, ?|, "version": null')
# Contents of a page whose template has its own, and a script for tabs where there are none.
_NO_CONTENTS = re.compile(
    r'<div class="md-sidebar md-sidebar--secondary"[^>]* hidden>'
    r"\s*(?:<(?:div|nav)\b[^>]*>\s*)+(?:</(?:div|nav)>\s*)+"
)
_TABS = re.compile(r"<script>[^<]*__tabbed_[^<]*</script>")

# Where templates have blank lines and indents, a fifth of a page; before a block, no space shows.
_BEFORE_BLOCK = re.compile(
    r"\n(?=</?(?:li|[uod]l|d[td]|div|nav|main|section|header|footer|aside|article|meta|link|form|details"
    r"|p|h\d)\b)"
)
_LAYOUT = re.compile(r"\n\s+")
# What keeps its white space: the text of an article, and what is set as typed.
_TYPED = re.compile(r'(<div id="text".*?\n</div>|<pre\b.*?</pre>)', re.DOTALL)


def finish_page(page: str, *, serving: bool = False) -> str:
    """Return a page whose policy names each script and style that stands in it, and without slips.

    What is laid out by templates loses its indents; what is typed keeps them. Under MkDocs' own server any
    script that stands in the page may run, as its own must; all else is as strict as in the built site.
    """
    head, header, rest = page.partition("<header")
    body, config, words = rest.rpartition('<script id="__config"')
    words = _UNASKED.sub("", words) if config else words
    parts = _TYPED.split("".join([_TICKED.sub("", head), header, body, config, words]))
    parts[::2] = [clear(part) for part in parts[::2]]
    page = "".join(parts)
    if 'class="tabbed-set' not in page:
        page = _TABS.sub("", page)
    inline = tuple(dict.fromkeys(_INLINE.findall(page)))
    return _POLICY.sub(lambda found: complete_policy(found[0], inline, serving=serving), page, count=1)


def clear(markup: str) -> str:
    """Return what templates have laid out without what is empty, and without space that doesn't show."""
    laid_out = _LAYOUT.sub("\n", _NO_CONTENTS.sub("", markup.replace(_EMPTY, "")))
    return _BEFORE_BLOCK.sub("", laid_out)


@lru_cache(maxsize=1024)
def complete_policy(policy: str, inline: tuple[tuple[str, str], ...], *, serving: bool) -> str:
    """Return a policy, as it stands in a page, with the hashes of the elements that stand in the page.

    Where a policy lets all of them be, a hash would take that back.
    """
    completed = []
    for directive in unescape(policy).split(";"):
        kind = directive.strip().partition("-src")[0]
        if serving and kind == "script":
            # MkDocs puts a script into each page that it sends, which differs each time.
            completed += [f"{directive} 'unsafe-inline'", " script-src-attr 'none'"]
        elif kind in {"script", "style"} and "'unsafe-inline'" not in directive:
            hashes = [hash_text(text) for element, text in inline if element == kind]
            completed.append(" ".join([directive, *hashes]))
        else:
            completed.append(directive)
    return ";".join(completed).replace("&", "&amp;").replace('"', "&quot;")


def hash_text(text: str) -> str:
    """Return the source expression that lets this script run, or this style apply."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def write_finished_pages(site: Path) -> None:
    """Finish every page of a built site in place."""
    for path in site.rglob("*.html"):
        path.write_text(finish_page(path.read_text("utf-8")), "utf-8")
