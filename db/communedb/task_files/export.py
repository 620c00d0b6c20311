"""Tasks as a table that spreadsheets open and the import reads again."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from communedb.sqlite import rows
from communedb.stores.officers import officer_names
from communedb.stores.tasks import task_facts
from communedb.stores.units import unit_name
from communedb.tables.writing import write_table
from communedb.task_files.columns import HEADINGS, WIDTHS, WRITTEN, Column
from communedb.task_files.values import BLOCK_NAMES, LEVEL_NAMES, RHYTHM_NAMES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from communedb.sqlite import Database
    from communedb.stores.task_list import TaskRow
    from communedb.tables.writing import Written

_SHEET: Final = "Nhiệm vụ"


def export_tasks(db: Database, path: Path, found: Sequence[TaskRow], status_names: Mapping[str, str]) -> int:
    """Write these tasks in their order, and say how many; `status_names` are the words for the six statuses.

    Refused: TABLE_SUFFIX_UNKNOWN, TABLE_CELL_TOO_LONG, and the faults of disk and folder.
    """
    names = officer_names(db)
    codes = dict(db.conn.execute("SELECT id, code FROM task").fetchall())
    read = _rows(db, found)
    lines = [_cells(db, line, read[line.key], (names, codes, status_names)) for line in found if line.key in read]
    headings = [HEADINGS[column] for column in WRITTEN]
    write_table(path, headings, lines, sheet=_SHEET, widths=[WIDTHS[column] for column in WRITTEN])
    return len(lines)


def _rows(db: Database, found: Sequence[TaskRow]) -> dict[str, dict[str, Any]]:
    wanted = json.dumps([line.key for line in found])
    read = rows(
        db,
        "SELECT task.*, task_state.result FROM task JOIN task_state ON task_state.task = task.id"
        " WHERE task.id IN (SELECT value FROM json_each(?))",
        (wanted,),
    )
    return {row["id"]: row for row in read}


def _cells(
    db: Database,
    line: TaskRow,
    row: dict[str, Any],
    known: tuple[Mapping[str, str], Mapping[str, str], Mapping[str, str]],
) -> list[Written]:
    names, codes, statuses = known
    facts = task_facts(row)
    told: dict[Column, Written] = {
        Column.CODE: line.code,
        Column.TITLE: facts.title,
        Column.PARENT: codes.get(facts.parent or "", ""),
        Column.DOCUMENT: facts.document_number,
        Column.DOCUMENT_ON: facts.document_on,
        Column.BLOCK: BLOCK_NAMES.get(facts.block, facts.block),
        Column.LEVEL: LEVEL_NAMES[facts.level],
        Column.LEAD: unit_name(db, facts.lead_unit),
        Column.COORDINATING: "; ".join(unit_name(db, unit) for unit in facts.coordinating),
        Column.RESPONSIBLE: names.get(line.responsible, "") or facts.responsible_name,
        Column.FOLLOWERS: "; ".join(names[key] for key in facts.followers if key in names),
        Column.START: facts.start_on,
        Column.DUE: line.due_on,
        Column.FIRST_DUE: line.first_due_on,
        Column.EXPECTED: facts.expected,
        Column.REPORTS: RHYTHM_NAMES[facts.reports],
        Column.BUDGET: facts.budget_assigned,
        Column.DISBURSED: line.disbursed,
        # As text: a spreadsheet's own share of one percent reads as the whole.
        Column.PERCENT: f"{line.percent}%",
        Column.STATUS: statuses.get(line.status.value, line.status.value),
        Column.COMPLETED: line.completed_on,
        Column.RESULT: row["result"] or "",
        Column.NOTE: facts.note,
    }
    return [told[column] for column in WRITTEN]
