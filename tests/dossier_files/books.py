"""Books and exports as offices have them, and what the register holds of them afterwards."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook

from communedb.desk.bring_update import Source
from communedb.dossier_files import Tally, bring_file, open_dossiers, parse_said

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from communedb.register import Register

PORTAL = "Cổng dịch vụ công"
HEADINGS = (
    "STT", "Số hồ sơ", "Họ và tên", "Số CCCD/CMND", "Số điện thoại", "Thủ tục", "Ngày tiếp nhận", "Ngày hẹn trả",
    "Ngày trả", "Trạng thái",
)  # fmt: skip
MARITAL = "Cấp Giấy xác nhận tình trạng hôn nhân"
LUA = (
    1, "H57-250310-0001", "Nguyễn Thị Lụa", "046190054321", "0914123456", MARITAL, "10/03/2025", "13/03/2025",
    "12/03/2025", "Đã trả kết quả",
)  # fmt: skip
DUC = (
    2, "H57-261119-0002", "Nguyễn Văn Đức", "046090012345", "0905123456", "Xác nhận hộ bị ngập lụt", "19/11/2026",
    "27/11/2026", None, "Đang xử lý",
)  # fmt: skip


def write_csv(path: Path, rows: Sequence[Sequence[Any]], headings: Sequence[str] = HEADINGS) -> Path:
    """A book as a spreadsheet saves it on Vietnamese Windows."""
    with path.open("w", encoding="utf-8-sig", newline="") as handle:
        writer = csv.writer(handle, delimiter=";")
        writer.writerow(headings)
        writer.writerows(rows)
    return path


def write_xlsx(path: Path, rows: Sequence[Sequence[Any]], headings: Sequence[str] = HEADINGS) -> Path:
    """A book as a workbook, cells of whatever kind."""
    book = Workbook()
    book.active.append(list(headings))
    for row in rows:
        book.active.append(list(row))
    book.save(path)
    return path


def write_lines(path: Path, objects: Sequence[dict[str, Any] | str]) -> Path:
    """An export as JSON lines."""
    lines = [each if isinstance(each, str) else json.dumps(each, ensure_ascii=False) for each in objects]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def bring_in(register: Register, path: Path, *maps: str, system: str = PORTAL, dry_run: bool = False) -> Tally:
    """A file brought in as the command does it."""
    tally = Tally()
    with open_dossiers(path, parse_said(maps)) as file:
        source = Source(path.name, system, f"Nhập từ tệp {path.name}")
        for _ in bring_file(register, file, source, tally, dry_run=dry_run):
            pass
    return tally


def counts(tally: Tally) -> tuple[int, int, int, int]:
    """New, updated, unchanged, rejected."""
    return tally.new, tally.updated, tally.unchanged, len(tally.rejected)


def reasons(tally: Tally) -> list[str]:
    """Why rows were rejected, in the order of the file."""
    return [refusal.reason.value for refusal in tally.rejected.values()]


_DOSSIERS = (
    "SELECT o.code AS outside, d.*, s.status, s.due_at, s.ended_at, s.returned_on FROM outside_code o"
    " JOIN dossier d ON d.id = o.dossier JOIN dossier_state s ON s.dossier = d.id ORDER BY o.code, o.system"
)
_KEYS = {"id", "person", "procedure_copy"}


def held(register: Register) -> list[dict[str, Any]]:
    """Every dossier with a code of elsewhere, what follows from its events, and these; without random keys."""
    from communedb.sqlite import rows

    found = []
    for dossier in list(rows(register.db, _DOSSIERS)):
        events = register.db.conn.execute(
            "SELECT kind, CASE happened_at WHEN entered_at THEN 'now' ELSE happened_at END, due_at, to_officer, reason,"
            " details FROM event WHERE dossier = ?"
            " ORDER BY clock, place",
            (dossier["id"],),
        ).fetchall()
        found.append({name: value for name, value in dossier.items() if name not in _KEYS} | {"events": events})
    return found
