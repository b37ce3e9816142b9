"""Reads the folder of articles: every text with its record, and everything that is wrong."""

from collections.abc import Iterable, Iterator, Mapping
from os.path import realpath
from pathlib import Path
from stat import S_ISREG

from archive.sources.article import Article
from archive.sources.check_record import ParsedRecord, parse_record
from archive.sources.problem import Problem
from archive.sources.text import LARGEST_TEXT, Text, parse_text, parse_utf8

TEXT, RECORD = ".txt", ".yml"
LARGEST_RECORD = 1_000_000
NO_TEXT = Text(data=None, paragraphs=None)


def read_articles(folder: Path) -> tuple[list[Article], list[Problem]]:
    """Return the articles of a folder and everything that is wrong in it; hidden files are passed over."""
    paths = {path for path in folder.iterdir() if not path.name.startswith(".")}
    contents, problems = read_files(folder, paths)
    problems.extend(check_pairs(paths))
    texts, found = parse_texts(contents)
    problems.extend(found)
    records, found = parse_records(contents, texts)
    problems.extend(found)
    problems.extend(check_slugs(records.values()))
    return list(list_articles(texts, records)), sorted(problems)


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
            yield Problem(str(path), 1, f"has no record; {path.stem}{RECORD} is missing")
        if path.suffix == RECORD and path.with_suffix(TEXT) not in paths:
            yield Problem(str(path), 1, f"has no text; {path.stem}{TEXT} is missing")


def parse_texts(contents: Mapping[Path, bytes]) -> tuple[dict[str, Text], list[Problem]]:
    """Return the text of each name, and what keeps the texts from being shown."""
    texts, problems = {}, []
    for path, data in contents.items():
        if path.suffix == TEXT:
            texts[path.stem], found = parse_text(str(path), data)
            problems.extend(found)
    return texts, problems


def parse_records(
    contents: Mapping[Path, bytes], texts: Mapping[str, Text]
) -> tuple[dict[str, ParsedRecord], list[Problem]]:
    """Return the record of each name, checked beside its text, and what is wrong with the records."""
    records, problems = {}, []
    for path, data in contents.items():
        if path.suffix == RECORD:
            try:
                written = parse_utf8(data)
            except ValueError as error:
                problems.append(Problem(str(path), 1, str(error)))
                continue
            parsed = parse_record(str(path), written, texts.get(path.stem, NO_TEXT))
            records[path.stem] = parsed
            problems.extend(parsed.problems)
    return records, problems


def check_slugs(records: Iterable[ParsedRecord]) -> Iterator[Problem]:
    """Yield a problem for each slug that another record has too, or has in other capitals."""
    first: dict[str, ParsedRecord] = {}
    for record in records:
        if record.slug:
            other = first.setdefault(record.slug.casefold(), record)
            if other is not record:
                yield Problem(record.path, record.slug_line, f"slug '{record.slug}' is taken by {other.path}")


def list_articles(texts: Mapping[str, Text], records: Mapping[str, ParsedRecord]) -> Iterator[Article]:
    """Yield an article for each name that has both a text and a record without problems."""
    for name, parsed in records.items():
        text = texts.get(name, NO_TEXT)
        if text.data is not None and text.paragraphs is not None and parsed.record is not None:
            yield Article(name, text.data, text.paragraphs, parsed.record)
