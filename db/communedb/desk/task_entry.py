"""Entering a task: by hand, or as a line of a plan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from communedb.desk.task_events import add_task_event
from communedb.desk.task_place import (
    block_named,
    check_family,
    check_parent,
    supporting_unit,
    unit_named,
    working_officer,
)
from communedb.domain.refusal import Reason, Refused
from communedb.domain.task import MAY_PLAN, NewTask
from communedb.domain.task_event import TaskKind
from communedb.stores.tasks import tasks_with_code
from communedb.transaction import as_json, new_id

if TYPE_CHECKING:
    from datetime import date

    from communedb.transaction import Write


class Entered(NamedTuple):
    """A task that was entered: its key and its code."""

    task: str
    code: str


def create_task(tx: Write, new: NewTask, *, imported: str | None = None) -> Entered:
    """Enter a task; `imported` names the file that it came in.

    Refused: ROLE_NOT_ALLOWED, TASK_TITLE_MISSING, TASK_CODE_USED, TASK_BLOCK_UNKNOWN, TASK_UNIT_UNKNOWN,
    UNKNOWN_OFFICER, OFFICER_DISABLED, UNKNOWN_TASK (its parent), TASK_DATES_REVERSED, CHILD_AFTER_PARENT.
    """
    tx.require(MAY_PLAN)
    if not new.title:
        raise Refused(Reason.TASK_TITLE_MISSING)
    if new.code:
        require_free_code(tx, new.code)
    check_dates(new.start_on, new.due_on)
    check_parent(tx, None, new.parent)
    key = new_id()
    check_family(tx, key, new.parent, new.due_on)
    code = new.code or _next_code(tx)
    tx.insert("task", _row(tx, new, key, code))
    responsible = working_officer(tx, new.responsible) if new.responsible else None
    add_task_event(
        tx, key, TaskKind.CREATED,
        due_on=new.due_on,
        to_officer=responsible,
        details={"imported": imported} if imported else None,
    )  # fmt: skip
    return Entered(key, code)


def require_free_code(tx: Write, code: str, task: str | None = None) -> None:
    """Refuse a code that another task of this scope bears, void or not. Refused: TASK_CODE_USED."""
    for used in tasks_with_code(tx.db, tx.scope, code):
        if used != task:
            (title,) = tx.db.conn.execute("SELECT title FROM task WHERE id = ?", (used,)).fetchone()
            raise Refused(Reason.TASK_CODE_USED, code=code, title=title)


def check_dates(start_on: date | None, due_on: date | None) -> None:
    """Refuse a task that is due before it begins. Refused: TASK_DATES_REVERSED."""
    if start_on is not None and due_on is not None and due_on < start_on:
        raise Refused(Reason.TASK_DATES_REVERSED, start=start_on, due=due_on)


def _next_code(tx: Write) -> str:
    """The next code of this station: no other station gives the same without a network."""
    prefix = f"NV{tx.today:%y}-{tx.by.station_number:02}-"
    used = tx.db.conn.execute("SELECT code FROM task WHERE code LIKE ? || '%'", (prefix,)).fetchall()
    numbers = [int(code[len(prefix) :]) for (code,) in used if code[len(prefix) :].isdecimal()]
    return f"{prefix}{max(numbers, default=0) + 1:04}"


def _row(tx: Write, new: NewTask, key: str, code: str) -> dict[str, Any]:
    return {
        "id": key,
        "scope": tx.scope,
        "code": code,
        "title": new.title,
        "document_number": new.document_number or None,
        "document_on": new.document_on.isoformat() if new.document_on else None,
        "block": block_named(tx, new.block),
        "level": new.level.value,
        "lead_unit": unit_named(tx, new.lead_unit),
        "coordinating": as_json([supporting_unit(tx, one) for one in new.coordinating]),
        "responsible_name": new.responsible_name or None,
        "followers": as_json([working_officer(tx, one) for one in new.followers]),
        "parent": new.parent,
        "start_on": new.start_on.isoformat() if new.start_on else None,
        "expected": new.expected or None,
        "reports": new.reports.value,
        "budget_assigned": new.budget_assigned,
        "note": new.note or None,
        "station": tx.by.station,
        "entered_at": tx.stamp(),
    }
