"""Feedback as a table that spreadsheets open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communedb.stores.feedback_list import feedback_rows
from communedb.stores.feedback_subject import subject_of
from communedb.stores.officers import officer_names
from communedb.tables.writing import write_table
from communetui.feedback.told import told_moment
from communetui.strings.feedback import feedback
from communetui.strings.feedback_values import feedback_values

if TYPE_CHECKING:
    from pathlib import Path

    from communedb.domain.feedback_filter import FeedbackFilter
    from communedb.register import Register
    from communedb.sqlite import Database
    from communedb.stores.feedback_list import FeedbackRow
    from communedb.tables.writing import Written

_WIDTHS = (20, 22, 18, 18, 18, 12, 60, 22, 22, 16, 18, 18, 20, 18, 18, 18, 12)


def export_feedback(register: Register, path: Path, wanted: FeedbackFilter) -> int:
    """Write the feedback that a filter shows, in its order, and say how much it was.

    Refused: TABLE_SUFFIX_UNKNOWN, TABLE_CELL_TOO_LONG, and the faults of disk and folder.
    """
    db = register.db
    rows = feedback_rows(db, wanted, register.now(), register.calendar())
    names = officer_names(db)
    words = feedback()
    write_table(
        path, words.headings, (_cells(db, row, names) for row in rows), sheet=words.export_sheet, widths=_WIDTHS
    )
    return len(rows)


def _cells(db: Database, row: FeedbackRow, names: dict[str, str]) -> list[Written]:
    said = feedback_values()
    subject = subject_of(db, row.subject_kind, row.subject)
    return [
        row.code,
        said.category.get(row.category, row.category),
        said.kind.get(row.kind, row.kind),
        row.topic,
        said.source.get(row.source, row.source),
        feedback().yes if row.anonymous else "",
        row.content,
        row.sender_name or "",
        subject.code if subject else "",
        said.level.get(row.level, row.level),
        told_moment(row.received_at),
        told_moment(row.handle_due_at),
        names.get(row.holder, ""),
        said.status.get(row.status, row.status),
        told_moment(row.handled_at),
        told_moment(row.published_at),
        feedback().due_states.get(row.due, ""),
    ]
