"""The catalogue as a table: what an office edits and brings back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communedb.catalogue_files.columns import HEADINGS, WIDTHS, Column
from communedb.catalogue_files.fees import write_fee
from communedb.catalogue_files.items import write_texts
from communedb.catalogue_files.limits import write_limits, write_stages
from communedb.catalogue_files.papers import write_papers
from communedb.domain.text import clean
from communedb.stores.procedures import procedures_on
from communedb.tables.writing import write_table

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from communedb.domain.procedure import Procedure
    from communedb.sqlite import Database
    from communedb.tables.writing import Written

_NONE = "không"
_SHEET = "Danh mục thủ tục"


def export_catalogue(db: Database, path: Path, day: date) -> int:
    """Write the versions that hold on a day, and say how many; what was typed without a code is not among them.

    Refused: TABLE_SUFFIX_UNKNOWN, TABLE_CELL_TOO_LONG, and the faults of disk and folder.
    """
    procedures = [procedure for procedure in procedures_on(db, day) if procedure.code]
    rows = (list(cells(procedure).values()) for procedure in procedures)
    widths = [WIDTHS[column] for column in Column]
    write_table(path, [HEADINGS[column] for column in Column], rows, sheet=_SHEET, widths=widths)
    return len(procedures)


def cells(procedure: Procedure) -> dict[Column, Written]:
    """A version as a row; what is not given is an empty cell."""
    limit, unit = write_limits(procedure.limits)
    written: dict[Column, Written] = {
        Column.CODE: procedure.code,
        Column.NAME: clean(procedure.name_vi),
        Column.FIELD: clean(procedure.field),
        Column.LIMIT: limit,
        Column.UNIT: unit,
        Column.FEE: write_fee(procedure.fee),
        Column.RESULT: clean(procedure.result or ""),
        Column.PAPERS: _told(procedure.papers is not None, write_papers(procedure.papers or ())),
        Column.LEGAL_BASE: _told(procedure.legal_base is not None, write_texts(procedure.legal_base or ())),
        Column.VALID_FROM: procedure.valid_from,
        Column.VALID_TO: procedure.valid_to,
        Column.ALSO_CALLED: write_texts(procedure.also_called),
        Column.STAGES: write_stages(procedure.stage_limits),
        Column.NOTES: write_texts(procedure.notes),
        Column.SOURCE: clean(procedure.source),
        Column.NAME_EN: clean(procedure.name_en),
        Column.FIELD_EN: clean(procedure.field_en),
        Column.FIELD_CODE: clean(procedure.field_code),
    }
    return {column: written[column] for column in Column}


def _told(given: bool, text: str) -> str:
    """Nothing to hand in is told; what is not told is empty."""
    return text or _NONE if given else ""
