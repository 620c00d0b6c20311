"""Bringing a plan in: tasks that are new here, and what the plan changes of those that are known by their code.

One transaction for a whole plan, each row wholly or not at all; parents before what lies below them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from pydantic import ValidationError

from communedb.desk.task_entry import create_task
from communedb.desk.task_place import block_named, supporting_unit, unit_named
from communedb.desk.task_plan_update import Change, update_task
from communedb.domain.refusal import Reason, Refused
from communedb.domain.task import MAY_PLAN, NewTask
from communedb.domain.text import clean, fold
from communedb.stores.officers import read_officers
from communedb.stores.tasks import tasks_with_code

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communedb.task_files.reading import PlanRow
    from communedb.transaction import Write


class OutcomeKind(StrEnum):
    """What became of a row."""

    NEW = "new"
    UPDATED = "updated"
    UNCHANGED = "unchanged"


@dataclass(frozen=True)
class Outcome:
    """What a row did: the task, its code, and what of it changed from what to what."""

    kind: OutcomeKind
    task: str
    code: str
    changes: tuple[Change, ...] = field(default=())


class Tried(Exception):  # noqa: N818 - how a dry run undoes its transaction
    """Carries what a plan would have done, by row number."""

    def __init__(self, outcomes: dict[int, Outcome | Refused]) -> None:
        super().__init__()
        self.outcomes = outcomes


# Rows of a plan that moves parents and children together can only go in one after the other.
_AGAIN: Final = frozenset({Reason.CHILDREN_AFTER_PARENT, Reason.CHILD_AFTER_PARENT})
_OF_EVENTS: Final = frozenset({"percent", "disbursed", "completed_on", "result"})


def bring_plan(tx: Write, rows: Sequence[PlanRow], source: str) -> dict[int, Outcome | Refused]:
    """Bring the rows of a plan in; what became of each, by its number. `source` names the file.

    Refused as a whole: ROLE_NOT_ALLOWED. A row: as `create_task`, `correct_task` and `complete_task` refuse,
    TASK_PARENT_UNKNOWN, TASK_PARENT_LOOP, TASK_DUE_IN_PLAN.
    """
    tx.require(MAY_PLAN)
    ordered, looped = _parents_first(rows)
    outcomes: dict[int, Outcome | Refused] = {row.number: Refused(Reason.TASK_PARENT_LOOP) for row in looped}
    waiting = ordered
    while waiting:
        again = []
        for row in waiting:
            outcome = outcomes[row.number] = _one(tx, row, source)
            if isinstance(outcome, Refused) and outcome.reason in _AGAIN:
                again.append(row)
        if len(again) == len(waiting):
            break
        waiting = again
    return outcomes


def try_plan(tx: Write, rows: Sequence[PlanRow], source: str) -> None:
    """As `bring_plan`, and undo it: what would have happened is raised as Tried."""
    raise Tried(bring_plan(tx, rows, source))


def _one(tx: Write, row: PlanRow, source: str) -> Outcome | Refused:
    try:
        with tx.attempt():
            return _bring(tx, row, source)
    except Refused as refusal:
        # Without its traceback, which would hold every row in memory.
        return Refused(refusal.reason, **refusal.facts)


def _bring(tx: Write, row: PlanRow, source: str) -> Outcome:
    told = _named(tx, row)
    found = _known(tx, row.code)
    if found is None:
        task = _create(tx, row.code, told, source)
        return Outcome(OutcomeKind.NEW, task, row.code)
    changes = update_task(tx, found, told, source)
    kind = OutcomeKind.UPDATED if changes else OutcomeKind.UNCHANGED
    return Outcome(kind, found, row.code, changes)


def _create(tx: Write, code: str, told: dict[str, Any], source: str) -> str:
    facts = {name: value for name, value in told.items() if name in NewTask.model_fields and value is not None}
    try:
        new = NewTask.model_validate({"title": "", **facts, "code": code})
    except ValidationError as error:
        wrong = error.errors(include_url=False)[0]
        field_name = str(wrong["loc"][0]) if wrong["loc"] else ""
        raise Refused(Reason.VALUE_NOT_ACCEPTED, field=f"task_{field_name}", value=str(wrong["input"])[:60]) from None
    task = create_task(tx, new, imported=source).task
    update_task(tx, task, {name: value for name, value in told.items() if name in _OF_EVENTS}, source)
    return task


def _known(tx: Write, code: str) -> str | None:
    """The task of this unit with this code, the one that is not void first."""
    return next(iter(tasks_with_code(tx.db, tx.scope, code)), None)


def _named(tx: Write, row: PlanRow) -> dict[str, Any]:
    """What a row tells, with keys and codes in place of names."""
    told = dict(row.told)
    if told.get("parent"):
        told["parent"] = _parent(tx, told["parent"])
    elif "parent" in told:
        told["parent"] = None
    if "lead_unit" in told:
        told["lead_unit"] = unit_named(tx, told["lead_unit"])
    if "coordinating" in told:
        told["coordinating"] = _units(tx, told["coordinating"])
    if told.get("block"):
        told["block"] = block_named(tx, told["block"])
    return _officers(tx, told)


def _parent(tx: Write, typed: str) -> str:
    """The key of the task above: by its code, or by its title where only one bears it."""
    known = _known(tx, typed)
    if known is None:
        wanted = fold(typed)
        found = tx.db.conn.execute("SELECT id, title FROM task WHERE scope = ?", (tx.scope,))
        same = [str(key) for key, title in found if fold(title) == wanted]
        if len(same) != 1:
            raise Refused(Reason.TASK_PARENT_UNKNOWN, typed=typed)
        known = same[0]
    return known


def _units(tx: Write, names: tuple[str, ...]) -> tuple[str, ...]:
    """Coordinating units by name; a list with commas is parted by them where each part is a unit that is known."""
    found: list[str] = []
    for name in names:
        parts = [part.strip() for part in name.split(",") if part.strip()]
        try:
            found += [unit_named(tx, name)] if len(parts) < 2 else _whole_or_parts(tx, name, parts)
        except Refused:
            found.append(supporting_unit(tx, name))
    return tuple(dict.fromkeys(found))


def _whole_or_parts(tx: Write, name: str, parts: list[str]) -> list[str]:
    try:
        return [unit_named(tx, name)]
    except Refused:
        return [unit_named(tx, part) for part in parts]


def _officers(tx: Write, told: dict[str, Any]) -> dict[str, Any]:
    """Officers by name; who is not of this register stays as the plan names them."""
    by_name: dict[str, list[str]] = {}
    for officer in tx.known(read_officers, unit=tx.scope):
        by_name.setdefault(fold(officer.name), []).append(officer.id)
    if (name := told.pop("responsible", None)) is not None:
        same = by_name.get(fold(name), [])
        told["responsible"] = same[0] if len(same) == 1 else None
        told["responsible_name"] = "" if len(same) == 1 else name
    if "followers" in told:
        known = {name: by_name.get(fold(name), []) for name in told["followers"]}
        told["followers"] = tuple(same[0] for same in known.values() if len(same) == 1)
        strangers = [name for name, same in known.items() if len(same) != 1]
        if strangers:
            note = told.get("note") or ""
            told["note"] = clean(f"{note} (Theo dõi: {', '.join(strangers)})", 2_000)
    return told


def _parents_first(rows: Sequence[PlanRow]) -> tuple[list[PlanRow], list[PlanRow]]:
    """The rows in an order in which every task comes after the one above it, and those that lie below themselves."""
    by_code = {fold(row.code): row for row in rows}
    by_title: dict[str, list[PlanRow]] = {}
    for row in rows:
        by_title.setdefault(fold(row.told.get("title") or ""), []).append(row)

    def above(row: PlanRow) -> PlanRow | None:
        named = fold(row.told.get("parent") or "")
        titled = by_title.get(named, [])
        return (by_code.get(named) or (titled[0] if len(titled) == 1 else None)) if named else None

    depth: dict[int, int] = {}
    looped = []
    for row in rows:
        seen, place, steps = {row.number}, above(row), 0
        while place is not None and place.number not in seen:
            seen.add(place.number)
            place, steps = above(place), steps + 1
        depth[row.number] = steps
        if place is not None and place.number == row.number:
            looped.append(row)
    outside = [row for row in rows if row not in looped]
    return sorted(outside, key=lambda row: depth[row.number]), looped
