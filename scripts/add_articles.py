"""Adds text files to the archive: copies their bytes and drafts their records, and never overwrites."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import get_args

from archive.adding.addition import Options
from archive.adding.files import Candidate, find_files
from archive.adding.outcome import Change, Outcome, PassedOver
from archive.adding.plan import Plan
from archive.adding.read_table import read_table
from archive.adding.taken import read_taken, to_sum
from archive.sources.encoding import find_encoding
from archive.sources.languages import is_language
from archive.sources.problem import Problem, to_printable
from archive.sources.record import Kind
from archive.sources.rights import RIGHTS_STATEMENTS, find_rights
from archive.sources.slugs import is_slug
from tqdm import tqdm

STANDARD_INPUT = Path("-")
ROOT = Path(__file__).resolve().parent.parent

# Options with a value: what reads it, in which form it must be, and what it is.
VALUES: dict[str, tuple[Callable[[str], str | bool | None], str, str]] = {
    "slug": (
        is_slug,
        "small letters, digits and single hyphens",
        "the address of the article, if one file is added",
    ),
    "publication": (str.strip, "a name", "where all of them were first published"),
    "rights": (
        find_rights,
        f"a statement such as {next(iter(RIGHTS_STATEMENTS))} or InC",
        "the rights statement of all of them: its address or code, as InC",
    ),
    "language": (
        is_language,
        "a language tag such as en or es-MX",
        "the language of all of them, as a BCP 47 tag",
    ),
    "encoding": (find_encoding, "a label such as windows-1252", "the encoding of all of them"),
}
FLAGS = {
    "publish": "no draft where nothing is missing",
    "replace": "put a text in the place of one it is like",
    "printing": "name the paper or day as another printing",
    "beside": "add a text beside one that it is like",
}


def make_parser() -> argparse.ArgumentParser:
    """Return what understands the command line."""
    parser = argparse.ArgumentParser(prog="scripts/add", description=__doc__)
    files = "a text file, a folder of them, or - for standard input"
    parser.add_argument("files", type=Path, nargs="*", metavar="FILE", help=files)
    table = "a table with what is known of each"
    parser.add_argument("--records", type=Path, metavar="TABLE.csv", help=table)
    parser.add_argument("--kind", choices=get_args(Kind), help="the genre of all of them")
    for name, (read, form, said) in VALUES.items():
        parser.add_argument(f"--{name}", type=to_value(read, form), help=said)
    for name, said in FLAGS.items():
        parser.add_argument(f"--{name}", action="store_true", help=said)
    parser.add_argument("--articles", type=Path, default=ROOT / "articles", metavar="DIR")
    parser.add_argument("--from", type=Path, default=Path(), dest="origin", help=argparse.SUPPRESS)
    return parser


def to_value(read: Callable[[str], str | bool | None], form: str) -> Callable[[str], str]:
    """Return what reads the value of an option, and refuses one that has another form."""

    def read_value(written: str) -> str:
        found = read(written)
        if not found:
            sentence = f"must be {form}, not '{written}'"
            raise argparse.ArgumentTypeError(sentence)
        return found if isinstance(found, str) else written

    return read_value


def find_misuse(options: Options) -> str | None:
    """Return what is wrong with the command line as a whole; None if nothing is."""
    if not options.files and not options.records:
        return "name a FILE, or a TABLE of records of texts that are in the archive"
    if options.slug and (len(options.files) != 1 or (options.origin / options.files[0]).is_dir()):
        return "--slug is for one file"
    if options.articles.exists() and not options.articles.is_dir():
        return "--articles must be a folder"
    return None


def list_files(options: Options) -> list[Candidate | PassedOver]:
    """Return the files that the command line names; standard input is one with a name of its own."""
    if options.files != [STANDARD_INPUT]:
        return list(find_files([options.origin / path for path in options.files]))
    data = sys.stdin.buffer.read()
    name = f"{options.slug or f'text-{to_sum(data)[:12]}'}.txt"
    return [Candidate(STANDARD_INPUT, name, (), data)]


def report(outcomes: Sequence[Outcome]) -> None:
    """Write what is added and changed, and say of every file what came of it."""
    for outcome in outcomes:
        if isinstance(outcome, Change):
            outcome.write()
            print(to_printable(f"{outcome.record}: {outcome.said}"))
            print(*outcome.problems, sep="\n", end="\n" * bool(outcome.problems), file=sys.stderr)
        else:
            print(outcome, file=sys.stderr if isinstance(outcome, Problem) else sys.stdout)
    changes = [outcome for outcome in outcomes if isinstance(outcome, Change)]
    added = sum(change.is_new for change in changes)
    drafts = sum(change.is_draft for change in changes)
    passed_over = sum(isinstance(outcome, PassedOver) for outcome in outcomes)
    refused = len({outcome.path for outcome in outcomes if isinstance(outcome, Problem)})
    said = f"{added:,} added ({drafts:,} drafts), {passed_over:,} passed over, {refused:,} refused"
    print(f"{said}, {len(changes) - added:,} changed" if len(changes) > added else said)


def main(argv: Sequence[str] | None = None) -> int:
    """Add what the command line names; return 0 if every text was added, 1 if any was refused."""
    parser = make_parser()
    options = Options(**vars(parser.parse_args(argv)))
    if misuse := find_misuse(options):
        parser.error(misuse)
    rows, problems = read_table(options.origin / options.records) if options.records else ([], [])
    outcomes: list[Outcome] = []
    if not problems:
        plan = Plan(read_taken(options.articles), options, rows)
        found = list_files(options)
        planned = plan.list_outcomes(found)
        outcomes = list(tqdm(planned, total=len(found), disable=None, unit="file", leave=False))
        outcomes.extend(plan.use_rows())
        tables = {row.table for row in rows}
        problems = sorted(item for item in outcomes if isinstance(item, Problem) and item.path in tables)
    if problems:
        print(*problems, sep="\n", file=sys.stderr)
        print("nothing was added: mend the table first", file=sys.stderr)
        return 1
    report(outcomes)
    changes = [item for item in outcomes if isinstance(item, Change)]
    is_wrong = any(isinstance(item, Problem) for item in outcomes) or any(item.problems for item in changes)
    return 0 if changes and not is_wrong else 1


if __name__ == "__main__":
    raise SystemExit(main())
