"""Ending conflicts: an officer keeps one of the values, or enters another, which is checked as its form checks it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from communedb.desk.mend import CORRECTABLE, corrected_value, entered_value
from communedb.desk.office import check_setting, setting_value
from communedb.desk.officers import require_an_administrator
from communedb.domain.feedback import NewFeedback
from communedb.domain.intake import Applicant, OutsideCode, PaperEntry
from communedb.domain.officer import Role
from communedb.domain.refusal import Reason, Refused
from communedb.domain.task import MAY_PLAN
from communedb.domain.text import clean
from communedb.domain.workflow import ANYONE, MAY_CORRECT
from communedb.journal.conflicts import Conflict, conflicts_of, resolve

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pydantic import BaseModel

    from communedb.transaction import Write

_ADMINISTRATOR: Final = frozenset({Role.ADMINISTRATOR})
_OF_THE_OFFICE: Final = frozenset({"officer", "station", "setting", "calendar_day", "procedure"})
_MODELS: Final[Mapping[str, type[BaseModel]]] = {
    "person": Applicant,
    "paper": PaperEntry,
    "outside_code": OutsideCode,
    "feedback": NewFeedback,
}
_NAME_LIMIT: Final = 120


def roles_for(table: str) -> frozenset[Role]:
    """Who may end a conflict in a table: those who may change it."""
    if table in _OF_THE_OFFICE:
        return _ADMINISTRATOR
    if table == "task":
        return MAY_PLAN
    return MAY_CORRECT if table == "dossier" else ANYONE


def may_be_entered(table: str, column: str) -> bool:
    """Whether another value than those in conflict can be entered, or only one of them kept."""
    if table == "dossier":
        return column in CORRECTABLE and column != "unchecked"
    if table in _MODELS:
        return column in _MODELS[table].model_fields
    return (table, column) in {("officer", "name"), ("setting", "value")}


def keep_value(
    tx: Write, row: str, column: str, kept: tuple[str, int], heads: Sequence[tuple[str, int]]
) -> str | int | None:
    """End a conflict with one of its values, that of the line `kept`; the value.

    `heads` are the lines (replica and number) that the officer was shown. Refused: CONFLICT_GONE, CONFLICT_CHANGED,
    ROLE_NOT_ALLOWED.
    """
    conflict = _found(tx, row, column)
    value = next((head.value for head in conflict.heads if (head.replica, head.number) == kept), _NOTHING)
    if value is _NOTHING:
        raise Refused(Reason.CONFLICT_CHANGED)
    return _end(tx, conflict, value, heads)


def enter_value(
    tx: Write, row: str, column: str, typed: str | None, heads: Sequence[tuple[str, int]]
) -> str | int | None:
    """End a conflict with another value; the value as it is kept.

    Refused: as `keep_value`; FIELD_NOT_CORRECTABLE and VALUE_NOT_ACCEPTED.
    """
    conflict = _found(tx, row, column)
    if not may_be_entered(conflict.table, column):
        raise Refused(Reason.FIELD_NOT_CORRECTABLE, field=column)
    return _end(tx, conflict, _checked(tx, conflict, typed), heads)


_NOTHING: Final[Any] = object()


def _found(tx: Write, row: str, column: str) -> Conflict:
    conflict = next((one for one in conflicts_of(tx.db, [row]) if one.column == column), None)
    if conflict is None:
        raise Refused(Reason.CONFLICT_GONE)
    tx.require(roles_for(conflict.table))
    return conflict


def _end(tx: Write, conflict: Conflict, value: Any, heads: Sequence[tuple[str, int]]) -> str | int | None:
    resolve(tx, conflict.row, conflict.column, value, heads)
    if conflict.table == "officer":
        require_an_administrator(tx)
    if conflict.table == "setting":
        check_setting(tx, _setting_name(tx, conflict.row), str(value or ""))
    kept: str | int | None = value
    return kept


def _checked(tx: Write, conflict: Conflict, typed: str | None) -> Any:
    table, column, row = conflict.table, conflict.column, conflict.row
    if table == "dossier":
        return corrected_value(column, typed, _kind_in(tx, "dossier", "applicant_kind", row))
    if table in _MODELS:
        kind = _kind_in(tx, "person", "kind", row) if table == "person" else ""
        return entered_value(_MODELS[table], column, typed, field=column, applicant_kind=kind)
    if table == "setting":
        return setting_value(tx, _setting_name(tx, row), typed or "")
    name = clean(typed or "", _NAME_LIMIT)
    if not name:
        raise Refused(Reason.OFFICER_NAME_MISSING)
    return name


def _kind_in(tx: Write, table: str, column: str, row: str) -> str:
    (kind,) = tx.db.conn.execute(f"SELECT {column} FROM {table} WHERE id = ?", (row,)).fetchone()
    return str(kind)


def _setting_name(tx: Write, row: str) -> str:
    (name,) = tx.db.conn.execute("SELECT name FROM setting WHERE id = ?", (row,)).fetchone()
    return str(name)
