"""A file of dossiers brought in batch by batch, in bounded memory; what became of its rows, counted."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Final

from communedb.desk.bring import Outcome, OutcomeKind, Tried, bring, try_bring
from communedb.domain.refusal import Refused
from communedb.dossier_files.match import match_columns
from communedb.dossier_files.rows import read_row
from communedb.tables.reading import open_table
from communedb.tables.rejected import RejectedRow

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from communedb.desk.bring import Source
    from communedb.domain.imported import Imported
    from communedb.dossier_files.columns import Column
    from communedb.register import Register
    from communedb.tables.cells import Table
    from communedb.tables.headings import Headed

BATCH: Final = 200
"""Rows of one transaction: others who save meanwhile wait for one batch at most."""


@dataclass
class Tally:
    """What became of the rows so far; `rejected` is why, by the row's number."""

    rows: int = 0
    new: int = 0
    updated: int = 0
    unchanged: int = 0
    kept: int = 0
    rejected: dict[int, Refused] = field(default_factory=dict)

    @property
    def taken(self) -> int:
        """Rows that are in the register."""
        return self.new + self.updated + self.unchanged

    def count(self, number: int, outcome: Outcome | Refused) -> None:
        """Count one row."""
        self.rows += 1
        if isinstance(outcome, Refused):
            self.rejected[number] = outcome
            return
        self.kept += len(outcome.kept)
        self.new += outcome.kind is OutcomeKind.NEW
        self.updated += outcome.kind is OutcomeKind.UPDATED
        self.unchanged += outcome.kind is OutcomeKind.UNCHANGED


@dataclass(frozen=True)
class DossierFile:
    """An open file of dossiers whose columns are known."""

    table: Table
    headed: Headed[Column]


@contextmanager
def open_dossiers(path: Path, said: Mapping[str, str], *, sheet: str | None = None) -> Iterator[DossierFile]:
    """Open a file and find its columns. Refused as `open_table` and `match_columns`."""
    with open_table(path, sheet=sheet) as table:
        yield DossierFile(table, match_columns(table, said))


def bring_file(
    register: Register, file: DossierFile, source: Source, tally: Tally, *, dry_run: bool = False
) -> Iterator[int]:
    """Bring a file in; after each batch its number of rows. Whoever stops asking leaves the batches so far in.

    Each batch is one transaction. Refused when the file cannot be read on, and as the register refuses a save; the
    batches before are in.
    """
    while batch := list(islice(file.headed.rows, BATCH)):
        read: dict[int, Imported] = {}
        refused: dict[int, Refused] = {}
        for row in batch:
            try:
                read[row.number] = read_row(file.headed, row)
            except Refused as refusal:
                refused[row.number] = Refused(refusal.reason, **refusal.facts)
        outcomes = dict(zip(read, _written(register, list(read.values()), source, dry_run=dry_run), strict=True))
        for row in batch:
            tally.count(row.number, refused.get(row.number) or outcomes[row.number])
        yield len(batch)


def _written(register: Register, rows: list[Imported], source: Source, *, dry_run: bool) -> list[Outcome | Refused]:
    if not rows:
        return []
    pending = register.submit(try_bring if dry_run else bring, rows, source)
    try:
        try:
            return pending.result() or []
        except KeyboardInterrupt:
            # The batch is under way: it is finished first, so that what is told is what is in.
            pending.result()
            raise
    except Tried as tried:
        return tried.outcomes


@dataclass(frozen=True)
class RejectedRows:
    """The rejected rows of a file, read from it again: only their numbers and reasons were kept in memory."""

    path: Path
    said: Mapping[str, str]
    sheet: str | None
    reasons: Mapping[int, Refused]

    def __iter__(self) -> Iterator[RejectedRow]:
        left = len(self.reasons)
        with open_dossiers(self.path, self.said, sheet=self.sheet) as file:
            for row in file.headed.rows if left else ():
                if row.number in self.reasons:
                    yield RejectedRow(row, self.reasons[row.number])
                    left -= 1
                    if not left:
                        return
