"""What came in and what went out, day by day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from communedb.domain.moment import local, utc_text
from communedb.reports.figures import Column, Figures, Kind, Row

if TYPE_CHECKING:
    from collections.abc import Iterable

    from communedb.reports.figures import Asked
    from communedb.sqlite import Database

NAME: Final = "by-day"
COLUMNS: Final = (Column("day", Kind.DATE), Column("received"), Column("returned"))


def figures(db: Database, asked: Asked) -> Figures:
    """Dossiers received and results handed out on each day of the period, up to today while it lasts."""
    period = asked.period
    last = min(period.last, local(asked.now).date())
    values = {
        "start": utc_text(period.start), "end": utc_text(period.end),
        "first": period.first.isoformat(), "last": period.last.isoformat(), "unit": asked.unit,
    }  # fmt: skip
    received = _by_day(db.conn.execute(_RECEIVED, values).fetchall())
    returned = _by_day(db.conn.execute(_RETURNED, values).fetchall())
    days = (period.first + timedelta(days=ahead) for ahead in range((last - period.first).days + 1))
    rows = tuple(_row(day.isoformat(), day, received.get(day, ()), returned.get(day, ())) for day in days)
    return Figures(NAME, period, COLUMNS, rows, _row("", None, _all(received), _all(returned)))


def _row(key: str, day: date | None, received: tuple[str, ...], returned: tuple[str, ...]) -> Row:
    return Row(
        key,
        {"day": day, "received": len(received), "returned": len(returned)},
        {"received": received, "returned": returned},
    )


def _by_day(found: Iterable[tuple[str, str]]) -> dict[date, tuple[str, ...]]:
    days: dict[str, list[str]] = {}
    for day, dossier in found:
        days.setdefault(day, []).append(dossier)
    return {date.fromisoformat(day): tuple(keys) for day, keys in days.items()}


def _all(by_day: dict[date, tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(key for keys in by_day.values() for key in keys)


# Both by an index of dates. A result that was handed out stays so, whatever happens to the dossier later.
_UNIT: Final = "(:unit IS NULL OR (SELECT d.scope FROM dossier AS d WHERE d.id = s.dossier) = :unit)"
_RECEIVED: Final = f"""
SELECT s.received_on, s.dossier FROM dossier_state AS s
WHERE s.received_at >= :start AND s.received_at < :end AND s.voided = 0 AND {_UNIT}
ORDER BY s.received_at, s.place
"""
_RETURNED: Final = f"""
SELECT s.returned_on, s.dossier FROM dossier_state AS s
WHERE s.returned_on >= :first AND s.returned_on <= :last AND s.voided = 0 AND {_UNIT}
ORDER BY s.returned_on, s.place
"""
