"""What adding files would do: which texts come in, under which names and slugs, and which don't, and why."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath

from archive.adding.addition import (
    Addition,
    check_data,
    find_encoding_of,
    finish,
    make_addition,
    to_proposed_slug,
    to_today,
)
from archive.adding.amending import amend
from archive.adding.check_addition import check_addition, keep_rules
from archive.adding.correction import Change
from archive.adding.drafting.observation import observe
from archive.adding.files import Candidate, PassedOver
from archive.adding.match import index_rows
from archive.adding.naming import find_name, list_alike
from archive.adding.related import Taken, print_again, relate
from archive.adding.rows import Row, said, said_language, to_keys
from archive.adding.same import to_sum
from archive.adding.shared import Shared
from archive.sources.problem import Problem
from archive.sources.read_articles import RECORD, read_text
from archive.sources.slugs import to_free_slug

Outcome = Addition | Change | PassedOver | Problem


@dataclass
class Plan:
    """Adds files to what an archive has, one by one, and remembers which rows of a table were used."""

    taken: Taken
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
        data, problems = (candidate.data, []) if candidate.data is not None else read_text(candidate.path)
        if problems:
            yield from problems
            return
        if not data.strip():
            yield PassedOver(candidate.path, "is blank" if data else "is empty")
            return
        row = rows.get(candidate.received_as) or rows.get(candidate.path.name) or rows.get(to_sum(data))
        if same := self.taken.known.find(data):
            # A row about it is not used, so that its record is amended.
            yield from (
                ()
                if row and same[0] in self.taken.alike.texts
                else print_again(candidate, *same, self.shared, self.taken)
            )
            return
        if row:
            self.used.add(row.line)
            candidate = replace(candidate, received_as=row.cells["file"].strip())
        name = find_name(candidate, alike, self.taken.names)
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
        seen = observe(data, encoding, said_language(cells) or self.shared.language)
        if self.shared.replace or not self.shared.beside:
            related = list(
                relate(
                    path, data, encoding, self.taken.alike.find(seen.paragraphs), replace=self.shared.replace
                )
            )
            if related:
                yield from related
                return
        try:
            keys = to_keys(row, seen.paragraphs, seen.language) if row else {}
        except ValueError as error:
            yield Problem(
                row.table if row else path, row.line if row else 1, f"has no JSON in a cell: {error}"
            )
            return
        addition = make_addition(candidate, name, seen, self.shared, keys)
        proposed = said(cells, "slug") or self.slug
        slug = proposed or to_free_slug(to_proposed_slug(addition), self.taken.slugs)
        addition = keep_rules(finish(addition, slug, self.shared), keys)
        if problems := list(check_addition(addition, row, self.taken.slugs)):
            yield from problems
            return
        self.remember(addition, slug)
        yield addition

    def remember(self, addition: Addition, slug: str) -> None:
        """Let no later text have the same bytes, name or slug."""
        self.taken.known.add(addition.data, str(addition.candidate.path))
        self.taken.names.add(addition.name.casefold())
        self.taken.slugs.add(slug)

    @property
    def tables(self) -> set[str]:
        """Return the paths of the tables."""
        return {row.table for row in self.rows}

    def use_rows(self) -> Iterator[Outcome]:
        """Yield what the rows change that are about texts of the archive; others are about texts added."""
        here = {PurePath(path).name: path for path in self.taken.alike.texts}
        for row in self.rows:
            if row.line in self.used:
                continue
            path = here.get(PurePath(row.cells["file"].strip()).name)
            path = path or self.taken.known.exact.get(said(row.cells, "sha256") or "")
            found = list(amend(Path(path).with_suffix(RECORD), row, to_today())) if path else []
            if path and not found:
                yield PassedOver(Path(path), f"is in the archive already, and says all that {row.table} does")
            elif not path:
                yield Problem(row.table, row.line, f"names no text that is added: '{row.cells['file']}'")
            yield from found


def check_name(path: str, name: str | None, candidate: Candidate) -> Problem | None:
    """The name of a text is free in the archive and isn't hidden."""
    if name is None:
        return Problem(path, 1, "would overwrite a text of that name; give the file another one")
    if name.startswith(".") or candidate.path.stem.startswith("."):
        return Problem(path, 1, "has a name that is hidden; give the file another one")
    return None
