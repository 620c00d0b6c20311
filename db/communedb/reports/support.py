"""The help of the Community Digital Technology Team in a period: how often, how many people, how much filed online."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from communedb.reports.figures import Column, Figures, Kind, Row
from communedb.reports.grouped import by_trait

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communedb.reports.figures import Asked, Value
    from communedb.sqlite import Database

NAME: Final = "support"
COLUMNS: Final = (Column("name", Kind.TEXT), Column("times"), Column("people"), Column("filed_online"))


class Help(NamedTuple):
    """One line of the log; `month` as `2026-11`."""

    key: str
    month: str
    kind: str
    procedure: str
    people: int
    filed_online: int


def figures(db: Database, asked: Asked) -> Figures:
    """By kind, by month and by procedure; lines entered by mistake count nowhere."""
    values = (asked.period.first.isoformat(), asked.period.last.isoformat(), asked.unit, asked.unit)
    found = [Help(*row) for row in db.conn.execute(_LINES, values)]
    filed = [one for one in found if one.procedure]
    rows = (
        *by_trait("kind", found, lambda one: one.kind, _row),
        *by_trait("month", found, lambda one: one.month, _row),
        *by_trait("procedure", filed, lambda one: one.procedure, _row),
    )
    return Figures(NAME, asked.period, COLUMNS, rows, _row("", "", found), subjects="support")


def _row(key: str, name: Value, among: Sequence[Help], /) -> Row:
    return Row(
        key,
        {
            "name": name,
            "times": len(among),
            "people": sum(one.people for one in among),
            "filed_online": sum(one.filed_online for one in among),
        },
        {"times": tuple(one.key for one in among)},
    )


_LINES: Final = """
SELECT id, substr(helped_on, 1, 7), kind, coalesce(procedure_name, ''), people, filed_online FROM support
WHERE helped_on >= ? AND helped_on <= ? AND active = 1 AND (? IS NULL OR scope = ?)
ORDER BY helped_on, id
"""
