"""What adding files would do: which texts come in, under which names and slugs, and which don't, and why."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath

from archive.adding.addition import (
    SAID,
    Options,
    draft_record,
    propose_slug,
    to_inferred,
    to_state,
    to_text,
)
from archive.adding.changes import add_printing, amend, correct
from archive.adding.drafting.calendar import find_named_date
from archive.adding.drafting.observation import Observation, observe
from archive.adding.drafting.render import render_draft
from archive.adding.files import Candidate, find_name, list_shared_names
from archive.adding.formats import find_format
from archive.adding.outcome import Change, Outcome, PassedOver, RefusedError
from archive.adding.read_table import Row, index_rows
from archive.adding.rows import find_main_language, to_keys
from archive.adding.taken import Taken, to_sum
from archive.sources.check_record import check_record
from archive.sources.encoding import DEFAULT, find_encoding, find_mark, propose_encoding
from archive.sources.problem import Problem
from archive.sources.read_articles import RECORD, read_text
from archive.sources.slugs import to_free_slug
from archive.sources.text import Reading, parse_text
from archive.sources.written_record import WrittenRecord, complete_draft


@dataclass
class Plan:
    """Adds files to what an archive has, one by one.

    It remembers which rows of a table were used, by their lines, and which records are changed.
    """

    taken: Taken
    options: Options
    rows: Sequence[Row] = ()
    used: set[int] = field(default_factory=set)
    changed: set[Path] = field(default_factory=set)

    def list_outcomes(self, found: Sequence[Candidate | PassedOver]) -> Iterator[Outcome]:
        """Yield what comes of each file, in order."""
        candidates = [item for item in found if isinstance(item, Candidate)]
        # What several files are called is the name of none of them.
        self.taken.names |= list_shared_names(candidates)
        rows = index_rows(self.rows, candidates)
        for item in found:
            try:
                outcome = self.add(item, rows) if isinstance(item, Candidate) else item
            except RefusedError as error:
                yield from error.problems
            else:
                yield from [outcome] if outcome else []

    def add(self, candidate: Candidate, rows: Mapping[str, Row]) -> Outcome | None:
        """Return what comes of a file that may hold a text; None leaves it to the row about it."""
        data, problems = (candidate.data, []) if candidate.data is not None else read_text(candidate.path)
        if problems:
            raise RefusedError(*problems)
        if not data.strip():
            return PassedOver(candidate.path, "is blank" if data else "is empty")
        row = rows.get(candidate.received_as) or rows.get(candidate.path.name) or rows.get(to_sum(data))
        if same := self.taken.find(data):
            # A row about it is not used, so that its record is amended.
            is_held = same[0] in self.taken.alike.texts
            return None if row and is_held else self.print_again(candidate, *same)
        if row:
            self.used.add(row.line)
            candidate = replace(candidate, received_as=row.cells["file"])
        name = find_name(candidate, self.taken.names)
        if name is None:
            raise candidate.refuse("would overwrite a text of that name; give the file another one")
        if name.startswith(".") or candidate.path.stem.startswith("."):
            raise candidate.refuse("has a name that is hidden; give the file another one")
        if sentence := find_format(data):
            raise candidate.refuse(sentence)
        seen = self.look_at(candidate, data, row.cells if row else {})
        return self.relate(candidate, seen) or self.make(candidate, name, seen, row)

    def look_at(self, candidate: Candidate, data: bytes, cells: Mapping[str, str]) -> Observation:
        """Return what is seen of a text, which is read as its mark or a person says, else as it seems."""
        said = find_encoding(cells.get("encoding") or self.options.encoding or "")
        encoding = find_mark(data) or said or propose_encoding(data) or DEFAULT
        if problems := parse_text(str(candidate.path), data, Reading(encoding))[1]:
            raise RefusedError(*problems)
        return observe(data, encoding, find_main_language(cells) or self.options.language)

    def make(self, candidate: Candidate, name: str, seen: Observation, row: Row | None) -> Change:
        """Return the change that adds a text under a name, or refuse it if its record would break a rule."""
        said = to_keys(row, seen.paragraphs, seen.language) if row else {}
        draft = draft_record(candidate, name, seen, self.options, said)
        proposed = to_free_slug(propose_slug(draft, name), self.taken.slugs)
        slug = str(draft.keys.setdefault("slug", self.options.slug or proposed))
        path, line = (row.table, row.line) if row else (str(candidate.path), 1)
        if slug in self.taken.slugs:
            raise RefusedError(Problem(path, line, f"slug '{slug}' is taken"))
        written = WrittenRecord(path, {**draft.keys, "draft": "true"}, {(): line})
        text = to_text(seen.data, draft.keys)
        if problems := check_record(complete_draft(written, name, seen.data), text).problems:
            raise RefusedError(*problems)
        self.taken.add(seen.data, str(candidate.path))
        self.taken.names.add(name.casefold())
        self.taken.slugs.add(slug)
        count = len(seen.paragraphs)
        record = render_draft(draft, f"{count} paragraph{'s' * (count != 1)}, {len(seen.data):,} bytes.")
        return Change(
            self.taken.folder / f"{name}{RECORD}",
            record.encode(),
            to_state(draft, candidate.received_as),
            seen.data,
            is_new=True,
            is_draft="draft" in draft.keys,
        )

    def relate(self, candidate: Candidate, seen: Observation) -> Change | None:
        """Return what puts a text in the place of one that it is like; None if it may stand beside it."""
        options = self.options
        like = next(iter(self.taken.alike.find(seen.paragraphs)), None)
        if like and options.replace:
            return correct(self.find_record(like.name), seen.data, seen.encoding)
        if options.replace:
            raise candidate.refuse("is like no text of the archive; without --replace, it is added")
        if like and not options.beside:
            same = f"{like.same} of {like.of} paragraphs the same"
            advice = "--replace puts it in its place, --beside adds it, too"
            raise candidate.refuse(f"is like {Path(like.name).stem}, {same}; {advice}")
        return None

    def print_again(self, candidate: Candidate, same: str, sentence: str) -> Change:
        """Return another printing of a text that is in the archive already, or refuse it.

        Of a printing, a person, the name of a file and that of its folder may tell.
        """
        name = "/".join([*candidate.folders, candidate.received_as])
        publication = self.options.publication
        printing = {"publication": to_inferred(publication, SAID)} if publication else {}
        if day := find_named_date(name):
            printing["date"] = to_inferred(day, f"The name of the file: {name}")
        if self.options.printing and printing and same in self.taken.alike.texts:
            return add_printing(self.find_record(same), printing)
        advice = "; with --printing --publication NAME, it is named as another printing"
        raise candidate.refuse(f"{sentence}{advice if printing else ''}")

    def find_record(self, path: str) -> Path:
        """Return the record of a text; refuse to change it twice, since each change is of what lies there."""
        record = Path(path).with_suffix(RECORD)
        if record in self.changed:
            raise RefusedError(Problem(str(record), 1, "is changed already; add the other text alone"))
        self.changed.add(record)
        return record

    def use_rows(self) -> Iterator[Outcome]:
        """Yield what the rows change that are about texts of the archive; others are about texts added."""
        here = {PurePath(path).name: path for path in self.taken.alike.texts}
        for row in self.rows:
            if row.line in self.used:
                continue
            path = here.get(PurePath(row.cells["file"]).name)
            path = path or self.taken.exact.get(row.cells.get("sha256", ""))
            if not path:
                yield Problem(row.table, row.line, f"names no text that is added: '{row.cells['file']}'")
                continue
            said = f"is in the archive already, and says all that {row.table} does"
            try:
                yield amend(self.find_record(path), row) or PassedOver(Path(path), said)
            except RefusedError as error:
                yield from error.problems
