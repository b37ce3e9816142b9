"""Adds to a built site what is made from the articles themselves: search index and files to take away."""

import argparse
import os
import sys
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from archive.catalogue.catalogue import Catalogue, list_published, make_catalogue, read_archive
from archive.catalogue.downloads import list_downloads
from archive.site.finished_pages import write_finished_pages
from archive.site.fixity import list_files, write_fixity, write_sums
from archive.site.offline import write_offline
from archive.site.search_script import write_scripts
from archive.site.signing import SigningError, SigningKey, read_key
from archive.site.small_assets import write_small_assets
from archive.site.wayfinding import write_loaded_list, write_wayfinding
from archive.site.work import Work, do_work
from archive.sources.site import Site, read_site

ROOT = Path(__file__).resolve().parent.parent


def finish_site(
    catalogue: Catalogue, folder: Path, site: Site, key: SigningKey | None = None, work: Work | None = None
) -> None:
    """Add to the pages of a built site all else; what was begun as `work` is waited for, or else made now."""
    write_sums(catalogue.views, folder)
    write_wayfinding(catalogue.views, folder, site)
    write_scripts(ROOT / "docs" / "assets", folder / "assets", site.words)
    write_small_assets(folder)
    add = partial(work.move_into, folder) if work else partial(do_work, catalogue, folder, site)
    if "offline" in {download.name for download in list_downloads(site)}:
        write_offline(folder, site, add)
    else:
        add()
    write_loaded_list(folder, site)
    write_fixity(folder, ROOT / "scripts" / "verify.py", key)


def finish_again(articles_folder: Path, folder: Path, site: Site, key: SigningKey | None) -> None:
    """Add it anew to a site whose pages changed; drafts are shown."""
    articles, _ = read_archive(articles_folder, site.words)
    finish_site(make_catalogue(articles, site), folder, site, key)


def describe_site(articles: int, folder: Path, seconds: float) -> str:
    """Return how large a site has become, and how long that took."""
    sizes = {name: (folder / name).stat().st_size for name in list_files(folder)}
    pages = sum(name.endswith(".html") for name in sizes)
    largest = max(sizes, key=lambda name: (sizes[name], name))
    return (
        f"{articles:,} article{'' if articles == 1 else 's'}, {pages:,} pages, {len(sizes):,} files,"
        f" {to_megabytes(sum(sizes.values()))} in all; the largest is {largest}"
        f" with {to_megabytes(sizes[largest])}; {seconds:.1f} seconds"
    )


def to_megabytes(size: int) -> str:
    """Return a number of bytes as megabytes."""
    return f"{size / 1_000_000:,.1f} MB"


def read_signing_key() -> SigningKey | None:
    """Return the key that SIGNING_KEY names in the environment; None if it names none."""
    path = os.environ.get("SIGNING_KEY")
    return read_key(Path(path)) if path else None


def main(argv: Sequence[str] | None = None) -> int:
    """Finish the site that the command line names; return 0 if all is well, 1 if an article has problems."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path, nargs="?", default=ROOT / "site", help="the built site")
    options = parser.parse_args(argv)
    begun = time.perf_counter()
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
    finish_site(make_catalogue(published, site), options.site, site, key)
    print(describe_site(len(published), options.site, time.perf_counter() - begun))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
