"""The first shape of the register: what people enter, the journal, and what is derived from both.

Travelling tables: text and integer columns only; the only UNIQUE is the key; a CHECK speaks of one column. Derived and
station tables have no journal triggers and do not travel.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlite_utils import Migrations

from communedb.journal.triggers import journal_table, seal
from communedb.migrations.m0001_register import (
    counter,
    derived,
    dossiers,
    exchange,
    journal,
    office,
    station,
    work,
)
from communedb.office_memory import OFFICE_TABLES
from communedb.sqlite import statements

if TYPE_CHECKING:
    from sqlite_utils import Database

register = Migrations("communedb")

_GROWING = {"event", "procedure_copy", "task_event", "feedback_event", "notice_read", "sent_report"}
_JOURNALLED = (
    "officer", "station", "setting", "calendar_day", "procedure", "person", "dossier", "procedure_copy", "outside_code",
    "paper", "event", "attachment", "print", "certification", "cash_close", "task", "task_event", "feedback",
    "feedback_event", "notice", "notice_read", "support", "sent_report",
)  # fmt: skip


@register()
def m0001_register(db: Database) -> None:
    """Office, catalogue, people, dossiers, counter, tasks and feedback, journal, and what is derived."""
    for part in (journal, office, dossiers, counter, work, station, exchange, derived):
        for statement in statements(part.TABLES):
            db.execute(statement)
    for table in _JOURNALLED:
        journal_table(db, table, append_only=table in _GROWING, skip_shipped=table == "procedure")
    for table in sorted(OFFICE_TABLES):
        for statement in statements(station.count_changes(table)):
            db.execute(statement)
    seal(db, "journal_line")
    seal(db, "journal_vector")
