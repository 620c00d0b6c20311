"""What an office may publish of its dossiers: counts by month, without people, officers and codes of dossiers.

Each table counts one thing once, so that no table can be subtracted from another to find a small number. What a
province publishes is the sum of what each of its communes would: nothing can be subtracted there either.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from communedb.domain.disclosure import pooled
from communedb.domain.moment import local

if TYPE_CHECKING:
    from datetime import date, datetime

    from communedb.sqlite import Database

THRESHOLD: Final = 5
"""A smaller count says too much about the few whom it counts."""

LEAST_THRESHOLD: Final = 3
"""With less, whoever is one of two knows the other."""


@dataclass(frozen=True, slots=True)
class OpenTable:
    """A table to publish: its name, its columns but the last, which counts, and its rows."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    counts: tuple[int, ...]
    left_out: int
    """Dossiers of months with so few that the whole month is not told."""


def open_tables(db: Database, first: date, last: date, unit: str | None, threshold: int) -> list[OpenTable]:
    """The tables for the whole months between two days, both counted; months as `2026-11`."""
    values = {"first": f"{first:%Y-%m}", "last": f"{last:%Y-%m}", "unit": unit}
    return [_table(db, name, columns, sql, values, threshold) for name, (columns, sql) in _TABLES.items()]


def last_whole_month(now: datetime) -> date:
    """The last day of the month before this one: a month that goes on would tell each day's difference."""
    return local(now).date().replace(day=1) - timedelta(days=1)


def _table(
    db: Database, name: str, columns: tuple[str, ...], sql: str, values: dict[str, str | None], threshold: int
) -> OpenTable:
    by_unit: dict[str, dict[tuple[str, ...], int]] = {}
    for unit, *path, count in db.conn.execute(sql, values):
        by_unit.setdefault(unit, {})[tuple(str(part or "") for part in path)] = int(count)
    # A province's number less what all its communes but one publish would be that one's, so each is pooled by itself.
    leaves: Counter[tuple[str, ...]] = Counter()
    for found in by_unit.values():
        leaves.update(pooled(found, threshold, apart=1))
    told = sorted(leaves.items())
    return OpenTable(
        name,
        columns,
        tuple(path for path, _ in told),
        tuple(count for _, count in told),
        sum(sum(found.values()) for found in by_unit.values()) - leaves.total(),
    )


_OF_UNIT: Final = "(:unit IS NULL OR d.scope = :unit)"
_RECEIVED: Final = f"""
FROM dossier_state AS s JOIN dossier AS d ON d.id = s.dossier
WHERE s.voided = 0 AND substr(s.received_on, 1, 7) BETWEEN :first AND :last AND {_OF_UNIT}
"""
# Vietnam is seven hours ahead of the register's clock.
_ENDED_MONTH: Final = "strftime('%Y-%m', s.ended_at, '+7 hours')"
_TABLES: Final = {
    "received": (
        ("month", "field", "procedure"),
        f"SELECT d.scope, substr(s.received_on, 1, 7), s.field, s.procedure_code, count(*) {_RECEIVED} GROUP BY 1, 2, 3, 4",
    ),
    "channels": (
        ("month", "channel"),
        f"SELECT d.scope, substr(s.received_on, 1, 7), s.channel, count(*) {_RECEIVED} GROUP BY 1, 2, 3",
    ),
    "statuses": (
        ("month", "status"),
        f"""SELECT d.scope, substr(s.received_on, 1, 7),
          CASE WHEN s.status IN ('returned', 'refused', 'withdrawn', 'stopped')
            THEN s.status ELSE 'in_progress' END, count(*) {_RECEIVED} GROUP BY 1, 2, 3""",
    ),
    "resolved": (
        ("month", "field", "promise"),
        f"""SELECT d.scope, {_ENDED_MONTH}, s.field,
          CASE WHEN s.due_at IS NULL THEN 'none' WHEN substr(s.ended_at, 1, 16) <= substr(s.due_at, 1, 16)
            THEN 'kept' ELSE 'broken' END, count(*)
        FROM dossier_state AS s JOIN dossier AS d ON d.id = s.dossier
        WHERE s.voided = 0 AND s.ended_at IS NOT NULL AND {_ENDED_MONTH} BETWEEN :first AND :last AND {_OF_UNIT}
        GROUP BY 1, 2, 3, 4""",
    ),
}
