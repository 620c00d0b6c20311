"""From the stop of a dossier to form 05: who asked for it, how far the work had come, what becomes of the money."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communedb.domain.moment import parse_utc
from communedb.domain.money import format_dong
from communedb.domain.projection import project
from communetui.printing.applicant import applicant_of
from communetui.printing.models import StopForm
from communetui.strings.language import Language
from communetui.strings.values import values

if TYPE_CHECKING:
    from communedb.domain.event import Event
    from communedb.domain.projection import State
    from communedb.sqlite import Database
    from communedb.stores.dossier import Dossier


def stop_form(db: Database, dossier: Dossier, event: Event, names: dict[str, str], head: dict[str, Any]) -> StopForm:
    """Form 05 of a stop; the money as it stands now, since a fee may be paid back after the dossier has ended."""
    row, state = dossier.row, dossier.state
    before = project(one for one in dossier.events if one.order < event.order)
    signer = "" if "imported" in event.details else names.get(event.officer, "")
    return StopForm(
        **head,
        applicant=applicant_of(db, row),
        content=row["content"],
        received_at=parse_utc(row["received_at"]),
        requested_by=str(event.details.get("requested_by") or ""),
        reason=event.reason or "",
        stage=_stage(before, names),
        decision=str(event.details.get("decision") or ""),
        money=_money(row["fee_amount"], state),
        contact_phone=head["office"].phone,
        signer=signer,
        signer_title="LÃNH ĐẠO ĐƠN VỊ",
    )


def _stage(before: State, names: dict[str, str]) -> str:
    """The step at which the work stopped, and who had it; Vietnamese whatever language the officer works in."""
    said = values.said_in(Language.VI).status[before.status]
    holder = names.get(before.holder, "")
    return f"{said}, người thụ lý {holder}" if holder else said


def _money(fee: int | None, state: State) -> str:
    """What was paid and what was paid back; empty, for a pen, where the fee is not known and nothing was paid."""
    paid = state.fee_paid + state.fee_refunded
    if paid:
        back = f"đã trả lại {format_dong(state.fee_refunded)}" if state.fee_refunded else "chưa trả lại"
        return f"Đã nộp {format_dong(paid)}, {back}"
    if state.fee_exempt:
        return f"Được miễn, giảm {format_dong(state.fee_exempt)}; chưa nộp"
    return {None: "", 0: "Không thu"}.get(fee, "Chưa nộp")
