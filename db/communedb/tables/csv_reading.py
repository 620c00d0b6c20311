"""CSV: the delimiter is found out, the rest is read strictly and one row at a time."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING, Final

from communedb.domain.refusal import Reason, Refused
from communedb.tables.cells import CELL_LIMIT, ROW_LIMIT, Row, trimmed
from communedb.tables.encoding import encoding_of
from communedb.tables.escaping import unescaped

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from typing import BinaryIO

DELIMITERS: Final = (",", ";", "\t")
_LINE_LIMIT: Final = 1 << 20
_SAMPLE_ROWS: Final = 20


def csv_rows(handle: BinaryIO, name: str) -> Generator[Row, None, None]:
    """The rows of a CSV file, as text in NFC.

    Refused: TABLE_ENCODING_UNKNOWN, TABLE_NOT_TEXT, TABLE_CELL_TOO_LONG, TABLE_COLUMNS_TOO_MANY, TABLE_QUOTE_OPEN,
    TABLE_ROWS_TOO_MANY.
    """
    encoding = encoding_of(handle, name)
    handle.seek(0)
    text = io.TextIOWrapper(handle, encoding=encoding, newline="")
    try:
        delimiter = _announced(text) or _sniffed(text)
        yield from _rows(text, delimiter)
    finally:
        text.detach()


def _announced(text: io.TextIOWrapper) -> str | None:
    """The delimiter of a first line such as `sep=;`, which spreadsheets understand and hide; it is read past."""
    first = text.readline(8).rstrip("\r\n")
    if len(first) == 5 and first.startswith("sep="):
        return first[4]
    text.seek(0)
    return None


def _sniffed(text: io.TextIOWrapper) -> str:
    """The delimiter that parts the most of the first rows alike, into the most columns."""
    lines = [line for line, _ in zip(_lines(text), range(_SAMPLE_ROWS), strict=False)]
    text.seek(0)
    return max(DELIMITERS, key=lambda delimiter: _evenness(lines, delimiter))


def _evenness(lines: list[str], delimiter: str) -> int:
    try:
        widths = Counter(len(row) for row in csv.reader(lines, delimiter=delimiter) if row)
    except csv.Error:
        return 0
    return max(((width - 1) * count for width, count in widths.items()), default=0)


def _rows(text: io.TextIOWrapper, delimiter: str) -> Iterator[Row]:
    reader = csv.reader(_lines(text), delimiter=delimiter, strict=True)
    number = 0
    while True:
        number += 1
        if number > ROW_LIMIT:
            raise Refused(Reason.TABLE_ROWS_TOO_MANY, limit=ROW_LIMIT)
        try:
            cells = next(reader, None)
        except csv.Error as fault:
            # In strict mode the other faults all come from a quotation mark that has no partner.
            too_long = "field larger" in str(fault)
            reason = Reason.TABLE_CELL_TOO_LONG if too_long else Reason.TABLE_QUOTE_OPEN
            raise Refused(reason, row=number, limit=CELL_LIMIT) from fault
        if cells is None:
            return
        kept = trimmed([unescaped(unicodedata.normalize("NFC", cell)) for cell in cells])
        if kept:
            yield Row(number, kept)


def _lines(text: io.TextIOWrapper) -> Iterator[str]:
    """Lines of bounded length: a file without line ends must not be taken into memory whole."""
    number = 0
    while line := text.readline(_LINE_LIMIT + 1):
        number += 1
        if len(line) > _LINE_LIMIT:
            raise Refused(Reason.TABLE_CELL_TOO_LONG, row=number, limit=CELL_LIMIT)
        yield line
