"""Writing a table as CSV or XLSX: whole or not at all, and never with a cell that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import re
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from communedb.domain.refusal import Reason, Refused
from communedb.files.atomic import unfinished, write_atomically
from communedb.tables.escaping import escaped, like_formula

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

Written: TypeAlias = str | int | date | None
"""What can be written: text, whole numbers, dates."""

XLSX_CELL_LIMIT: Final = 32_767
"""Characters that a spreadsheet keeps of one cell."""

_BATCH: Final = 500
# What XML cannot hold; the register's own texts have none of it.
_UNWRITABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LOOKS_SPELLED: Final = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def write_table(
    path: Path,
    headings: Sequence[str],
    rows: Iterable[Sequence[Written]],
    *,
    sheet: str = "1",
    widths: Sequence[int] = (),
) -> None:
    """Write a table; the name's ending says as what. CSV is UTF-8 with a byte order mark, so that spreadsheets open it.

    `sheet` and `widths` (in characters) are for a workbook. Rows are taken one by one. Refused: TABLE_SUFFIX_UNKNOWN,
    TABLE_CELL_TOO_LONG, and the faults of disk and folder.
    """
    if path.suffix.lower() == ".csv":
        write_atomically(path, _csv_chunks(headings, rows))
    elif path.suffix.lower() == ".xlsx":
        _write_workbook(path, headings, rows, sheet, widths)
    else:
        raise Refused(Reason.TABLE_SUFFIX_UNKNOWN, name=path.name)


def _csv_chunks(headings: Sequence[str], rows: Iterable[Sequence[Written]]) -> Iterator[bytes]:
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    yield "\ufeff".encode()
    writer.writerow([escaped(heading) for heading in headings])
    for number, row in enumerate(rows):
        writer.writerow([_csv_cell(cell) for cell in row])
        if number % _BATCH == _BATCH - 1:
            yield _taken(buffer)
    yield _taken(buffer)


def _taken(buffer: io.StringIO) -> bytes:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text.encode()


def _csv_cell(cell: Written) -> str | int:
    if isinstance(cell, str):
        return escaped(_UNWRITABLE.sub("", cell))
    if isinstance(cell, date):
        # A spreadsheet set to month before day keeps this order when it saves; a date beginning with the year it turns.
        return f"{cell:%d/%m/%Y}"
    return "" if cell is None else cell


def _write_workbook(
    path: Path, headings: Sequence[str], rows: Iterable[Sequence[Written]], sheet: str, widths: Sequence[int]
) -> None:
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    book.properties.creator = "communetui"
    page = book.create_sheet(sheet)
    page.freeze_panes = "B2"
    for place, width in enumerate(widths, start=1):
        page.column_dimensions[get_column_letter(place)].width = width
    try:
        _fill(page, headings, rows)
        with unfinished(path.parent) as part:
            book.save(part)
            part.publish(path)
    except BaseException:
        # The library keeps the sheet in a file of its own until it is saved; an abandoned one would stay there.
        with suppress(Exception):
            book.save(io.BytesIO())
        raise


def _fill(page: Any, headings: Sequence[str], rows: Iterable[Sequence[Written]]) -> None:
    """Hand the rows to a sheet, which passes them on to its file."""
    from openpyxl.styles import Font

    titles = [_xlsx_cell(page, heading, 1) for heading in headings]
    for title in titles:
        title.font = Font(bold=True)
    page.append(titles)
    for number, row in enumerate(rows, start=2):
        page.append([_xlsx_cell(page, cell, number) for cell in row])


def _xlsx_cell(page: Any, cell: Written, row: int) -> Any:
    from openpyxl.cell import WriteOnlyCell

    if not isinstance(cell, str):
        made = WriteOnlyCell(page, cell)
        if isinstance(cell, date):
            made.number_format = "dd/mm/yyyy"
        return made
    text = _LOOKS_SPELLED.sub("_x005F_", _UNWRITABLE.sub("", cell))
    if len(text) > XLSX_CELL_LIMIT:
        raise Refused(Reason.TABLE_CELL_TOO_LONG, row=row, limit=XLSX_CELL_LIMIT)
    made = WriteOnlyCell(page, text)
    # The library would write "=1+1" as a formula and "#N/A" as an error.
    made.data_type = "s"
    made.quotePrefix = like_formula(text)
    return made
