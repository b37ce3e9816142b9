"""Adds text files to the archive: copies their bytes and drafts their records, and never overwrites."""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import get_args

from archive.adding.addition import Addition, Shared
from archive.adding.changes import Change
from archive.adding.files import Candidate, PassedOver, find_files
from archive.adding.plan import Outcome, Plan
from archive.adding.read_table import read_table
from archive.adding.taken import read_taken, to_sum
from archive.sources.encoding import find_encoding
from archive.sources.languages import is_language
from archive.sources.problem import Problem, to_printable
from archive.sources.read_articles import RECORD, TEXT
from archive.sources.record import Kind
from archive.sources.rights import RIGHTS_STATEMENTS, find_rights
from archive.sources.slugs import is_slug
from tqdm import tqdm

STANDARD_INPUT = Path("-")
ROOT = Path(__file__).resolve().parent.parent


def make_parser() -> argparse.ArgumentParser:
    """Return what understands the command line."""
    parser = argparse.ArgumentParser(prog="scripts/add", description=__doc__)
    parser.add_argument(
        "files",
        type=Path,
        nargs="*",
        metavar="FILE",
        help="a text file, a folder of them, or - for standard input",
    )
    parser.add_argument("--slug", help="the address of the article, if one file is added")
    parser.add_argument(
        "--records", type=Path, metavar="TABLE.csv", help="a table with what is known of each"
    )
    parser.add_argument("--publication", help="where all of them were first published")
    parser.add_argument("--kind", choices=get_args(Kind), help="the genre of all of them")
    parser.add_argument("--rights", help="the rights statement of all of them: its address or code, as InC")
    parser.add_argument("--language", help="the language of all of them, as a BCP 47 tag")
    parser.add_argument("--encoding", help="the encoding of all of them, such as windows-1252")
    parser.add_argument("--publish", action="store_true", help="no draft where nothing is missing")
    parser.add_argument("--replace", action="store_true", help="put a text in the place of one it is like")
    parser.add_argument("--printing", action="store_true", help="name the paper or day as another printing")
    parser.add_argument("--beside", action="store_true", help="add a text beside one that it is like")
    parser.add_argument("--articles", type=Path, default=ROOT / "articles", metavar="DIR")
    parser.add_argument("--from", type=Path, default=Path(), dest="origin", help=argparse.SUPPRESS)
    return parser


def find_misuse(options: argparse.Namespace) -> str | None:
    """Return what is wrong with the command line; None if nothing is."""
    if not options.files and not options.records:
        return "name a FILE, or a TABLE of records of texts that are in the archive"
    is_one_file = len(options.files) == 1 and not (options.origin / options.files[0]).is_dir()
    for value, is_good, sentence in (
        (options.slug, is_slug, "--slug must be small letters, digits and single hyphens"),
        (options.slug, lambda _: is_one_file, "--slug is for one file"),
        (
            options.rights,
            find_rights,
            f"--rights must be a statement such as {next(iter(RIGHTS_STATEMENTS))} or InC",
        ),
        (options.language, is_language, "--language must be a language tag such as en or es-MX"),
        (options.encoding, find_encoding, "--encoding must be a label such as windows-1252"),
        (options.publication, str.strip, "--publication must be a name"),
    ):
        if value is not None and not is_good(value):
            return f"{sentence}, not '{value}'"
    return None


def write_addition(addition: Addition, articles: Path) -> Path:
    """Write a text and its record into the archive, and return the path of the record."""
    articles.mkdir(parents=True, exist_ok=True)
    record = articles / f"{addition.name}{RECORD}"
    with record.open("x", encoding="utf-8", newline="\n") as file:
        file.write(addition.render())
    with record.with_suffix(TEXT).open("xb") as file:
        file.write(addition.seen.data)
    return record


def report(outcomes: Sequence[Outcome], articles: Path) -> None:
    """Write what is added, and say of every file what came of it."""
    for outcome in outcomes:
        if isinstance(outcome, Addition):
            print(to_printable(f"{write_addition(outcome, articles)}: {outcome.state}"))
        elif isinstance(outcome, Change):
            outcome.write()
            print(to_printable(f"{outcome.record}: {outcome.said}"))
            print(*outcome.problems, sep="\n", end="\n" * bool(outcome.problems), file=sys.stderr)
        else:
            print(outcome, file=sys.stderr if isinstance(outcome, Problem) else sys.stdout)
    added = [outcome for outcome in outcomes if isinstance(outcome, Addition)]
    drafts = sum(addition.is_draft for addition in added)
    passed_over = sum(isinstance(outcome, PassedOver) for outcome in outcomes)
    refused = len({outcome.path for outcome in outcomes if isinstance(outcome, Problem)})
    changed = sum(isinstance(outcome, Change) for outcome in outcomes)
    said = f"{len(added):,} added ({drafts:,} drafts), {passed_over:,} passed over, {refused:,} refused"
    print(f"{said}, {changed:,} changed" if changed else said)


def main(argv: Sequence[str] | None = None) -> int:
    """Add what the command line names; return 0 if every text was added, 1 if any was refused."""
    parser = make_parser()
    options = parser.parse_args(argv)
    if misuse := find_misuse(options):
        parser.error(misuse)
    rows, problems = read_table(options.origin / options.records) if options.records else ([], [])
    shared = replace(
        Shared(**{item.name: getattr(options, item.name) for item in fields(Shared)}),
        publication=(options.publication or "").strip() or None,
        rights=find_rights(options.rights or ""),
    )
    plan = Plan(read_taken(options.articles), shared, rows, options.slug)
    outcomes: list[Outcome] = []
    if not problems:
        found = list(find_files([options.origin / path for path in options.files]))
        if options.files == [STANDARD_INPUT]:
            data = sys.stdin.buffer.read()
            name = f"{options.slug or f'text-{to_sum(data)[:12]}'}.txt"
            found = [Candidate(STANDARD_INPUT, name, (), data)]
        planned = plan.list_outcomes(found)
        outcomes = list(tqdm(planned, total=len(found), disable=None, unit="file", leave=False))
        outcomes.extend(plan.use_rows())
        problems = sorted(
            item
            for item in outcomes
            if isinstance(item, Problem) and item.path in {row.table for row in rows}
        )
    if problems:
        print(*problems, sep="\n", file=sys.stderr)
        print("nothing was added: mend the table first", file=sys.stderr)
        return 1
    report(outcomes, options.articles)
    wrong = [
        item for item in outcomes if isinstance(item, Problem) or (isinstance(item, Change) and item.problems)
    ]
    return 0 if any(isinstance(item, Addition | Change) for item in outcomes) and not wrong else 1


if __name__ == "__main__":
    raise SystemExit(main())
