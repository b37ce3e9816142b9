"""What adding files would do: which texts come in, under which names and slugs, and which don't, and why."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from archive.sources.adding.addition import (
    Addition,
    check_data,
    find_encoding_of,
    finish,
    make_addition,
    to_proposed_slug,
)
from archive.sources.adding.files import Candidate, PassedOver
from archive.sources.adding.naming import find_name, list_alike
from archive.sources.adding.rows import Row, to_keys
from archive.sources.adding.same import Known, to_sum
from archive.sources.adding.shared import Shared
from archive.sources.check_record import check_record, find_wrong_keys, parse_reading
from archive.sources.drafting.observation import observe
from archive.sources.plain_yaml import Plain
from archive.sources.problem import Problem
from archive.sources.read_articles import read_text
from archive.sources.slugs import to_free_slug
from archive.sources.text import Text, parse_text
from archive.sources.written_record import WrittenRecord

Outcome = Addition | PassedOver | Problem


@dataclass
class Archive:
    """What is in the archive, and comes into it: texts, names in small letters, slugs."""

    known: Known
    names: set[str]
    slugs: set[str]


@dataclass
class Plan:
    """Adds files to what an archive has, one by one, and remembers which rows of a table were used."""

    archive: Archive
    shared: Shared
    rows: Sequence[Row] = ()
    slug: str | None = None
    used: set[int] = field(default_factory=set)

    def list_outcomes(self, found: Sequence[Candidate | PassedOver]) -> Iterator[Outcome]:
        """Yield what comes of each file, in order."""
        candidates = [item for item in found if isinstance(item, Candidate)]
        alike = list_alike(candidates)
        files = index_rows(self.rows, candidates)
        for item in found:
            if isinstance(item, PassedOver):
                yield item
            else:
                yield from self.add(item, alike, files)

    def add(self, candidate: Candidate, alike: frozenset[str], rows: Mapping[str, Row]) -> Iterator[Outcome]:
        """Yield what comes of a file that may hold a text."""
        path = str(candidate.path)
        data, problems = read_text(candidate.path)
        if problems:
            yield from problems
            return
        if not data.strip():
            yield PassedOver(candidate.path, "is blank" if data else "is empty")
            return
        if same := self.archive.known.find(data):
            yield Problem(path, 1, same)
            return
        row = rows.get(candidate.received_as) or rows.get(candidate.path.name) or rows.get(to_sum(data))
        if row:
            self.used.add(row.line)
            candidate = replace(candidate, received_as=row.cells["file"].strip())
        name = find_name(candidate, alike, self.archive.names)
        if problem := check_name(path, name, candidate):
            yield problem
            return
        yield from self.make(candidate, name or "", data, row)

    def make(self, candidate: Candidate, name: str, data: bytes, row: Row | None) -> Iterator[Outcome]:
        """Yield the addition of a text under a name, or what keeps it out."""
        path, cells = str(candidate.path), row.cells if row else {}
        encoding = find_encoding_of(data, said(cells, "encoding") or self.shared.encoding)
        if problems := list(check_data(path, data, encoding)):
            yield from problems
            return
        seen = observe(data, encoding, said(cells, "language") or self.shared.language)
        try:
            keys = to_keys(row, seen.paragraphs, seen.language) if row else {}
        except ValueError as error:
            yield Problem(
                row.table if row else path, row.line if row else 1, f"has no JSON in a cell: {error}"
            )
            return
        addition = make_addition(candidate, name, seen, self.shared, keys)
        proposed = said(cells, "slug") or self.slug
        slug = proposed or to_free_slug(to_proposed_slug(addition), self.archive.slugs)
        addition = keep_rules(finish(addition, slug, self.shared), keys)
        if problems := list(check_addition(addition, row, self.archive.slugs)):
            yield from problems
            return
        self.remember(addition, slug)
        yield addition

    def remember(self, addition: Addition, slug: str) -> None:
        """Let no later text have the same bytes, name or slug."""
        self.archive.known.add(addition.data, str(addition.candidate.path))
        self.archive.names.add(addition.name.casefold())
        self.archive.slugs.add(slug)

    @property
    def tables(self) -> set[str]:
        """Return the paths of the tables."""
        return {row.table for row in self.rows}

    def check_rows(self) -> Iterator[Problem]:
        """Each row of the table is about a text that is added."""
        for row in self.rows:
            if row.line not in self.used:
                yield Problem(row.table, row.line, f"names no text that is added: '{row.cells['file']}'")


def said(cells: Mapping[str, str], column: str) -> str | None:
    """Return what a row says in a column; None if it says nothing there."""
    return cells.get(column, "").strip() or None


def index_rows(rows: Iterable[Row], candidates: Sequence[Candidate]) -> dict[str, Row]:
    """Return the rows by path, by file name where one file alone has it, and by SHA-256."""
    counts = Counter(candidate.path.name for candidate in candidates)
    index: dict[str, Row] = {}
    for row in rows:
        file = row.cells["file"].strip()
        keys = [file, *([PurePath(file).name] if counts[PurePath(file).name] == 1 else [])]
        if counts[file] > 1:
            keys.remove(file)
        for key in [*keys, said(row.cells, "sha256")]:
            if key:
                index.setdefault(key, row)
    return index


def check_name(path: str, name: str | None, candidate: Candidate) -> Problem | None:
    """The name of a text is free in the archive, is printable and isn't hidden."""
    if name is None:
        return Problem(path, 1, "would overwrite a text of that name; give the file another one")
    if name.startswith(".") or not name.isprintable() or not candidate.path.stem.isprintable():
        return Problem(path, 1, "has a name that is hidden or can't be printed; give the file another one")
    return None


def to_written(addition: Addition, row: Row | None) -> WrittenRecord:
    """Return the record of an addition as if it had been read from the row of a table."""
    path, line = (row.table, row.line) if row else (str(addition.candidate.path), 1)
    return WrittenRecord(path, dict(addition.draft.keys), {(): line})


def to_text(addition: Addition) -> Text:
    """Return the text of an addition as its record says that it is to be read."""
    reading = parse_reading(to_written(addition, None))
    return parse_text("", addition.data, reading)[0] if reading else Text(addition.data, None)


def keep_rules(addition: Addition, said_there: Mapping[str, Plain | None]) -> Addition:
    """Return an addition without what was drafted for a text that a table says to read otherwise."""
    wrong = find_wrong_keys(addition.draft.keys, to_text(addition)) - said_there.keys() - {"slug", "draft"}
    keys = {key: value for key, value in addition.draft.keys.items() if key not in wrong}
    return replace(addition, draft=replace(addition.draft, keys=keys))


def check_addition(addition: Addition, row: Row | None, slugs: set[str]) -> Iterator[Problem]:
    """What is written keeps every rule; of a draft, what is there."""
    written = to_written(addition, row)
    slug = addition.draft.keys["slug"]
    if slug in slugs:
        yield Problem(written.path, written.lines[()], f"slug '{slug}' is taken")
    lacking = dict.fromkeys(addition.lacks, "not stated")
    yield from check_record(
        replace(written, plain={**lacking, **addition.draft.keys}), to_text(addition)
    ).problems
