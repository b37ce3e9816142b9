"""Adds text files to the archive: copies their bytes and drafts their records, and never overwrites."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import get_args

from archive.adding.addition import Addition
from archive.adding.correction import Change, write_change
from archive.adding.files import Candidate, PassedOver, find_files
from archive.adding.plan import Outcome, Plan
from archive.adding.read_table import read_table
from archive.adding.same import to_sum
from archive.adding.shared import Shared
from archive.adding.store import read_taken, write_addition
from archive.sources.encoding import find_encoding
from archive.sources.languages import is_language
from archive.sources.problem import Problem, to_printable
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


def to_shared(options: argparse.Namespace) -> Shared:
    """Return what the command line says of all texts."""
    return Shared(
        publication=options.publication.strip() if options.publication else None,
        kind=options.kind,
        rights=find_rights(options.rights) if options.rights else None,
        language=options.language,
        encoding=find_encoding(options.encoding) if options.encoding else None,
        publish=options.publish,
        replace=options.replace,
        printing=options.printing,
        beside=options.beside,
    )


def read_input(options: argparse.Namespace) -> Iterator[Candidate | PassedOver]:
    """Yield the text of standard input."""
    data = sys.stdin.buffer.read()
    yield Candidate(STANDARD_INPUT, f"{options.slug or f'text-{to_sum(data)[:12]}'}.txt", (), data)


def report(outcomes: Sequence[Outcome], articles: Path) -> None:
    """Write what is added, and say of every file what came of it."""
    for outcome in outcomes:
        if isinstance(outcome, Addition):
            path = write_addition(outcome, articles)
            print(to_printable(f"{path}: {outcome.state}{outcome.renamed}"))
        elif isinstance(outcome, Change):
            write_change(outcome)
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
    plan = Plan(read_taken(options.articles), to_shared(options), rows, options.slug)
    outcomes: list[Outcome] = []
    if not problems:
        paths = [options.origin / path for path in options.files]
        found = [*read_input(options)] if options.files == [STANDARD_INPUT] else [*find_files(paths)]
        planned = plan.list_outcomes(found)
        outcomes = list(tqdm(planned, total=len(found), disable=None, unit="file", leave=False))
        outcomes.extend(plan.use_rows())
        problems = sorted(item for item in outcomes if isinstance(item, Problem) and item.path in plan.tables)
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
