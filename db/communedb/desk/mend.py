"""Mending mistakes by events: correct a field, take back the last step, void a dossier. Nothing is erased."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BaseModel, TypeAdapter, ValidationError

from communedb.desk.act import live_state
from communedb.domain.event import EventKind
from communedb.domain.intake import LONG, Applicant, Intake
from communedb.domain.moment import local
from communedb.domain.officer import holds
from communedb.domain.refusal import Reason, Refused
from communedb.domain.text import clean
from communedb.domain.workflow import MAY_CORRECT, MAY_TAKE_BACK_FOR_OTHERS, MAY_VOID
from communedb.stores.events import add_event, read_state
from communedb.stores.prints import last_print

if TYPE_CHECKING:
    from collections.abc import Mapping

    from communedb.domain.happening import Happening
    from communedb.transaction import Write

CORRECTABLE: dict[str, type[Applicant] | type[Intake] | None] = {
    **{f"applicant_{name}": Applicant for name in Applicant.model_fields if name not in {"kind"}},
    "content": Intake,
    "sets": Intake,
    "note": Intake,
    "channel": Intake,
    "return_method": Intake,
    "competent_agency": Intake,
    "submitter_name": None,
    "submitter_id_number": None,
    "submitter_phone": None,
    "submitter_relation": None,
    "official_place": Intake,
    "unchecked": None,
}
"""Which columns of a dossier an officer may correct, and the model that checks the new value."""


def correct(
    tx: Write,
    dossier: str,
    field: str,
    old: str | None,
    new: str | None,
    reason: str,
    details: Mapping[str, str] | None = None,
) -> str:
    """Correct one field; the event keeps old value, new value and reason.

    `old` is the value that the officer was shown: Refused when it has changed since, so that nobody overwrites what
    they have not seen. After a print, the event tells which print the next one replaces. `details` go into the event,
    too.
    """
    tx.require(MAY_CORRECT)
    reason = given_reason(reason)
    live_state(tx, dossier)
    if field not in CORRECTABLE:
        raise Refused(Reason.FIELD_NOT_CORRECTABLE, field=field)
    present, kind = tx.db.conn.execute(
        f"SELECT {field}, applicant_kind FROM dossier WHERE id = ?", (dossier,)
    ).fetchone()
    if _text(present) != _text(old):
        raise Refused(Reason.CHANGED_MEANWHILE, field=field, value=_text(present))
    value = corrected_value(field, new, kind)
    if _text(value) == _text(present):
        raise Refused(Reason.NOTHING_CHANGED, field=field)
    tx.update("dossier", dossier, {field: value})
    noted: dict[str, Any] = {**(details or {}), "field": field, "old": present, "new": value}
    printed = last_print(tx.db, dossier, "01")
    if printed is not None:
        noted["replaces_print"] = printed
    return add_event(tx, dossier, EventKind.CORRECTED, details=noted, reason=reason)


def take_back(tx: Write, dossier: str, reason: str) -> str:
    """Take back the last step: the same officer on the same day, or the leader, with a reason."""
    reason = given_reason(reason)
    state = read_state(tx.db, dossier)
    if state.undoable is None:
        raise Refused(Reason.NOTHING_TO_TAKE_BACK)
    if not may_take_back(tx, state.undoable):
        raise Refused(Reason.TAKE_BACK_NOT_ALLOWED)
    return add_event(tx, dossier, EventKind.TAKEN_BACK, takes_back=state.undoable.id, reason=reason)


def may_take_back(tx: Write, event: Happening) -> bool:
    """Whether this officer may take back that step today."""
    same_day = local(event.entered_at).date() == tx.today
    return (event.officer == tx.by.officer and same_day) or holds(tx.by.roles, MAY_TAKE_BACK_FOR_OTHERS)


def void(tx: Write, dossier: str, reason: str) -> str:
    """Mark a dossier as entered by mistake: its code stays used and listed, it is out of every count."""
    tx.require(MAY_VOID)
    reason = given_reason(reason)
    live_state(tx, dossier)
    return add_event(tx, dossier, EventKind.VOIDED, reason=reason)


def given_reason(reason: str) -> str:
    """The reason as it is kept; Refused when nothing can be seen in it."""
    kept = clean(reason, LONG)
    if not kept:
        raise Refused(Reason.REASON_MISSING)
    return kept


def corrected_value(field: str, new: str | None, applicant_kind: str) -> Any:
    """The new value of a correctable field as its model cleans it; what an ID number is depends on the applicant.

    Refused: VALUE_NOT_ACCEPTED, APPLICANT_NAME_MISSING, and those of the model.
    """
    model = CORRECTABLE[field]
    if model is None:
        return clean(new, 200) or None if new else None
    name = field.removeprefix("applicant_") if model is Applicant else field
    value = entered_value(model, name, new, field=field, applicant_kind=applicant_kind)
    if field == "applicant_name" and not value:
        raise Refused(Reason.APPLICANT_NAME_MISSING)
    return value


def entered_value(model: type[BaseModel], name: str, new: str | None, *, field: str, applicant_kind: str = "") -> Any:
    """One field of a model as it is kept; `field` is what a refusal calls it. Refused: VALUE_NOT_ACCEPTED."""
    entered = model.model_fields[name]
    if entered.is_required() and not new:
        if field == "applicant_name":
            raise Refused(Reason.APPLICANT_NAME_MISSING)
        raise Refused(Reason.VALUE_NOT_ACCEPTED, field=field, value=new or "")
    annotation: Any = entered.annotation
    adapter = TypeAdapter[Any](Annotated[(annotation, *entered.metadata)] if entered.metadata else annotation)
    try:
        checked = adapter.validate_python(new or entered.get_default(), context={"kind": applicant_kind or "citizen"})
        return adapter.dump_python(checked, mode="json")
    except ValidationError as error:
        raise Refused(Reason.VALUE_NOT_ACCEPTED, field=field, value=new) from error


def _text(value: object) -> str:
    return "" if value is None else str(value)
