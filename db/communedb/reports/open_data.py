"""What an office may publish of its dossiers: counts by month, without people, officers and codes of dossiers.

Each table counts one thing once, so that no table can be subtracted from another to find a small number. What a
province publishes is the sum of what each of its communes would: nothing can be subtracted there either.
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

    A province's number less what all its communes but one publish would be that one's, so small counts are put together
    in each commune by itself.
    """
    values = {"first": f"{first:%Y-%m}", "last": f"{last:%Y-%m}", "unit": unit}
    counts = {name: _by_unit(db, sql, values) for name, (_, sql) in _TABLES.items()}
    leaves: dict[str, Counter[Path]] = {name: Counter() for name in _TABLES}
    for one in dict.fromkeys(unit for found in counts.values() for unit in found):
        for name, told in _told({name: found.get(one, Counter()) for name, found in counts.items()}, threshold).items():
            leaves[name].update(told)
    return [
        _table(name, columns, leaves[name], sum(found.total() for found in counts[name].values()))
        for name, (columns, _) in _TABLES.items()
    ]


def _by_unit(db: Database, sql: str, values: Mapping[str, str | None]) -> dict[str, Counter[Path]]:
    found: dict[str, Counter[Path]] = {}
    for unit, *path, count in db.conn.execute(sql, values):
        found.setdefault(unit, Counter())[tuple(str(part or "") for part in path)] = int(count)
    return found


def _told(counts: dict[str, Counter[Path]], threshold: int) -> dict[str, Mapping[Path, int]]:
    """What one commune tells, by table.

    A field that stands alone in a month of one table and not of the other would tell there what is hidden here, for
    most dossiers are resolved in the month in which they came: what was put together stays together.
    """
    received = pooled(counts["received"], threshold, apart=1)
    counts["resolved"] = _together(counts["resolved"], {path[:2] for path in received})
    return {name: pooled(found, threshold, apart=1) for name, found in counts.items()}


def _together(counts: Mapping[Path, int], alone: Collection[Path]) -> Counter[Path]:
    """The same counts with the fields that do not stand alone in their month under one name."""
    found: Counter[Path] = Counter()
    for (month, field, *rest), count in counts.items():
        found[month, field if (month, field or UNSTATED) in alone else POOLED, *rest] += count
    return found


def last_whole_month(now: datetime) -> date:
    """The last day of the month before this one: a month that goes on would tell each day's difference."""
    return local(now).date().replace(day=1) - timedelta(days=1)


def _table(name: str, columns: tuple[str, ...], leaves: Counter[Path], counted: int) -> OpenTable:
    told = sorted(leaves.items())
    return OpenTable(
        name, columns, tuple(path for path, _ in told), tuple(count for _, count in told), counted - leaves.total()
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
        f"""SELECT d.scope, substr(s.received_on, 1, 7), s.field, s.procedure_code, count(*) {_RECEIVED}
        GROUP BY 1, 2, 3, 4""",
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
