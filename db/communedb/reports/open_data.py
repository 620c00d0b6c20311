"""What an office may publish of its dossiers: counts by month, without people, officers and codes of dossiers.

Each table counts one thing once, so that no table can be subtracted from another to find a small number.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from communedb.domain.disclosure import POOLED, UNSTATED, Path, pooled
from communedb.domain.moment import local

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
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
    """The tables for the whole months between two days, both counted; months as `2026-11`.

    A field that stands alone in a month of one table and not of the other would tell there what is hidden here, for
    most dossiers are resolved in the month in which they came: what was put together stays together.
    """
    values = {"first": f"{first:%Y-%m}", "last": f"{last:%Y-%m}", "unit": unit}
    counts = {name: _counts(db, sql, values) for name, (_, sql) in _TABLES.items()}
    told = pooled(counts["received"], threshold, apart=1)
    alone = {path[:2] for path in told}
    counts["resolved"] = _together(counts["resolved"], alone)
    return [_table(name, columns, counts[name], threshold) for name, (columns, _) in _TABLES.items()]


def _counts(db: Database, sql: str, values: Mapping[str, str | None]) -> Counter[Path]:
    return Counter({tuple(str(part or "") for part in row[:-1]): int(row[-1]) for row in db.conn.execute(sql, values)})


def _together(counts: Mapping[Path, int], alone: Collection[Path]) -> Counter[Path]:
    """The same counts with the fields that do not stand alone in their month under one name."""
    found: Counter[Path] = Counter()
    for (month, field, *rest), count in counts.items():
        found[month, field if (month, field or UNSTATED) in alone else POOLED, *rest] += count
    return found


def last_whole_month(now: datetime) -> date:
    """The last day of the month before this one: a month that goes on would tell each day's difference."""
    return local(now).date().replace(day=1) - timedelta(days=1)


def _table(name: str, columns: tuple[str, ...], counts: Mapping[Path, int], threshold: int) -> OpenTable:
    leaves = pooled(counts, threshold, apart=1)
    told = sorted(leaves.items())
    return OpenTable(
        name,
        columns,
        tuple(path for path, _ in told),
        tuple(count for _, count in told),
        sum(counts.values()) - sum(leaves.values()),
    )


_OF_UNIT: Final = "(:unit IS NULL OR (SELECT d.scope FROM dossier AS d WHERE d.id = s.dossier) = :unit)"
_RECEIVED: Final = f"""
FROM dossier_state AS s
WHERE s.voided = 0 AND substr(s.received_on, 1, 7) BETWEEN :first AND :last AND {_OF_UNIT}
"""
# Vietnam is seven hours ahead of the register's clock.
_ENDED_MONTH: Final = "strftime('%Y-%m', s.ended_at, '+7 hours')"
_TABLES: Final = {
    "received": (
        ("month", "field", "procedure"),
        f"SELECT substr(s.received_on, 1, 7), s.field, s.procedure_code, count(*) {_RECEIVED} GROUP BY 1, 2, 3",
    ),
    "channels": (
        ("month", "channel"),
        f"SELECT substr(s.received_on, 1, 7), s.channel, count(*) {_RECEIVED} GROUP BY 1, 2",
    ),
    "statuses": (
        ("month", "status"),
        f"SELECT substr(s.received_on, 1, 7), CASE WHEN s.status IN ('returned', 'refused', 'withdrawn', 'stopped')"
        f" THEN s.status ELSE 'in_progress' END, count(*) {_RECEIVED} GROUP BY 1, 2",
    ),
    "resolved": (
        ("month", "field", "promise"),
        f"""SELECT {_ENDED_MONTH}, s.field,
          CASE WHEN s.due_at IS NULL THEN 'none' WHEN substr(s.ended_at, 1, 16) <= substr(s.due_at, 1, 16)
            THEN 'kept' ELSE 'broken' END, count(*)
        FROM dossier_state AS s
        WHERE s.voided = 0 AND s.ended_at IS NOT NULL AND {_ENDED_MONTH} BETWEEN :first AND :last AND {_OF_UNIT}
        GROUP BY 1, 2, 3""",
    ),
}
