"""What a file would change in the catalogue, found out before anything is written."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from communedb.catalogue_files.columns import EXPECTED, WORDS, Column
from communedb.catalogue_files.compare import FieldChange, field_codes
from communedb.catalogue_files.stated import Stated, read_row
from communedb.catalogue_files.versions import Known, Outcome, decide
from communedb.domain.finding import Finding, FindingCode
from communedb.domain.refusal import Reason, Refused
from communedb.stores.procedures import versions
from communedb.tables.headings import heading_key, match_headings
from communedb.tables.reading import open_table
from communedb.tables.rejected import OWN_HEADINGS, RejectedRow

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from communedb.domain.procedure import Procedure
    from communedb.sqlite import Database
    from communedb.tables.cells import Row, Table
    from communedb.tables.headings import Headed

ROWS: Final = 20_000
"""Rows of a catalogue file; the whole country has about 6,000 procedures."""

_NEEDED: Final = frozenset({Column.CODE})


class ChangeKind(StrEnum):
    """What a row does to the catalogue."""

    NEW = "new"
    CHANGED = "changed"
    ENDED = "ended"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class PlannedChange:
    """What one row does.

    `version` is the version to add (its key is given when it is written), or the one that gets another end, `ends`.
    `seen` are the versions that the plan was made from: key and end of each.
    """

    kind: ChangeKind
    row: int
    version: Procedure
    fields: tuple[FieldChange, ...]
    ends: date | None
    seen: tuple[tuple[str, date | None], ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole file: what it changes, what is rejected, what is worth a look. `names` are its headings."""

    changes: tuple[PlannedChange, ...]
    rejected: tuple[RejectedRow, ...]
    findings: tuple[Finding, ...]
    names: tuple[str, ...]

    def of(self, kind: ChangeKind) -> list[PlannedChange]:
        """The changes of one kind, in the order of the file."""
        return [change for change in self.changes if change.kind is kind]

    @property
    def changes_something(self) -> bool:
        """Whether there is anything to write."""
        return any(change.kind is not ChangeKind.UNCHANGED for change in self.changes)


def read_plan(db: Database, path: Path, begins: date, *, sheet: str | None = None) -> Plan:
    """Read a file and compare it with the catalogue; what it changes begins on `begins` unless a row says otherwise.

    A wrong row is rejected, the others stand. Refused when the file as a whole cannot be read: what `open_table` and
    `match_headings` refuse, and TABLE_ROWS_TOO_MANY.
    """
    with open_table(path, sheet=sheet) as table:
        headed = match_headings(table, WORDS, _NEEDED, EXPECTED)
        if len(headed.places) == 1:
            raise Refused(Reason.TABLE_HEADINGS_UNKNOWN, found=", ".join(headed.names)[:400], expected=EXPECTED)
        rows: list[Row] = []
        for row in headed.rows:
            if len(rows) == ROWS:
                raise Refused(Reason.TABLE_ROWS_TOO_MANY, limit=ROWS)
            rows.append(row)
        noticed = _noticed(table, headed)
    return _Planner(db, begins).plan(headed, rows, noticed)


class _Planner:
    """Goes through the rows and sorts them into changes and rejected rows."""

    def __init__(self, db: Database, begins: date) -> None:
        self._db = db
        self._begins = begins
        self._findings: list[Finding] = []
        self._rejected: list[RejectedRow] = []

    def plan(self, headed: Headed[Column], rows: list[Row], noticed: list[Finding]) -> Plan:
        read = [(row, self._read(headed, row)) for row in rows]
        stated = [(row, each) for row, each in read if each is not None]
        counted = Counter(each.code for _, each in stated)
        twice = {
            code: ", ".join(str(each.row) for _, each in stated if each.code == code)
            for code, count in counted.items()
            if count > 1
        }
        known = {code: versions(self._db, code) for code in counted}
        fields = field_codes(version for each in known.values() for version in each) | field_codes(self._shipped())
        changes = [
            change
            for row, each in stated
            if (change := self._decided(row, each, Known(known[each.code], fields), twice.get(each.code)))
        ]
        self._rejected.sort(key=lambda each: each.row.number)
        return Plan(tuple(changes), tuple(self._rejected), (*noticed, *self._findings), headed.names)

    def _shipped(self) -> list[Procedure]:
        from communedb.stores.procedures import procedures_on

        return procedures_on(self._db, self._begins)

    def _read(self, headed: Headed[Column], row: Row) -> Stated | None:
        try:
            return read_row(headed, row)
        except Refused as refusal:
            self._rejected.append(RejectedRow(row, refusal))
            return None

    def _decided(self, row: Row, stated: Stated, known: Known, twice: str | None) -> PlannedChange | None:
        try:
            if twice:
                raise Refused(Reason.PROCEDURE_CODE_TWICE, code=stated.code, rows=twice)
            outcome = decide(stated, known, self._begins)
        except Refused as refusal:
            self._rejected.append(RejectedRow(row, refusal))
            return None
        self._findings += _findings(stated)
        return _change(stated, outcome, known)


def _change(stated: Stated, outcome: Outcome, known: Known) -> PlannedChange:
    if outcome.added is not None:
        kind = ChangeKind.CHANGED if known.versions else ChangeKind.NEW
        version = outcome.added
    else:
        kind = ChangeKind.ENDED if outcome.fields else ChangeKind.UNCHANGED
        version = outcome.base
    seen = tuple((each.id, each.valid_to) for each in known.versions)
    return PlannedChange(kind, stated.row, version, outcome.fields, outcome.ends, seen)


def _findings(stated: Stated) -> list[Finding]:
    facts = {"row": str(stated.row), "code": stated.code}
    found = []
    if stated.code_as_read:
        found.append(Finding(code=FindingCode.PROCEDURE_CODE_RESTORED, facts=facts | {"read": stated.code_as_read}))
    if number := stated.limit_without_unit:
        found.append(Finding(code=FindingCode.LIMIT_WITHOUT_UNIT, facts=facts | {"amount": number}))
    return found


def _noticed(table: Table, headed: Headed[Column]) -> list[Finding]:
    """What of the file is not read."""
    unused = [name[:60] for name in headed.unused if heading_key(name) not in OWN_HEADINGS]
    found = []
    if unused:
        found.append(Finding(code=FindingCode.TABLE_COLUMNS_UNUSED, facts={"columns": ", ".join(unused)}))
    if table.other_sheets:
        facts = {"sheet": table.sheet, "others": ", ".join(table.other_sheets)}
        found.append(Finding(code=FindingCode.TABLE_SHEETS_UNREAD, facts=facts))
    return found
