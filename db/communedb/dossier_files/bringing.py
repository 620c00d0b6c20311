"""A file of dossiers brought in batch by batch, in bounded memory; what became of its rows, counted."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Final

from communedb.desk.bring import Tried, bring, try_bring
from communedb.desk.bring_update import Outcome, OutcomeKind
from communedb.domain.refusal import Reason, Refused
from communedb.dossier_files.opening import open_headed
from communedb.dossier_files.rows import read_row
from communedb.tables.rejected import RejectedRow

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from communedb.desk.bring_update import Source
    from communedb.domain.imported import Imported
    from communedb.dossier_files.opening import DossierFile
    from communedb.register import Register
    from communedb.tables.cells import Row

BATCH: Final = 200
"""Rows of one transaction: others who save meanwhile wait for one batch at most."""


UNNAMED_SYSTEM: Final = "Sổ, phần mềm khác"
"""The system of codes whose origin nobody told; the same words whatever language the officer works in."""


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
                read[row.number] = _read(file, row)
            except Refused as refusal:
                refused[row.number] = Refused(refusal.reason, **refusal.facts)
        outcomes = dict(zip(read, _written(register, list(read.values()), source, dry_run=dry_run), strict=True))
        for row in batch:
            tally.count(row.number, refused.get(row.number) or outcomes[row.number])
        yield len(batch)


def _read(file: DossierFile, row: Row) -> Imported:
    read = read_row(file.headed, row)
    if rows := file.twice.get(hash(read.code)):
        raise Refused(Reason.IMPORT_CODE_TWICE, code=read.code, rows=rows)
    return read


def _written(register: Register, rows: list[Imported], source: Source, *, dry_run: bool) -> list[Outcome | Refused]:
    if not rows:
        return []
    if not dry_run:
        return register.write(bring, rows, source)
    try:
        register.write(try_bring, rows, source)
    except Tried as tried:
        return tried.outcomes
    return []


@dataclass(frozen=True)
class RejectedRows:
    """The rejected rows of a file, read from it again: only their numbers and reasons were kept in memory."""

    path: Path
    said: Mapping[str, str]
    sheet: str | None
    reasons: Mapping[int, Refused]

    @property
    def names(self) -> tuple[str, ...]:
        """The headings of the file."""
        with open_headed(self.path, self.said, sheet=self.sheet) as (_, headed):
            return headed.names

    def __iter__(self) -> Iterator[RejectedRow]:
        left = len(self.reasons)
        with open_headed(self.path, self.said, sheet=self.sheet) as (_, headed):
            for row in headed.rows if left else ():
                if row.number in self.reasons:
                    yield RejectedRow(row, self.reasons[row.number])
                    left -= 1
                    if not left:
                        return
