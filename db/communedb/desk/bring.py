"""Bringing in dossiers that an office's books or another system already know: new ones, and what changed of others.

A dossier is known again by its code. What a file tells is added by events and corrections; nothing is erased, and what
was mended or moved on here is not turned back by a file that is older.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communedb.desk.bring_course import Course, promise_of, take_steps
from communedb.desk.bring_procedure import copy_for
from communedb.desk.bring_update import Outcome, OutcomeKind, Source, Update
from communedb.desk.codes import reserve_code
from communedb.desk.people import remember_person
from communedb.desk.receive import add_outside_code, dossier_row
from communedb.domain.codes import looks_like_code
from communedb.domain.event import EventKind
from communedb.domain.imported import steps_between
from communedb.domain.intake import Intake
from communedb.domain.moment import local
from communedb.domain.refusal import Reason, Refused
from communedb.domain.status import Status
from communedb.domain.text import fold
from communedb.domain.workflow import STEPS
from communedb.stores.events import add_event
from communedb.stores.people import person_by_id_number
from communedb.transaction import new_id

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communedb.domain.imported import Imported
    from communedb.transaction import Write


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
    return Update(tx, known, row, source).outcome()


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
