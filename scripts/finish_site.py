"""Adds to a built site what is made from the articles themselves: search index and files to take away."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from archive.catalogue.catalogue import Catalogue, make_catalogue
from archive.catalogue.read_archive import list_published, read_archive
from archive.exports.bag import write_bag
from archive.exports.take_away import write_take_away
from archive.search.index import INDEX, write_search_index
from archive.search.indexing import replace_index
from archive.site.finished_pages import write_finished_pages
from archive.site.fixity import write_fixity
from archive.site.offline import write_offline
from archive.site.search_script import read_modules, write_search_script
from archive.site.signing import SigningError, SigningKey, read_key
from archive.site.small_assets import write_small_assets
from archive.site.wayfinding import write_loaded_list, write_wayfinding
from archive.sources.site import Site, read_site

ROOT = Path(__file__).resolve().parent.parent


def finish_site(catalogue: Catalogue, folder: Path, site: Site, key: SigningKey | None = None) -> None:
    """Write all but the search index, which is there."""
    write_wayfinding(catalogue.views, folder, site)
    write_take_away(catalogue.views, catalogue.entries, folder, site)
    write_bag(catalogue.articles, folder, site)
    modules = read_modules(ROOT / "docs" / "assets" / "search", site.words)
    write_search_script(modules, folder / "assets" / "search")
    write_small_assets(folder)
    write_offline(folder, modules)
    write_loaded_list(folder, site)
    write_fixity(folder, ROOT / "scripts" / "verify.py", key)


def finish_again(articles_folder: Path, folder: Path, site: Site, key: SigningKey | None) -> None:
    """Write all of it anew, search index and all, into a site whose pages changed; drafts are shown."""
    articles, _ = read_archive(articles_folder, site.words)
    index = folder / f".new-{INDEX}"
    write_search_index(articles, index, site)
    replace_index(index, folder)
    finish_site(make_catalogue(articles, site), folder, site, key)


def read_signing_key() -> SigningKey | None:
    """Return the key that SIGNING_KEY names in the environment; None if it names none."""
    path = os.environ.get("SIGNING_KEY")
    return read_key(Path(path)) if path else None


def main(argv: Sequence[str] | None = None) -> int:
    """Finish the site that the command line names; return 0 if all is well, 1 if an article has problems."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path, nargs="?", default=ROOT / "site", help="the built site")
    options = parser.parse_args(argv)
    if not (options.site / "index.html").is_file():
        parser.error(f"{options.site} is not a built site")
    try:
        key = read_signing_key()
    except SigningError as error:
        print(error, file=sys.stderr)
        return 1
    site = read_site(ROOT / "mkdocs.yml")
    articles, problems = read_archive(ROOT / "articles", site.words)
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        return 1
    published = list_published(articles)
    write_finished_pages(options.site)
    write_search_index(published, options.site / INDEX, site)
    finish_site(make_catalogue(published, site), options.site, site, key)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
