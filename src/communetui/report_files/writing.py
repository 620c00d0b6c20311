"""A report as a file: CSV and XLSX that can be read in again, JSON with what stands behind each number, PDF."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final

from communedb.domain.moment import local, utc_text
from communedb.domain.refusal import Reason, Refused
from communedb.files.atomic import write_atomically
from communedb.reports.figures import Kind, Unknown
from communedb.tables.writing import Strong, write_table
from communetui.report_files.table import headings, lines
from communetui.report_files.wording import heading_of, value_of
from communetui.strings.reports import shared

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from communedb.reports.figures import Column, Figures, Row, Value
    from communedb.tables.writing import Written
    from communetui.report_files.about import About

FORMATS: Final = ("table", "json", "csv", "xlsx", "pdf")
"""The forms in which the command line gives a report; the names of the files end alike."""

_NUMBER_FORMATS: Final[Mapping[Kind, str]] = {
    Kind.COUNT: "#,##0",
    Kind.MONEY: "#,##0",
    Kind.SHARE: "0.0%",
    Kind.POINTS: "0.00",
}
_WIDTHS: Final[Mapping[Kind, int]] = {
    Kind.TEXT: 28,
    Kind.CODE: 18,
    Kind.DATE: 12,
    Kind.MOMENT: 17,
    Kind.MONEY: 14,
}
_NARROW: Final = 12
_NUMBERING: Final = 6


def write_report(path: Path, figures: Figures, told: About) -> None:
    """Write a report; the name's ending says as what. Refused: REPORT_FORMAT_UNKNOWN and the faults of the disk.

    In a workbook the first sheet is the table alone, under one line of headings, so that a program can read it; what
    stands around it is on the second.
    """
    kind = path.suffix.lower().removeprefix(".")
    if kind == "json":
        write_atomically(path, json.dumps(as_document(figures, told), ensure_ascii=False, indent=1).encode())
    elif kind == "pdf":
        from communetui.report_files.page import report_pdf

        write_atomically(path, report_pdf(figures, told))
    elif kind in {"csv", "xlsx"}:
        write_table(
            path,
            headings(figures),
            _rows(figures, as_text=kind == "csv"),
            sheet=shared().sheet,
            widths=[_NUMBERING if c.name == "number" else _WIDTHS.get(c.kind, _NARROW) for c in figures.columns],
            formats=[_NUMBER_FORMATS.get(column.kind, "") for column in figures.columns],
            about=(shared().about, [[line] for line in (*told.above, *told.doubts)]),
        )
    else:
        raise Refused(Reason.REPORT_FORMAT_UNKNOWN, name=path.name, known=", ".join(FORMATS[1:]))


def _rows(figures: Figures, *, as_text: bool) -> Iterator[tuple[Written, ...]]:
    for line in lines(figures):
        cells = tuple(
            value_of(figures.report, column, value) if as_text and isinstance(value, float) else _cell(column, value)
            for column, value in zip(figures.columns, line.cells, strict=True)
        )
        yield Strong(cells) if line.bold else cells


def _cell(column: Column, value: Value) -> Written:
    if isinstance(value, datetime):
        return local(value).replace(tzinfo=None, second=0)
    # A spreadsheet flags a running number that is text.
    is_number = column.name == "number" and isinstance(value, str) and value.isascii() and value.isdigit()
    return int(value) if is_number and isinstance(value, str) else value


def as_document(figures: Figures, told: About) -> dict[str, Any]:
    """The report as JSON: values as the register has them, and by column the keys of what each number counts."""
    report, period = figures.report, figures.period
    return {
        "report": report,
        "title": told.title,
        "form": told.form,
        "period": {
            "name": period.name,
            "kind": period.kind.value,
            "from": period.first.isoformat(),
            "to": period.last.isoformat(),
        },
        "about": [*told.above[2 if told.form else 1 :]],
        "subjects": figures.subjects,
        "columns": [
            {"name": column.name, "kind": column.kind.value, "group": group, "heading": heading}
            for column in figures.columns
            for group, heading in (heading_of(report, column),)
        ],
        "rows": [_row(row) for row in figures.rows],
        "total": _row(figures.total) if figures.total is not None else None,
        "doubts": [
            {"code": doubt.code, "subject": doubt.subject, "facts": dict(doubt.facts), "message": message}
            for doubt, message in zip(figures.doubts, told.doubts, strict=True)
        ],
    }


def _row(row: Row) -> dict[str, Any]:
    return {
        "key": row.key,
        "heading": row.heading,
        "cells": {name: _plain(value) for name, value in row.cells.items()},
        "behind": {name: list(keys) for name, keys in row.behind.items()},
    }


def _plain(value: Value) -> Any:
    if isinstance(value, Unknown):
        return {"unknown": value.value}
    if isinstance(value, datetime):
        return utc_text(value)
    return value.isoformat() if isinstance(value, date) else value
