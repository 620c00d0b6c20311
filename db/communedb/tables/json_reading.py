"""JSON lines: one object a line; its names are the headings."""

from __future__ import annotations

import io
import json
import unicodedata
from typing import TYPE_CHECKING, Any, Final

from communedb.domain.refusal import Reason, Refused
from communedb.tables.cells import CELL_LIMIT, COLUMN_LIMIT, ROW_LIMIT, Cell, CellFault, Row
from communedb.tables.encoding import encoding_of

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from typing import BinaryIO

_LINE_LIMIT: Final = 1 << 20
_MARKS: Final = b"\xef\xbb\xbf\xff\xfe\x00"


def looks_like_json(start: bytes) -> bool:
    """Whether a file that begins so holds JSON objects."""
    return start.lstrip(_MARKS).lstrip()[:1] == b"{"


def json_rows(handle: BinaryIO, name: str) -> Generator[Row, None, None]:
    """The names of all objects as row 0, then each line that is not empty, numbered as an editor numbers it.

    A list or object inside is a cell of JSON text; a line that is no object is a row of faults. Refused:
    TABLE_ENCODING_UNKNOWN, TABLE_NOT_TEXT, TABLE_CELL_TOO_LONG, TABLE_COLUMNS_TOO_MANY, TABLE_ROWS_TOO_MANY.
    """
    encoding = encoding_of(handle, name)
    names: dict[str, None] = {}
    for _, found in _objects(handle, encoding):
        names.update(dict.fromkeys(found or ()))
        if len(names) > COLUMN_LIMIT:
            raise Refused(Reason.TABLE_COLUMNS_TOO_MANY, columns=len(names), limit=COLUMN_LIMIT)
    yield Row(0, tuple(names))
    for number, found in _objects(handle, encoding):
        if found is None:
            yield Row(number, (CellFault.NOT_JSON,) * len(names))
        else:
            yield Row(number, tuple(_cell(found.get(each), number) for each in names))


def _objects(handle: BinaryIO, encoding: str) -> Iterator[tuple[int, dict[str, Any] | None]]:
    handle.seek(0)
    text = io.TextIOWrapper(handle, encoding=encoding)
    try:
        number = 0
        while line := text.readline(_LINE_LIMIT + 1):
            number += 1
            if len(line) > _LINE_LIMIT:
                raise Refused(Reason.TABLE_CELL_TOO_LONG, row=number, limit=CELL_LIMIT)
            if number > ROW_LIMIT:
                raise Refused(Reason.TABLE_ROWS_TOO_MANY, limit=ROW_LIMIT)
            if line.strip():
                yield number, _object(line)
    finally:
        text.detach()


def _object(line: str) -> dict[str, Any] | None:
    try:
        found = json.loads(line)
        # Half of a surrogate pair, which JSON can spell, is no text that can be kept.
        json.dumps(found, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _cell(value: Any, row: int) -> Cell:
    if value is None or isinstance(value, (bool, int, float)):
        return value
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    if len(text) > CELL_LIMIT:
        raise Refused(Reason.TABLE_CELL_TOO_LONG, row=row, limit=CELL_LIMIT)
    return unicodedata.normalize("NFC", text)
