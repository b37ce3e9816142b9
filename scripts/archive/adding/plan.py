"""What adding files would do: which texts come in, under which names and slugs, and which don't, and why."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath

from archive.adding.addition import (
    SAID,
    Addition,
    Shared,
    add_slug,
    check_addition,
    make_addition,
    to_inferred,
    to_today,
)
from archive.adding.amending import amend
from archive.adding.changes import Change, add_printing, correct
from archive.adding.drafting.observation import Observation, observe
from archive.adding.drafting.stated import find_named_date
from archive.adding.files import Candidate, PassedOver, find_name, list_shared_names
from archive.adding.formats import find_format
from archive.adding.read_table import index_rows
from archive.adding.rows import Row, to_keys
from archive.adding.taken import Taken, to_sum
from archive.sources.encoding import DEFAULT, find_encoding, find_mark, propose_encoding
from archive.sources.problem import Problem
from archive.sources.read_articles import RECORD, read_text
from archive.sources.text import Reading, parse_text

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
        names = list_shared_names(candidates)
        rows = index_rows(self.rows, candidates)
        for item in found:
            yield from [item] if isinstance(item, PassedOver) else self.add(item, names, rows)

    def add(self, candidate: Candidate, names: frozenset[str], rows: Mapping[str, Row]) -> Iterator[Outcome]:
        """Yield what comes of a file that may hold a text; none of the `names` may be its own."""
        path = str(candidate.path)
        data, problems = (candidate.data, []) if candidate.data is not None else read_text(candidate.path)
        if problems:
            yield from problems
            return
        if not data.strip():
            yield PassedOver(candidate.path, "is blank" if data else "is empty")
            return
        row = rows.get(candidate.received_as) or rows.get(candidate.path.name) or rows.get(to_sum(data))
        if same := self.taken.find(data):
            # A row about it is not used, so that its record is amended.
            if not row or same[0] not in self.taken.alike.texts:
                yield self.print_again(candidate, *same)
            return
        if row:
            self.used.add(row.line)
            candidate = replace(candidate, received_as=row.cells["file"])
        name = find_name(candidate, names | self.taken.names)
        if name is None:
            yield Problem(path, 1, "would overwrite a text of that name; give the file another one")
        elif name.startswith(".") or candidate.path.stem.startswith("."):
            yield Problem(path, 1, "has a name that is hidden; give the file another one")
        else:
            yield from self.make(candidate, name, data, row)

    def make(self, candidate: Candidate, name: str, data: bytes, row: Row | None) -> Iterator[Outcome]:
        """Yield the addition of a text under a name, or what keeps it out."""
        path, cells = str(candidate.path), row.cells if row else {}
        # A text is read as its mark or a person's label says, else as it seems.
        said = find_encoding(cells.get("encoding") or self.shared.encoding or "")
        encoding = find_mark(data) or said or propose_encoding(data) or DEFAULT
        if sentence := find_format(data):
            yield Problem(path, 1, sentence)
            return
        if problems := parse_text(path, data, Reading(encoding))[1]:
            yield from problems
            return
        seen = observe(data, encoding, next(iter(row.languages if row else ()), self.shared.language))
        if related := self.relate(path, seen):
            yield related
            return
        try:
            keys = to_keys(row, seen.paragraphs, seen.language) if row else {}
        except ValueError as error:
            yield Problem(row.table if row else "", row.line if row else 1, f"has no JSON in a cell: {error}")
            return
        keys["slug"] = keys.get("slug") or self.slug
        addition = add_slug(make_addition(candidate, name, seen, self.shared, keys), self.taken.slugs)
        problems = list(check_addition(addition, row, self.taken.slugs))
        if problems:
            yield from problems
            return
        self.taken.add(data, path)
        self.taken.names.add(name.casefold())
        self.taken.slugs.add(addition.slug)
        yield addition

    def relate(self, path: str, seen: Observation) -> Change | Problem | None:
        """Return what comes of a text that is much the same as one of the archive or takes its place."""
        if self.shared.beside and not self.shared.replace:
            return None
        like = next(iter(self.taken.alike.find(seen.paragraphs)), None)
        if like and self.shared.replace:
            record = Path(like.name).with_suffix(RECORD)
            try:
                return correct(record, seen.data, seen.encoding, to_today())
            except ValueError as error:
                return Problem(str(record), 1, str(error))
        if self.shared.replace:
            return Problem(path, 1, "is like no text of the archive; without --replace, it is added")
        sentence = (
            f"is like {Path(like.name).stem}, {like.same} of {like.of} paragraphs the same" if like else ""
        )
        advice = "--replace puts it in its place, --beside adds it, too"
        return Problem(path, 1, f"{sentence}; {advice}") if like else None

    def print_again(self, candidate: Candidate, same: str, sentence: str) -> Change | Problem:
        """Return what comes of a text that is in the archive already: nothing, or another printing of it.

        Of a printing, a person, the name of a file and that of its folder may tell.
        """
        name = "/".join([*candidate.folders, candidate.received_as])
        publication = self.shared.publication
        printing = {"publication": to_inferred(publication, SAID)} if publication else {}
        if day := find_named_date(name):
            printing["date"] = to_inferred(day, f"The name of the file: {name}")
        if self.shared.printing and printing and same in self.taken.alike.texts:
            record = Path(same).with_suffix(RECORD)
            try:
                return add_printing(record, printing, to_today())
            except ValueError as error:
                return Problem(str(record), 1, str(error))
        advice = "; with --printing --publication NAME, it is named as another printing"
        return Problem(str(candidate.path), 1, f"{sentence}{advice if printing else ''}")

    def use_rows(self) -> Iterator[Outcome]:
        """Yield what the rows change that are about texts of the archive; others are about texts added."""
        here = {PurePath(path).name: path for path in self.taken.alike.texts}
        for row in self.rows:
            if row.line in self.used:
                continue
            path = here.get(PurePath(row.cells["file"]).name)
            path = path or self.taken.exact.get(row.cells.get("sha256", ""))
            found = list(amend(Path(path).with_suffix(RECORD), row, to_today())) if path else []
            if path and not found:
                yield PassedOver(Path(path), f"is in the archive already, and says all that {row.table} does")
            elif not path:
                yield Problem(row.table, row.line, f"names no text that is added: '{row.cells['file']}'")
            yield from found
