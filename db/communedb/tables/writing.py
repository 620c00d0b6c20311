"""Writing a table as CSV or XLSX: whole or not at all, and never with a cell that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import re
from contextlib import suppress
from datetime import date, datetime
from itertools import chain, repeat
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

from communedb.domain.refusal import Reason, Refused
from communedb.files.atomic import unfinished, write_atomically
from communedb.tables.escaping import escaped, like_formula

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

Written: TypeAlias = str | int | float | date | datetime | None
"""What can be written: text, numbers, dates, and moments without a zone, as the clock of the desk shows them."""


class Strong(tuple[Written, ...]):
    """A row that a workbook shows in bold: a heading among the rows, the sums."""

    __slots__ = ()


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
    formats: Sequence[str] = (),
    about: tuple[str, Sequence[Sequence[Written]]] | None = None,
) -> None:
    """Write a table; the name's ending says as what. CSV is UTF-8 with a byte order mark, so that spreadsheets open it.

    For a workbook: `sheet` is its name, `widths` those of the columns in characters, `formats` how it shows their
    numbers ("" for as they are), `about` the name and the rows of a second sheet. Rows are taken one by one. Refused:
    TABLE_SUFFIX_UNKNOWN, TABLE_CELL_TOO_LONG, and the faults of disk and folder.
    """
    if path.suffix.lower() == ".csv":
        write_atomically(path, _csv_chunks(headings, rows))
    elif path.suffix.lower() == ".xlsx":
        _write_workbook(path, headings, rows, _Look(sheet, widths, formats, about))
    else:
        raise Refused(Reason.TABLE_SUFFIX_UNKNOWN, name=path.name)


class _Look(NamedTuple):
    """How a workbook looks."""

    sheet: str
    widths: Sequence[int]
    formats: Sequence[str]
    about: tuple[str, Sequence[Sequence[Written]]] | None


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


def _csv_cell(cell: Written) -> str | int | float:
    if isinstance(cell, str):
        return escaped(_UNWRITABLE.sub("", cell))
    if isinstance(cell, datetime):
        return f"{cell:%d/%m/%Y %H:%M}"
    if isinstance(cell, date):
        # A spreadsheet set to month before day keeps this order when it saves; a date beginning with the year it turns.
        return f"{cell:%d/%m/%Y}"
    return "" if cell is None else cell


def _write_workbook(path: Path, headings: Sequence[str], rows: Iterable[Sequence[Written]], look: _Look) -> None:
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    book.properties.creator = "communetui"
    page = book.create_sheet(look.sheet)
    page.freeze_panes = "B2"
    for place, width in enumerate(look.widths, start=1):
        page.column_dimensions[get_column_letter(place)].width = width
    try:
        _fill(page, headings, rows, look.formats)
        if look.about is not None:
            name, told = look.about
            second = book.create_sheet(name)
            for number, row in enumerate(told, start=1):
                second.append([_xlsx_cell(second, cell, number) for cell in row])
        with unfinished(path.parent) as part:
            book.save(part)
            part.publish(path)
    except BaseException:
        # The library keeps the sheet in a file of its own until it is saved; an abandoned one would stay there.
        with suppress(Exception):
            book.save(io.BytesIO())
        raise


def _fill(page: Any, headings: Sequence[str], rows: Iterable[Sequence[Written]], formats: Sequence[str]) -> None:
    """Hand the rows to a sheet, which passes them on to its file."""
    from openpyxl.styles import Font

    # Without name and size every program takes its own.
    bold = Font(name="Calibri", size=11, bold=True)
    page.append([_xlsx_cell(page, heading, 1, bold=bold) for heading in headings])
    for number, row in enumerate(rows, start=2):
        strong = bold if isinstance(row, Strong) else None
        shown = zip(row, chain(formats, repeat("")), strict=False)
        page.append([_xlsx_cell(page, cell, number, how, strong) for cell, how in shown])


def _xlsx_cell(page: Any, cell: Written, row: int, shown: str = "", bold: Any = None) -> Any:
    """A cell for a sheet: the value itself where it needs no more, for a cell of its own takes three times as long."""
    from openpyxl.cell import Cell, WriteOnlyCell

    if isinstance(cell, str):
        made = _text_cell(page, cell, row)
    elif cell is None:
        return None
    else:
        made = cell
        if isinstance(cell, date):
            shown = "dd/mm/yyyy hh:mm" if isinstance(cell, datetime) else "dd/mm/yyyy"
        if shown:
            made = WriteOnlyCell(page, cell)
            made.number_format = shown
    if bold is not None:
        made = made if isinstance(made, Cell) else WriteOnlyCell(page, made)
        made.font = bold
    return made


def _text_cell(page: Any, cell: str, row: int) -> Any:
    from openpyxl.cell import WriteOnlyCell

    text = _LOOKS_SPELLED.sub("_x005F_", _UNWRITABLE.sub("", cell))
    if len(text) > XLSX_CELL_LIMIT:
        raise Refused(Reason.TABLE_CELL_TOO_LONG, row=row, limit=XLSX_CELL_LIMIT)
    if not (like_formula(text) or text.startswith(("=", "#"))):
        return text
    made = WriteOnlyCell(page, text)
    # The library would write "=1+1" as a formula and "#N/A" as an error.
    made.data_type = "s"
    made.quotePrefix = like_formula(text)
    return made
