"""What a person says of all texts that are added together."""

from dataclasses import dataclass, replace

from archive.adding.drafting.draft import Draft
from archive.sources.paragraphs import Paragraph
from archive.sources.printed import is_quoted

SAID = "Said of all the texts that were added with this one."


@dataclass(frozen=True)
class Shared:
    """Values for every text, None where each says its own; `publish` asks for records that are no drafts.

    Of a text that is in the archive already or much the same as one there, `replace` puts it in its place,
    `printing` names it as another printing, and `beside` adds it, too.
    """

    publication: str | None = None
    kind: str | None = None
    rights: str | None = None
    language: str | None = None
    encoding: str | None = None
    publish: bool = False
    replace: bool = False
    printing: bool = False
    beside: bool = False


def add_shared(draft: Draft, shared: Shared, paragraphs: tuple[Paragraph, ...]) -> Draft:
    """Return a draft that says what was said of all texts; that the text prints it is said, too."""
    keys = dict(draft.keys)
    if shared.publication:
        printed = is_quoted(shared.publication, paragraphs)
        said = {"value": shared.publication, "inferred": SAID}
        keys["publication"] = shared.publication if printed else {**said}
    if shared.kind:
        keys["kind"] = shared.kind
    if shared.rights:
        keys["rights"] = shared.rights
    return replace(draft, keys=keys)
