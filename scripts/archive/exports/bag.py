"""Originals and records as a bag, which archives hand to repositories: RFC 8493, https://www.rfc-editor.org/rfc/rfc8493.

The Library of Congress' own library makes bags only of folders in their place, and dates them by the clock.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence

from archive.catalogue.catalogue import Catalogue
from archive.exports.packing import pack_zip
from archive.sources.article import Article
from archive.sources.read_articles import RECORD, TEXT
from archive.sources.site import Site
from archive.sources.slugs import to_free_slug

BAG = "archive.bag.zip"
_SUMS = ("sha256", "sha512")


def list_bag(catalogue: Catalogue, site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of the bag of the articles that are no drafts."""
    published = [article for article in catalogue.articles if not article.record.draft]
    payload = dict(sorted(list_payload(published)))
    tags = {
        "bagit.txt": b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
        "bag-info.txt": render_info(published, payload, site).encode(),
        **{f"manifest-{kind}.txt": render_manifest(payload, kind) for kind in _SUMS},
    }
    files = tags | {f"tagmanifest-{kind}.txt": render_manifest(tags, kind) for kind in _SUMS} | payload
    root = BAG.removesuffix(".zip")
    yield BAG, pack_zip((f"{root}/{name}", data) for name, data in files.items())


def list_payload(articles: Sequence[Article]) -> Iterator[tuple[str, bytes]]:
    """Yield the path and bytes of each text and each record.

    A name that manifests write in several ways, or that a ZIP file can't have, gives way to the slug.
    """
    taken = {article.name for article in articles}
    for article in articles:
        name = article.name
        if "%" in name or not name.isprintable():
            name = to_free_slug(article.record.slug, taken)
            taken.add(name)
        yield f"data/articles/{name}{TEXT}", article.data
        yield f"data/articles/{name}{RECORD}", article.record_data


def render_info(articles: Sequence[Article], payload: Mapping[str, bytes], site: Site) -> str:
    """Return what is known of the bag: https://www.rfc-editor.org/rfc/rfc8493#section-2.2.2.

    Its day is that of the newest record, so that the same articles make the same bag.
    """
    days = [article.record.updated for article in articles if article.record.updated]
    known = {
        "Source-Organization": site.name,
        "External-Description": site.description,
        "External-Identifier": site.address,
        "Bagging-Date": max(days).isoformat() if days else "",
        "Payload-Oxum": f"{sum(map(len, payload.values()))}.{len(payload)}",
    }
    lines = ((label, " ".join(value.split())) for label, value in known.items())
    return "".join(f"{label}: {value}\n" for label, value in lines if value)


def render_manifest(files: Mapping[str, bytes], kind: str) -> bytes:
    """Return the sum of each file."""
    lines = (f"{hashlib.new(kind, data).hexdigest()}  {name}\n" for name, data in files.items())
    return "".join(lines).encode()
