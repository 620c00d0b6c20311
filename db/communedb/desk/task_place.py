"""What a step with a task asks for first: the task itself, its place among the others, and the names that it uses."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING, Any, Final

from communedb.domain.moment import VIETNAM, utc_text
from communedb.domain.refusal import Reason, Refused
from communedb.domain.task import block_of
from communedb.domain.task_extension import check_within_parent
from communedb.domain.text import clean, fold
from communedb.sqlite import rows
from communedb.stores.officers import read_officer
from communedb.stores.task_rules import read_rules
from communedb.stores.tasks import day_of, is_given_from_above, task_state

if TYPE_CHECKING:
    from datetime import date

    from communedb.domain.task_event import TaskState
    from communedb.transaction import Write

_NAME: Final = 200


def live_task(tx: Write, task: str) -> tuple[dict[str, Any], TaskState]:
    """The row and the state of a task that may still be worked on. Refused: UNKNOWN_TASK, TASK_VOIDED."""
    row, state = known_task(tx, task)
    if state.voided:
        raise Refused(Reason.TASK_VOIDED, code=row["code"])
    return row, state


def known_task(tx: Write, task: str) -> tuple[dict[str, Any], TaskState]:
    """The row and the state of a task, void or not. Refused: UNKNOWN_TASK."""
    row = next(rows(tx.db, "SELECT * FROM task WHERE id = ?", (task,)), None)
    if row is None:
        raise Refused(Reason.UNKNOWN_TASK, task=task)
    return row, task_state(tx.db, task)


def given_from_above(tx: Write, row: dict[str, Any]) -> bool:
    """Whether a task was written by another unit, the hub."""
    return is_given_from_above(tx.db, row)


def due_of_parent(tx: Write, parent: str | None) -> date | None:
    """When the task above is due; None without one, without a date, or when it is void."""
    if parent is None:
        return None
    found = tx.db.conn.execute("SELECT due_on FROM task_state WHERE task = ? AND voided = 0", (parent,)).fetchone()
    return day_of(found[0]) if found else None


def check_family(tx: Write, task: str, parent: str | None, due_on: date | None) -> None:
    """Refuse a due date that lies after the parent's, or before that of a child that is not done.

    Refused: CHILD_AFTER_PARENT, CHILDREN_AFTER_PARENT.
    """
    check_within_parent(due_on, due_of_parent(tx, parent))
    if due_on is None:
        return
    found = tx.db.conn.execute(
        "SELECT t.code, s.due_on FROM task t JOIN task_state s ON s.task = t.id WHERE t.parent = ? AND s.voided = 0"
        " AND s.completed_on IS NULL AND (s.due_on IS NULL OR s.due_on > ?) ORDER BY s.due_on DESC",
        (task, due_on.isoformat()),
    ).fetchall()
    if found:
        code, latest = found[0]
        raise Refused(Reason.CHILDREN_AFTER_PARENT, code=code, due=day_of(latest) or "", count=len(found))


def check_parent(tx: Write, task: str | None, parent: str | None) -> None:
    """Refuse a parent that is not here, is void, or is the task itself or below it.

    Refused: UNKNOWN_TASK, TASK_VOIDED, TASK_PARENT_LOOP.
    """
    seen: set[str] = set()
    above = parent
    while above is not None and above not in seen:
        if above == task:
            raise Refused(Reason.TASK_PARENT_LOOP)
        seen.add(above)
        found = tx.db.conn.execute("SELECT parent FROM task WHERE id = ?", (above,)).fetchone()
        above = found[0] if found else None
    if parent is not None:
        live_task(tx, parent)


def unit_named(tx: Write, typed: str) -> str:
    """A unit as it is kept: a department's own name (setting `task_units`) or an administrative unit's code.

    Nothing stays nothing. Refused: TASK_UNIT_UNKNOWN.
    """
    name = clean(typed, _NAME)
    if not name:
        return ""
    wanted = fold(name)
    for own in tx.known(read_rules).units:
        if fold(own) == wanted:
            return own
    found = tx.db.conn.execute("SELECT code FROM unit WHERE code = ?", (name,)).fetchone()
    if found:
        return str(found[0])
    return _unit_by_name(tx, name, wanted)


def supporting_unit(tx: Write, typed: str) -> str:
    """A coordinating unit as it is kept: as `unit_named`, or by its name as written.

    Departments of the province support a commune's tasks; nothing is counted by them.
    """
    try:
        return unit_named(tx, typed)
    except Refused:
        return clean(typed, _NAME)


def _unit_by_name(tx: Write, name: str, wanted: str) -> str:
    """A unit of the own province, or a province, by its whole name, with or without its province's."""
    (province,) = tx.db.conn.execute(
        "SELECT coalesce(nullif(province, ''), code) FROM unit WHERE code = ?", (tx.by.unit,)
    ).fetchone() or ("",)
    near = tx.db.conn.execute(
        "SELECT code, name, province_name FROM unit WHERE province = ? OR kind = 'province'", (province,)
    )
    same = [code for code, own, above in near if wanted in {fold(own), fold(f"{own}, {above}")}]
    if len(same) != 1:
        raise Refused(Reason.TASK_UNIT_UNKNOWN, typed=name)
    return str(same[0])


def block_named(tx: Write, typed: str) -> str:
    """A block as it is kept: one of the setting `task_blocks`. Refused: TASK_BLOCK_UNKNOWN."""
    wanted = fold(block_of(typed))
    known = tx.known(read_rules).blocks
    for block in known:
        if fold(block) == wanted:
            return block
    raise Refused(Reason.TASK_BLOCK_UNKNOWN, typed=typed, blocks=", ".join(known))


def working_officer(tx: Write, officer: str) -> str:
    """An officer who may be given work. Refused: UNKNOWN_OFFICER, OFFICER_DISABLED."""
    found = tx.known(read_officer, officer)
    if not found.active:
        raise Refused(Reason.OFFICER_DISABLED, officer=found.name)
    return officer


def moment_of(tx: Write, happened_on: date | None) -> datetime:
    """The instant of what happened on a day: now for today, noon of an earlier day. Refused: STEP_IN_FUTURE."""
    if happened_on is None or happened_on == tx.today:
        return tx.now
    moment = datetime.combine(happened_on, time(12), VIETNAM)
    if happened_on > tx.today:
        raise Refused(Reason.STEP_IN_FUTURE, happened=utc_text(moment))
    return moment
