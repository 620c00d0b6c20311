"""What a folder's package told already: a month is published once.

Two packages that tell a month differently tell the difference, too: the one dossier that was entered late, or voided.
"""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from communetui.open_data.package import COUNT, DESCRIPTOR

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from communedb.reports.open_data import OpenTable

_Row = tuple[tuple[str, ...], int]
_MONTH: Final = len("2026-11")


def with_published(
    folder: Path, tables: Sequence[OpenTable], *, name: str, period: tuple[date, date], threshold: int
) -> tuple[list[OpenTable], list[str]]:
    """The tables with the months of the period that the package in this folder told, as it told them; and those months.

    A package of another name, one that cannot be read, or one with counts under the threshold keeps nothing.
    """
    found = _read(folder, tables, name)
    if any(count < threshold for rows in found for _, count in rows):
        return list(tables), []
    first, last = (day.isoformat()[:_MONTH] for day in period)
    months = sorted({path[0] for rows in found for path, _ in rows if first <= path[0] <= last})
    told = zip(tables, found, strict=True) if months else ()
    return [_joined(table, rows, months) for table, rows in told] or list(tables), months


def _joined(table: OpenTable, before: Sequence[_Row], months: Sequence[str]) -> OpenTable:
    now = zip(table.rows, table.counts, strict=True)
    rows = sorted([*(row for row in before if row[0][0] in months), *(row for row in now if row[0][0] not in months)])
    return replace(table, rows=tuple(path for path, _ in rows), counts=tuple(count for _, count in rows))


def _read(folder: Path, tables: Sequence[OpenTable], name: str) -> list[list[_Row]]:
    """The rows of each table; none of any where the package is not whole."""
    try:
        descriptor = json.loads((folder / DESCRIPTOR).read_text(encoding="utf-8"))
        if isinstance(descriptor, dict) and descriptor.get("name") == name:
            return [_rows((folder / f"{table.name}.csv").read_text(encoding="utf-8"), table) for table in tables]
    except (OSError, ValueError):
        pass
    return [[] for _ in tables]


def _rows(text: str, table: OpenTable) -> list[_Row]:
    header, *lines = csv.reader(io.StringIO(text, newline=""))
    if header != [*table.columns, COUNT] or any(len(line) != len(header) for line in lines):
        raise ValueError(table.name)
    return [(tuple(line[:-1]), int(line[-1])) for line in lines]
