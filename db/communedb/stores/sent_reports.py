"""Reports as they were sent: figures and the lists behind them, kept as they stood then; and what differs since."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from math import isfinite
from types import NoneType
from typing import TYPE_CHECKING, Any, Final

from communedb.domain.moment import parse_utc, utc_text
from communedb.domain.period import parse
from communedb.domain.refusal import Refused
from communedb.reports.figures import Column, Doubt, Figures, Kind, Row, Unknown
from communedb.sqlite import rows
from communedb.transaction import as_json

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from communedb.domain.period import Period
    from communedb.reports.figures import Value
    from communedb.sqlite import Database


@dataclass(frozen=True, slots=True)
class Sent:
    """A report that was marked as sent; `corrects` is the key of the one that it replaces."""

    id: str
    unit: str
    report: str
    period: Period
    figures: Figures
    note: str
    officer: str
    sent_at: datetime
    corrects: str | None


@dataclass(frozen=True, slots=True)
class Difference:
    """A cell that is not what was sent, and the keys that left and joined the list behind it; `row` "" is the sums."""

    row: str
    column: str
    sent: Value
    now: Value
    gone: tuple[str, ...]
    came: tuple[str, ...]


def sent(db: Database, name: str, period: Period, unit: str | None = None) -> Sent | None:
    """The report of a unit (its own, where None) as it was sent last for exactly these days; None if it never was."""
    found = _read(db, "report = ? AND first_on = ? AND last_on = ?", unit, name, *_days(period))
    return next((one for one in found if one.period.kind is period.kind), None)


def sent_before(db: Database, name: str, period: Period, unit: str | None = None) -> Sent | None:
    """The report sent last whose period ends on the day before this one begins; one of the same kind goes first."""
    eve = (period.first - timedelta(days=1)).isoformat()
    found = list(_read(db, "report = ? AND last_on = ?", unit, name, eve))
    return next((one for one in found if one.period.kind is period.kind), next(iter(found), None))


def sent_reports(db: Database, name: str | None = None, unit: str | None = None, *, of_all: bool = False) -> list[Sent]:
    """What was sent, the last first: of one report, or of all; `of_all` is by every unit that this register holds."""
    condition, values = ("report = ?", (name,)) if name else ("1 = 1", ())
    return list(_read(db, condition, _ANYBODY if of_all else unit, *values))


def differs(before: Sent, now: Figures) -> list[Difference]:
    """Cell by cell, what a report says now that it did not say when it was sent; texts of lists are not compared."""
    return list(_differences(before.figures, now))


def _differences(before: Figures, now: Figures) -> Iterator[Difference]:
    kept, fresh = _by_key(before), _by_key(now)
    compared = [column.name for column in now.columns if column.kind in _COMPARED]
    for key in dict.fromkeys([*kept, *fresh]):
        old, new = kept.get(key), fresh.get(key)
        found = [one for column in compared if (one := _difference(key, column, old, new)) is not None]
        if not found and (old is None) != (new is None):
            # A line of a list: all that it says is that it is there.
            gone, came = ((key,), ()) if new is None else ((), (key,))
            found = [Difference(key, now.columns[0].name, int(old is not None), int(new is not None), gone, came)]
        yield from found


def _difference(key: str, column: str, old: Row | None, new: Row | None) -> Difference | None:
    was, is_now = _cell(old, column), _cell(new, column)
    before, after = _behind(old, column), _behind(new, column)
    kept = set(before) & set(after)
    gone = tuple(one for one in before if one not in kept)
    came = tuple(one for one in after if one not in kept)
    return Difference(key, column, was, is_now, gone, came) if was != is_now or gone or came else None


def _by_key(figures: Figures) -> dict[str, Row]:
    found = {row.key: row for row in figures.rows}
    return found | ({"": figures.total} if figures.total else {})


def _cell(row: Row | None, column: str) -> Value:
    # A row that is not there counts nothing, and so does an empty cell.
    return (row.cells.get(column) if row else None) or 0


def _behind(row: Row | None, column: str) -> tuple[str, ...]:
    return () if row is None else row.behind.get(column, ())


_COMPARED: Final = frozenset({Kind.COUNT, Kind.MONEY, Kind.SHARE, Kind.POINTS, Kind.DAYS})


_ANYBODY: Final = ""
"""In place of a unit: all of them."""


def _days(period: Period) -> tuple[str, str]:
    return period.first.isoformat(), period.last.isoformat()


def _read(db: Database, condition: str, unit: str | None, *values: str) -> Iterator[Sent]:
    """Those that can be read, the last first; what arrived in a shape that no desk writes is passed over."""
    for row in rows(
        db,
        f"SELECT * FROM sent_report WHERE {condition}"
        " AND CASE ? WHEN '' THEN 1 ELSE scope = ifnull(?, (SELECT unit FROM installation)) END"
        " ORDER BY sent_at DESC, id DESC",
        (*values, unit, unit),
    ):
        try:
            yield _sent(row)
        except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError, Refused):
            continue


def _sent(row: dict[str, Any]) -> Sent:
    kept = json.loads(row["figures"])
    period = parse(row["period"])
    if _days(period) != (row["first_on"], row["last_on"]):
        raise ValueError(row["period"])
    return Sent(
        id=row["id"],
        unit=row["scope"],
        report=row["report"],
        period=period,
        figures=unpacked(kept, row["report"], period),
        note=row["note"] or "",
        officer=row["officer"],
        sent_at=parse_utc(row["sent_at"]),
        corrects=kept.get("corrects"),
    )


def packed(figures: Figures, corrects: str | None) -> str:
    """The figures as JSON: each key once, and the lists as places among the keys."""
    every = [*figures.rows, *([figures.total] if figures.total else [])]
    keys = {
        key: place for place, key in enumerate(dict.fromkeys(k for r in every for b in r.behind.values() for k in b))
    }
    return as_json({
        "columns": [[column.name, column.kind.value] for column in figures.columns],
        "rows": [_packed_row(row, keys) for row in figures.rows],
        "total": _packed_row(figures.total, keys) if figures.total else None,
        "doubts": [[doubt.code, doubt.subject, dict(doubt.facts)] for doubt in figures.doubts],
        # One text: a list would have its quotation marks escaped in the journal.
        "keys": " ".join(keys),
        "subjects": figures.subjects,
        "corrects": corrects,
    })  # fmt: skip


def _packed_row(row: Row, keys: Mapping[str, int]) -> list[Any]:
    cells = {name: _plain(value) for name, value in row.cells.items()}
    return [row.key, cells, {name: [keys[key] for key in behind] for name, behind in row.behind.items()}, row.heading]


def _plain(value: Value) -> Any:
    if isinstance(value, Unknown):
        return [value.value]
    if isinstance(value, datetime):
        return utc_text(value)
    return value.isoformat() if isinstance(value, date) else value


def unpacked(kept: Any, report: str, period: Period) -> Figures:
    """The figures that `packed` wrote. A ValueError, TypeError, KeyError, IndexError or AttributeError otherwise."""
    columns = tuple(Column(str(name), Kind(kind)) for name, kind in kept["columns"])
    keys = str(kept["keys"]).split()
    kinds = {column.name: column.kind for column in columns}
    total = kept["total"]
    return Figures(
        report=report,
        period=period,
        columns=columns,
        rows=tuple(_row(row, keys, kinds) for row in kept["rows"]),
        total=_row(total, keys, kinds) if total is not None else None,
        doubts=tuple(
            Doubt(str(code), str(subject), {str(name): str(fact) for name, fact in facts.items()})
            for code, subject, facts in kept["doubts"]
        ),
        subjects=str(kept["subjects"]),
    )


def _row(row: Any, keys: list[str], kinds: Mapping[str, Kind]) -> Row:
    key, cells, behind, heading = row
    return Row(
        key=str(key),
        cells={str(name): _value(value, kinds.get(name)) for name, value in cells.items()},
        behind={str(name): tuple(keys[place] for place in places) for name, places in behind.items()},
        heading=bool(heading),
    )


def _value(kept: Any, kind: Kind | None) -> Value:
    if isinstance(kept, list):
        return Unknown(kept[0])
    if isinstance(kept, str) and kind is Kind.DATE:
        return date.fromisoformat(kept)
    if isinstance(kept, str) and kind is Kind.MOMENT:
        return parse_utc(kept)
    if not isinstance(kept, (str, int, float, NoneType)):
        raise TypeError(type(kept).__name__)
    if isinstance(kept, float) and not isfinite(kept):
        raise ValueError(kept)
    return kept
