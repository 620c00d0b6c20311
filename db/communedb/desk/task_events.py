"""Writing one event of a task."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communedb.stores.happenings import add_happening
from communedb.stores.task_derived import derive_task
from communedb.stores.tasks import TABLE

if TYPE_CHECKING:
    from datetime import date, datetime

    from communedb.domain.task_event import TaskKind
    from communedb.transaction import Write


def add_task_event(
    tx: Write,
    task: str,
    kind: TaskKind,
    *,
    happened_at: datetime | None = None,
    due_on: date | None = None,
    details: dict[str, Any] | None = None,
    **fields: str | None,
) -> str:
    """Write one event of this transaction's officer and return its key; `due_on` is the date that it speaks of."""
    key = add_happening(
        tx, TABLE, ("task", task), kind.value,
        happened_at=happened_at,
        details=details,
        due_on=due_on.isoformat() if due_on else None,
        **fields,
    )  # fmt: skip
    # What the next step of the same transaction asks about parents and children is already in the derived rows.
    derive_task(tx.db, task)
    return key
