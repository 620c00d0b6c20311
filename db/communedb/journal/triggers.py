"""The triggers that write the journal: made from the tables themselves, so that no column is forgotten.

Each change of a travelling table becomes one line in the same transaction, whoever writes it. A write outside a
`journal.pen` is refused, so no change is anonymous.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

NO_PEN = "journal: a change needs a pen (officer and clock)"
NO_DELETE = "journal: rows are never deleted"
FIXED = "journal: key and scope never change"
APPEND_ONLY = "journal: this table only grows"

_WRITING = "NOT EXISTS (SELECT 1 FROM journal_applying)"
"""False while lines that are in the journal already are folded into rows: that writes no lines of its own."""


def journal_table(db: Database, table: str, *, append_only: bool = False, skip_shipped: bool = False) -> None:
    """Put a table under the journal.

    `append_only` refuses every update; `skip_shipped` leaves out rows that came with the program, which are the same
    everywhere and do not travel (their later changes do).
    """
    columns = [c.name for c in db[table].columns if c.name not in {"id", "scope"}]
    inserted = ", ".join(f'CASE WHEN NEW."{c}" IS NOT NULL THEN {_member(c)} END' for c in columns)
    updated = ", ".join(f'CASE WHEN OLD."{c}" IS NOT NEW."{c}" THEN {_member(c)} END' for c in columns)
    changed = " OR ".join(f'OLD."{c}" IS NOT NEW."{c}"' for c in columns)
    travels = f"{_WRITING} AND NEW.shipped = 0" if skip_shipped else _WRITING
    db.execute(
        f"CREATE TRIGGER {table}_journal_insert AFTER INSERT ON {table} WHEN {travels}"
        f" BEGIN {_line(table, inserted)} END"
    )
    db.execute(f"CREATE TRIGGER {table}_journal_delete BEFORE DELETE ON {table} BEGIN {_refuse(NO_DELETE)} END")
    if append_only:
        db.execute(
            f"CREATE TRIGGER {table}_journal_update BEFORE UPDATE ON {table} WHEN {_WRITING}"
            f" BEGIN {_refuse(APPEND_ONLY)} END"
        )
        return
    # Two scopes may write a row of one key; at every replica it ends in the same one: see `refold`.
    fixed = f"CREATE TRIGGER {table}_journal_fixed BEFORE UPDATE OF id, scope ON {table} WHEN {_WRITING}"
    db.execute(f"{fixed} BEGIN {_refuse(FIXED)} END")
    update = f"CREATE TRIGGER {table}_journal_update AFTER UPDATE ON {table} WHEN {_WRITING} AND ({changed})"
    db.execute(f"{update} BEGIN {_line(table, updated)} END")


def seal(db: Database, table: str) -> None:
    """Refuse every update and delete of a table that is not itself journalled: the journal's own."""
    db.execute(f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} BEGIN {_refuse(APPEND_ONLY)} END")
    db.execute(f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} BEGIN {_refuse(NO_DELETE)} END")


def _member(column: str) -> str:
    return f"""'"{column}":'||json_quote(NEW."{column}")"""


def _line(table: str, members: str) -> str:
    return f"""
      UPDATE journal_pen SET number = number + 1 WHERE scope = NEW.scope;
      INSERT INTO journal_line (replica, scope, number, clock, officer, table_name, row, changes, seen, vector)
        SELECT replica, scope, number, ifnull(clock, RAISE(ABORT, '{NO_PEN}')), officer, '{table}', NEW.id,
          '{{'||concat_ws(',', {members})||'}}', seen, vector
        FROM (SELECT 1) LEFT JOIN journal_pen ON scope = NEW.scope;
    """


def _refuse(words: str) -> str:
    return f"SELECT RAISE(ABORT, '{words}');"
