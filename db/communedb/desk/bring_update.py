"""What a row of a file changes of a dossier that the register has."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from communedb.desk.bring_course import Course, promise_of, take_steps
from communedb.desk.mend import correct
from communedb.desk.receive import add_outside_code
from communedb.domain.codes import looks_like_code
from communedb.domain.event import EventKind
from communedb.domain.imported import steps_between
from communedb.domain.moment import local, parse_utc
from communedb.domain.phone import parse_phone
from communedb.domain.projection import project
from communedb.domain.refusal import Reason, Refused
from communedb.domain.status import WAITING, Status
from communedb.domain.workflow import STEPS
from communedb.sqlite import rows
from communedb.stores.events import add_event, read_events

if TYPE_CHECKING:
    from datetime import datetime

    from communedb.domain.event import Event
    from communedb.domain.imported import Imported
    from communedb.domain.projection import State
    from communedb.transaction import Write


@dataclass(frozen=True, slots=True)
class Source:
    """Where rows come from: the file's name, the system whose codes they bear, the reason that corrections give."""

    file: str
    system: str
    reason: str


class OutcomeKind(StrEnum):
    """What a row did."""

    NEW = "new"
    UPDATED = "updated"
    UNCHANGED = "unchanged"


class Outcome(NamedTuple):
    """What became of a row; `kept` are facts in which the register stays as it is though the file says otherwise."""

    kind: OutcomeKind
    dossier: str
    kept: tuple[str, ...] = ()


class Update:
    """What a row changes of a dossier that the register has."""

    def __init__(self, tx: Write, dossier: str, row: Imported, source: Source) -> None:
        self.tx, self.dossier, self.row, self.source = tx, dossier, row, source
        self.present = next(rows(tx.db, "SELECT * FROM dossier WHERE id = ?", (dossier,)))
        self.events: list[Event] = read_events(tx.db, dossier)
        self.state: State = project(self.events)
        self.kept: list[str] = []
        self.changed = False

    def outcome(self) -> Outcome:
        """Change what is to be changed."""
        self._check()
        self._facts()
        self._codes()
        self._due()
        self._status()
        kind = OutcomeKind.UPDATED if self.changed else OutcomeKind.UNCHANGED
        return Outcome(kind, self.dossier, tuple(self.kept))

    def _check(self) -> None:
        if self.state.voided:
            raise Refused(Reason.DOSSIER_VOIDED)
        if self.row.received is None:
            return
        received = local(parse_utc(self.present["received_at"])).date()
        if received != self.row.received.day and not looks_like_code(self.row.code):
            # "15" of this year's book is another dossier than "15" of last year's.
            facts = {"code": self.row.code, "name": self.present["applicant_name"], "received": received}
            raise Refused(Reason.IMPORT_CODE_OF_ANOTHER, **facts)

    def _facts(self) -> None:
        for name, value in self.row.facts.items():
            present = self.present[name]
            if _same(name, present, value):
                continue
            if any(_same(name, old, value) for old in self._mended(name)):
                self.kept.append(name)
                continue
            old = None if present is None else str(present)
            correct(
                self.tx, self.dossier, name, old, str(value), self.source.reason, {"imported": self.source.file}
            )  # fmt: skip
            self.changed = True

    def _mended(self, name: str) -> list[Any]:
        """The values of a field that were corrected: a file that still has one of them is the older of the two."""
        mine = (event.details for event in self.events if event.kind is EventKind.CORRECTED)
        return [details.get("old") for details in mine if details.get("field") == name]

    def _codes(self) -> None:
        wanted = [code for code in self.row.outside_codes if code.code != self.present["code"]]
        if not wanted:
            return
        found = self.tx.db.conn.execute("SELECT code FROM outside_code WHERE dossier = ?", (self.dossier,))
        known = {code for (code,) in found}
        for outside in wanted:
            if outside.code not in known:
                add_outside_code(self.tx, self.dossier, outside.system, outside.code)
                self.changed = True

    def _due(self) -> None:
        told, state = self.row.due, self.state
        if told is None or any(_on(told, e.due_at) for e in self.events if e.due_at is not None):
            return
        due = promise_of(self.tx, self.row, None, None)
        later = due is not None and (state.due_at is None or due[0] > state.due_at)
        if not later or state.status not in STEPS[EventKind.EXTENDED].sources:
            self.kept.append("due")
            return
        add_event(
            self.tx, self.dossier, EventKind.EXTENDED,
            due=due,
            reason=self.source.reason,
            details={"imported": self.source.file},
        )  # fmt: skip
        self.changed = True

    def _status(self) -> None:
        told, state = self.row.told_status, self.state
        if told is None or told is state.status or told.value in self._told_before():
            return
        steps = None if self._waits_by_itself(told) else steps_between(state.status, told, state.before_wait)
        if not steps:
            self.kept.append("status")
            return
        course = Course(self.tx, self.row, self.source.file, self.source.reason)
        since = state.pauses[-1].start if state.paused else state.received_at
        take_steps(course, self.dossier, steps, told, since=since or self.tx.now, undated=self.tx.now)
        self.changed = True

    def _told_before(self) -> set[str]:
        """The statuses that files have told before: what has happened since is newer than they are."""
        return {str(event.details["told"]) for event in self.events if "told" in event.details}

    def _waits_by_itself(self, told: Status) -> bool:
        """Whether somebody here began to wait, and the file may well be from before."""
        if self.state.status not in WAITING or told not in {Status.RECEIVED, Status.PROCESSING}:
            return False
        begun = [e for e in self.events if STEPS.get(e.kind) and STEPS[e.kind].target is self.state.status]
        return not any("imported" in event.details for event in begun[-1:])


def _on(told: Any, moment: datetime) -> bool:
    """Whether a day of the file, with or without a time, is this moment."""
    at = local(moment)
    return told.day == at.date() and (told.clock is None or told.clock.replace(second=0) == at.time().replace(second=0))


def _same(name: str, present: object, told: object) -> bool:
    """Whether two values mean the same: capitals, and spaces in a phone number, are only how somebody writes."""
    ours, theirs = str(present or "").casefold(), str(told).casefold()
    if ours == theirs or not name.endswith("_phone"):
        return ours == theirs
    try:
        return parse_phone(ours) == parse_phone(theirs)
    except Refused:
        return False
