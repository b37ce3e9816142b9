"""Articles as COinS, by which reference managers take references from a list: https://archive.org/details/coins_202405."""

from urllib.parse import quote, urlencode

from archive.catalogue.csl import find_type, full_title
from archive.sources.article import Article


def render_coins(article: Article) -> str:
    """Return an article as a context object of OpenURL (Z39.88-2004), in Dublin Core, but for its address.

    Zotero's own names of types stand for `type`, as Zotero writes and reads them.
    """
    record = article.record
    date = record.date.value
    known = [
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:dc"),
        ("rft.type", find_type(article).zotero),
        ("rft.title", full_title(article)),
        *(
            ("rft.aucorp" if author.is_body else "rft.au", author.filed)
            for author in record.author.value or ()
        ),
        ("rft.source", record.publication.value),
        ("rft.date", date and date.edtf),
        ("rft.language", record.language),
    ]
    return urlencode([(key, value) for key, value in known if value], quote_via=quote)
