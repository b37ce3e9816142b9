"""Adds to a built site what is made from the articles themselves: search index and files to take away."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from archive.catalogue.read_archive import read_archive
from archive.exports.for_machines import write_machine_files
from archive.exports.offline import write_offline
from archive.exports.search_script import write_search_script
from archive.exports.small_scripts import write_small_scripts
from archive.exports.take_away import write_take_away
from archive.search.index import INDEX, write_search_index
from archive.sources.article import Article
from archive.sources.site import Site, read_site

ROOT = Path(__file__).resolve().parent.parent


def finish_site(articles: Sequence[Article], docs: Path, folder: Path, site: Site) -> None:
    """Write all but the search index, which is there; articles stand newest first, their pages in docs/."""
    write_machine_files(articles, folder, site)
    write_take_away(articles, docs, folder, site)
    write_offline(folder)
    write_search_script(folder / "assets" / "search")
    write_small_scripts(folder)


def main(argv: Sequence[str] | None = None) -> int:
    """Finish the site that the command line names; return 0 if all is well, 1 if an article has problems."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path, nargs="?", default=ROOT / "site", help="the built site")
    options = parser.parse_args(argv)
    if not (options.site / "index.html").is_file():
        parser.error(f"{options.site} is not a built site")
    articles, problems = read_archive(ROOT / "articles")
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        return 1
    write_search_index(articles, options.site / INDEX)
    finish_site(articles, ROOT / "docs", options.site, read_site(ROOT / "mkdocs.yml"))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
