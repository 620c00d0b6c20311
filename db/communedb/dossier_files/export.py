"""Dossiers as a table that spreadsheets open and the import reads again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from communedb.domain.moment import local, parse_utc
from communedb.dossier_files.columns import HEADINGS, WIDTHS, Column
from communedb.dossier_files.rows import write_outside_codes
from communedb.dossier_files.values import (
    CHANNEL_NAMES,
    KIND_NAMES,
    RETURN_NAMES,
    SEX_NAMES,
    STATUS_NAMES,
    write_stamp,
)
from communedb.sqlite import rows
from communedb.stores.dossier_list import DossierList
from communedb.stores.officers import officer_names
from communedb.tables.writing import write_table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from communedb.domain.dossier_filter import DossierFilter
    from communedb.register import Register
    from communedb.sqlite import Database
    from communedb.tables.writing import Written

_PAGE: Final = 500
_SHEET: Final = "Hồ sơ"
_READ: Final = (
    "SELECT d.*, s.status, s.due_at, s.ended_at, s.returned_on, s.holder FROM dossier_state s"
    " JOIN dossier d ON d.id = s.dossier WHERE s.dossier = ?"
)


def export_dossiers(register: Register, path: Path, wanted: DossierFilter) -> int:
    """Write the dossiers that a filter shows, in its order, and say how many; a page at a time.

    Refused: TABLE_SUFFIX_UNKNOWN, TABLE_CELL_TOO_LONG, and the faults of disk and folder.
    """
    counted = _Counted(_rows(register, wanted))
    widths = [WIDTHS[column] for column in Column]
    write_table(path, [HEADINGS[column] for column in Column], counted, sheet=_SHEET, widths=widths)
    return counted.count


class _Counted:
    """Rows, counted as they are taken."""

    def __init__(self, found: Iterator[list[Written]]) -> None:
        self._found = found
        self.count = 0

    def __iter__(self) -> Iterator[list[Written]]:
        for row in self._found:
            self.count += 1
            yield row


def _rows(register: Register, wanted: DossierFilter) -> Iterator[list[Written]]:
    listed = DossierList(wanted, register.now(), register.calendar())
    db = register.db
    names = officer_names(db)
    after = None
    while page := listed.page(db, _PAGE, after=after):
        for row in page:
            found = next(rows(db, _READ, (row.dossier,)), None)
            if found is not None:
                told = cells(db, found, names)
                yield [told[column] for column in Column]
        after = listed.key(page[-1])


def cells(db: Database, found: dict[str, Any], names: dict[str, str]) -> dict[Column, Written]:
    """A dossier as a row; what is not known is an empty cell."""
    codes = db.conn.execute(
        "SELECT system, code FROM outside_code WHERE dossier = ? AND active = 1 ORDER BY id", (found["id"],)
    ).fetchall()
    told: dict[Column, Written] = {column: found.get(column.value) for column in Column}
    return told | {
        Column.OUTSIDE_CODES: write_outside_codes(codes),
        Column.KIND: KIND_NAMES.get(found["applicant_kind"]),
        Column.SEX: SEX_NAMES.get(found["applicant_sex"]),
        Column.BIRTH: "/".join(reversed((found["applicant_birth"] or "").split("-"))),
        Column.CHANNEL: CHANNEL_NAMES.get(found["channel"]),
        Column.RETURN_METHOD: RETURN_NAMES.get(found["return_method"]),
        Column.FEE: found["fee_amount"],
        Column.RECEIVED: _moment(found["received_at"]),
        Column.DUE: _moment(found["due_at"]),
        Column.ENDED: _moment(found["ended_at"]),
        Column.RETURNED: "/".join(reversed((found["returned_on"] or "").split("-"))),
        Column.STATUS: STATUS_NAMES.get(found["status"], found["status"]),
        Column.OFFICER: names.get(found["holder"], ""),
    }


def _moment(kept: str | None) -> str:
    return write_stamp(local(parse_utc(kept))) if kept else ""
