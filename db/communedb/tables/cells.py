"""What a table file gives: rows of cells, and the bounds within which a file is read."""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Final, TypeAlias

from communedb.domain.refusal import Reason, Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

COLUMN_LIMIT: Final = 400
"""Columns of one row; a real list has some dozens."""

ROW_LIMIT: Final = 1_048_576
"""Rows of a spreadsheet; a workbook may claim more, and then lies."""

CELL_LIMIT: Final = 131_072
"""Characters of one cell, four times what a spreadsheet keeps."""


class CellFault(StrEnum):
    """Why a cell has no value."""

    ERROR = "error"
    FORMULA_WITHOUT_VALUE = "formula_without_value"
    NOT_JSON = "not_json"


Cell: TypeAlias = str | int | float | date | datetime | time | timedelta | bool | CellFault | None
"""A cell as the file holds it; text is in NFC, and a CSV holds text only."""

_FAULTS: Final = {
    CellFault.ERROR: Reason.TABLE_CELL_ERROR,
    CellFault.FORMULA_WITHOUT_VALUE: Reason.TABLE_CELL_FORMULA_WITHOUT_VALUE,
    CellFault.NOT_JSON: Reason.TABLE_LINE_NOT_JSON,
}
# Line breaks, tabs and what word processors put for them are white space; any other control character in a cell is the
# mark of a damaged file or of one read in the wrong encoding.
_CONTROL: Final = re.compile("[\x01-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")


@dataclass(frozen=True, slots=True)
class Row:
    """One row that is not empty, numbered as a spreadsheet numbers it: from 1."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """An open table file; `rows` can be read once. `sheet` and `other_sheets` are those of a workbook."""

    name: str
    rows: Iterator[Row]
    sheet: str = ""
    other_sheets: tuple[str, ...] = ()


def cell_text(cell: Cell, column: str) -> str:
    """A cell as text in NFC: numbers without exponent, dates as `23/11/2026`, nothing as an empty text.

    `column` names it in a refusal: TABLE_CELL_ERROR, TABLE_CELL_FORMULA_WITHOUT_VALUE, TABLE_CELL_CONTROL_CHARACTER,
    TABLE_LINE_NOT_JSON.
    """
    if isinstance(cell, CellFault):
        raise Refused(_FAULTS[cell], column=column)
    if cell is None:
        return ""
    if isinstance(cell, str):
        if _CONTROL.search(cell):
            raise Refused(Reason.TABLE_CELL_CONTROL_CHARACTER, column=column)
        return unicodedata.normalize("NFC", cell)
    return _shown(cell)


def number_text(number: float) -> str:
    """A number as it is written by hand: `3` for 3.0, `0.00001` and no exponent."""
    if not math.isfinite(number):
        return str(number)
    return str(int(number)) if number == int(number) and abs(number) < 1e15 else f"{number:.12f}".rstrip("0")


def trimmed(cells: list[Cell]) -> tuple[Cell, ...]:
    """Cells without the empty ones at the end. Refused: TABLE_COLUMNS_TOO_MANY."""
    width = len(cells)
    while width and (cells[width - 1] is None or cells[width - 1] == ""):
        width -= 1
    if width > COLUMN_LIMIT:
        raise Refused(Reason.TABLE_COLUMNS_TOO_MANY, columns=width, limit=COLUMN_LIMIT)
    return tuple(cells[:width])


def _shown(cell: float | date | time | timedelta) -> str:
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, (int, float)):
        return number_text(cell)
    if isinstance(cell, datetime):
        return f"{cell:%d/%m/%Y}" if cell.time() == time() else f"{cell:%d/%m/%Y %H:%M}"
    return f"{cell:%d/%m/%Y}" if isinstance(cell, date) else str(cell)
