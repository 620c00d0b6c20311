"""Bring a list of procedures to a register: its plan, and what became of it."""

from __future__ import annotations

import csv
from datetime import date
from typing import TYPE_CHECKING

from communedb.catalogue_files import (
    ChangeKind,
    apply_plan,
    read_plan,
)

if TYPE_CHECKING:
    from pathlib import Path

    from communedb.catalogue_files import Plan
    from communedb.register import Register

TODAY = date(2026, 11, 23)
MARITAL, BIRTH, EXTRACT = "1.004873", "1.001193", "2.000635"
OWN = "9.000123"
OWN_ROW = {"Mã thủ tục": OWN, "Tên thủ tục": "Xác nhận hộ bị ngập", "Lĩnh vực": "Bảo trợ xã hội"}


def brought(folder: Path, *rows: dict[str, object], name: str = "danh-muc.csv") -> Path:
    """A CSV of an office with these rows."""
    headings = list(dict.fromkeys(heading for row in rows for heading in row))
    path = folder / name
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, headings, delimiter=";")
        writer.writeheader()
        writer.writerows(rows)
    return path


def plan(register: Register, path: Path, begins: date = TODAY) -> Plan:
    return read_plan(register.db, path, begins)


def kinds(found: Plan) -> dict[str, int]:
    return {kind.value: len(found.of(kind)) for kind in ChangeKind if found.of(kind)}


def imported(register: Register, path: Path, begins: date = TODAY) -> Plan:
    """The plan, written; afterwards the same file changes nothing."""
    found = plan(register, path, begins)
    register.write(apply_plan, found)
    again = plan(register, path, begins)
    assert not again.changes_something
    return found


def lines(register: Register) -> int:
    (count,) = register.db.conn.execute("SELECT count(*) FROM journal_line").fetchone()
    return int(count)
