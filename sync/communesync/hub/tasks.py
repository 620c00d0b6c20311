"""Tasks that a hub gives its communes: a plan written into the scope of each, and how far they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from communedb.desk.above import for_unit, open_scopes
from communedb.desk.task_mend import void_task
from communedb.desk.task_place import given_from_above, known_task
from communedb.desk.task_plan import bring_plan
from communedb.domain.refusal import Reason, Refused
from communedb.stores.task_list import rows_of_tasks
from communedb.stores.task_rules import read_rules
from communedb.stores.tasks import tasks_with_code

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communedb.desk.task_plan import Outcome
    from communedb.register import Register
    from communedb.stores.task_list import TaskRow
    from communedb.task_files.reading import PlanRow
    from communedb.transaction import Write


class Given(NamedTuple):
    """What became of a plan at one commune, by row number."""

    unit: str
    outcomes: dict[int, Outcome | Refused]

    def count(self, kind: str) -> int:
        """How many rows were `new`, `updated` or `unchanged`."""
        return sum(not isinstance(one, Refused) and one.kind == kind for one in self.outcomes.values())

    @property
    def refused(self) -> dict[int, Refused]:
        """The rows that were refused."""
        return {number: one for number, one in self.outcomes.items() if isinstance(one, Refused)}


class _Tried(Exception):  # noqa: N818 - how a dry run undoes its transaction
    def __init__(self, given: list[Given]) -> None:
        super().__init__()
        self.given = given


def give(
    register: Register, rows: Sequence[PlanRow], source: str, units: Sequence[str], *, dry_run: bool = False
) -> list[Given]:
    """Give a plan to these communes in one transaction: new tasks, and what it changes of those given before.

    `source` names the file. With `dry_run` everything is tried and undone. Refused: ONLY_A_HUB, ROLE_NOT_ALLOWED.
    """
    wanted = tuple(dict.fromkeys(units))
    register.write(open_scopes, wanted)
    try:
        return register.write(_give, rows, source, wanted, dry_run)
    except _Tried as tried:
        return tried.given


def _give(tx: Write, rows: Sequence[PlanRow], source: str, units: Sequence[str], dry_run: bool) -> list[Given]:
    given = [Given(unit, bring_plan(for_unit(tx, unit), rows, source)) for unit in units]
    if dry_run:
        raise _Tried(given)
    return given


def void_given(register: Register, unit: str, code: str, reason: str) -> tuple[str, str]:
    """Void a task that this hub gave to a commune; its key and the event's. The commune learns it with an exchange.

    Refused: ONLY_A_HUB, UNKNOWN_TASK, TASK_NOT_GIVEN (the commune entered it itself), and as `void_task` refuses.
    """
    register.write(open_scopes, (unit,))
    return register.write(_void, unit, code, reason)


def _void(tx: Write, unit: str, code: str, reason: str) -> tuple[str, str]:
    own = for_unit(tx, unit)
    key = next(iter(tasks_with_code(tx.db, own.scope, code)), None)
    if key is None:
        raise Refused(Reason.UNKNOWN_TASK, task=code)
    row, _ = known_task(own, key)
    if given_from_above(own, row):
        raise Refused(Reason.TASK_NOT_GIVEN, code=row["code"])
    return key, void_task(own, key, reason)


def given_tasks(register: Register, unit: str | None = None) -> list[TaskRow]:
    """The tasks that this hub gave, to all communes or to one, as they stand by what the communes sent."""
    db = register.db
    found = db.conn.execute(
        "SELECT t.id FROM task AS t JOIN installation AS i ON t.station = i.station"
        " WHERE t.scope <> i.unit AND (:unit IS NULL OR t.scope = :unit) ORDER BY t.scope, t.code, t.id",
        {"unit": unit},
    )
    keys = [key for (key,) in found]
    return [row for row in rows_of_tasks(db, keys, register.now(), read_rules(db)) if not row.voided]
