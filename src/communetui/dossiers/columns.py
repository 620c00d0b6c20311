"""The columns in which dossiers are listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communetui.strings.dossiers import dossiers
from communetui.widgets.pagedlist import Column

if TYPE_CHECKING:
    from communetui.dossiers.lines import Line


def dossier_columns() -> list[Column[Line]]:
    """Code, applicant, procedure, reception, status, holder and due date, as far as there is room."""
    return [
        Column(lambda: dossiers().code, lambda line: line.row.code, 20),
        Column(lambda: dossiers().applicant, lambda line: line.row.applicant_name, 18, grow=True),
        Column(lambda: dossiers().procedure, lambda line: line.row.procedure_name, 12, grow=True, from_width=100),
        Column(lambda: dossiers().received, lambda line: line.received_marked, 11, from_width=118),
        Column(lambda: dossiers().status, lambda line: line.status, 16),
        Column(lambda: dossiers().holder, lambda line: line.holder_short, 12, from_width=118),
        Column(lambda: dossiers().due, lambda line: line.due, 19),
    ]
