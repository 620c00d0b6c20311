"""Opening a table file, whatever it is; its content decides, not its name."""

from __future__ import annotations

import stat
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Final

from communedb.domain.refusal import Reason, Refused
from communedb.os_fault import NOT_A_FILE, why
from communedb.tables.cells import Table
from communedb.tables.csv_reading import csv_rows
from communedb.tables.json_reading import json_rows, looks_like_json

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

    from communedb.tables.cells import Row

_ZIP: Final = b"PK\x03\x04"
_OLD_OFFICE: Final = bytes.fromhex("d0cf11e0a1b11ae1")
_WORKBOOK_SUFFIXES: Final = (".xlsx", ".xlsm")


@contextmanager
def open_table(path: Path, *, sheet: str | None = None) -> Iterator[Table]:
    """Open a CSV, XLSX or JSON lines file; its rows are read while it is open, one by one, in bounded memory.

    Refused: FILE_UNREADABLE, FILE_EMPTY, TABLE_WORKBOOK_OLD (an .xls, or a workbook with a password),
    TABLE_WORKBOOK_DAMAGED, and what `csv_rows`, `json_rows` and `open_workbook` refuse; some of it only when that row
    is reached.
    """
    with _file(path) as handle:
        start = handle.read(8)
        if not start:
            raise Refused(Reason.FILE_EMPTY, name=path.name)
        if start == _OLD_OFFICE:
            raise Refused(Reason.TABLE_WORKBOOK_OLD, name=path.name)
        if start.startswith(_ZIP):
            # A room of its own: reading a CSV loads no zip.
            from communedb.tables.xlsx_reading import open_workbook

            with open_workbook(handle, path.name, sheet) as table:
                yield table
            return
        if path.suffix.lower() in _WORKBOOK_SUFFIXES:
            raise Refused(Reason.TABLE_WORKBOOK_DAMAGED, name=path.name)
        read = json_rows if looks_like_json(start) else csv_rows
        handle.seek(0)
        with closing(read(handle, path.name)) as rows:
            yield Table(path.name, _guarded(rows, path.name))


@contextmanager
def _file(path: Path) -> Iterator[BinaryIO]:
    """An ordinary file, open for reading."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise Refused(Reason.FILE_UNREADABLE, name=path.name, why=NOT_A_FILE)
        handle = path.open("rb")
    except (OSError, ValueError) as fault:  # ValueError: a name with a NUL in it.
        raise _unreadable(fault, path.name) from fault
    with handle:
        yield handle


def _guarded(rows: Iterator[Row], name: str) -> Iterator[Row]:
    """The same rows; the stick pulled out meanwhile is a refusal."""
    while True:
        try:
            row = next(rows, None)
        except OSError as fault:
            raise _unreadable(fault, name) from fault
        if row is None:
            return
        yield row


def _unreadable(fault: Exception, name: str) -> Refused:
    return Refused(Reason.FILE_UNREADABLE, name=name, why=why(fault))
