"""XLSX through openpyxl's read-only mode: bounded before it is unpacked, one row at a time, formulas never run."""

from __future__ import annotations

import re
import unicodedata
import warnings
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any, Final
from zipfile import BadZipFile, ZipFile

from communedb.domain.refusal import Reason, Refused
from communedb.tables.cells import CELL_LIMIT, ROW_LIMIT, Cell, CellFault, Row, Table, trimmed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

SHEETS_LIMIT: Final = 600 * 1024 * 1024
"""Bytes of all sheets unpacked; they are read as a stream. A hundred thousand rows of twenty columns take 120 MB."""
STRINGS_LIMIT: Final = 96 * 1024 * 1024
"""Bytes of the table of shared strings unpacked; it lies in memory."""
OTHERS_LIMIT: Final = 16 * 1024 * 1024
"""Bytes of every other part that is read, all together."""
PARTS_LIMIT: Final = 5_000

_SHEET: Final = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_FORMULA: Final = re.compile(rb"<(?:\w+:)?f[ />]")
_ROW: Final = re.compile(rb"</?(?:\w+:)?(?:row|si)[ />]")
_ERRORS: Final = frozenset({"#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA"})
# How the format spells a character that XML cannot hold, and a text that only looks like that.
_SPELLED: Final = re.compile(r"_x(000[0-9A-Fa-f]|001[0-9A-Fa-f]|005[Ff])_")
_CHUNK: Final = 1 << 20
_ROW_CHUNKS: Final = 8
"""So many megabytes of a sheet hold at least one row; the library keeps a row in memory whole."""


@contextmanager
def open_workbook(handle: BinaryIO, name: str, sheet: str | None) -> Iterator[Table]:
    """The named sheet, or else the first visible one.

    Refused: TABLE_WORKBOOK_DAMAGED, TABLE_UNPACKS_TOO_LARGE, TABLE_SHEET_UNKNOWN, and while rows are read
    TABLE_CELL_TOO_LONG, TABLE_COLUMNS_TOO_MANY, TABLE_ROWS_TOO_MANY.
    """
    with _faults_refused(name):
        has_formulas = _inspected(handle, name)
        values = _loaded(handle, data_only=True)
    with closing(values):
        shown = [each.title for each in values.worksheets if each.sheet_state == "visible"]
        chosen = sheet if sheet is not None else next(iter(shown), None)
        if chosen is None or chosen not in values.sheetnames:
            raise Refused(Reason.TABLE_SHEET_UNKNOWN, sheet=chosen or "-", sheets=", ".join(shown))
        others = tuple(title for title in shown if title != chosen)
        if not has_formulas:
            yield Table(name, _rows(_values(values[chosen], name)), chosen, others)
            return
        with _faults_refused(name):
            formulas = _loaded(handle, data_only=False)
        with closing(formulas):
            told = _told(_values(values[chosen], name), _values(formulas[chosen], name))
            yield Table(name, _rows(told), chosen, others)


@contextmanager
def _faults_refused(name: str) -> Iterator[None]:
    """A file from anywhere can break the library in any way; each of them is one answer."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except (Refused, MemoryError):
        raise
    except Exception as fault:
        raise Refused(Reason.TABLE_WORKBOOK_DAMAGED, name=name) from fault


def _loaded(handle: BinaryIO, *, data_only: bool) -> Any:
    # Not loaded before somebody brings a workbook: the library takes longer to load than the whole program.
    from openpyxl import load_workbook

    handle.seek(0)
    return load_workbook(handle, read_only=True, data_only=data_only, keep_links=False)


def _inspected(handle: BinaryIO, name: str) -> bool:
    """Bound what unpacking will take, by the sizes that the archive declares: unpacking never gives more than those.

    Tells whether any sheet holds formulas.
    """
    handle.seek(0)
    try:
        archive = ZipFile(handle)
    except BadZipFile as fault:
        raise Refused(Reason.TABLE_WORKBOOK_DAMAGED, name=name) from fault
    parts = [part for part in archive.infolist() if part.filename.lower().endswith((".xml", ".rels"))]
    sheets = [part for part in parts if _SHEET.fullmatch(part.filename)]
    strings = [part for part in parts if part.filename.lower().endswith("sharedstrings.xml")]
    others = [part for part in parts if part not in sheets and part not in strings]
    bounds = ((sheets, SHEETS_LIMIT), (strings, STRINGS_LIMIT), (others, OTHERS_LIMIT))
    too_large = any(sum(part.file_size for part in group) > limit for group, limit in bounds)
    if too_large or len(archive.infolist()) > PARTS_LIMIT:
        raise Refused(Reason.TABLE_UNPACKS_TOO_LARGE, name=name, limit=SHEETS_LIMIT // 1024 // 1024)
    # Every part is looked through, not only up to the first formula.
    formulas = [_scanned(archive, part.filename, name) for part in (*strings, *sheets)]
    return True in formulas


def _scanned(archive: ZipFile, part: str, name: str) -> bool:
    """Whether a part holds formulas. Refused: TABLE_UNPACKS_TOO_LARGE for a text or row that would fill the memory."""
    formula, without_row, seen = False, 0, b""
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            formula = formula or _FORMULA.search(seen + chunk) is not None
            without_row = 0 if _ROW.search(chunk) else without_row + 1
            if without_row > _ROW_CHUNKS or (len(chunk) == _CHUNK and b"<" not in chunk):
                raise Refused(Reason.TABLE_UNPACKS_TOO_LARGE, name=name, limit=_ROW_CHUNKS)
            seen = chunk[-32:]
    return formula


def _values(sheet: Any, name: str) -> Iterator[tuple[Any, ...]]:
    """The rows of a sheet, empty ones included; the size that the sheet claims is not believed."""
    sheet.reset_dimensions()
    rows = sheet.iter_rows(min_row=1, min_col=1, values_only=True)
    while True:
        with _faults_refused(name):
            row = next(rows, None)
        if row is None:
            return
        yield row


def _told(values: Iterator[tuple[Any, ...]], formulas: Iterator[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    """Values, and a fault where a formula has none: the program that wrote the file never calculated it."""
    for row, written in zip(values, formulas, strict=False):
        yield tuple(
            CellFault.FORMULA_WITHOUT_VALUE if value is None and held is not None else value
            for value, held in zip(row, written, strict=False)
        )


def _rows(values: Iterator[tuple[Any, ...]]) -> Iterator[Row]:
    for number, row in enumerate(values, start=1):
        if number > ROW_LIMIT:
            raise Refused(Reason.TABLE_ROWS_TOO_MANY, limit=ROW_LIMIT)
        kept = trimmed([_cell(value, number) for value in row])
        if kept:
            yield Row(number, kept)


def _cell(value: Any, row: int) -> Cell:
    if value is None or isinstance(value, CellFault) or not isinstance(value, str):
        kept: Cell = value
        return kept
    if len(value) > CELL_LIMIT:
        raise Refused(Reason.TABLE_CELL_TOO_LONG, row=row, limit=CELL_LIMIT)
    if value in _ERRORS:
        return CellFault.ERROR
    text = _SPELLED.sub(lambda found: chr(int(found[1], 16)), value) if "_x00" in value else value
    return unicodedata.normalize("NFC", text)
