"""Bringing in dossiers that an office's books or another system already know: new ones, and what changed of others.

A dossier is known again by its code. What a file tells is added by events and corrections; nothing is erased, and what
was mended or moved on here is not turned back by a file that is older.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from communedb.desk.bring_course import Course, promise_of, take_steps
from communedb.desk.bring_procedure import copy_for
from communedb.desk.codes import reserve_code
from communedb.desk.mend import correct
from communedb.desk.people import remember_person
from communedb.desk.receive import add_outside_code, dossier_row
from communedb.domain.codes import looks_like_code
from communedb.domain.event import EventKind
from communedb.domain.imported import steps_between
from communedb.domain.intake import Intake
from communedb.domain.moment import local, parse_utc
from communedb.domain.phone import parse_phone
from communedb.domain.projection import project
from communedb.domain.refusal import Reason, Refused
from communedb.domain.status import WAITING, Status
from communedb.domain.text import fold
from communedb.domain.workflow import STEPS
from communedb.sqlite import rows as read_rows
from communedb.stores.events import add_event, read_events
from communedb.stores.people import person_by_id_number
from communedb.transaction import new_id

if TYPE_CHECKING:
    from collections.abc import Sequence
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


class Tried(Exception):  # noqa: N818 - how a dry run undoes its transaction
    """Carries what rows would have done."""

    def __init__(self, outcomes: list[Outcome | Refused]) -> None:
        super().__init__()
        self.outcomes = outcomes


def bring(tx: Write, rows: Sequence[Imported], source: Source) -> list[Outcome | Refused]:
    """Bring in some rows, each wholly or not at all; for each, in order, what became of it or why it was refused."""
    tx.require(STEPS[EventKind.RECEIVED].roles)
    outcomes: list[Outcome | Refused] = []
    for row in rows:
        tx.db.conn.execute("SAVEPOINT brought")
        try:
            outcomes.append(_bring_one(tx, row, source))
        except Refused as refusal:
            tx.db.conn.execute("ROLLBACK TO brought")
            # Without its traceback, which would hold every row in memory.
            outcomes.append(Refused(refusal.reason, **refusal.facts))
        tx.db.conn.execute("RELEASE brought")
    return outcomes


def try_bring(tx: Write, rows: Sequence[Imported], source: Source) -> None:
    """As `bring`, and undo it: what would have happened is raised as Tried."""
    raise Tried(bring(tx, rows, source))


def _bring_one(tx: Write, row: Imported, source: Source) -> Outcome:
    known = _known(tx, row, source)
    if known is None:
        return Outcome(OutcomeKind.NEW, _add(tx, row, source))
    return _Update(tx, known, row, source).outcome()


def _known(tx: Write, row: Imported, source: Source) -> str | None:
    """The dossier that a row speaks of: ours, of that system's code, or of a code given once in the country."""
    own = tx.db.conn.execute("SELECT id FROM dossier WHERE code = ?", (row.code,)).fetchall()
    same = {dossier for (dossier,) in own if _is_ours(tx, dossier, row)}
    if not same:
        found = tx.db.conn.execute(
            "SELECT dossier, system FROM outside_code WHERE code = ? AND active = 1", (row.code,)
        ).fetchall()
        same = {dossier for dossier, system in found if fold(system) == fold(source.system)}
        if not same and looks_like_code(row.code):
            same = {dossier for dossier, _ in found}
    if len(same) > 1:
        raise Refused(Reason.IMPORT_CODE_AMBIGUOUS, code=row.code, count=len(same))
    return next(iter(same), None)


def _is_ours(tx: Write, dossier: str, row: Imported) -> bool:
    """Whether a row with a code of ours is an export of that dossier.

    A register that was founded anew gives codes again that stand in the files of the old one: a dossier that was
    brought in is known by its codes of elsewhere, which an export tells.
    """
    (received_on, brought) = tx.db.conn.execute(
        "SELECT received_on, EXISTS (SELECT 1 FROM event WHERE dossier = dossier_.id AND kind = 'received'"
        " AND json_extract(details, '$.imported') IS NOT NULL) FROM dossier AS dossier_ WHERE id = ?",
        (dossier,),
    ).fetchone()
    if row.received is not None and row.received.day.isoformat() != received_on:
        return False
    codes = tx.db.conn.execute("SELECT code FROM outside_code WHERE dossier = ? AND active = 1", (dossier,))
    return not brought or bool({code for (code,) in codes} & {outside.code for outside in row.outside_codes})


# -- a dossier that is new here


def _add(tx: Write, row: Imported, source: Source) -> str:
    course = Course(tx, row, source.file, source.reason)
    received = course.received()
    day = local(received).date()
    copy = copy_for(tx, row, day)
    intake = _intake(row)
    limit = copy.procedure.limits[0] if copy.procedure.limits else None
    key = new_id()
    own: dict[str, Any] = {"id": key, "code": reserve_code(tx, day), "person": _person(tx, intake)}
    if row.field_name and not copy.procedure.field:
        own["field"] = row.field_name
    if row.fee is not None:
        own["fee_amount"] = row.fee
    tx.insert("dossier", dossier_row(tx, intake, copy, limit, received) | own)
    add_outside_code(tx, key, source.system, row.code)
    for outside in row.outside_codes:
        if outside.code != row.code:
            add_outside_code(tx, key, outside.system, outside.code)
    told = row.told_status or Status.RECEIVED
    steps = steps_between(Status.RECEIVED, told) or ()
    due = promise_of(tx, row, received, limit)
    add_event(
        tx, key, EventKind.RECEIVED,
        happened_at=received,
        due=due,
        to_officer=course.holder(),
        details={"imported": source.file, **({} if steps else {"told": told.value})},
    )  # fmt: skip
    take_steps(course, key, steps, told, since=received, undated=received)
    return key


def _intake(row: Imported) -> Intake:
    facts = row.facts
    applicant = {name.removeprefix("applicant_"): v for name, v in facts.items() if name.startswith("applicant_")}
    submitter = {name.removeprefix("submitter_"): v for name, v in facts.items() if name.startswith("submitter_")}
    rest = {name: v for name, v in facts.items() if name in Intake.model_fields}
    if not applicant.get("name"):
        raise Refused(Reason.IMPORT_FACT_MISSING, column="applicant_name")
    if row.applicant_kind:
        applicant["kind"] = row.applicant_kind
    # The procedure is in its copy.
    given = {"procedure_code": row.procedure_code or "-", "applicant": applicant, **rest}
    return Intake.model_validate(given | ({"submitter": submitter} if submitter.get("name") else {}))


def _person(tx: Write, intake: Intake) -> str | None:
    """Whose dossier it is: an old book changes nothing that is known of a person, and without a number it is nobody."""
    number = intake.applicant.id_number
    if not number:
        return None
    known = person_by_id_number(tx.db, number)
    return str(known["id"]) if known else remember_person(tx, intake.applicant, None)


# -- a dossier that is here


class _Update:
    """What a row changes of a dossier that the register has."""

    def __init__(self, tx: Write, dossier: str, row: Imported, source: Source) -> None:
        self.tx, self.dossier, self.row, self.source = tx, dossier, row, source
        self.present = next(read_rows(tx.db, "SELECT * FROM dossier WHERE id = ?", (dossier,)))
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
