"""From a dossier of the register to the form that is printed of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communedb.domain.event import EventKind
from communedb.domain.moment import local, parse_utc
from communedb.domain.money import format_dong
from communedb.domain.phone import show_phone
from communedb.domain.refusal import Reason, Refused
from communedb.domain.time_limit import LimitUnit, TimeLimit
from communedb.stores.dossier import read_dossier
from communedb.stores.hand_overs import read_hand_over
from communedb.stores.officers import officer_names
from communedb.stores.units import unit_name
from communetui.printing.applicant import applicant_of
from communetui.printing.from_hands import control_form, hand_over_form
from communetui.printing.from_stop import stop_form
from communetui.printing.models import (
    ApologyForm,
    Form,
    PaperLine,
    PrintMark,
    ReceiptForm,
    RefusalForm,
    Submitter,
    SupplementForm,
)
from communetui.printing.office import office_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from communedb.desk.prints import PrintJob
    from communedb.domain.event import Event
    from communedb.sqlite import Database
    from communedb.stores.dossier import Dossier

_EVENT_OF = {
    "01": EventKind.RECEIVED,
    "02": EventKind.SUPPLEMENT_REQUESTED,
    "03": EventKind.REFUSED,
    "04": EventKind.EXTENDED,
    "05": EventKind.STOPPED,
    "06": EventKind.RECEIVED,
    "BG": EventKind.HANDED_OVER,
}

FORMS = frozenset(_EVENT_OF)
"""The forms that can be printed of a dossier."""

HAND_OVER_LIST = "BG"
"""The list of what changed hands together; not a form of the circular."""

OF_A4 = frozenset({"06", HAND_OVER_LIST})
"""The forms that are one whole sheet of A4, whatever paper the receipts are printed on."""

_OF_ALL = frozenset({"01", "06"})
"""The forms that tell of the dossier from its reception on, whatever event they are asked for."""

# The forms are Vietnamese whatever language the officer works in: the citizen reads them.
_UNITS = {
    LimitUnit.WORKING_DAY: "ngày làm việc",
    LimitUnit.CALENDAR_DAY: "ngày",
    LimitUnit.HOUR: "giờ làm việc",
}
_RESULT_PLACES = {"counter": "Trả trực tiếp tại", "post": "Qua dịch vụ bưu chính công ích", "online": "Trực tuyến"}


def place_of_print(db: Database, dossier: str, form: str, event: str | None) -> tuple[str, str | None]:
    """Under which dossier and event the print of a form is logged; a list of many has one place for all of them.

    Refused, before anybody asks for the print: a form that nothing in the dossier calls for.
    """
    told = _event(read_dossier(db, dossier), form, event)
    if form == HAND_OVER_LIST:
        handed = read_hand_over(db, told.id)
        return handed.dossier, handed.event
    return dossier, event


def make_form(db: Database, job: PrintJob) -> Form:
    """The form that a print job asks for, filled from the dossier as it is now.

    Refused: FORM_NOT_OF_DOSSIER when nothing has happened that the form would tell.
    """
    dossier = read_dossier(db, job.dossier)
    event = _event(dossier, job.form, job.event)
    names = officer_names(db)
    head = _heading(db, dossier, event, job)
    return _BUILDERS[job.form](db, dossier, event, names, head)


def _event(dossier: Dossier, form: str, event: str | None) -> Event:
    """The event that the form tells of: the one asked for, else the last of its kind."""
    wanted = _EVENT_OF.get(form)
    found = [e for e in dossier.events if (e.id == event if event and form not in _OF_ALL else e.kind is wanted)]
    if wanted is None or not found:
        raise Refused(Reason.FORM_NOT_OF_DOSSIER, form=form)
    return found[-1]


def _heading(db: Database, dossier: Dossier, event: Event, job: PrintJob) -> dict[str, Any]:
    return {
        "office": office_of(db, dossier.row["reception_place"]),
        "code": dossier.code,
        "issued_on": local(event.happened_at).date(),
        "official_codes": tuple(code["code"] for code in dossier.outside_codes),
        "mark": PrintMark(job.number, job.replaces),
    }


def _submitter(row: dict[str, Any]) -> Submitter | None:
    if not row["submitter_name"]:
        return None
    return Submitter(
        name=row["submitter_name"],
        relation=row["submitter_relation"] or "",
        id_number=row["submitter_id_number"] or "",
        phone=show_phone(row["submitter_phone"]) if row["submitter_phone"] else "",
    )


def _paper_line(paper: dict[str, Any]) -> PaperLine:
    quantity = {str(paper["copy_kind"]): int(paper["quantity"])}
    return PaperLine(name=paper["name"], note=paper.get("note") or "", **quantity)


def _receipt(db: Database, dossier: Dossier, event: Event, names: dict[str, str], head: dict[str, Any]) -> ReceiptForm:
    row, state = dossier.row, dossier.state
    place = _RESULT_PLACES.get(row["return_method"], "")
    return ReceiptForm(
        **head,
        applicant=applicant_of(db, row),
        submitter=_submitter(row),
        content=row["content"],
        papers=tuple(_paper_line(paper) for paper in dossier.papers if paper["state"] == "yes"),
        received_at=parse_utc(row["received_at"]),
        due_at=state.due_at,
        due_expected=state.due_expected,
        statutory_time=limit_text(row["time_limit"]),
        result_place=f"{place} {head['office'].centre}" if row["return_method"] == "counter" else place,
        fee=_fee(row["fee_amount"]),
        receiver=_who(event, names),
        sets=row["sets"],
        procedure_code=row["procedure_code"],
        competent_agency=unit_name(db, row["competent_agency"])
        if row["competent_agency"] != row["reception_place"]
        else "",
    )


def limit_text(limit: str | None) -> str:
    """A time limit in Vietnamese words, as forms show it."""
    if limit is None:
        return "Chưa xác định"
    given = TimeLimit.model_validate_json(limit)
    return "Trong ngày" if given.unit is LimitUnit.SAME_DAY else f"{given.amount} {_UNITS[given.unit]}"


def _who(event: Event, names: dict[str, str]) -> str:
    """Who took the step; nobody here knows it of what came from a file, and the line is signed by hand."""
    return "" if "imported" in event.details else names.get(event.officer, "")


def _fee(amount: int | None) -> str:
    if amount is None:
        return "Chưa xác định"
    return format_dong(amount) if amount else "Không thu"


def _supplement(
    db: Database, dossier: Dossier, event: Event, names: dict[str, str], head: dict[str, Any]
) -> SupplementForm:
    return SupplementForm(
        **head,
        applicant=applicant_of(db, dossier.row),
        content=dossier.row["content"],
        papers=tuple(
            _paper_line({"copy_kind": "original", "quantity": 1} | p) for p in event.details.get("papers", ())
        ),
        reason=event.reason or "",
        contact=_who(event, names),
        guide=_who(event, names),
        contact_phone=head["office"].phone,
    )


def _refusal(db: Database, dossier: Dossier, event: Event, names: dict[str, str], head: dict[str, Any]) -> RefusalForm:
    return RefusalForm(
        **head,
        applicant=applicant_of(db, dossier.row),
        submitter=_submitter(dossier.row),
        content=dossier.row["content"],
        reason=event.reason or "",
        contact=_who(event, names),
        contact_phone=head["office"].phone,
        receiver=_who(event, names),
    )


def _apology(db: Database, dossier: Dossier, event: Event, names: dict[str, str], head: dict[str, Any]) -> ApologyForm:
    earlier = [e.due_at for e in dossier.events if e.due_at is not None and e.order < event.order]
    if not earlier or event.due_at is None:
        raise Refused(Reason.FORM_NOT_OF_DOSSIER, form="04")
    return ApologyForm(
        **head,
        applicant=applicant_of(db, dossier.row),
        content=dossier.row["content"],
        received_at=parse_utc(dossier.row["received_at"]),
        original_due_at=earlier[-1],
        reason=event.reason or "",
        new_due_at=event.due_at,
        due_expected=event.due_expected,
        signer=_who(event, names),
        signer_title="LÃNH ĐẠO ĐƠN VỊ",
    )


_BUILDERS: dict[str, Callable[[Database, Dossier, Event, dict[str, str], dict[str, Any]], Form]] = {
    "01": _receipt,
    "02": _supplement,
    "03": _refusal,
    "04": _apology,
    "05": stop_form,
    "06": control_form,
    HAND_OVER_LIST: hand_over_form,
}
