"""Reads the folder of articles: every text with its record, and everything that is wrong."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from os.path import realpath
from pathlib import Path
from stat import S_ISREG

from archive.sources.article import Article
from archive.sources.check_record import check_record, check_removed, parse_reading
from archive.sources.encoding import DEFAULT, UndecodableError, decode
from archive.sources.history import RemovedRecord
from archive.sources.problem import Problem
from archive.sources.text import LARGEST_TEXT, NO_TEXT, parse_text
from archive.sources.words import ENGLISH, Words
from archive.sources.written_record import WrittenRecord, complete_draft, parse_written

TEXT, RECORD = ".txt", ".yml"
LARGEST_RECORD = 1_000_000
# What draws up the record of a text.
_TO_DO = ": move it, and scripts/add it"
# Of the records, only those that may say so are read for it.
_REMOVED = re.compile(rb"^[\"']?removed\b", re.MULTILINE)


def read_articles(folder: Path, words: Words = ENGLISH) -> tuple[list[Article], list[Problem]]:
    """Return the articles of a folder, drafts among them, and everything that is wrong in it.

    An article about which there is a problem is not returned; hidden files are passed over. `words` are those
    in which the archive speaks of the articles.
    """
    paths = {path for path in folder.iterdir() if not path.name.startswith(".")}
    contents, problems = read_files(folder, paths)
    records = {
        path.stem: parse_file_of_record(path, data, contents.get(path.with_suffix(TEXT)))
        for path, data in contents.items()
        if path.suffix == RECORD
    }
    removed = {written.path for written in records.values() if written.is_removed}
    problems.extend(check_pairs({path for path in paths if str(path.with_suffix(RECORD)) not in removed}))
    problems.extend(check_slugs(records.values()))
    articles = []
    for path, data in contents.items():
        written = records.get(path.stem)
        if written and written.is_removed:
            problems.extend(check_removed(written)[1] if path.suffix == RECORD else ())
        elif path.suffix == TEXT:
            article, found = parse_article(path, data, written, words)
            problems.extend(found)
            articles.extend([article] if article else [])
        elif path.with_suffix(TEXT) not in contents and written:
            problems.extend(check_record(written, NO_TEXT).problems)
    wrong = {problem.path for problem in problems}
    good = [
        item for item in articles if not {str(folder / f"{item.name}{end}") for end in (TEXT, RECORD)} & wrong
    ]
    return good, sorted(problems)


def read_removed(folder: Path) -> list[RemovedRecord]:
    """Return the records of texts that were taken away; what is wrong with one is said elsewhere."""
    found = []
    for path in sorted(folder.glob(f"*{RECORD}")):
        data = path.read_bytes()
        if _REMOVED.search(data):
            removed, _ = check_removed(parse_file_of_record(path, data, None))
            found.extend([removed] if removed else [])
    return found


def read_files(folder: Path, paths: set[Path]) -> tuple[dict[Path, bytes], list[Problem]]:
    """Return the bytes of each file that belongs in the folder, and a problem for each that doesn't."""
    contents, problems = {}, []
    for path in sorted(paths, key=str):
        if found := list(check_entry(folder, path)):
            problems.extend(found)
            continue
        data, found = read_text(path)
        problems.extend(found)
        if not found:
            contents[path] = data
    return contents, problems


def read_text(path: Path) -> tuple[bytes, list[Problem]]:
    """Return the bytes of a text or a record, or why they are not taken."""
    largest = LARGEST_RECORD if path.suffix == RECORD else LARGEST_TEXT
    try:
        status = path.stat()
        if not S_ISREG(status.st_mode):
            return b"", [Problem(str(path), 1, "is not an ordinary file")]
        if status.st_size > largest:
            return b"", [
                Problem(str(path), 1, f"has {status.st_size:,} bytes; at most {largest:,} are taken")
            ]
        return path.read_bytes(), []
    except OSError as error:
        return b"", [Problem(str(path), 1, f"can't be read: {error.strerror}")]


def check_entry(folder: Path, path: Path) -> Iterator[Problem]:
    """Yield a problem unless the path is a text or a record that lies in the folder."""
    if path.is_symlink() and not Path(realpath(path)).is_relative_to(realpath(folder)):
        yield Problem(str(path), 1, "is a link that leads out of the folder")
    elif path.is_dir():
        yield Problem(str(path), 1, "is a folder; only pairs of a .txt and a .yml file belong here")
    elif path.suffix not in {TEXT, RECORD}:
        yield Problem(str(path), 1, "is not a .txt or .yml file; only pairs of them belong here")


def check_pairs(paths: set[Path]) -> Iterator[Problem]:
    """Yield a problem for each text without a record and each record without a text."""
    for path in paths:
        if path.suffix == TEXT and path.with_suffix(RECORD) not in paths:
            yield Problem(str(path), 1, f"has no record; {path.stem}{RECORD} is missing{_TO_DO}")
        if path.suffix == RECORD and path.with_suffix(TEXT) not in paths:
            yield Problem(str(path), 1, f"has no text; {path.stem}{TEXT} is missing")


def parse_file_of_record(path: Path, data: bytes, text: bytes | None) -> WrittenRecord:
    """Return the record that a file holds, and why it can't be read, if so."""
    try:
        written = decode(data, DEFAULT)
    except UndecodableError as error:
        problem = Problem(str(path), error.line, f"{error}; save it as UTF-8")
        return WrittenRecord(str(path), {}, {}, (problem,))
    return complete_draft(replace(parse_written(str(path), written), data=data), path.stem, text)


def parse_article(
    path: Path, data: bytes, written: WrittenRecord | None, words: Words
) -> tuple[Article | None, list[Problem]]:
    """Return the article that a text and its record make, or everything that is wrong with them."""
    if written is None:
        return None, parse_text(str(path), data)[1]
    reading = parse_reading(written)
    # A record that says in wrong words how to read the text is not blamed for quotations, too.
    text, problems = parse_text(str(path), data, reading) if reading else (NO_TEXT, [])
    parsed = check_record(written, text)
    problems.extend(parsed.problems)
    if problems or parsed.record is None or text.paragraphs is None:
        return None, problems
    known = (path.stem, data, text.paragraphs, parsed.record, text.encoding, written.lacks, written.data)
    return Article(*known, words), []


def check_slugs(records: Iterable[WrittenRecord]) -> Iterator[Problem]:
    """Yield a problem for each slug that another record has or had, or has in other capitals."""
    first: dict[str, WrittenRecord] = {}
    for record in records:
        seen: set[str] = set()
        for slug, line in record.slugs:
            key = slug.casefold()
            other = first.setdefault(key, record)
            if other is not record:
                yield Problem(record.path, line, f"slug '{slug}' is taken by {other.path}")
            elif key in seen:
                yield Problem(record.path, line, f"slug '{slug}' stands twice")
            seen.add(key)
