"""Adds text files to the archive: copies their bytes and drafts their records, and never overwrites."""

import argparse
import hashlib
import sys
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from archive.sources.draft import find_unfilled, render_draft
from archive.sources.problem import Problem, to_printable
from archive.sources.read_articles import RECORD, TEXT, read_text
from archive.sources.slugs import is_slug
from archive.sources.text import parse_text
from tqdm import tqdm

ROOT = Path(__file__).resolve().parent.parent


def find_texts(paths: Sequence[Path]) -> Iterator[Path]:
    """Yield each file, and every text file of each folder."""
    for path in paths:
        if path.is_dir():
            yield from sorted(path.rglob(f"*{TEXT}"))
        else:
            yield path


def read_sums(articles: Path) -> dict[str, Path]:
    """Return the text files of the archive by their SHA-256."""
    return {hashlib.sha256(path.read_bytes()).hexdigest(): path for path in sorted(articles.glob(f"*{TEXT}"))}


def add_article(
    path: Path, articles: Path, slug: str | None, sums: dict[str, Path]
) -> tuple[list[str], list[Problem]]:
    """Add one text file; return the keys of its record that wait to be filled in, or what kept it out."""
    data, problems = read_text(path)
    if problems:
        return [], problems
    text, problems = parse_text(str(path), data)
    fixity = hashlib.sha256(data).hexdigest()
    if same := sums.get(fixity):
        problems.append(Problem(str(path), 1, f"is in the archive already: {same} has the same bytes"))
    target = articles / f"{path.stem}{TEXT}"
    problems.extend(check_target(path, target))
    if problems or not text.paragraphs:
        return [], problems
    draft = render_draft(data, text.paragraphs, slug, datetime.now().astimezone().date())
    target.with_suffix(RECORD).write_text(draft, encoding="utf-8")
    target.write_bytes(data)
    sums[fixity] = target
    return find_unfilled(draft), []


def check_target(path: Path, target: Path) -> Iterator[Problem]:
    """The name of a text is free in the archive, is printable and isn't hidden."""
    for taken in (target, target.with_suffix(RECORD)):
        if taken.exists():
            yield Problem(str(path), 1, f"would overwrite {taken}; give the file another name")
    if path.name.startswith(".") or not path.stem.isprintable():
        yield Problem(
            str(path), 1, "has a name that is hidden or can't be printed; give the file another one"
        )


def main(argv: Sequence[str] | None = None) -> int:
    """Add what the command line names; return 0 if all was added, 1 if any file was refused."""
    parser = argparse.ArgumentParser(prog="scripts/add", description=__doc__)
    parser.add_argument(
        "files", type=Path, nargs="+", metavar="FILE", help="a text file, or a folder of them"
    )
    parser.add_argument("--slug", help="the address of the article, if one file is added")
    parser.add_argument("--articles", type=Path, default=ROOT / "articles", metavar="DIR")
    parser.add_argument("--from", type=Path, default=Path(), dest="origin", help=argparse.SUPPRESS)
    options = parser.parse_args(argv)
    paths = list(find_texts([options.origin / path for path in options.files]))
    if options.slug and len(paths) != 1:
        parser.error("--slug is for one file")
    if options.slug and not is_slug(options.slug):
        parser.error(f"--slug must be small letters, digits and single hyphens, not '{options.slug}'")
    sums = read_sums(options.articles)
    refused = 0
    for path in tqdm(paths, disable=None, unit="file", file=sys.stderr):
        unfilled, problems = add_article(path, options.articles, options.slug, sums)
        refused += bool(problems)
        if problems:
            tqdm.write("\n".join(map(str, problems)), file=sys.stderr)
        else:
            record = options.articles / f"{path.stem}{RECORD}"
            tqdm.write(to_printable(f"{record}: fill in {', '.join(unfilled)}"))
    print(f"{len(paths) - refused} added, {refused} refused")
    return 1 if refused or not paths else 0


if __name__ == "__main__":
    raise SystemExit(main())
