"""One station of the simulator: what its officers do, and what can happen to its PC."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from tests.simulator.machine import PROCEDURE, UNIT, Machine, SimulatedRegister, copy_of
from tests.simulator.model import Cell, LineId, Written
from tests.simulator.oracles import value_of

from communedb.journal import clock, pen
from communedb.journal.conflicts import resolve
from communedb.stores.events import add_event

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tests.simulator.machine import World

    from communedb.domain.event import EventKind
    from communedb.journal.apply import Applying
    from communedb.journal.conflicts import Conflict
    from communedb.journal.segment import Segment
    from communedb.sqlite import Database
    from communedb.transaction import Write

LONG_AGO, LATER = datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)

SETTING, PERSON, DOSSIER = "the-setting", "the-person", "the-dossier"

HOT: tuple[Cell, ...] = (
    ("setting", SETTING, "value"),
    ("person", PERSON, "phone"),
    ("person", PERSON, "name"),
    ("procedure", PROCEDURE, "valid_to"),
    ("dossier", DOSSIER, "applicant_name"),
)
"""The few cells that everybody changes."""

ROWS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("setting", {"id": SETTING, "scope": UNIT, "name": "centre_phone", "value": "0"}),
    ("person", {"id": PERSON, "scope": UNIT, "kind": "citizen", "name": "Hồ Thị Sương", "phone": "0"}),
    (
        "dossier",
        {
            "id": DOSSIER, "scope": UNIT, "code": "1", "station": "1", "procedure_code": "1.004873",
            "procedure_name": "Xác nhận", "procedure_copy": "c", "field": "Hộ tịch", "content": "",
            "applicant_kind": "citizen", "applicant_name": "Hồ Thị Sương", "channel": "counter", "sets": 1,
            "reception_place": "", "official_place": "", "competent_agency": "", "return_method": "",
            "fee_body": "{}", "received_at": "2026-11-23T01:00:00Z", "received_on": "2026-11-23",
        },
    ),
)  # fmt: skip


class PowerCut(Exception):  # noqa: N818 - what happens, not what is wrong
    """In the middle of a transaction."""


@dataclass(frozen=True)
class Form:
    """What an officer has in view: for the journal, and for the oracles."""

    shown: Mapping[str, pen.Shown]
    known: frozenset[LineId]
    displayed: Mapping[Cell, Any]


@dataclass
class Backup:
    """A copy of the register, and of the state folder when the whole system was copied."""

    db: Database
    disk: dict[str, bytes]


@dataclass
class Station:
    """A PC with its register; every line that its officers write is noted for the oracles."""

    name: str
    world: World
    machine: Machine
    db: Database
    written: list[Written]
    offset: timedelta = timedelta()
    latest: datetime = LONG_AGO
    since: datetime = LATER
    forms: list[Form] = field(default_factory=list)
    backups: list[Backup] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.start()

    def now(self) -> datetime:
        """What this PC's clock shows."""
        shown = self.world.now + self.offset
        self.latest, self.since = max(self.latest, shown), min(self.since, shown)
        return shown

    def start(self) -> bool:
        """Start the program anew; whether the journal found that it needs a new replica."""
        self._work()
        self.forms.clear()
        self.register = SimulatedRegister(self.db, self.now)
        return self.register.renewed

    def read(self) -> Form:
        """What is in view at this moment."""
        known = frozenset(self.db.conn.execute("SELECT officer, scope, number FROM journal_line").fetchall())
        displayed = {cell: value_of(self.db, cell) for cell in HOT}
        return Form(pen.shown_now(self.db), known, displayed)

    def found(self) -> None:
        """Write the rows that everybody will change."""

        def job(tx: Write) -> None:
            for table, row in ROWS:
                tx.insert(table, row)
                tx.note_changed(table, row["id"])

        self._save(job, self.read(), as_shown=False)

    def edit(self, cells: Mapping[Cell, str], form: Form | None = None, *, cut: bool = False) -> None:
        """Save new values of some cells, as read now or in a form that was opened earlier."""
        there = {cell: value for cell, value in cells.items() if value_of(self.db, (cell[0], cell[1], "id"))}

        def job(tx: Write) -> None:
            for (table, row, column), value in there.items():
                tx.update(table, row, {column: value})
                tx.note_changed(table, row)
            if cut:
                raise PowerCut

        if there:
            self._save(job, form or self.read(), as_shown=form is not None)

    def add_event(self, kind: EventKind) -> None:
        """Add an event to the dossier, if it is here."""
        if value_of(self.db, ("dossier", DOSSIER, "id")):
            self._save(lambda tx: add_event(tx, DOSSIER, kind, to_officer=self.name), self.read(), as_shown=False)

    def resolve(self, conflict: Conflict, value: Any) -> None:
        """End a conflict."""
        heads = [(head.replica, head.number) for head in conflict.heads]

        def job(tx: Write) -> None:
            resolve(tx, conflict.row, conflict.column, value, heads)

        self._save(job, self.read(), as_shown=False, names=frozenset(heads))

    def _save(
        self,
        job: Callable[[Write], Any],
        form: Form,
        *,
        as_shown: bool,
        names: frozenset[tuple[str, int]] | None = None,
    ) -> None:
        self._work()
        officer = f"{self.name}.{len(self.written)}"
        self.register.by = replace(self.register.by, officer=officer)
        try:
            if as_shown:
                self.register.write_as_shown(form.shown, job)
            else:
                self.register.write(job)
        except PowerCut:
            return
        self._check_clock(officer)
        self._note(officer, form, names)

    def _check_clock(self, officer: str) -> None:
        """Whoever writes comes after all that he holds, except what lies more than a day ahead."""
        (seen, written) = self.db.conn.execute(
            "SELECT max(clock) FILTER (WHERE officer <> ?1 AND clock < ?2), min(clock) FILTER (WHERE officer = ?1)"
            " FROM journal_line",
            (officer, clock.of(self.since + timedelta(days=1))),
        ).fetchone()
        if seen and written and not written > seen:
            raise AssertionError(f"{officer} writes before what he has seen")

    def _note(self, officer: str, form: Form, names: frozenset[tuple[str, int]] | None) -> None:
        known, displayed = set(form.known), dict(form.displayed)
        for scope, replica, number, at, table, row, text in self.db.conn.execute(
            "SELECT scope, replica, number, clock, table_name, row, changes FROM journal_line WHERE officer = ?"
            " ORDER BY scope, number",
            (officer,),
        ).fetchall():
            values = {(table, row, column): value for column, value in json.loads(text).items()}
            line = (officer, scope, number)
            order = (at, replica, number, text, officer)
            self.written.append(Written(line, order, values, frozenset(known), dict(displayed), names))
            known.add(line)
            displayed |= values

    def take_in(self, segments: list[Segment], cut_after: int | None = None) -> None:
        """Take segments in, all of them or, when the power fails meanwhile, none."""
        self._work()

        def job(applying: Applying) -> None:
            for count, segment in enumerate(segments):
                if count == cut_after:
                    raise PowerCut
                applying.take_in(segment)

        try:
            self.register.apply(job)
        except PowerCut:
            return

    def freeze(self) -> None:
        self._work()
        self.register.freeze()

    def back_up(self) -> None:
        self.backups.append(Backup(copy_of(self.db), dict(self.machine.disk)))

    def restore(self, backup: Backup, *, whole_system: bool) -> None:
        """Go back to a backup: of the register, or of everything on this PC."""
        self.db = copy_of(backup.db)
        if whole_system:
            self.machine.disk = dict(backup.disk)
        self.start()

    def clone(self, name: str, *, whole_system: bool) -> Station:
        """A second PC with a copy of the register, or of everything, so that it takes itself for the first one."""
        machine = Machine(self.machine.name if whole_system else name, dict(self.machine.disk) if whole_system else {})
        return Station(name, self.world, machine, copy_of(self.db), self.written, self.offset, self.latest, self.since)

    def _work(self) -> None:
        self.world.working = self.machine
