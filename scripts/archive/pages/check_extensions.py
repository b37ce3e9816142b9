"""Extensions of Markdown that a site of verbatim texts can't have, each with the reason."""

from collections.abc import Iterable, Iterator

from archive.sources.problem import Problem

ALTERING = {
    "meta": "takes a first line such as `Title: x` away",
    "nl2br": "breaks lines that the page joins",
    "smarty": "changes quotation marks, dashes and dots",
    "pymdownx.arithmatex": "takes what stands between dollar signs for a formula",
    "pymdownx.smartsymbols": "changes (c), (tm), 1/2 and the like",
    "pymdownx.striphtml": "takes the labels of paragraphs away",
}


def check_extensions(path: str, written: str, names: Iterable[str]) -> Iterator[Problem]:
    """The configuration, as written, has no extension that alters texts by design."""
    lines = written.splitlines()
    for name in names:
        short = name.removeprefix("markdown.extensions.")
        if short in ALTERING:
            line = next((number for number, line in enumerate(lines, start=1) if short in line), 1)
            yield Problem(path, line, f"the extension {name} {ALTERING[short]}; take it out")
