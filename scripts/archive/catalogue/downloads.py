"""What a reader may take an article away as; exports/formats.py makes each of them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Download:
    """A file beside the page of an article: the end of its name, what it is called, its media type.

    `purpose` is `copy` for what is read or kept, `reference` for what reference managers read.
    """

    suffix: str
    label: str
    media_type: str
    purpose: str


DOWNLOADS = (
    Download(".txt", "Original text", "text/plain", "copy"),
    Download(".md", "Markdown", "text/markdown", "copy"),
    Download(".json", "JSON", "application/json", "copy"),
    Download(".epub", "EPUB", "application/epub+zip", "copy"),
    Download(".tei.xml", "TEI", "application/tei+xml", "copy"),
    Download(".csl.json", "CSL-JSON", "application/vnd.citationstyles.csl+json", "reference"),
    Download(".bib", "BibTeX", "application/x-bibtex", "reference"),
    Download(".ris", "RIS", "application/x-research-info-systems", "reference"),
)
