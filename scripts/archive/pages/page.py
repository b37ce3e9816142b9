"""A generated page: front matter as a person would write it, Markdown below, and what its template draws."""

from dataclasses import dataclass, field
from typing import Any

import frontmatter
import yaml

Meta = dict[str, Any]

# The templates have sidebars of their own in the place of Material's:
# https://squidfunk.github.io/mkdocs-material/setup/setting-up-navigation/#hiding-the-sidebars
_HIDDEN = {"hide": ["navigation", "toc"]}


class _Dumper(yaml.CSafeDumper):
    """Writes front matter without anchors, so that a person can read it."""

    def ignore_aliases(self, data: object) -> bool:
        """Write out whatever stands twice."""
        del data
        return True


@dataclass(frozen=True)
class Page:
    """A page: its path below docs/, its front matter, all else that its template draws, and its Markdown.

    The template that the front matter names draws the page; docs/theme/ holds it.
    """

    path: str
    meta: Meta
    view: Meta = field(default_factory=dict)
    body: str = ""

    @property
    def whole(self) -> Meta:
        """Return all that the template draws: what the front matter says, and the view."""
        return _HIDDEN | self.view | self.meta


def render_page(meta: Meta, body: str) -> str:
    """Return front matter and Markdown as one file; what is None is left out."""
    post = frontmatter.Post(body)
    post.metadata = drop_none(meta)
    # A value stands on the line of its key.
    written = frontmatter.dumps(post, Dumper=_Dumper, sort_keys=False, width=10**6, default_flow_style=False)
    return f"{written}\n"


def drop_none(value: object) -> Any:  # noqa: ANN401 (mappings and lists of any depth)
    """Return a value without the keys of its mappings, and of those in it, that have none."""
    if isinstance(value, dict):
        return {key: drop_none(item) for key, item in value.items() if item is not None}
    return list(map(drop_none, value)) if isinstance(value, list) else value
