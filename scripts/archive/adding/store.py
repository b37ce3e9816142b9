"""The folder of articles: what is in it before texts are added, and writing those that are."""

from collections.abc import Iterator
from pathlib import Path

from archive.adding.addition import Addition
from archive.adding.plan import Taken
from archive.adding.same import read_known
from archive.sources.encoding import DEFAULT, UndecodableError, decode
from archive.sources.read_articles import RECORD, TEXT
from archive.sources.written_record import parse_written


def read_taken(articles: Path) -> Taken:
    """Return the texts, names and slugs that an archive has."""
    files = [path for path in sorted(articles.iterdir()) if path.is_file()] if articles.is_dir() else []
    slugs: set[str] = set()
    for path in files:
        if path.suffix == RECORD:
            slugs |= set(read_slugs(path))
    names = {path.stem.casefold() for path in files}
    return Taken(read_known([path for path in files if path.suffix == TEXT]), names, slugs)


def read_slugs(record: Path) -> Iterator[str]:
    """Yield the slugs that a record claims; none if it can't be read, which the check will say."""
    try:
        written = parse_written(str(record), decode(record.read_bytes(), DEFAULT))
    except UndecodableError:
        return
    yield from (slug for slug, _ in written.slugs)


def write_addition(addition: Addition, articles: Path) -> Path:
    """Write a text and its record into the archive, and return the path of the record."""
    articles.mkdir(parents=True, exist_ok=True)
    record = articles / f"{addition.name}{RECORD}"
    with record.open("x", encoding="utf-8", newline="\n") as file:
        file.write(addition.render())
    with record.with_suffix(TEXT).open("xb") as file:
        file.write(addition.data)
    return record
