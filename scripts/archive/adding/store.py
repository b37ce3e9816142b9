"""The folder of articles: what is in it before texts are added, and writing those that are."""

from pathlib import Path

from archive.adding.addition import Addition
from archive.adding.related import Taken
from archive.adding.same import Known
from archive.sources.check_record import parse_reading
from archive.sources.encoding import DEFAULT, UndecodableError, decode
from archive.sources.read_articles import RECORD, TEXT
from archive.sources.text import Reading, parse_text
from archive.sources.written_record import WrittenRecord, parse_written


def read_taken(articles: Path) -> Taken:
    """Return the texts, names and slugs that an archive has."""
    files = [path for path in sorted(articles.iterdir()) if path.is_file()] if articles.is_dir() else []
    taken = Taken(Known(), {path.stem.casefold() for path in files}, set())
    for path in files:
        if path.suffix == RECORD:
            written = read_record(path)
            taken.slugs.update(slug for slug, _ in written.slugs)
        elif path.suffix == TEXT:
            data, record = path.read_bytes(), path.with_suffix(RECORD)
            taken.known.add(data, str(path))
            reading = parse_reading(read_record(record)) if record in files else None
            taken.alike.add(str(path), parse_text(str(path), data, reading or Reading())[0].paragraphs or ())
    return taken


def read_record(path: Path) -> WrittenRecord:
    """Return a record as it is written; an empty one if it can't be read, which the check will say."""
    try:
        return parse_written(str(path), decode(path.read_bytes(), DEFAULT))
    except UndecodableError:
        return WrittenRecord(str(path), {}, {})


def write_addition(addition: Addition, articles: Path) -> Path:
    """Write a text and its record into the archive, and return the path of the record."""
    articles.mkdir(parents=True, exist_ok=True)
    record = articles / f"{addition.name}{RECORD}"
    with record.open("x", encoding="utf-8", newline="\n") as file:
        file.write(addition.render())
    with record.with_suffix(TEXT).open("xb") as file:
        file.write(addition.data)
    return record
